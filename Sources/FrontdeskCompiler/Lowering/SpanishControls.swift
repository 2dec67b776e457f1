import FrontdeskDialogue

/// What Spanish-speaking customers say to steer a conversation, apart from any topic.
enum SpanishControls {
    static func title(_ control: Control) -> String {
        switch control {
        case .human: "Hablar con una persona"
        case .cancel: "Cancelar"
        case .back: "Volver atrás"
        case .repeat: "Repetirlo"
        case .help: "Ayuda"
        case .stop: "Terminar"
        case .affirm: "Sí"
        case .deny: "No"
        case .startOver: "Empezar de nuevo"
        case .language: "Cambiar de idioma"
        case .forget: "Olvidar lo que recuerdas de mí"
        case .remembered: "Qué recuerdas de mí"
        case .noNotices: "No escribirme más"
        case .notices: "Volver a escribirme"
        }
    }

    static func examples(_ control: Control) -> [String] {
        switch control {
        case .human: humanExamples
        case .help: helpExamples
        default: []
        }
    }

    static func sources(_ control: Control) -> [String] {
        switch control {
        case .human: human
        case .cancel: cancel
        case .back: back
        case .repeat: again
        case .help: help
        case .stop: stop
        case .affirm: affirm
        case .deny: deny
        case .startOver: startOver
        case .language: LanguageControls.sources
        case .forget: ForgettingControls.spanish
        case .remembered: ForgettingControls.spanishQuestions
        case .noNotices: NoticeControls.spanish
        case .notices: NoticeControls.spanishAgain
        }
    }

    private static let people =
        "[un|una|el|la|otro|otra|algún|alguna|vuestro|su] "
        + "(persona [real|de verdad|humana|física|de carne y hueso]|ser humano|humano|humana|agente [humano|real]"
        + "|operador|operadora|asesor|asesora|representante|empleado|empleada|encargado|encargada|supervisor"
        + "|supervisora|responsable|gerente|jefe|jefa|compañero|compañera|técnico|comercial|alguien [de verdad|real|del equipo]"
        + "|gente|atención al cliente|servicio al cliente|servicio de atención al cliente|soporte [técnico])"
    private static let talk =
        "(hablar|chatear|comunicarme|comunicarnos|contactar|conversar|tratarlo|hablarlo)"

    private static let human = [
        "0",
        "(persona|humano|agente|operador|operadora|asesor|asesora|representante|supervisor|supervisora)",
        "(persona|agente|asesor) (real|humana|humano|de verdad|por favor)",
        "(atención|servicio) al cliente", "(ayuda|atención|soporte) (humana|humano|personal)",
        "[por favor] \(talk) con \(people)",
        "[yo] (quiero|queremos|quisiera|querría|necesito|necesitamos|prefiero|preferiría|deseo|me gustaría|nos gustaría) \(talk) [esto|lo] con \(people)",
        "[yo] (quiero|quisiera|necesito|prefiero) (a|que me atienda|que me ayude) \(people)",
        "[yo] (quiero|necesito) \(people)",
        "(puedo|podemos|podría|podríamos|se puede|puede) \(talk) con \(people)",
        "(me|nos) (puedes|puede|podrías|podría) (pasar|poner|comunicar|conectar|transferir) (con|a) \(people)",
        "(puedes|puede|podrías|podría) (pasarme|ponerme|comunicarme|conectarme|transferirme) (con|a) \(people)",
        "(pásame|páseme|ponme|póngame|comunícame|comuníqueme|conéctame|conécteme|transfiéreme|transfiérame) [ya|ahora] (con|a) \(people)",
        "(dame|deme|búscame|busca|llama a) \(people)",
        "[quiero hablar|pásame|páseme|ponme] con alguien de carne y hueso *2",
        "(que|quiero que) (me atienda|me ayude|me llame|me conteste|hable conmigo) \(people)",
        "(hay|está|tienen|tenéis) [ahí|por ahí] \(people) [ahí|disponible|con quien hablar]",
        "cómo (puedo|podemos|hago para) \(talk) con \(people)",
        "no quiero (hablar con|a) (un|una) (bot|robot|máquina|asistente)",
        "(no|ni) (un|una|otro|otra) (bot|robot|máquina)",
        "quiero (poner|presentar|hacer) una (queja|reclamación) (a|ante|con) \(people)",
    ]

