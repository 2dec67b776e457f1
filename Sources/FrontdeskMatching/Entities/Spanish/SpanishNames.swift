/// The name by which Spanish-speaking customers introduce themselves: `me llamo …`, `mi nombre es …`, `soy …`.
enum SpanishNames {
    static let words = ["llamo", "nombre", "soy", "habla"]

    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        for index in 0..<words.count {
            guard let tokens = name(words, at: index), !isMore(words, tokens) else { continue }
            readings.append(PersonNameRecognizer.reading(words, tokens))
        }
    }

    private static func name(_ words: UtteranceWords, at index: Int) -> Range<Int>? {
        switch words[index] {
        case "llamo" where words[index - 1] == "me":
            return PersonNameRecognizer.names(words, from: index + 1, mustBeCapital: false)
        case "nombre" where words[index + 1] == "es" && words[index - 1] == "mi":
            return PersonNameRecognizer.names(words, from: index + 2, mustBeCapital: false)
        case "nombre" where words.gap(after: index).first == UInt8(ascii: ":"):
            return PersonNameRecognizer.names(words, from: index + 1, mustBeCapital: false)
        case "soy":
            return PersonNameRecognizer.names(words, from: index + 1, mustBeCapital: true)
        default:
            return nil
        }
    }

    /// Whether a common word follows "me llamo" instead of a name.
    private static func isMore(_ words: UtteranceWords, _ tokens: Range<Int>) -> Bool {
        ["el", "la", "un", "una", "lo", "muy", "cliente"].contains(words[tokens.lowerBound])
    }

    /// Where a name ends.
    static let stops: Set<String> = Set(
        """
        pero con que para por un una unos el los las lo en es soy estoy quiero necesito tengo mi mis tu su me te se
        cliente pedido paquete correo telefono numero gracias hola buenas buenos dias tardes noches favor porque cuando
        donde como no si ya muy nuevo nueva quien cual desde hasta
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )
}
