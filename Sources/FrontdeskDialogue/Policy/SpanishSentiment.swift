/// Spanish words by how they sound, as the tokeniser writes them: without accents.
enum SpanishSentiment {
    /// All of them.
    static let spanish = SentimentWords(
        words: words,
        phrases: phrases,
        negations: [
            "no", "nunca", "jamas", "ni", "sin", "nadie", "nada", "tampoco", "apenas", "ninguna", "ningun",
        ],
        degrees: [
            "muy": 1.3, "tan": 1.2, "realmente": 1.25, "extremadamente": 1.5, "absolutamente": 1.4,
            "totalmente": 1.3, "completamente": 1.3, "increiblemente": 1.4, "super": 1.3, "demasiado": 1.2,
            "bastante": 0.95, "algo": 0.6, "poco": 0.5, "puto": 1.4, "puta": 1.4, "mas": 1.1,
        ]
    )

    private static let words: [String: SentimentWords.Entry] = {
        var words: [String: SentimentWords.Entry] = [:]
        func add(_ weight: Double, isMishap: Bool = false, _ list: String) {
            for word in list.split(separator: " ") {
                words[String(word)] = SentimentWords.Entry(weight: weight, isMishap: isMishap)
            }
        }
        add(
            -0.75,
            "furioso furiosa indignado indignada timadores estafadores cabrones gilipollas hijoputa mierda joder"
        )
        add(
            -0.65,
            "estafa timo robo ladrones sinverguenzas odio asco asqueroso asquerosa indignante vergonzoso vergonzosa"
        )
        add(
            -0.65,
            "enfadado enfadada cabreado cabreada idiotas incompetentes imbeciles indecente lamentable ineptos"
        )
        add(
            -0.55,
            "inutil inutiles horrible horroroso terrible pesimo pesima fatal patetico ridiculo basura inaceptable"
        )
        add(
            -0.5,
            "nefasto desastre estupido estupida tonteria mentira mentirosos mentiroso insulto insultante verguenza"
        )
        add(-0.5, "impresentable intolerable inadmisible insoportable penoso penosa chapuza bochornoso")
        add(
            -0.4,
            "frustrado frustrada frustrante molesto molesta decepcionado decepcionada decepcionante decepcion harto harta"
        )
        add(
            -0.4,
            "irritante descontento descontenta insatisfecho insatisfecha queja quejas reclamacion pesadilla ignorado"
        )
        add(-0.4, "ignoran ignorais increible hartos hartas")
        add(
            -0.25,
            "mal malo mala triste cansado cansada aburrido preocupado preocupada confuso confusa lento lenta injusto"
        )
        add(
            -0.2,
            isMishap: true,
            "tarde retraso retrasado perdido perdida roto rota rotos rotas danado defectuoso"
        )
        add(
            -0.2,
            isMishap: true,
            "equivocado equivocada rayado rayada incompleto incompleta robado aplastado averiado"
        )
        add(
            -0.12,
            isMishap: true,
            "problema problemas error errores incorrecto incorrecta fallo falla falta todavia aun"
        )
        add(
            0.7,
            "increiblemente fantastico fantastica excelente maravilloso maravillosa perfecto perfecta genial encantado"
        )
        add(0.7, "encantada magnifico estupendo estupenda fenomenal espectacular")
        add(0.5, "encanta feliz contento contenta amor mejor impresionado impresionada satisfecho satisfecha")
        add(
            0.4,
            "gracias amable amables bueno buena buenos bien agradezco agradecido agradecida util majo maja guay"
        )
        add(0.2, "ok vale resuelto solucionado arreglado bienvenido")
        words["increible"] = SentimentWords.Entry(weight: -0.3)
        return words
    }()

    private static let phrases: [(String, Double)] = [
        ("perdida de tiempo", -0.6), ("estoy harto", -0.6), ("estoy harta", -0.6),
        ("hasta las narices", -0.65),
        ("hasta los cojones", -0.85), ("hasta el gorro", -0.6), ("ya basta", -0.5),
        ("no sirve para nada", -0.6),
        ("no sirves para nada", -0.65), ("no vale para nada", -0.6), ("me tomais el pelo", -0.6),
        ("tomadura de pelo", -0.6), ("vaya mierda", -0.8), ("que asco", -0.65), ("que verguenza", -0.6),
        ("de mierda", -0.75), ("vete a la mierda", -0.9), ("vayanse a la mierda", -0.9),
        ("a la mierda", -0.8),
        ("nunca mas", -0.55), ("os voy a denunciar", -0.65), ("voy a denunciar", -0.6), ("una broma", -0.45),
        ("gracias por nada", -0.7), ("no me sirve", -0.35), ("no me ayuda", -0.4), ("no me ayudas", -0.45),
        ("no hay derecho", -0.5), ("estoy muy enfadado", -0.75), ("estoy muy enfadada", -0.75),
        ("de nada", 0.2), ("sin problema", 0.2), ("no pasa nada", 0.2), ("no hay problema", 0.2),
        ("buen trabajo", 0.5), ("muy bien", 0.5), ("muchas gracias", 0.5), ("mil gracias", 0.6),
        ("por favor", 0.05),
        ("buenos dias", 0.1), ("buenas tardes", 0.1), ("buenas noches", 0.1),
    ]
}
