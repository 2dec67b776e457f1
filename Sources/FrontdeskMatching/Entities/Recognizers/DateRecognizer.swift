/// Finds days: `today`, `next Tuesday`, `in 3 days`, `3 December 2026`, `2026-12-03`, `on the 5th`.
///
/// A leading preposition is not part of the entity, except for the "in" of `in 3 days`. `12/03/2026` is read month first,
/// unless only day first makes a day; `3.12.2026` is read day first.
enum DateRecognizer {
    static func recognize(
        _ words: UtteranceWords,
        _ numbers: PlacedNumbers,
        into readings: inout [EntityReading]
    ) {
        var reach = 0
        for index in words.starts where index >= reach {
            guard let (value, tokens) = date(words, numbers, at: index) else { continue }
            readings.append(
                EntityReading(
                    .date,
                    .date,
                    tokens,
                    of: words,
                    value: .date(value)
                )
            )
            reach = tokens.upperBound
        }
    }

    private typealias Found = (value: DateExpression, tokens: Range<Int>)

    private static func date(_ words: UtteranceWords, _ numbers: PlacedNumbers, at index: Int) -> Found? {
        if let number = numbers.number(at: index) {
            if let found = ago(words, number) ?? workingDays(words, number, from: index) { return found }
        }
        if words[index] == "in" || words[index] == "within", let number = numbers.number(at: index + 1),
            let found = workingDays(words, number, from: index)
        {
            return found
        }
        if words[index] == "in" || words[index] == "a" || words[index] == "an" {
            if let found = distance(words, numbers, at: index) { return found }
        }
        if let found = relativeDay(words, at: index) ?? NumericDate.read(words, at: index) { return found }
        if let (value, end) = CalendarDate.read(words, at: index) { return (value, index..<end) }
        return weekday(words, at: index) ?? period(words, at: index) ?? dayOfMonth(words, at: index)
    }

    // MARK: Relative days

    private static func relativeDay(_ words: UtteranceWords, at index: Int) -> Found? {
        switch words[index] {
        case "today", "tonight": return (.days(0), index..<index + 1)
        case "tomorrow": return (.days(1), index..<index + 1)
        case "yesterday": return (.days(-1), index..<index + 1)
        case "last" where words[index + 1] == "night": return (.days(-1), index..<index + 2)
        case "the" where words[index + 1] == "day":
            return relativeDay(words, at: index + 1).map { ($0.value, index..<$0.tokens.upperBound) }
        case "day" where words[index + 1] == "after" && words[index + 2] == "tomorrow":
            return (.days(2), index..<index + 3)
        case "day" where words[index + 1] == "before" && words[index + 2] == "yesterday":
            return (.days(-2), index..<index + 3)
        default: return nil
        }
    }

    /// `next week`, `last month`, `next year`.
    private static func period(_ words: UtteranceWords, at index: Int) -> Found? {
        let sign: Int
        switch words[index] {
        case "next": sign = 1
        // "the last week" is a stretch of time, not a day.
        case "last" where words[index - 1] != "the": sign = -1
        default: return nil
        }
        guard words.isSpaced(index), let value = length(words[index + 1], count: sign),
            ["week", "month", "year", "fortnight"].contains(words[index + 1])
        else { return nil }
        return (value, index..<index + 2)
    }

    /// So many days, weeks, months or years.
    private static func length(_ unit: String, count: Int) -> DateExpression? {
        switch unit {
        case "day", "days": .days(count)
        case "week", "weeks": .days(7 * count)
        case "fortnight", "fortnights": .days(14 * count)
        case "month", "months": .months(count)
        case "year", "years": .months(12 * count)
        default: nil
        }
    }

    /// `in 3 days`, `in a week`, `a week ago`, `a month from now`.
    private static func distance(_ words: UtteranceWords, _ numbers: PlacedNumbers, at index: Int) -> Found? {
        var next = index
        let isAhead = words[index] == "in"
        if isAhead { next += 1 }
        let number = numbers.number(at: next)
        if let number, !isAhead { return ago(words, number) }
        let count: Int
        if let number {
            guard let whole = number.whole else { return nil }
            count = whole
            next = number.tokens.upperBound
        } else {
            guard words[next] == "a" || words[next] == "an" || words[next] == "one" else { return nil }
            count = 1
            next += 1
        }
        if words[next] == "of" { next += 1 }
        guard length(words[next], count: count) != nil else { return nil }
        // The "in a week's time" of careful speakers comes as "in a week time".
        if isAhead { return length(words[next], count: count).map { ($0, index..<next + 1) } }
        return direction(words, behind: next, count).map { ($0.value, index..<$0.end) }
    }