    private static let cancel = [
        "(cancela|cancelar|cancele|anula|anular|anule)",
        "[vale|pues|no] [entonces|mejor] (cancélalo|cancélala|cancélamelo|cancélamela|cancélelo|canceladlo|anúlalo|anúlala|anúlamelo|anúlelo|anuladlo) [entonces|mejor|por favor|ya]",
        "(cancela|cancelar|cancele|anula|anular) (esto|eso|todo|todo esto|lo|la operación)",
        "[yo] (quiero|quisiera|necesito|me gustaría) (cancelar|cancelarlo|cancelarla|anular|anularlo|anularla|dejarlo|parar) [esto|eso|todo]",
        "(olvídalo|olvidalo|olvídate|olvídelo|déjalo|dejalo|déjelo)", "(déjalo|olvídalo) [así|estar|ya|todo]",
        "(da igual|es igual|no importa|no hace falta|ya no hace falta|ya no importa|ya da igual)",
        "nada (déjalo|olvídalo|da igual)",
        "[no|ay no|no no] [mejor] (déjalo|dejalo|dejadlo|deja|dejad) [todo] (como está|como estaba|tal cual|igual)",
        "(he cambiado|cambié) de (idea|opinión)", "[ya] no (lo|la) quiero [hacer|ya]",
        "ya no (quiero|necesito) (esto|eso|nada|hacerlo)", "mejor (déjalo|lo dejo|lo dejamos|otro día)",
        "abortar",
    ]

    private static let back = [
        "(atrás|volver|vuelve|regresar|regresa|anterior|deshacer)",
        "(volver|vuelve|ir|ve|vamos|volvamos|regresar|regresa) [un paso] [hacia|para] atrás",
        "[un] paso atrás", "[el|la] (paso|pregunta) anterior",
        "(volver|vuelve|ir|regresar|regresa) (al paso|a la pregunta|a lo) anterior",
        "(puedo|podemos|puedes|podrías) (volver|ir|regresar) [hacia|para] atrás",
        "(deshaz|deshacer) (esto|eso|lo último|el último paso)",
        "(me he equivocado|me equivoqué|me confundí)",
    ]

    private static let again = [
        "(repite|repítelo|repítemelo|repita|repítalo|repetir|otra vez|de nuevo)",
        "(repite|repita|repíteme) (eso|esto|lo|la pregunta|lo último|por favor|lo que has dicho)",
        "(puedes|puede|podrías|podría) (repetir|repetirlo|repetírmelo) [eso|la pregunta] [otra vez]",
        "(me lo|lo) (puedes|puede|podrías|repites) [repetir|decir] [otra vez|de nuevo]",
        "(dilo|dímelo|dígamelo) (otra vez|de nuevo|una vez más)", "una vez más",
        "(cómo|qué) (has dicho|dijiste|dices|ha dicho|decías)", "(qué|cómo|perdón|perdona|disculpa|mande)",
        "(perdón|perdona) (qué|cómo|no te he entendido)",
        "no (te|lo|le) (he entendido|entendí|entiendo|pillo|oí)",
        "cuál era la pregunta",
    ]

    private static let help = [
        "(ayuda|ayúdame|ayúdeme|socorro|opciones|menú|comandos)", "[el] menú [principal]",
        "[yo] necesito [tu|algo de|un poco de] ayuda", "estoy (perdido|perdida|atascado|atascada)",
        "(puedes|puede|podrías|me puedes|me podrías) (ayudarme|ayudar)",
        "qué (puedes|puede|sabes|sabe) hacer [por mí]", "(en|con) qué (puedes|me puedes) (ayudar|ayudarme)",
        "qué (puedo|podemos) (hacer|preguntar|preguntarte|pedirte|decir) [aquí]", "qué sabes",
        "cuáles son (mis|las) opciones", "(muestra|muéstrame|enséñame|dame) [todas] (las|mis) opciones",
        "cómo (funciona|va) esto", "cómo (uso|se usa|utilizo) esto",
    ]

    private static let stop = [
        "(para|parar|pare|basta|alto|stop|salir|terminar|acabar|fin|detente)",
        "(para|basta) (ya|por favor|con esto|de esto)", "ya (basta|está bien|es suficiente)",
        "(termina|terminar|acaba|cierra|cerrar|salir de|finalizar) [la|el|este|esta] (chat|conversación|sesión)",
        "(deja|deje|dejad) de (escribir|molestar|molestarme)",
        "no (me molestes|me molesten) [más]", "déjame en paz",
        "(eso|esto) (es|sería) todo [gracias|por ahora|por hoy]", "nada más [gracias|por ahora|por hoy]",
        "(ya está|ya he terminado|he terminado|ya terminé)",
    ]

