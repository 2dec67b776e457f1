/// Streets as Spanish writes them: `calle Mayor 5`, `Avda. de América, nº 12`, `c/ Serrano 40, 3º B`.
enum SpanishAddress {
    /// Where a street with its number ends that begins at a word.
    static func street(_ words: UtteranceWords, at index: Int) -> Int? {
        let isShort =
            words.bytes[words.ranges[index]].elementsEqual("c".utf8)
            && words.byte(at: words.ranges[index].upperBound) == UInt8(ascii: "/")
        guard isShort || kinds.contains(words[index]) else { return nil }
        var place = index + 1
        guard place < words.count, isShort || isTied(words, index) else { return nil }
        while place < words.count, place - index <= 7 {
            if place > index + 1, let end = number(words, at: place) { return end }
            guard !stops.contains(words[place]), !words[place].beginsWithDigit, place + 1 < words.count,
                isTied(words, place) || words.gap(after: place).elementsEqual(", ".utf8)
            else { return nil }
            place += 1
        }
        return nil
    }

    /// `5`, `nº 12`, `número 7`, and the flat behind it: `3º B`, `2 izquierda`, `piso 4`.
    private static func number(_ words: UtteranceWords, at index: Int) -> Int? {
        var place = index
        if ["no", "num", "numero", "n"].contains(words[place]),
            AddressRecognizer.isHouseNumber(words[place + 1])
        {
            place += 1
        }
        guard AddressRecognizer.isHouseNumber(words[place]) else { return nil }
        return flat(words, behind: place + 1)
    }

    private static func flat(_ words: UtteranceWords, behind end: Int) -> Int {
        guard end < words.count,
            words.isSpaced(end - 1) || words.gap(after: end - 1).elementsEqual(", ".utf8)
        else { return end }
        var place = end
        if ["piso", "planta"].contains(words[place]) {
            guard words[place + 1].beginsWithDigit else { return end }
            place += 2
        } else if words[place].utf8.count <= 3, words[place].beginsWithDigit,
            ["o", "a"].contains(where: words[place].hasSuffix)
        {
            place += 1
        } else {
            return end
        }
        let isDoor =
            place < words.count && words.isSpaced(place - 1)
            && (["izquierda", "derecha", "izq", "dcha", "centro"].contains(words[place])
                || words[place].utf8.count == 1 && AddressRecognizer.isCapital(words, place))
        return isDoor ? place + 1 : place
    }

    private static func isTied(_ words: UtteranceWords, _ index: Int) -> Bool {
        words.isConnected(index)
            || words[index].utf8.count <= 4 && words.gap(after: index).elementsEqual(". ".utf8)
    }

    private static let kinds: Set<String> = [
        "calle", "avenida", "avda", "av", "plaza", "pza", "paseo", "camino", "carretera", "ronda", "travesia",
        "glorieta", "callejon", "rambla",
    ]

    private static let stops: Set<String> = [
        "a", "en", "por", "para", "con", "es", "esta", "hay", "me", "mi", "tu", "su", "que", "no", "un",
        "una", "donde",
        "pero", "hoy", "manana",
    ]
}
