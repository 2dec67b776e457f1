import FrontdeskMatching

/// What is said by the way to any desk, told by the whole message: no assistant has to write it down.
enum Manners: Sendable {
    /// "Are you a bot?"
    case bot
    /// "Thanks."
    case thanks
    /// "Sorry about that."
    case apology
    /// "That didn't help."
    case unhelped
    /// "One moment, please."
    case pause
    /// "I'm still here."
    case present
    /// "Let's go on."
    case goOn

    /// What a message says by the way, if it says nothing else.
    static func of(_ tokens: [Token], in language: Language) -> Manners? {
        guard (1...9).contains(tokens.count) else { return nil }
        let phrases = language == .english ? english : spanish
        let edges = language == .english ? englishEdges : spanishEdges
        var words = tokens[...]
        while let first = words.first?.text, let last = words.last?.text {
            if phrases.begins.contains(first),
                let found = phrases.table[words.map(\.text).joined(separator: " ")]
            {
                return found
            }
            if edges.contains(first) {
                words.removeFirst()
            } else if edges.contains(last) {
                words.removeLast()
            } else {
                return nil
            }
        }
        return nil
    }

    /// What is said by the way in a language, and the words with which it begins: few messages begin with one.
    private struct Phrases {
        let table: [String: Manners]
        let begins: Set<String>

        init(_ table: [String: Manners]) {
            self.table = table
            begins = Set(table.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
        }
    }

    private static let englishEdges = DialogueWords.set(
        "well hey so ok okay oh and but really actually please then just now sorry no still again at all me yes yeah sure thanks wait hold hang on"
    )
    private static let spanishEdges = DialogueWords.set(
        "bueno oye pues vale y pero gracias muchas de verdad entonces ahora no nada me ya todavia aun si claro por favor perdon perdona espera espere"
    )

    /// Puts together every beginning with every end.
    private static func phrases(_ parts: [(Manners, [String], [String])]) -> Phrases {
        var table: [String: Manners] = [:]
        for (kind, begins, ends) in parts {
            for begin in begins {
                for end in ends {
                    table[begin.isEmpty ? end : end.isEmpty ? begin : "\(begin) \(end)"] = kind
                }
            }
        }
        return Phrases(table)
    }

    private static let machines = [
        "bot", "a bot", "robot", "a robot", "machine", "a machine", "computer", "a computer", "chatbot",
        "a chatbot",
        "ai", "an ai", "a program", "human", "a human", "a real person", "a person", "real", "a real human",
        "a human being",
    ]

    private static let pauses = ["moment", "second", "sec", "minute", "min", "bit"]

    private static let english = phrases([
        (
            .bot,
            ["are you", "you are", "is this", "am i talking to", "am i speaking to", "am i chatting with"],
            machines
        ),
        (.bot, ["you are just", "are you just", "are you really", "am i talking with", "is that"], machines),
        (
            .thanks,
            [
                "thanks", "thank you", "thx", "ty", "cheers", "many thanks", "thanks a lot",
                "thank you very much",
                "thank you so much", "thanks so much", "much appreciated", "i appreciate it",
            ],
            ["", "for your help", "for the help", "for that", "for everything"]
        ),
        (
            .apology,
            [
                "sorry", "i am sorry", "i am so sorry", "my mistake", "my bad", "my fault", "i apologise",
                "i apologize", "apologies",
            ],
            ["", "about that", "for that", "for the confusion"]
        ),
        (
            .unhelped,
            ["that", "this", "it"],
            [
                "did not help", "does not help", "is not helpful", "was not helpful", "is no help",
                "was no help",
                "is useless", "was useless", "did not work", "does not answer my question",
                "did not answer my question", "does not solve my problem", "is not what i asked",
                "is not what i meant",
                "is not what i asked for", "is not what i wanted", "is not what i need", "is not the answer",
                "is not an answer", "did not solve it", "is not it", "is no use", "is of no use",
                "is no use to me", "is of no use to me", "is not useful",
                "is no good", "is not much help",
            ]
        ),
        (
            .unhelped,
            [
                "not helpful", "unhelpful", "no help", "did not help", "does not help", "not what i need",
                "you did not help", "you have not helped", "you did not answer my question",
                "you are not helping",
                "you do not understand", "you did not understand", "you do not get it",
                "you still do not get it",
                "you still do not understand", "that is not my question",
                "not what i asked",
                "not what i meant", "wrong answer",
            ], [""]
        ),
        (
            .pause,
            ["", "give me", "wait", "hang on", "hold on", "need", "i need", "let me have"],
            pauses.map { "a \($0)" } + pauses.map { "one \($0)" } + pauses.map { "just a \($0)" }
        ),
        (
            .pause,
            [
                "wait", "hold on", "hang on", "let me check", "let me look", "let me see",
                "let me have a look",
                "i will check", "i will look", "bear with",
            ],
            ["", "please"]
        ),
        (.pause, ["hm", "hmm", "hmmm", "um", "uh", "er", "let me think", "i am thinking"], [""]),
        (
            .goOn,
            [
                "", "i am back", "i am here", "back", "can we", "could we", "can you", "we can", "i want to",
                "let us",
                "lets", "i am back let us", "i am back lets",
            ],
            ["go on", "continue", "carry on", "keep going", "go on where we were"]
        ),
        (.goOn, ["where were we", "where did we stop", "where did we leave off"], [""]),
        (
            .present, ["here", "i am here", "i am back", "am here", "back", "i am still here", "am back"],
            [""]
        ),
    ])

