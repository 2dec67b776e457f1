/// So much of a unit, and where it stands.
struct Measured<Unit: Sendable> {
    var value: Double
    var unit: Unit
    var tokens: Range<Int>
    var bytes: Range<Int>
    /// Whether an article alone says that it is one: `an hour`.
    var isArticle = false
}

/// Reads amounts with a unit behind them: `2.5 kg`, `30min`, `half an hour`, `two and a half hours`, `hora y media`.
struct AmountReader {
    let words: UtteranceWords
    let numbers: PlacedNumbers
    let readsSpanish: Bool
    /// The words with which an amount can begin.
    let starts: [Int]

    /// Replaces `starts` by the words with which an amount can begin.
    static func findStarts(in words: UtteranceWords, _ numbers: PlacedNumbers, into starts: inout [Int]) {
        starts.removeAll(keepingCapacity: true)
        for index in words.tokens.indices
        where words[index].beginsWithDigit || numbers.number(at: index) != nil
            || leads.contains(words[index])
        {
            starts.append(index)
        }
    }

    private static let leads: WordTable<Void> = [
        "a", "an", "un", "una", "half", "quarter", "media", "medio", "cuarto",
    ]

    /// How much was said, before the unit.
    private struct Amount {
        var value: Double
        var end: Int
        var start: Int
        var isArticle = false
    }

    /// Reads what begins at a word.
    func read<Unit>(at index: Int, _ units: UnitTable<Unit>) -> Measured<Unit>? {
        attached(at: index, units) ?? spaced(at: index, units)
    }

    // MARK: Digits with the unit right behind them

    private func attached<Unit>(at index: Int, _ units: UnitTable<Unit>) -> Measured<Unit>? {
        guard words[index].beginsWithDigit, !hangs(words.ranges[index].lowerBound, index) else { return nil }
        var digits = ""
        var place = index
        if words[index].isDigits {
            guard words.isJoined(index, by: ".") || words.isJoined(index, by: ","),
                words[index + 1].beginsWithDigit
            else { return nil }
            digits = words[index] + "."
            place += 1
        }
        let word = words[place].utf8
        let own = word.prefix(while: \.isDigit)
        let letters = String(Substring(word.dropFirst(own.count)))
        let isGroup = digits.utf8.count > 0 && own.count == 3 && words.isJoined(index, by: ",")
        guard !letters.isEmpty, digits.utf8.count + own.count <= 12,
            let value = Double((isGroup ? String(digits.dropLast()) : digits) + String(Substring(own))),
            let (unit, end) = units.unit(letters, at: place, of: words, isAttached: true)
        else { return nil }
        let tokens = index..<end
        return Measured(value: value, unit: unit, tokens: tokens, bytes: words.span(of: tokens))
    }

    /// Whether the digits at an offset belong to a code or to a longer number.
    private func hangs(_ start: Int, _ index: Int) -> Bool {
        let before = words.byte(before: start)
        return index > 0 && ".,-/_:@#$".utf8.contains(before)
            && words.ranges[index - 1].upperBound == start - 1
            || before == UInt8(ascii: "#")
    }

    // MARK: Words and spaces between amount and unit

    private func spaced<Unit>(at index: Int, _ units: UnitTable<Unit>) -> Measured<Unit>? {
        guard let amount = amount(at: index) else { return nil }
        guard amount.end < words.count, words.isConnected(amount.end - 1),
            let (unit, unitEnd) = units.unit(words[amount.end], at: amount.end, of: words)
        else { return nil }
        var (value, end) = (amount.value, unitEnd)
        if let (rest, restEnd) = fraction(behind: unitEnd) { (value, end) = (value + rest, restEnd) }
        let bytes = amount.start..<words.span(of: index..<end).upperBound
        return Measured(
            value: value,
            unit: unit,
            tokens: index..<end,
            bytes: bytes,
            isArticle: amount.isArticle && end == unitEnd
        )
    }

