/// Finds stretches of days: `from Monday to Friday`, `between 3 and 5 May`, `del 3 al 5 de mayo`, `next week`, `in May`.
///
/// "From" and "between" are part of the entity. A move ("change it from Monday to Friday") is no stretch, and "and" ties
/// two days only behind "between".
enum DateRangeRecognizer {
    static func recognize(
        _ words: UtteranceWords,
        inSpanish: Bool,
        using buffers: inout RangeBuffers,
        into readings: inout [EntityReading]
    ) {
        buffers.read(.date, among: readings)
        let days = buffers.ends
        var reach = 0
        func add(_ found: (value: DateRangeExpression, tokens: Range<Int>)?) {
            guard let found, found.tokens.lowerBound >= reach else { return }
            reach = found.tokens.upperBound
            readings.append(
                EntityReading(.dateRange, .dateRange, found.tokens, of: words, value: .dateRange(found.value))
            )
        }
        for day in days where day.tokens.lowerBound >= reach {
            guard case .date(let value) = day.value else { continue }
            add(ending(words, with: value, day.tokens, among: days) ?? continued(words, value, day.tokens))
        }
        reach = 0
        buffers.taken.removeAll(keepingCapacity: true)
        for reading in readings where reading.source == .dateRange { buffers.taken.append(reading.tokens) }
        let taken = buffers.taken
        for index in words.tokens.indices where index >= reach {
            guard let found = period(words, at: index) ?? (inSpanish ? spanishPeriod(words, at: index) : nil),
                !taken.contains(where: { $0.overlaps(found.tokens) })
            else { continue }
            add(found)
        }
    }

    private typealias Found = (value: DateRangeExpression, tokens: Range<Int>)

    // MARK: From one day to another

    /// The stretch whose last day is given.
    private static func ending(
        _ words: UtteranceWords,
        with last: DateExpression,
        _ tokens: Range<Int>,
        among days: [EntityReading]
    ) -> Found? {
        guard let tie = RangeTie(words, endingAt: tokens.lowerBound) else { return nil }
        let first: DateExpression
        let start: Int
        if let day = days.last(where: { $0.tokens.upperBound == tie.left }), case .date(let value) = day.value
        {
            (first, start) = (completed(value, by: last), day.tokens.lowerBound)
        } else if let (value, place) = bareDay(words, before: tie.left, last) {
            (first, start) = (value, place)
        } else if words[tie.left - 1] == "now" || words[tie.left - 1] == "ahora" {
            (first, start) = (.days(0), tie.left - 1)
        } else {
            return nil
        }
        let lead = RangeTie.lead(words, before: start)
        if tie.needsBetween, lead.map({ !RangeTie.betweens.contains(words[$0]) }) ?? true { return nil }
        if RangeTie.isChange(words, before: lead ?? start) { return nil }
        // Two days from "now" need a lead of their own: "tomorrow to Friday" is a stretch, "order 3 to 5 May" is not.
        return (.between(first, last), (lead ?? start)..<tokens.upperBound)
    }

    /// A first day that says less than the last: "3 May to 5 June 2026", "Monday to Friday next week".
    private static func completed(_ first: DateExpression, by last: DateExpression) -> DateExpression {
        switch (first, last) {
        case (.calendar(nil, let month, let day), .calendar(let year?, let lastMonth, let lastDay)):
            (month, day) <= (lastMonth, lastDay)
                ? .calendar(year: year, month: month, day: day)
                : .calendar(year: year - 1, month: month, day: day)
        case (.dayOfMonth(let day), .calendar(let year, let month, let lastDay)) where day < lastDay:
            .calendar(year: year, month: month, day: day)
        case (.weekday(let day, .coming), .weekday(let lastDay, .next)) where day < lastDay:
            .weekday(day, .next)
        case (.weekday(let day, .coming), .weekday(let lastDay, .following)) where day < lastDay:
            .weekday(day, .following)
        default: first
        }
    }

    /// The 3 of "3 to 5 May", or the "3rd".
    private static func bareDay(
        _ words: UtteranceWords,
        before end: Int,
        _ last: DateExpression
    ) -> (DateExpression, start: Int)? {
        guard case .calendar(let year, let month, let lastDay) = last, end > 0 else { return nil }
        let word = words[end - 1]
        let start: Int
        let day: Int
        if word.isDigits, word.utf8.count <= 2, let value = Int(word) {
            (day, start) = (value, end - 1)
            guard !"-./:#$,".utf8.contains(words.byte(before: words.ranges[start].lowerBound)) else {
                return nil
            }
        } else if let (value, ordinalEnd) = OrdinalRecognizer.ordinal(words, at: end - 1), ordinalEnd == end {
            (day, start) = (value, end - 1)
        } else if let (value, numberEnd) = SpanishNumbers.belowHundred(words, at: end - 1), numberEnd == end {
            (day, start) = (value, end - 1)
        } else {
            return nil
        }
        guard day > 0, day < lastDay else { return nil }
        return (.calendar(year: year, month: month, day: day), start)
    }

