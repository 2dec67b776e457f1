/// Positions in Spanish: `primero`, `la segunda`, `3º`, `el último`.
enum SpanishOrdinals {
    static let words: WordTable<Int> = {
        var words: [String: Int] = [
            "primer": 1, "tercer": 3, "ultimo": -1, "ultima": -1, "penultimo": -2, "penultima": -2,
        ]
        let stems = [
            "primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim",
        ]
        for (index, stem) in stems.enumerated() {
            words["\(stem)o"] = index + 1
            words["\(stem)a"] = index + 1
        }
        return WordTable(words)
    }()

    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        for index in 0..<words.count {
            guard let value = ordinal(words, at: index) else { continue }
            let tokens = index..<index + 1
            readings.append(
                EntityReading(
                    .ordinal,
                    .ordinal,
                    tokens,
                    of: words,
                    value: .ordinal(value)
                )
            )
        }
    }

    private static func ordinal(_ words: UtteranceWords, at index: Int) -> Int? {
        let word = words[index]
        if let value = Self.words[word] {
            // "Un segundo" is a moment, "y cuarto" a quarter, "la última vez" a time.
            if ["un", "y", "menos"].contains(words[index - 1]) { return nil }
            if ["vez", "hora", "semana", "mes", "ano", "minuto", "momento"].contains(words[index + 1]) {
                return nil
            }
            return value
        }
        guard word.beginsWithDigit else { return nil }
        for ending in ["er", "ero", "era", "do", "da", "ro", "ra", "to", "ta", "o", "a"]
        where word.hasSuffix(ending) {
            let digits = word.dropLast(ending.utf8.count)
            if digits.isDigits, digits.utf8.count <= 3, let value = Int(digits), value > 0 { return value }
        }
        return nil
    }
}
