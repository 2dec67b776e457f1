/// Finds positions: `1st`, `second`, `twenty-first`, and `last` as -1.
///
/// "second" is no position where it is a time ("wait a second"), and "last" and "first" are none in set phrases ("last
/// week", "at last", "first of all", "first name").
enum OrdinalRecognizer {
    static let words: WordTable<Int> = {
        var table: [String: Int] = ["hundredth": 100, "thousandth": 1000]
        let small = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
            "nineteenth",
        ]
        for (index, word) in small.enumerated() { table[word] = index + 1 }
        let tens = [
            "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
            "ninetieth",
        ]
        for (index, word) in tens.enumerated() { table[word] = (index + 2) * 10 }
        return WordTable(table)
    }()

    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        var reach = 0
        for index in words.starts where index >= reach {
            guard let (value, end) = ordinal(words, at: index) else { continue }
            let tokens = index..<end
            if !isPhrase(words, tokens) {
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
            reach = end
        }
    }

    /// The ordinal that begins at a word, and where it ends.
    static func ordinal(_ words: UtteranceWords, at index: Int) -> (value: Int, end: Int)? {
        let word = words[index]
        if let value = digits(word) {
            // `A-1st` and `3.1st` are codes.
            let start = words.ranges[index].lowerBound
            let isCode =
                words.byte(before: start) == UInt8(ascii: "-")
                || words.byte(before: start) == UInt8(ascii: ".")
            return isCode ? nil : (value, index + 1)
        }
        if let value = Self.words[word] { return (value, index + 1) }
        if case .tens(let tens)? = NumberWord.table[word], words.isConnected(index),
            let unit = Self.words[words[index + 1]], unit < 10
        {
            return (Int(tens) + unit, index + 2)
        }
        return word == "last" ? (-1, index + 1) : nil
    }

    /// The value of `1st`, `22nd`, `13th`; the ending has to fit.
    private static func digits(_ word: String) -> Int? {
        guard word.beginsWithDigit, word.utf8.count > 2, word.utf8.count < 8, word.dropLast(2).isDigits,
            let value = Int(word.dropLast(2))
        else { return nil }
        let isTeen = (11...13).contains(value % 100)
        let ending =
            switch value % 10 {
            case 1 where !isTeen: "st"
            case 2 where !isTeen: "nd"
            case 3 where !isTeen: "rd"
            default: "th"
            }
        return value > 0 && word.hasSuffix(ending) ? value : nil
    }

    /// Whether the word belongs to a phrase that names no position.
    private static func isPhrase(_ words: UtteranceWords, _ tokens: Range<Int>) -> Bool {
        let before = words[tokens.lowerBound - 1]
        let next = words.isConnected(tokens.upperBound - 1) ? words[tokens.upperBound] : ""
        guard tokens.count == 1 else { return false }
        switch words[tokens.lowerBound] {
        case "last":
            guard before == "the" || before == "my" || before == "very" || next == "one" || words.count == 1
            else {
                return true
            }
            return timeUnits.contains(next) || CalendarWords.weekdays[next] != nil
                || CalendarWords.months[next] != nil
                || NumberWord.table[next] != nil && next != "one" || next.beginsWithDigit
        case "second":
            let isTime = ["a", "one", "per", "split", "every", "each", "half", "this"].contains(before)
            return (isTime || before.isDigits) && next != "one" || ["hand", "thoughts"].contains(next)
        case "first":
            if before == "at" { return true }
            if next == "of", words[tokens.upperBound + 1] == "all" { return true }
            return ["name", "names", "class", "aid", "thing"].contains(next)
        case "third":
            return ["party", "parties"].contains(next)
        default:
            return false
        }
    }

    private static let timeUnits: Set<String> = [
        "week", "weeks", "weekend", "month", "months", "year", "years", "day", "days", "night", "time",
        "hour", "hours",
        "minute", "minutes", "few", "name", "names", "evening", "morning", "afternoon", "summer", "winter",
        "spring",
        "autumn", "fall", "christmas", "resort", "chance",
    ]
}
