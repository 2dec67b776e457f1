/// Which recognizers a word or a character can wake; a turn without any of them costs next to nothing.
struct EntityHints: OptionSet, Sendable {
    let rawValue: UInt16

    static let digit = EntityHints(rawValue: 1 << 0)
    static let atSign = EntityHints(rawValue: 1 << 1)
    static let innerDot = EntityHints(rawValue: 1 << 2)
    static let number = EntityHints(rawValue: 1 << 3)
    static let ordinal = EntityHints(rawValue: 1 << 4)
    static let date = EntityHints(rawValue: 1 << 5)
    static let time = EntityHints(rawValue: 1 << 6)
    static let personName = EntityHints(rawValue: 1 << 7)
    static let gazetteer = EntityHints(rawValue: 1 << 8)
    /// A common word that can begin an expression, but wakes nothing by itself.
    static let lead = EntityHints(rawValue: 1 << 9)

    /// A unit of time or of measure.
    static let unit = EntityHints(rawValue: 1 << 10)
    /// What stands in place of a card number.
    static let mask = EntityHints(rawValue: 1 << 11)

    static let all = EntityHints(rawValue: .max)

    /// What the words that built-in recognizers know can mean.
    static let ofWords: [String: EntityHints] = {
        var hints: [String: EntityHints] = [:]
        func add(_ words: some Sequence<String>, _ hint: EntityHints) {
            for word in words { hints[word, default: []].formUnion(hint) }
        }
        add(NumberWord.table.keys, .number)
        add(OrdinalRecognizer.words.keys, .ordinal)
        add(["last"], [.ordinal, .date])
        add(CalendarWords.weekdays.keys, .date)
        add(CalendarWords.months.keys, .date)
        add(
            [
                "today", "tonight", "tomorrow", "yesterday", "ago", "week", "month", "year", "night",
                "fortnight", "business", "working",
            ],
            .date
        )
        add(["noon", "midday", "midnight", "past", "half", "quarter", "oclock"], .time)
        add(
            ["a", "an", "in", "within", "the", "this", "coming", "past", "day", "half", "next", "last"],
            .lead
        )
        add(["name", "am", "this", "call"], .personName)
        return hints
    }()
}