    /// "May 3 to 5", "May 3rd–5th, 2026".
    private static func continued(_ words: UtteranceWords, _ first: DateExpression, _ tokens: Range<Int>)
        -> Found?
    {
        guard case .calendar(nil, let month, let firstDay) = first,
            CalendarWords.months[words[tokens.lowerBound]] != nil
        else { return nil }
        var place = tokens.upperBound
        guard place < words.count else { return nil }
        if !words.gap(after: place - 1).isDash {
            guard words.isSpaced(place - 1), ["to", "through", "until", "till", "and"].contains(words[place])
            else {
                return nil
            }
            let lead = RangeTie.lead(words, before: tokens.lowerBound)
            if words[place] == "and", lead.map({ words[$0] != "between" }) ?? true { return nil }
            place += 1
            if words[place] == "the" { place += 1 }
        }
        let word = words[place]
        let day: Int
        if word.isDigits, word.utf8.count <= 2, let value = Int(word) {
            day = value
        } else if let (value, end) = OrdinalRecognizer.ordinal(words, at: place), end == place + 1 {
            day = value
        } else {
            return nil
        }
        var year: Int?
        var end = place + 1
        if words.isSpaced(place) || words.gap(after: place).elementsEqual(", ".utf8),
            let found = CalendarDate.year(words[end])
        {
            year = found
            end += 1
        }
        guard day > firstDay, CalendarWords.isDay(day, month: month, year: year) else { return nil }
        let lead = RangeTie.lead(words, before: tokens.lowerBound)
        if RangeTie.isChange(words, before: lead ?? tokens.lowerBound) { return nil }
        return (
            .between(
                .calendar(year: year, month: month, day: firstDay),
                .calendar(year: year, month: month, day: day)
            ),
            (lead ?? tokens.lowerBound)..<end
        )
    }

    // MARK: Weeks, weekends, months and years

    static func words(inSpanish: Bool) -> [String] {
        ["week", "weekend", "month", "year"] + (inSpanish ? ["fin", "semana", "mes", "ano"] : [])
    }

    private static func period(_ words: UtteranceWords, at index: Int) -> Found? {
        let shift: Int
        switch words[index] {
        case "in", "during", "throughout":
            return words.isSpaced(index) ? month(words, at: index + 1, CalendarWords.months) : nil
        case "weekend":
            return ["the", "at", "over"].contains(words[index - 1]) ? (.weekends(0), index..<index + 1) : nil
        case "this": shift = 0
        case "next": shift = 1
        // "The last week" is a length of time.
        case "last" where words[index - 1] != "the", "past" where words[index - 1] == "this": shift = -1
        default: return nil
        }
        guard words.isSpaced(index), let value = period(words[index + 1], shift) else { return nil }
        return (value, index..<index + 2)
    }

    private static func period(_ unit: String, _ shift: Int) -> DateRangeExpression? {
        switch unit {
        case "week", "semana": .weeks(shift)
        case "weekend": .weekends(shift)
        case "month", "mes": .months(shift)
        case "year", "ano": .years(shift)
        default: nil
        }
    }

    /// "May", "May 2026", "mayo de 2026" behind a preposition; a day behind it makes it a day.
    private static func month(_ words: UtteranceWords, at index: Int, _ months: WordTable<Int>) -> Found? {
        guard let month = months[words[index]] else { return nil }
        var end = index + 1
        var year: Int?
        if words.isSpaced(index) {
            let place = words[end] == "de" || words[end] == "of" ? end + 1 : end
            if let found = CalendarDate.year(words[place]) {
                (year, end) = (found, place + 1)
            } else if words[end].beginsWithDigit || OrdinalRecognizer.words[words[end]] != nil {
                return nil
            }
        }
        return (.calendarMonth(year: year, month: month), index..<end)
    }

    private static func spanishPeriod(_ words: UtteranceWords, at index: Int) -> Found? {
        switch words[index] {
        case "en", "durante":
            guard words.isSpaced(index) else { return nil }
            return month(words, at: index + 1, SpanishDates.months)
        case "este", "esta", "proximo", "proxima":
            guard words.isSpaced(index) else { return nil }
            let shift = words[index].hasPrefix("est") ? 0 : 1
            if let (end, isWeekend) = spanishUnit(words, at: index + 1) {
                return (
                    isWeekend ? .weekends(shift) : period(words[end - 1], shift) ?? .weeks(shift), index..<end
                )
            }
            return nil
        default:
            guard let (end, isWeekend) = spanishUnit(words, at: index) else { return nil }
            let shift: Int
            var last = end
            switch words[end] {
            case "que" where ["viene", "entra"].contains(words[end + 1]): (shift, last) = (1, end + 2)
            case "proximo", "proxima", "siguiente": (shift, last) = (1, end + 1)
            case "pasado", "pasada": (shift, last) = (-1, end + 1)
            default:
                guard isWeekend, ["el", "del", "al"].contains(words[index - 1]) else { return nil }
                shift = 0
            }
            return (
                isWeekend ? .weekends(shift) : period(words[end - 1], shift) ?? .weeks(shift), index..<last
            )
        }
    }

    /// The end of "semana", "mes", "año" or "fin de semana".
    private static func spanishUnit(_ words: UtteranceWords, at index: Int) -> (end: Int, isWeekend: Bool)? {
        if words[index] == "fin", words[index + 1] == "de", words[index + 2] == "semana" {
            return (index + 3, true)
        }
        return ["semana", "mes", "ano"].contains(words[index]) ? (index + 1, false) : nil
    }
}