    /// `3 days ago`, `two weeks from now`, `a week from tomorrow`.
    private static func ago(_ words: UtteranceWords, _ number: NumberReading) -> Found? {
        guard let count = number.whole else { return nil }
        var unit = number.tokens.upperBound
        if words[unit] == "of" { unit += 1 }
        return direction(words, behind: unit, count).map { ($0.value, number.tokens.lowerBound..<$0.end) }
    }

    /// `in 3 business days`, `within two working days`, `3 business days from now`; without such a word only as all that
    /// is said, the answer to "by when?".
    private static func workingDays(
        _ words: UtteranceWords,
        _ number: NumberReading,
        from index: Int
    ) -> Found? {
        let kind = number.tokens.upperBound
        guard let count = number.whole, (0...1000).contains(count), words.isSpaced(kind),
            words[kind] == "business" || words[kind] == "working",
            words[kind + 1] == "days" || words[kind + 1] == "day"
        else { return nil }
        let end = kind + 2
        if words.isSpaced(end - 1), words[end] == "from", ["now", "today"].contains(words[end + 1]) {
            return (.workingDays(count), index..<end + 2)
        }
        guard index < number.tokens.lowerBound || index == 0 && end == words.count else { return nil }
        return (.workingDays(count), index..<end)
    }

    private static func direction(
        _ words: UtteranceWords,
        behind unit: Int,
        _ count: Int
    ) -> (value: DateExpression, end: Int)? {
        guard words.isSpaced(unit) else { return nil }
        if words[unit + 1] == "ago" { return length(words[unit], count: -count).map { ($0, unit + 2) } }
        guard words[unit + 1] == "from" else { return nil }
        let length = length(words[unit], count: count)
        switch words[unit + 2] {
        case "now", "today": return length.map { ($0, unit + 3) }
        case "tomorrow":
            guard case .days(let days)? = length else { return nil }
            return (.days(days + 1), unit + 3)
        default: return nil
        }
    }

    // MARK: Weekdays and days of the month

    /// `Tuesday`, `next Tuesday`, `Tuesday next week`, `Tuesday, 3 December`.
    private static func weekday(_ words: UtteranceWords, at index: Int) -> Found? {
        var place = index
        var reading = WeekdayReading.coming
        if let modifier = modifiers[words[index]], words.isSpaced(index) {
            reading = modifier
            place += 1
            if words[place] == "coming" { place += 1 }
        }
        guard let day = CalendarWords.weekdays[words[place]] else { return nil }
        if CalendarWords.isShortWeekday(words[place]), place == index, words.count > 2,
            !prepositions.contains(words[index - 1]), CalendarDate.read(words, at: place + 1) == nil
        {
            return nil
        }
        var end = place + 1
        if place == index {
            if let (value, dateEnd) = CalendarDate.read(words, at: end), words.gap(after: place).count <= 2 {
                return (value, index..<dateEnd)
            }
            if words[end] == "next", words[end + 1] == "week" {
                reading = .next
                end += 2
            }
        }
        return (.weekday(day, reading), index..<end)
    }

    private static let modifiers: WordTable<WeekdayReading> = [
        "this": .coming, "coming": .coming, "next": .next, "last": .last, "past": .last,
    ]

    private static let prepositions: WordTable<Void> = [
        "on", "by", "until", "till", "before", "after", "from", "since", "to", "through", "for",
    ]

    /// `on the 5th`; a noun behind it (`on the 5th floor`) makes it something else.
    private static func dayOfMonth(_ words: UtteranceWords, at index: Int) -> Found? {
        guard words[index - 1] == "the", prepositions.contains(words[index - 2]), words[index - 2] != "for",
            let (day, end) = OrdinalRecognizer.ordinal(words, at: index), (1...31).contains(day)
        else { return nil }
        guard words.endsClause(end - 1) || dayFollowers.contains(words[end]) else { return nil }
        return (.dayOfMonth(day), index..<end)
    }

    private static let dayFollowers: WordTable<Void> = [
        "at", "and", "or", "please", "of", "for", "in", "to", "but", "if", "is", "was", "around", "after",
        "before",
        "by", "it", "i", "we", "you", "not", "because", "as", "with", "instead", "this", "next", "thanks",
    ]
}
