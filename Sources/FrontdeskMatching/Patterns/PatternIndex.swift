/// All patterns of an assistant, found by the words and entities an utterance holds.
///
/// A pattern is only run when the utterance holds one of its keys (``PatternKeys``), so the cost of a turn depends on
/// the patterns that share its rare words, not on all of them. The index is a few flat arrays (``PatternTables``) in
/// one stretch of bytes: what was stored is used where it lies, and nothing is decoded before it is needed.
package struct PatternIndex: Sendable {
    /// The best match of one intent.
    struct Hit {
        /// The intent's number in the definition, and the pattern's among ``IntentDefinition/wholeUtterances``.
        var intent: Int
        var pattern: Int
        /// The pattern's place in the index.
        var place: Int
        var score: PatternRun.Score
        /// Where the match ends, if that decides between equals; else 0.
        var end: Int
        var captures: [PatternRun.Capture]

        /// Whether neither is better than the other.
        func isTied(with other: Hit) -> Bool { score == other.score && end == other.end }

        fileprivate func precedes(_ other: Hit) -> Bool {
            if score != other.score { return score > other.score }
            return end != other.end ? end > other.end : intent < other.intent
        }
    }

    let tables: PatternTables
    private let bytes: FlatBytes
    private let fillers: Fillers

    /// Compiles the patterns and examples of a definition.
    package init(_ definition: MatcherDefinition) {
        var builder = PatternIndexBuilder(definition)
        do {
            try self.init(decoding: FlatBytes(builder.encoded()))
        } catch {
            preconditionFailure("a new pattern index cannot be read: \(error)")
        }
    }

    /// Opens what ``encoded()`` wrote; takes microseconds, however many patterns there are.
    ///
    /// - Parameter bytes: The bytes, which are trusted: whoever stores them guards them with a checksum. A damaged
    ///   index matches nonsense or stops the program, but never reads beyond the bytes.
    /// - Throws: ``PatternIndexError`` when the bytes are of another version, cut off or contradictory.
    package init(decoding bytes: FlatBytes) throws(PatternIndexError) {
        let tables = try PatternTables(bytes)
        self.tables = tables
        self.bytes = bytes
        fillers = Fillers { tables.words.number(of: $0) }
    }

    /// Opens a copy of what ``encoded()`` wrote.
    package init(decoding bytes: [UInt8]) throws(PatternIndexError) {
        try self.init(decoding: FlatBytes(bytes))
    }

    /// The index as bytes; equal definitions give equal bytes.
    package func encoded() -> [UInt8] { bytes.array }

    /// How many patterns there are, examples included.
    package var patternCount: Int { tables.patternCount }

    /// How many intents the definition has.
    package var intentCount: Int { tables.intents.count }

    /// An intent's name.
    func intentName(_ intent: Int) -> String { tables.intents[intent] }

    /// A hit's pattern or example as its author wrote it.
    func source(of hit: Hit) -> String { tables.sources[hit.place] }

    /// Finds the intents with a pattern that covers the utterance, best first; equals in the definition's order.
    ///
    /// Fillers at both ends may be skipped. An utterance of fillers alone is first taken as it is; when no pattern
    /// covers it, a pattern may cover any part of it, and the later part decides between equals ("ok, thanks").
    func matches(tokens: [Token], entities: [Entity], text: NormalizedText? = nil) -> [Hit] {
        guard !tokens.isEmpty, tables.patternCount > 0 else { return [] }
        let input = PatternInput(tokens: tokens, entities: entities, text: text, tables: tables)
        let candidates = candidates(input)
        guard !candidates.isEmpty else { return [] }
        let starts = fillers.starts(input.words)
        let ends = fillers.ends(input.words)
        var run = PatternRun()
        if starts[starts.count - 1] == tokens.count {
            let hits = matches(candidates, input, &run, starts: [0], ends: [tokens.count])
            if !hits.isEmpty { return hits }
            let anywhere = Array(0...tokens.count)
            return matches(
                candidates,
                input,
                &run,
                starts: anywhere,
                ends: anywhere.reversed(),
                prefersLate: true
            )
        }
        return matches(candidates, input, &run, starts: starts, ends: ends)
    }

    private func matches(
        _ candidates: [Int32],
        _ input: PatternInput,
        _ run: inout PatternRun,
        starts: [Int],
        ends: [Int],
        prefersLate: Bool = false
    ) -> [Hit] {
        var hits: [Hit] = []
        for candidate in candidates {
            let place = Int(candidate)
            guard let score = run.run(place, of: tables, input, starts: starts, ends: ends) else { continue }
            let record = tables.patterns[place]
            var hit = Hit(
                intent: Int(record.intent),
                pattern: Int(record.number),
                place: place,
                score: score,
                end: prefersLate ? run.end : 0,
                captures: []
            )
            let known = hits.firstIndex { $0.intent == hit.intent }
            if let known, !hit.precedes(hits[known]) { continue }
            hit.captures = run.captures(of: tables, input)
            if let known { hits[known] = hit } else { hits.append(hit) }
        }
        if hits.count > 1 { hits.sort { $0.precedes($1) } }
        return hits
    }

    /// The patterns worth running, ascending, by their places in the index.
    func candidates(_ input: PatternInput) -> [Int32] {
        var found: [Int32] = []
        for index in 0..<tables.unanchored.count { found.append(tables.unanchored[index]) }
        let symbols = input.symbols
        let present = Signature.of(symbols)
        for symbol in symbols { addPatterns(under: Int(symbol), with: symbols, present, &found) }
        found.sortOnce()
        return found
    }

    /// Adds the patterns whose key begins with a symbol and goes on with another one that is there, or not at all.
    private func addPatterns(
        under symbol: Int,
        with others: [Int32],
        _ present: UInt64,
        _ found: inout [Int32]
    ) {
        var key = Int(tables.keyStarts[symbol])
        let end = Int(tables.keyStarts[symbol + 1])
        guard key < end else { return }
        if tables.keys[key].second < 0 {
            addPatterns(ofKey: key, present, &found)
            key += 1
        }
        for other in others {
            guard key < end else { return }
            // Both lists ascend: what lies before the last find need not be searched again.
            var high = end
            while key < high {
                let middle = (key + high) / 2
                if tables.keys[middle].second < other { key = middle + 1 } else { high = middle }
            }
            if key < end, tables.keys[key].second == other { addPatterns(ofKey: key, present, &found) }
        }
    }

    private func addPatterns(ofKey key: Int, _ present: UInt64, _ found: inout [Int32]) {
        for post in Int(tables.keys[key].post)..<Int(tables.keys[key + 1].post) {
            let pattern = tables.posts[post]
            if tables.needs(of: Int(pattern), areMetBy: present) { found.append(pattern) }
        }
    }
}
