/// An utterance as patterns see it: numbers for words and entity readings.
struct PatternInput {
    /// One reading of one stretch of words as an entity.
    struct Reading {
        var type: Int32
        var start: Int
        var end: Int
        /// The entity's place in the list that the input was made from.
        var entity: Int
    }

    /// The words' numbers, ``PatternVocabulary/unknown`` for words of no pattern.
    let words: [Int32]
    /// The readings by start; longest first among equals.
    let readings: [Reading]
    /// For each token, the first reading that starts there or later; one more entry at the end.
    let readingStart: [Int]

    init(tokens: [Token], entities: [Entity], vocabulary: PatternVocabulary) {
        words = tokens.map { vocabulary.number(ofWord: $0.text) }
        var readings: [Reading] = []
        for (index, entity) in entities.enumerated() {
            let type = vocabulary.number(ofEntityType: entity.type)
            let range = entity.tokens
            guard type != PatternVocabulary.unknown, !range.isEmpty, range.upperBound <= tokens.count,
                range.count <= PatternAutomaton.entityWordLimit
            else { continue }
            let reading = Reading(type: type, start: range.lowerBound, end: range.upperBound, entity: index)
            readings.append(reading)
        }
        if readings.count > 1 {
            readings.sort { ($0.start, $1.end, $0.entity) < ($1.start, $0.end, $1.entity) }
        }
        var readingStart: [Int] = []
        if !readings.isEmpty {
            readingStart.reserveCapacity(tokens.count + 1)
            for (index, reading) in readings.enumerated() {
                while readingStart.count <= reading.start { readingStart.append(index) }
            }
            while readingStart.count <= tokens.count { readingStart.append(readings.count) }
        }
        self.readings = readings
        self.readingStart = readingStart
    }

    /// The readings that start at a token.
    func readings(at token: Int) -> Range<Int> {
        guard token + 1 < readingStart.count else { return 0..<0 }
        return readingStart[token]..<readingStart[token + 1]
    }
}
