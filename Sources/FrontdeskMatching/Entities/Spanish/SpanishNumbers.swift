/// Numbers in Spanish words, and digits as Spanish writes them: `veinticinco`, `ciento dos`, `media docena`, `1.234`.
enum SpanishNumbers {
    /// 0 to 29, each one word.
    static let small: WordTable<Int> = {
        var small: [String: Int] = ["un": 1, "una": 1, "veintiun": 21, "veintiuna": 21]
        let words = [
            "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
            "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve",
            "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro", "veinticinco", "veintiseis",
            "veintisiete", "veintiocho", "veintinueve",
        ]
        for (value, word) in words.enumerated() { small[word] = value }
        return WordTable(small)
    }()

    static let tens: WordTable<Int> = [
        "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
        "noventa": 90,
    ]

    static let hundreds: WordTable<Int> = {
        var hundreds: [String: Int] = ["cien": 100, "ciento": 100]
        let stems = [
            "doscient": 200, "trescient": 300, "cuatrocient": 400, "quinient": 500, "seiscient": 600,
            "setecient": 700, "ochocient": 800, "novecient": 900,
        ]
        for (stem, value) in stems {
            hundreds["\(stem)os"] = value
            hundreds["\(stem)as"] = value
        }
        return WordTable(hundreds)
    }()

    /// Every word with which a number can begin.
    static let words: [String] =
        small.keys.sorted() + tens.keys.sorted() + hundreds.keys.sorted()
        + ["mil", "millon", "docena", "media", "par"]

    /// Appends all numbers of an utterance that Spanish reads otherwise than other languages.
    static func find(in words: UtteranceWords, into numbers: inout [NumberReading]) {
        var index = 0
        while index < words.count {
            guard let (value, end) = number(words, at: index), isMeant(words, index..<end) else {
                index += 1
                continue
            }
            let tokens = index..<end
            numbers.append(NumberReading(value: Double(value), tokens: tokens, bytes: words.span(of: tokens)))
            index = end
        }
    }

    /// The number that begins at a word, in words or in digits with Spanish signs.
    private static func number(_ words: UtteranceWords, at index: Int) -> (value: Int, end: Int)? {
        if let dozens = dozens(words, at: index) { return dozens }
        if words[index].isDigits { return grouped(words, at: index) }
        return spelled(words, at: index)
    }

    /// `una docena`, `media docena`, `dos docenas`, `un par`.
    private static func dozens(_ words: UtteranceWords, at index: Int) -> (value: Int, end: Int)? {
        guard words.isSpaced(index) else { return nil }
        switch (words[index], words[index + 1]) {
        case ("media", "docena"): return (6, index + 2)
        case ("un", "par"): return (2, index + 2)
        case (let word, "docena"), (let word, "docenas"):
            return small[word].map { ($0 * 12, index + 2) }
        default: return nil
        }
    }

    /// `1.234`, `1.234.567` and `10 mil`; everything else in digits is read as everywhere.
    private static func grouped(_ words: UtteranceWords, at index: Int) -> (value: Int, end: Int)? {
        let before = words.byte(before: words.ranges[index].lowerBound)
        guard words[index].utf8.count <= 3, !".,-/_:@#".utf8.contains(before) else { return nil }
        var digits = words[index]
        var end = index + 1
        while words.isJoined(end - 1, by: "."), words[end].isDigits, words[end].utf8.count == 3,
            end - index < 4
        {
            digits += words[end]
            end += 1
        }
        if end < words.count, [",", ".", "-", "/", ":"].contains(where: { words.isJoined(end - 1, by: $0) }) {
            return nil
        }
        guard let value = Int(digits) else { return nil }
        if words[end] == "mil", words.isSpaced(end - 1) { return (value * 1000, end + 1) }
        return end > index + 1 ? (value, end) : nil
    }

    /// A number in words: `mil doscientos treinta y cuatro`.
    static func spelled(_ words: UtteranceWords, at start: Int) -> (value: Int, end: Int)? {
        var (total, end) = (0, start)
        if let (value, next) = belowThousand(words, at: start) {
            (total, end) = (value, next)
        }
        if words[end] == "mil", end == start || words.isSpaced(end - 1) {
            total = max(total, 1) * 1000
            end += 1
            if words.isSpaced(end - 1), let (value, next) = belowThousand(words, at: end) {
                total += value
                end = next
            }
        } else if words[end] == "millon" || words[end] == "millones", end > start, words.isSpaced(end - 1) {
            total *= 1_000_000
            end += 1
        }
        return end > start ? (total, end) : nil
    }

    private static func belowThousand(_ words: UtteranceWords, at start: Int) -> (value: Int, end: Int)? {
        guard let hundred = hundreds[words[start]] else { return belowHundred(words, at: start) }
        guard words.isSpaced(start), let (rest, end) = belowHundred(words, at: start + 1) else {
            return (hundred, start + 1)
        }
        return (hundred + rest, end)
    }

    static func belowHundred(_ words: UtteranceWords, at start: Int) -> (value: Int, end: Int)? {
        if let value = small[words[start]] { return (value, start + 1) }
        guard let ten = tens[words[start]] else { return nil }
        guard words[start + 1] == "y", words.isSpaced(start), words.isSpaced(start + 1),
            let unit = small[words[start + 2]], (1...9).contains(unit)
        else { return (ten, start + 1) }
        return (ten + unit, start + 3)
    }

    /// "Un", "una" and "uno" count only alone or behind "número".
    private static func isMeant(_ words: UtteranceWords, _ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1, ["un", "una", "uno"].contains(words[tokens.lowerBound]) else { return true }
        return words.count == 1 || ["numero", "opcion"].contains(words[tokens.lowerBound - 1])
    }
}