    private func amount(at index: Int) -> Amount? {
        let start = words.ranges[index].lowerBound
        if let (value, end) = part(at: index) { return Amount(value: value, end: end, start: start) }
        if let found = fractionInDigits(at: index) {
            return Amount(value: found.value, end: found.end, start: start)
        }
        if let number = numbers.number(at: index) { return counted(number) }
        let articles = readsSpanish ? ["a", "an", "un", "una"] : ["a", "an"]
        guard articles.contains(words[index]), !isRate(index) else { return nil }
        return Amount(value: 1, end: index + 1, start: start, isArticle: true)
    }

    /// A number, and what "and a half" adds to it.
    private func counted(_ number: NumberReading) -> Amount {
        var (value, end) = (number.value, number.tokens.upperBound)
        let isSpelled = !words[number.tokens.lowerBound].beginsWithDigit
        if words.isSpaced(end - 1) {
            if let (rest, restEnd) = fraction(behind: end) {
                (value, end) = (value + rest, restEnd)
            } else if let (rest, restEnd) = fractionInDigits(at: end) {
                (value, end) = (value + rest, restEnd)
            } else if ["quarters", "cuartos"].contains(words[end]), ["of", "de"].contains(words[end + 1]) {
                (value, end) = (value / 4, end + 2)
                if ["a", "an"].contains(words[end]) { end += 1 }
            } else if isSpelled, ["of", "de"].contains(words[end]) {
                end += 1
            }
        }
        return Amount(value: value, end: end, start: number.bytes.lowerBound)
    }

    /// `half an`, `half`, `a quarter of an`, `media`, `un cuarto de`.
    private func part(at index: Int) -> (value: Double, end: Int)? {
        var place = index
        if ["a", "un", "an"].contains(words[place]), ["half", "quarter", "cuarto"].contains(words[place + 1])
        {
            place += 1
        }
        let value: Double
        switch words[place] {
        case "half": value = 0.5
        case "quarter": value = 0.25
        case "media" where readsSpanish, "medio" where readsSpanish: return (0.5, place + 1)
        case "cuarto" where readsSpanish && words[place + 1] == "de": return (0.25, place + 2)
        default: return nil
        }
        // "Two and a half hours" begins with the two.
        if place > 0, ["and", "one"].contains(words[index - 1]) { return nil }
        place += 1
        if words[place] == "of" { place += 1 }
        if ["a", "an"].contains(words[place]) { place += 1 }
        return (value, place)
    }

    /// `and a half`, `and a quarter`, `y media`, `y cuarto` behind a number or a unit.
    private func fraction(behind index: Int) -> (value: Double, end: Int)? {
        guard words.isSpaced(index - 1) else { return nil }
        if words[index] == "and", ["a", "one"].contains(words[index + 1]) {
            switch words[index + 2] {
            case "half": return (0.5, index + 3)
            case "quarter": return (0.25, index + 3)
            default: return nil
            }
        }
        guard readsSpanish, words[index] == "y" else { return nil }
        switch words[index + 1] {
        case "media", "medio": return (0.5, index + 2)
        case "cuarto": return (0.25, index + 2)
        default: return nil
        }
    }

    /// `1/2`, `3/4`: a proper fraction of small numbers.
    private func fractionInDigits(at index: Int) -> (value: Double, end: Int)? {
        // The two halves of "½" share its place.
        let isOneSign = index + 1 < words.count && words.ranges[index] == words.ranges[index + 1]
        guard words[index].isDigits, words[index + 1].isDigits, isOneSign || words.isJoined(index, by: "/"),
            words[index].utf8.count == 1, words[index + 1].utf8.count == 1,
            let above = Double(words[index]), let below = Double(words[index + 1]), above > 0, above < below,
            !hangs(words.ranges[index].lowerBound, index),
            index + 2 >= words.count || !words.isJoined(index + 1, by: "/")
        else { return nil }
        return (above / below, index + 2)
    }

    /// Whether the article means "for each": `10 euros an hour`, `twice a day`.
    private func isRate(_ index: Int) -> Bool {
        guard index > 0, words.isSpaced(index - 1) else { return false }
        let before = words[index - 1]
        return before.beginsWithDigit || NumberWord.table[before] != nil
            || [
                "once", "twice", "times", "hours", "minutes", "days", "euros", "dollars", "pounds", "bucks",
                "veces",
                "vez",
            ].contains(before)
    }
}