    private static let startOver = [
        "(empezar|empieza|empecemos|empezamos|comenzar|comienza|comencemos|volver a empezar|reiniciar|reinicia|reset)",
        "(empezar|empieza|empecemos|empezamos|comenzar|comencemos) (de nuevo|otra vez|de cero|desde cero|desde el principio|por el principio)",
        "(quiero|podemos|puedo|vamos a) (empezar|comenzar|volver a empezar|reiniciar) [de nuevo|otra vez|de cero|desde cero|desde el principio]",
        "(desde el principio|desde cero|de cero|vuelta al principio)",
        "(volver|vuelve|volvamos|ir) al (principio|inicio|comienzo)",
        "(nueva conversación|nuevo chat|nueva pregunta|otro tema|nuevo tema)",
    ]

    private static let affirm = [
        "(sí|si|sip|sep|ajá|aja|claro|vale|ok|okey|okay|dale|venga|s|perfecto|genial|estupendo|bien|bueno|correcto|exacto|exactamente|efectivamente|afirmativo|cierto|verdad|eso es|así es|de acuerdo|por supuesto|desde luego|naturalmente|conforme)",
        "(sí|si) (sí|si|por favor|claro|exacto|correcto|así es|eso es|eso mismo|vale|por supuesto|de acuerdo|adelante|hazlo|quiero|lo es|lo soy|está bien|es correcto|me gustaría|gracias|perfecto)",
        "(claro|vale|ok|okay|bueno|perfecto|venga) (sí|si|que sí|por favor|adelante|hazlo|de acuerdo|gracias|vale|está bien)",
        "de acuerdo (adelante|hazlo|gracias)", "sin [ningún] problema", "claro que (sí|si)",
        "por supuesto que (sí|si)", "que (sí|si)", "creo que (sí|si)",
        "supongo que (sí|si)",
        "(adelante|hazlo|hágalo|procede|proceda|continúa|continúe|continuar|sigue|siga|seguimos|confirmo|confirmado|confírmalo|acepto|trato hecho)",
        "[sí] (por favor|hazlo por favor|adelante por favor)",
        "(está|esta|me parece|suena|todo) (bien|perfecto|genial|correcto)",
        "(eso|esto) (es|está) [correcto|bien|perfecto]", "es (correcto|verdad|cierto|ese|esa|eso)",
        "(estoy|está) de acuerdo", "(estoy|sí estoy) (seguro|segura)",
        "(lo quiero|lo haré|me gustaría|me encantaría|me vale|me sirve|me va bien|por qué no|cómo no)",
        "👍", "✅", "👌", "🙏",
    ]

    private static let deny = [
        "(no|nop|nel|nones|n|noo|nunca|jamás|negativo|incorrecto|falso|mal|tampoco|nada)",
        "no (no|gracias|muchas gracias|quiero|lo quiero|señor|hace falta|es necesario|es eso|es así|es correcto|está bien|lo creo|creo|por favor|me interesa|me gustaría|todavía no|lo hagas|ahora|estoy de acuerdo)",
        "no gracias (eso es todo|estoy bien|así está bien|nada más)",
        "(claro que|por supuesto que|desde luego que|creo que|mejor|pues|que|ahora|aún|todavía|hoy|de momento|por ahora) no",
        "(prefiero|preferiría) que no", "va a ser que no",
        "(para nada|en absoluto|de ninguna manera|de ningún modo|ni hablar|ni loco|qué va)",
        "[por favor] no (lo hagas|lo haga|hagas eso|hagas nada)",
        "(eso|esto|así) (no es|no|está mal|no está bien|no es correcto|no es verdad|no es lo que quiero|no es lo que pedí|es falso|es incorrecto)",
        "no es (eso|esto|ese|esa|verdad|cierto|lo que quiero|lo que pedí|lo que quería decir)",
        "(quizás|quizá|tal vez|a lo mejor) (luego|más tarde|no|otro día|en otro momento)",
        "(luego|más tarde|después|otro día|en otro momento|otra vez será)",
        "(ninguno|ninguna) [de estos|de estas|de esos|de esas|de los anteriores]",
        "ni uno ni otro", "nada de eso", "👎", "❌",
    ]

    private static let humanExamples = [
        "me gustaría hablar con alguien de vuestro equipo", "hay alguna persona real con la que pueda hablar",
        "por favor déjame hablar con un ser humano", "este bot no sirve para nada quiero una persona",
        "quiero que me atienda un empleado", "puede llamarme alguien", "ponme con atención al cliente",
        "necesito tratar esto con alguien de la empresa", "transfiere este chat a un agente por favor",
        "preferiría que me atendiera una persona", "no me estás ayudando quiero hablar con un responsable",
        "quiero hablar con quien esté al mando",
    ]

    private static let helpExamples = [
        "con qué tipo de cosas me puedes ayudar", "no sé cómo funciona esto", "qué te puedo preguntar",
        "puedes decirme qué eres capaz de hacer", "cómo se usa este chat", "qué preguntas puedes contestar",
    ]
}
