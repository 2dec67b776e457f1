/// Finds stretches of the day: `from 9 am to 5 pm`, `between 3 and 5 pm`, `10:30-11:00`, `de 3 a 5 de la tarde`.
///
/// A first time without a half of the day takes that of the second one when that makes it the earlier one; "9 to 5" ends
/// in the afternoon. "From" and "between" are part of the entity, and "and" ties two times only behind "between".
enum TimeRangeRecognizer {
    static func recognize(
        _ words: UtteranceWords,
        using buffers: inout RangeBuffers,
        into readings: inout [EntityReading]
    ) {
        buffers.read(.time, among: readings)
        let times = buffers.ends
        var reach = 0
        for right in words.tokens.indices where right >= reach {
            guard let tie = RangeTie(words, endingAt: right), let last = end(words, at: right, times),
                let first = start(words, endingAt: tie.left, times)
            else { continue }
            let lead = RangeTie.lead(words, before: first.place)
            guard isMeant(words, tie, first, last, lead) else { continue }
            let tokens = (lead ?? first.place)..<last.place
            readings.append(
                EntityReading(
                    .timeRange,
                    .timeRange,
                    tokens,
                    of: words,
                    value: .timeRange(Self.range(first, last))
                )
            )
            reach = tokens.upperBound
        }
    }

    /// One of the two times, and where it begins or ends.
    private struct End {
        var time: TimeOfDay
        var place: Int
        /// Whether nothing but an hour was said.
        var isBare: Bool
        /// Whether the words leave no doubt which half of the day is meant.
        var isExact: Bool
    }

    private static func isMeant(
        _ words: UtteranceWords,
        _ tie: RangeTie,
        _ first: End,
        _ last: End,
        _ lead: Int?
    ) -> Bool {
        let isBetween = lead.map { RangeTie.betweens.contains(words[$0]) } ?? false
        if tie.needsBetween && !isBetween { return false }
        if RangeTie.isChange(words, before: lead ?? first.place) { return false }
        if last.isBare {
            // "From 9 to 5" may count things, unless the clause ends.
            guard lead != nil || !first.isBare, words.endsClause(last.place - 1) else { return false }
            if first.isBare, ["de", "del", "desde"].contains(lead.map { words[$0] } ?? "") { return false }
        }
        return true
    }

    // MARK: The two ends

    private static func end(_ words: UtteranceWords, at index: Int, _ times: [EntityReading]) -> End? {
        if let reading = times.first(where: { $0.tokens.lowerBound == index }),
            case .time(let time) = reading.value
        {
            return End(
                time: time,
                place: reading.tokens.upperBound,
                isBare: false,
                isExact: isExact(words, reading.tokens, time)
            )
        }
        guard let hour = bare(words, at: index) else { return nil }
        // "In the afternoon" leaves no doubt behind the end of a stretch.
        if let (time, place) = TimeRecognizer.halved(words, hour, 0, index + 1), place > index + 1 {
            return End(time: time, place: place, isBare: false, isExact: true)
        }
        return End(time: TimeOfDay(hour: hour, minute: 0), place: index + 1, isBare: true, isExact: hour > 12)
    }

    private static func start(_ words: UtteranceWords, endingAt end: Int, _ times: [EntityReading]) -> End? {
        if let reading = times.last(where: { $0.tokens.upperBound == end }),
            case .time(let time) = reading.value
        {
            return End(
                time: time,
                place: reading.tokens.lowerBound,
                isBare: false,
                isExact: isExact(words, reading.tokens, time)
            )
        }
        if end >= 2, words.isJoined(end - 2, by: ":"), let hour = bare(words, at: end - 2),
            let minute = Int(words[end - 1]), words[end - 1].utf8.count == 2, minute < 60
        {
            let time = TimeOfDay(hour: hour, minute: minute)
            return End(time: time, place: end - 2, isBare: false, isExact: hour > 12)
        }
        // The 9 of "A-9" is part of a code.
        guard end < 2 || !words.isJoined(end - 2, by: "-") else { return nil }
        return bare(words, at: end - 1).map {
            End(time: TimeOfDay(hour: $0, minute: 0), place: end - 1, isBare: true, isExact: $0 > 12)
        }
    }

    /// An hour in digits or in a word.
    private static func bare(_ words: UtteranceWords, at index: Int) -> Int? {
        let word = words[index]
        if word.isDigits, word.utf8.count <= 2, let hour = Int(word), hour < 24 {
            let before = words.byte(before: words.ranges[index].lowerBound)
            let after = words.byte(at: words.ranges[index].upperBound)
            return ".:/#$,+".utf8.contains(before) || "%$/".utf8.contains(after)
                || after == 0xE2 && !isDashed(words, index)
                ? nil : hour
        }
        switch NumberWord.table[word] {
        case .unit(let value) where value > 0: return Int(value)
        case .teen(let value) where value <= 12: return Int(value)
        default: break
        }
        return SpanishNumbers.small[word].flatMap {
            (1...12).contains($0) && word != "un" && word != "una" ? $0 : nil
        }
    }

    private static func isDashed(_ words: UtteranceWords, _ index: Int) -> Bool {
        words.gap(after: index).isDash
    }

    /// Whether a time says its half of the day, or is on a clock of 24 hours.
    private static func isExact(_ words: UtteranceWords, _ tokens: Range<Int>, _ time: TimeOfDay) -> Bool {
        if time.hour >= 12 || time.hour == 0 { return true }
        return tokens.contains { index in
            let word = words[index]
            return word.hasSuffix("am") || word.hasSuffix("pm") || halves.contains(word)
                || word.utf8.first == UInt8(ascii: "0")
        }
    }

    private static let halves: Set<String> = [
        "a", "p", "m", "morning", "afternoon", "evening", "night", "manana", "tarde", "noche", "madrugada",
        "h",
    ]

    // MARK: Halves of the day

    private static func range(_ first: End, _ last: End) -> TimeRange {
        var (from, until) = (first.time, last.time)
        if !first.isExact, last.isExact, from.hour < 12 {
            let later = TimeOfDay(hour: from.hour + 12, minute: from.minute)
            if later < until { from = later }
        } else if !last.isExact, until.hour < 12, until <= from {
            let later = TimeOfDay(hour: until.hour + 12, minute: until.minute)
            if from < later { until = later }
        }
        return TimeRange(from: from, until: until)
    }
}
