import FrontdeskMatching

/// What agents write before they answer: a greeting, "one moment, please", "let me check", a question back.
enum AgentWords {
    /// Whether a message tells the customer nothing: each of its sentences asks, or has only words of greeting and of
    /// putting off in it.
    ///
    /// What promises are kept by must be more than that. Whoever says more than these words know has answered.
    static func tellNothing(_ text: String, customer: String?, agent: String) -> Bool {
        let names = Set([customer, agent].compactMap(\.self).flatMap { Tokenizer.tokenize($0).map(\.text) })
        var sentence = ""
        for character in text + "." {
            sentence.append(character)
            guard ".!?…\n".contains(character) else { continue }
            if character != "?", !isEmpty(sentence, names) { return false }
            sentence = ""
        }
        return true
    }

    private static func isEmpty(_ sentence: String, _ names: Set<String>) -> Bool {
        Tokenizer.tokenize(sentence).allSatisfy { token in
            let word = token.text
            return words.contains(word) || names.contains(word) || word.utf8.allSatisfy { !isLetter($0) }
        }
    }

    /// Whether a byte is one of a letter: digits, punctuation and spaces say nothing by themselves.
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }

    private static let words = Set(
        (english + " " + spanish).split(separator: " ").map(String.init)
    )

    private static let english = """
        hello hi hey dear good morning afternoon evening day there welcome thanks thank you your for the message \
        patience waiting writing contacting us sorry to keep kept have this is am are i i'm i'll we we'll me my name it's \
        here and will would can could may might please just let let's lemme check checking look looking into it that at now \
        right away be with in a an one moment second sec minute minutes few two three five ten hold hang on bear wait \
        while give need see find out read reading through case request matter ok okay sure of course understood soon \
        shortly get getting back up short bit little quick quickly so do doing help helping today
        """
    private static let spanish = """
        hola buenos buenas día días tardes noches gracias por tu su vuestra la el los las espera esperar esperando \
        espere paciencia mensaje escribir escribirnos escribirme contactar contactarnos un una uno dos tres cinco diez momento \
        momentito segundo segundito minuto minutos minutito rato favor perdona perdone perdón disculpa disculpe disculpen soy \
        me llamo voy vamos a mirar mirarlo ver verlo comprobar comprobarlo revisar revisarlo consultar consultarlo lo te le \
        os ahora mismo enseguida seguida estoy estamos mirando mirándolo viendo viéndolo comprobando comprobándolo revisando \
        revisándolo consultando consultándolo con contigo usted ti unos unas dame deme danos denos déjame déjeme que leer \
        leerlo leo leyendo vuelvo en instante instantes aquí y es caso consulta claro vale de acuerdo entendido atiendo \
        atender ayudo ayudar ayudarte ayudarle puedo si sí no cuelgue cuelgues
        """
}
