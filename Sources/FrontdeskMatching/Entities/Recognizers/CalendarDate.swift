/// A day with the name of its month: `3 December`, `the 3rd of December 2026`, `Dec 3rd, 2026`.
enum CalendarDate {
    /// Reads such a day from a word on.
    static func read(_ words: UtteranceWords, at index: Int) -> (value: DateExpression, end: Int)? {
        dayFirst(words, at: index) ?? monthFirst(words, at: index)
    }

    private static func dayFirst(_ words: UtteranceWords, at index: Int) -> (value: DateExpression, end: Int)?
    {
        var place = index
        if words[place] == "the", words.isSpaced(place) { place += 1 }
        guard let (day, dayEnd) = day(words, at: place) else { return nil }
        place = dayEnd
        if words[place] == "of", words.isSpaced(place - 1) { place += 1 }
        // "3. December" and "3-Dec-2026" are written, too.
        guard words.isConnected(place - 1) || words.gap(after: place - 1).elementsEqual(". ".utf8),
            let month = CalendarWords.months[words[place]]
        else { return nil }
        // "order 5 may be late" holds no date.
        if words[place] == "may", verbsAfterMay.contains(words[place + 1]) { return nil }
        return finish(words, month: month, day: day, last: place)
    }

    private static func monthFirst(_ words: UtteranceWords, at index: Int) -> (
        value: DateExpression, end: Int
    )? {
        guard let month = CalendarWords.months[words[index]] else { return nil }
        var place = index + 1
        guard words.isConnected(index) || words.gap(after: index).elementsEqual(". ".utf8) else { return nil }
        if words[place] == "the", words.isSpaced(place) { place += 1 }
        guard let (day, end) = day(words, at: place) else { return nil }
        return finish(words, month: month, day: day, last: end - 1)
    }

    private static func finish(
        _ words: UtteranceWords,
        month: Int,
        day: Int,
        last: Int
    ) -> (value: DateExpression, end: Int)? {
        let hasYear = words.isConnected(last) || words.gap(after: last).elementsEqual(", ".utf8)
        let year = hasYear ? year(words[last + 1]) : nil
        guard CalendarWords.isDay(day, month: month, year: year) else { return nil }
        return (.calendar(year: year, month: month, day: day), year == nil ? last + 1 : last + 2)
    }

    /// A day in one or two digits or as an ordinal.
    private static func day(_ words: UtteranceWords, at index: Int) -> (day: Int, end: Int)? {
        let word = words[index]
        if word.isDigits, word.utf8.count <= 2, let day = Int(word), (1...31).contains(day) {
            // The 5 of "2.5 march" or "10:05 may" ends another number.
            let before = words.byte(before: words.ranges[index].lowerBound)
            return [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/")].contains(before)
                ? nil : (day, index + 1)
        }
        guard let (day, end) = OrdinalRecognizer.ordinal(words, at: index), (1...31).contains(day) else {
            return nil
        }
        return (day, end)
    }

    /// A year in four digits, 1900 to 2199.
    static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, word.isDigits, let year = Int(word), (1900...2199).contains(year) else {
            return nil
        }
        return year
    }

    private static let verbsAfterMay: WordTable<Void> = [
        "be", "have", "i", "you", "we", "they", "it", "not", "also", "need", "take", "get", "never", "come",
        "arrive",
    ]
}