    private static let spanishMachines = [
        "un bot", "bot", "un robot", "robot", "una maquina", "un programa", "un ordenador", "una ia",
        "humano", "humana",
        "una persona", "una persona real", "real", "de verdad", "un chatbot",
    ]

    private static let spanish = phrases([
        (
            .bot,
            [
                "eres", "es usted", "esto es", "hablo con", "estoy hablando con", "solo eres",
                "de verdad eres", "es esto",
            ],
            spanishMachines
        ),
        (
            .thanks,
            ["gracias", "muchas gracias", "mil gracias", "te lo agradezco", "muy amable", "se agradece"],
            ["", "por todo", "por tu ayuda", "por la ayuda", "por su ayuda"]
        ),
        (
            .apology,
            [
                "perdon", "lo siento", "lo siento mucho", "disculpa", "disculpe", "mi culpa", "culpa mia",
                "perdona",
            ],
            ["", "por eso", "por la confusion"]
        ),
        (
            .unhelped,
            ["eso", "esto"],
            [
                "no me ayuda", "no me sirve", "no ayuda", "no sirve", "no me ha ayudado", "no me ha servido",
                "no es lo que pregunte", "no es lo que he preguntado", "no es lo que queria",
                "no es lo que necesito",
                "no responde a mi pregunta", "no me resuelve nada", "no resuelve mi problema", "no me ayudo",
                "no fue de ayuda", "no es de ayuda", "no ha ayudado", "no me sirvio", "no es lo que pedi",
                "no es lo que he pedido", "no es lo que quiero",
            ]
        ),
        (
            .unhelped,
            [
                "no me ayuda", "no me sirve", "no me ha servido", "no me ha ayudado", "no sirve de nada",
                "no me has ayudado", "no me ayudaste", "no me ayudo", "no fue de ayuda", "no es de ayuda",
                "no ha sido de ayuda", "no me sirvio", "no es lo que pregunte", "no es lo que he preguntado",
                "no es lo que pedi", "no es lo que he pedido", "no es lo que queria", "no es lo que necesito",
                "no me has entendido", "no me entiendes", "no lo entiendes", "sigues sin entenderme",
                "sigues sin entender", "no me estas ayudando", "no has respondido a mi pregunta",
                "no es eso lo que pregunto",
                "no era eso",
            ],
            [""]
        ),
        (
            .pause,
            ["", "espera", "espere", "dame", "deme", "necesito"],
            [
                "un momento", "un momentito", "un segundo", "un segundito", "un minuto", "un minutito",
                "un rato",
            ]
        ),
        (
            .pause,
            [
                "espera", "espere", "dejame mirar", "dejame ver", "deja que mire", "lo miro", "voy a mirar",
                "voy a mirarlo", "lo busco", "voy a buscarlo",
                "hm", "hmm", "mmm", "eh", "dejame pensar", "deja que piense", "lo estoy pensando",
            ],
            [""]
        ),
        (
            .goOn,
            ["", "he vuelto", "ya estoy", "aqui estoy", "podemos", "quiero", "vamos a"],
            ["sigamos", "seguimos", "seguir", "continuar", "continuemos", "continuamos", "sigue", "continua"]
        ),
        (.goOn, ["donde estabamos", "por donde ibamos", "donde lo dejamos"], [""]),
        (.present, ["aqui", "aqui estoy", "estoy aqui", "sigo aqui", "aqui sigo", "he vuelto"], [""]),
    ])
}
