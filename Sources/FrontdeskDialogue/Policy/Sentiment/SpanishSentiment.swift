/// Spanish words by how they sound, as the tokeniser writes them: without accents.
enum SpanishSentiment {
    /// All of them.
    static let table = SentimentTable(
        feelings: feelings,
        mishaps: mishaps,
        phrases: phrases,
        mishapPhrases: mishapPhrases,
        negations: "no nunca jamas ni sin nadie nada tampoco apenas ninguna ningun ninguno",
        degrees: degrees,
        turns: "pero aunque sino sin embargo salvo"
    )

    private static let feelings: [(Double, String)] = [
        (
            -0.75,
            """
            furioso furiosa furiosos furiosas indignado indignada timadores estafadores cabrones gilipollas hijoputa mierda \
            joder fuck rabia cojones hostia
            """
        ),
        (
            -0.65,
            """
            inutil inutiles estafa timo robo ladrones sinverguenzas sinverguenza odio asco asqueroso asquerosa indignante vergonzoso \
            vergonzosa enfadado enfadada enfadados enojado enojada cabreado cabreada idiotas incompetentes imbeciles indecente \
            lamentable ineptos estafado estafada estafador timado enganado enganada deleznable shit scam
            """
        ),
        (
            -0.55,
            """
            horrible horroroso horrorosa terrible pesimo pesima fatal patetico patetica ridiculo ridicula \
            basura inaceptable wtf ffs repugnante nefasta verguenza penoso penosa porqueria
            """
        ),
        (
            -0.5,
            """
            nefasto desastre desastroso desastrosa estupido estupida tonteria tonterias mentira mentiras mentirosos mentiroso \
            insulto insultante impresentable intolerable inadmisible insoportable chapuza bochornoso bochornosa absurdo \
            vergonzosamente indignada calvario tomadura
            """
        ),
        (
            -0.4,
            """
            frustrado frustrada frustrante frustracion molesto molesta decepcionado decepcionada decepcionante decepcion \
            harto harta hartos hartas irritante descontento descontenta insatisfecho insatisfecha queja quejas quejarme \
            reclamacion pesadilla ignorado ignorada ignoran ignorais incompetente disgustado disgustada impotencia \
            desesperado desesperada deplorable malisimo malisima grosero grosera disgusto
            """
        ),
        (-0.3, "increible indignacion desesperante lento lenta injusto injusta"),
        (
            -0.25,
            """
            mal malo mala malos malas triste cansado cansada aburrido aburrida preocupado preocupada confuso confusa lentos \
            impaciente nervioso nerviosa agobiado agobiada feo fea peor uf
            """
        ),
        (
            0.7,
            """
            fantastico fantastica excelente maravilloso maravillosa perfecto perfecta genial encantado encantada magnifico \
            magnifica estupendo estupenda fenomenal espectacular buenisimo buenisima
            """
        ),
        (
            0.5,
            """
            encanta encantan encanto feliz felices contento contenta mejor impresionado impresionada satisfecho satisfecha \
            bonito bonita precioso preciosa alegro alegra adoro
            """
        ),
        (
            0.4,
            """
            gracias amable amables bueno buena buenos buenas bien agradezco agradecido agradecida util majo maja guay gusta \
            chulo chula mola eficaz thanks great
            """
        ),
        (0.2, "ok vale resuelto solucionado arreglado bienvenido jaja jajaja funciona"),
    ]

    private static let mishaps: [(Double, String)] = [
        (
            -0.2,
            """
            tarde retraso retrasado retrasada perdido perdida roto rota rotos rotas danado danada defectuoso \
            defectuosa equivocado equivocada rayado rayada incompleto incompleta robado aplastado averiado averiada \
            extraviado extraviada manchado manchada rompio estropeado estropeada destrozado destrozada
            """
        ),
        (
            -0.12,
            "problema problemas error errores incorrecto incorrecta fallo fallos falla falta faltan todavia aun esperando semanas"
        ),
    ]

