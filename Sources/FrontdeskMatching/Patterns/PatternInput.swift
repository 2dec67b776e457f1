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
    private(set) var words: [Int32] = []
    /// The readings by start; longest first among equals.
    private(set) var readings: [Reading] = []
    /// Everything the utterance holds, each symbol once, ascending.
    private(set) var symbols: [Int32] = []
    /// For each token, the first reading that starts there or later; one more entry at the end.
    private var readingStart: [Int] = []
    /// One word as written.
    private var letters: [UInt8] = []

    /// Nothing yet.
    init() {}

    /// Looks everything up, in the place of the utterance before.
    ///
    /// - Parameters:
    ///   - hashes: The tokens' hashes; when there are not as many as tokens they are computed.
    ///   - text: The folded utterance behind the tokens; without it each token is taken as written.
    mutating func read(
        tokens: [Token],
        hashes: [UInt64] = [],
        entities: [Entity],
        text: NormalizedText?,
        tables: PatternTables
    ) {
        words.removeAll(keepingCapacity: true)
        readings.removeAll(keepingCapacity: true)
        readingStart.removeAll(keepingCapacity: true)
        if hashes.count == tokens.count {
            for index in tokens.indices {
                words.append(tables.words.number(of: tokens[index].text, hash: hashes[index]))
            }
        } else {
            for token in tokens { words.append(tables.words.number(of: token.text)) }
        }
        if !entities.isEmpty { addEntities(entities, tables) }
        if tables.members.count > 0 { addMembers(tables) }
        if tables.exactWords.count > 0 { addExactWords(tokens, text, tables) }
        if readings.count > 1 {
            readings.sort {
                ($0.start, $1.end, $0.entity, $0.symbol) < ($1.start, $0.end, $1.entity, $1.symbol)
            }
        }
        if !readings.isEmpty {
            for (index, reading) in readings.enumerated() {
                while readingStart.count <= reading.start { readingStart.append(index) }
            }
            while readingStart.count <= tokens.count { readingStart.append(readings.count) }
        }
        symbols.removeAll(keepingCapacity: true)
        for word in words where word != NameTable.unknown { symbols.append(word) }
        for reading in readings { symbols.append(reading.symbol) }
        symbols.sortOnce()
    }

    private mutating func addEntities(_ entities: [Entity], _ tables: PatternTables) {
        for index in entities.indices {
            let range = entities[index].tokens
            guard !range.isEmpty, range.upperBound <= words.count,
                range.count <= PatternAutomaton.entityWordLimit
            else { continue }
            let type = tables.entityTypes.number(of: entities[index].type)
            guard type != NameTable.unknown else { continue }
            readings.append(
                Reading(
                    symbol: tables.firstEntityType + type,
                    start: range.lowerBound,
                    end: range.upperBound,
                    entity: index
                )
            )
        }
    }

    /// The readings that start at a token.
    func readings(at token: Int) -> Range<Int> {
        guard token + 1 < readingStart.count else { return 0..<0 }
        return readingStart[token]..<readingStart[token + 1]
    }

    private mutating func addMembers(_ tables: PatternTables) {
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
    private mutating func addExactWords(
        _ tokens: [Token],
        _ text: NormalizedText?,
        _ tables: PatternTables
    ) {
        var start = 0
        while start < tokens.count {
            var end = start + 1
            while text != nil, end < tokens.count, tokens[end].span == tokens[start].span { end += 1 }
            let number = numberAsWritten(tokens[start], text, tables.exactWords)
            if number != NameTable.unknown {
                readings.append(
                    Reading(symbol: tables.firstExact + number, start: start, end: end, entity: -1)
                )
            }
            start = end
        }
    }

    /// The number of a word as it stands in the folded text, where every apostrophe is `'`.
    private mutating func numberAsWritten(_ token: Token, _ text: NormalizedText?, _ names: NameTable)
        -> Int32
    {
        guard let text else { return names.number(of: token.text) }
        letters.removeAll(keepingCapacity: true)
        for index in text.foldedRange(token.span) {
            let byte = text.bytes[index]
            letters.append(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte)
        }
        let hash = Hash.word(letters, 0, letters.count)
        return letters.withUnsafeBufferPointer { names.number(of: $0, hash: hash) }
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
