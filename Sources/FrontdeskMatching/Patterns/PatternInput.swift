/// An utterance as patterns see it: numbers for words, and what stretches of words can be read as.
struct PatternInput {
    /// One reading of one stretch of words: an entity, a member of a set of synonyms, or a word as written.
    struct Reading {
        /// The symbol of ``PatternTables``.
        var symbol: Int32
        var start: Int
        var end: Int
        /// The entity's place in the list that the input was made from; -1 for other readings.
        var entity: Int
    }

    /// The words' numbers, ``NameTable/unknown`` for words of no pattern.
    let words: [Int32]
    /// The readings by start; longest first among equals.
    let readings: [Reading]
    /// For each token, the first reading that starts there or later; one more entry at the end.
    private let readingStart: [Int]

    /// Looks everything up.
    ///
    /// - Parameter text: The folded utterance behind the tokens; without it each token is taken as written.
    init(tokens: [Token], entities: [Entity], text: NormalizedText? = nil, tables: PatternTables) {
        words = tokens.map { tables.words.number(of: $0.text) }
        var readings: [Reading] = []
        for (index, entity) in entities.enumerated() {
            let type = tables.entityTypes.number(of: entity.type)
            let range = entity.tokens
            guard type != NameTable.unknown, !range.isEmpty, range.upperBound <= tokens.count,
                range.count <= PatternAutomaton.entityWordLimit
            else { continue }
            readings.append(
                Reading(
                    symbol: tables.firstEntityType + type,
                    start: range.lowerBound,
                    end: range.upperBound,
                    entity: index
                )
            )
        }
        if tables.members.count > 0 { Self.findMembers(words, tables, &readings) }
        if tables.exactWords.count > 0 { Self.findExactWords(tokens, text, tables, &readings) }
        if readings.count > 1 {
            readings.sort {
                ($0.start, $1.end, $0.entity, $0.symbol) < ($1.start, $0.end, $1.entity, $1.symbol)
            }
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

    /// Everything the utterance holds, each symbol once, ascending.
    var symbols: [Int32] {
        var symbols = words.filter { $0 != NameTable.unknown }
        for reading in readings { symbols.append(reading.symbol) }
        symbols.sortOnce()
        return symbols
    }

    private static func findMembers(_ words: [Int32], _ tables: PatternTables, _ readings: inout [Reading]) {
        for (start, word) in words.enumerated() where word != NameTable.unknown {
            for index in Int(tables.memberStarts[Int(word)])..<Int(tables.memberStarts[Int(word) + 1]) {
                let member = tables.members[index]
                let end = start + 1 + Int(member.count)
                guard end <= words.count else { continue }
                var isThere = true
                for offset in 0..<Int(member.count)
                where tables.memberWords[Int(member.start) + offset] != words[start + 1 + offset] {
                    isThere = false
                }
                if isThere {
                    readings.append(Reading(symbol: member.set, start: start, end: end, entity: -1))
                }
            }
        }
    }

    /// Looks up words as they are written: the words of one contraction or short form are one.
    private static func findExactWords(
        _ tokens: [Token],
        _ text: NormalizedText?,
        _ tables: PatternTables,
        _ readings: inout [Reading]
    ) {
        var start = 0
        while start < tokens.count {
            var end = start + 1
            while text != nil, end < tokens.count, tokens[end].span == tokens[start].span { end += 1 }
            let written = text.map { $0.written($0.foldedRange(tokens[start].span)) } ?? tokens[start].text
            let number = tables.exactWords.number(of: written)
            if number != NameTable.unknown {
                readings.append(
                    Reading(symbol: tables.firstExact + number, start: start, end: end, entity: -1)
                )
            }
            start = end
        }
    }
}

extension NormalizedText {
    /// A stretch of folded bytes as a word: every apostrophe is `'`.
    func written(_ range: Range<Int>) -> String {
        String(
            decoding: bytes[range].map { $0 == UInt8(ascii: "`") ? UInt8(ascii: "'") : $0 },
            as: UTF8.self
        )
    }
}

extension [Int32] {
    /// Sorts the numbers and leaves each of them once.
    mutating func sortOnce() {
        guard count > 1 else { return }
        sort()
        var kept = 1
        for index in 1..<count where self[index] != self[kept - 1] {
            self[kept] = self[index]
            kept += 1
        }
        removeSubrange(kept...)
    }
}
