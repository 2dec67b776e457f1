/// The built-in types as Spanish says them.
enum SpanishEntities {
    /// What the words of Spanish can wake.
    static let hints: [String: EntityHints] = {
        var hints: [String: EntityHints] = [:]
        func add(_ words: some Sequence<String>, _ hint: EntityHints) {
            for word in words { hints[word, default: []].formUnion(hint) }
        }
        add(SpanishNumbers.words, .number)
        add(SpanishOrdinals.words.keys, .ordinal)
        add(SpanishDates.words, .date)
        add(SpanishTimes.words, .time)
        add(SpanishNames.words, .personName)
        return hints
    }()

    /// Finds what stands in the utterance; numbers are handed on, because amounts are made of them.
    static func recognize(
        _ words: UtteranceWords,
        _ found: EntityHints,
        _ numbers: inout [NumberReading],
        into readings: inout [EntityReading]
    ) {
        if found.contains(.personName) { SpanishNames.recognize(words, into: &readings) }
        guard !found.isDisjoint(with: [.digit, .number, .ordinal, .date, .time]) else { return }
        SpanishNumbers.find(in: words, into: &numbers)
        for number in numbers { readings.append(number.reading) }
        SpanishOrdinals.recognize(words, into: &readings)
        SpanishDates.recognize(words, into: &readings)
        SpanishTimes.recognize(words, into: &readings)
    }
}
