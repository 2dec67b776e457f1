/// A day in digits: `2026-12-03`, `3.12.2026`, `12/03/2026`, `12-03-2026`.
enum NumericDate {
    /// Reads such a day from a word on.
    ///
    /// Points put the day first. Slashes and hyphens put the month first, unless that makes no day. Two digits for the
    /// year are of this century and need two for day and month when points part them. Without a year a slash makes a
    /// day only behind a preposition ("by 12/24").
    static func read(_ words: UtteranceWords, at index: Int) -> (value: DateExpression, tokens: Range<Int>)? {
        guard words[index].isDigits, !isContinued(words, at: index) else { return nil }
        for sign: Unicode.Scalar in ["-", "/", "."] where words.isJoined(index, by: sign) {
            guard words.isJoined(index + 1, by: sign), !hasMore(words, behind: index + 2) else {
                return sign == "/" ? withoutYear(words, at: index) : nil
            }
            return date(words[index], words[index + 1], words[index + 2], sign).map {
                ($0, index..<index + 3)
            }
        }
        return nil
    }

    private static func isContinued(_ words: UtteranceWords, at index: Int) -> Bool {
        let before = words.byte(before: words.ranges[index].lowerBound)
        return "-/.:#".utf8.contains(before)
    }

    private static func hasMore(_ words: UtteranceWords, behind index: Int) -> Bool {
        guard index + 1 < words.count, words.gap(after: index).count == 1 else { return false }
        return ["-", "/", "."].contains { words.isJoined(index, by: $0) }
    }

    private static func date(_ one: String, _ two: String, _ three: String, _ sign: Unicode.Scalar)
        -> DateExpression?
    {
        let lengths = (one.utf8.count, two.utf8.count, three.utf8.count)
        guard let first = Int(one), let second = Int(two), let third = Int(three),
            max(lengths.0, lengths.1, lengths.2) <= 4
        else { return nil }
        if let year = CalendarDate.year(one) {
            guard lengths.1 <= 2, lengths.2 <= 2 else { return nil }
            return calendar(year, second, third)
        }
        var year = CalendarDate.year(three)
        if year == nil, lengths.2 == 2, sign != ".", lengths.0 <= 2 { year = 2000 + third }
        if year == nil, lengths == (2, 2, 2) { year = 2000 + third }
        guard let year, lengths.0 <= 2, lengths.1 <= 2 else { return nil }
        if sign == "." { return calendar(year, second, first) }
        return calendar(year, first, second) ?? calendar(year, second, first)
    }

    private static func calendar(_ year: Int?, _ month: Int, _ day: Int) -> DateExpression? {
        CalendarWords.isDay(day, month: month, year: year)
            ? .calendar(year: year, month: month, day: day) : nil
    }

    private static func withoutYear(
        _ words: UtteranceWords,
        at index: Int
    ) -> (value: DateExpression, tokens: Range<Int>)? {
        guard ["on", "by", "until", "before", "after", "since", "from"].contains(words[index - 1]),
            !hasMore(words, behind: index + 1), words[index].utf8.count <= 2,
            words[index + 1].utf8.count <= 2,
            let first = Int(words[index]), let second = Int(words[index + 1])
        else { return nil }
        return (calendar(nil, first, second) ?? calendar(nil, second, first)).map { ($0, index..<index + 2) }
    }
}