    private static let phrases: [(String, Double)] = [
        ("perdida de tiempo", -0.6), ("perder el tiempo", -0.5), ("estoy harto", -0.6), ("estoy harta", -0.6),
        ("hasta las narices", -0.65), ("hasta los cojones", -0.85), ("hasta los huevos", -0.85),
        ("hasta el gorro", -0.6), ("hasta el mono", -0.6), ("ya basta", -0.5),
        ("no sirve para nada", -0.6), ("no sirven para nada", -0.6), ("no sirves para nada", -0.65),
        ("no vale para nada", -0.6), ("no valeis para nada", -0.65), ("me tomais el pelo", -0.6),
        ("me estais tomando el pelo", -0.65), ("tomando el pelo", -0.6), ("tomadura de pelo", -0.65),
        ("vaya mierda", -0.8), ("que asco", -0.65), ("que verguenza", -0.6), ("es una verguenza", -0.65),
        ("poca verguenza", -0.6), ("de mierda", -0.75), ("vete a la mierda", -0.9),
        ("vayanse a la mierda", -0.9), ("a la mierda", -0.8), ("nunca mas", -0.55),
        ("no vuelvo a comprar", -0.55),
        ("no volvere a comprar", -0.55), ("os voy a denunciar", -0.65), ("voy a denunciar", -0.6),
        ("pienso denunciar", -0.6), ("mi abogado", -0.5), ("una broma", -0.45), ("es una broma", -0.55),
        ("esto es una broma", -0.6), ("gracias por nada", -0.7), ("no me sirve", -0.35),
        ("no me ayuda", -0.4),
        ("no me ayudas", -0.45), ("no me ayudais", -0.45), ("no hay derecho", -0.5),
        ("estoy muy enfadado", -0.75), ("estoy muy enfadada", -0.75), ("no me lo puedo creer", -0.4),
        ("no me lo creo", -0.35), ("no puede ser", -0.3), ("ni caso", -0.45), ("me ignoran", -0.45),
        ("nadie contesta", -0.4), ("nadie responde", -0.4), ("nadie me contesta", -0.45),
        ("nadie me hace caso", -0.5), ("hoja de reclamaciones", -0.5), ("cuantas veces", -0.35),
        ("una y otra vez", -0.25), ("me estoy cansando", -0.45), ("se me acaba la paciencia", -0.55),
        ("perdiendo la paciencia", -0.55), ("perder la paciencia", -0.5), ("pierdo la paciencia", -0.5),
        ("que desastre", -0.55), ("vaya desastre", -0.55), ("vaya servicio", -0.5), ("menudo servicio", -0.5),
        ("vaya tela", -0.4), ("manda huevos", -0.65), ("de verguenza", -0.6), ("de pena", -0.5),
        ("me teneis contento", -0.5), ("me teneis contenta", -0.5), ("pues que bien", -0.35),
        ("no me leeis", -0.4),
        ("ni me leeis", -0.45), ("no leeis", -0.4), ("no me lees", -0.4), ("no me escuchas", -0.4),
        ("muy mal", -0.45), ("fuera de lugar", -0.4), ("sois lo peor", -0.7), ("lo peor", -0.5),
        ("de nada", 0.2), ("sin problema", 0.2), ("sin problemas", 0.2), ("no pasa nada", 0.2),
        ("no hay problema", 0.2), ("no te preocupes", 0.15), ("no se preocupe", 0.15), ("no esta mal", 0.2),
        ("nada mal", 0.2), ("no gracias", 0.1), ("no es nada", 0.1), ("buen trabajo", 0.5), ("muy bien", 0.5),
        ("muchas gracias", 0.5), ("mil gracias", 0.6), ("muchisimas gracias", 0.6), ("por favor", 0.05),
        ("buenos dias", 0.1), ("buenas tardes", 0.1), ("buenas noches", 0.1), ("buen dia", 0.1),
        ("mas tarde", 0),
        ("esta tarde", 0), ("por la tarde", 0), ("de la tarde", 0), ("la tarde", 0),
        ("manana por la tarde", 0), ("tarde o temprano", 0), ("hasta las", 0), ("que tal", 0),
        ("esta bien", 0.2),
        ("hay que", 0), ("nada mas", 0), ("aun puedo", 0), ("todavia puedo", 0), ("todavia se puede", 0),
        ("se puede todavia", 0), ("a lo mejor", 0), ("mejor dicho", 0), ("mejor no", 0), ("es mejor", 0.1),
        ("cual es el mejor", 0), ("buena pregunta", 0.1), ("bien pero", 0.1), ("ni bien ni mal", -0.05),
    ]

    private static let mishapPhrases: [(String, Double)] = [
        ("no ha llegado", -0.15), ("no me ha llegado", -0.2), ("no ha llegado nada", -0.25),
        ("no me ha llegado nada", -0.25), ("no llega", -0.2), ("no llego", -0.2), ("no me llega", -0.2),
        ("nunca llego", -0.25), ("nunca ha llegado", -0.25), ("no he recibido", -0.15),
        ("no he recibido nada", -0.25), ("sigo sin", -0.2), ("sigue sin llegar", -0.25), ("sigue sin", -0.2),
        ("no funciona", -0.2), ("no funcionan", -0.2), ("no va", -0.12), ("no me va", -0.12),
        ("dejo de funcionar", -0.2),
        ("se ha roto", -0.2), ("llego roto", -0.25), ("llego rota", -0.25), ("sin respuesta", -0.2),
        ("no me han contestado", -0.2), ("no me han respondido", -0.2), ("cobrado dos veces", -0.2),
        ("hace semanas", -0.15), ("hace meses", -0.2),
    ]

    private static let degrees: [String: Double] = [
        "muy": 1.3, "tan": 1.2, "realmente": 1.25, "extremadamente": 1.5, "absolutamente": 1.4,
        "totalmente": 1.3, "completamente": 1.3, "increiblemente": 1.4, "super": 1.3, "demasiado": 1.2,
        "bastante": 0.95, "algo": 0.6, "poco": 0.5, "puto": 1.4, "puta": 1.4, "mas": 1.1, "sumamente": 1.4,
        "verdaderamente": 1.25, "tremendamente": 1.4, "que": 1.1, "vaya": 1.15, "menudo": 1.2, "menuda": 1.2,
        "profundamente": 1.3, "ligeramente": 0.5, "casi": 0.6, "jodidamente": 1.4,
    ]
}
