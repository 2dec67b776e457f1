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
        /// The stretch of ``PatternWorkspace/captures`` with its entities.
        var captures: Range<Int>

        /// Whether neither is better than the other.
        func isTied(with other: Hit) -> Bool { score == other.score && end == other.end }

        func precedes(_ other: Hit) -> Bool {
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
            try self.init(decoding: builder.encoded())
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

    /// An entity's role by its number; nil for none.
    func role(_ number: Int32) -> String? { number < 0 ? nil : tables.roles[Int(number)] }

    /// Finds the intents with a pattern that covers the utterance, best first; equals in the definition's order.
    ///
    /// Fillers at both ends may be skipped. An utterance of fillers alone is first taken as it is; when no pattern
    /// covers it, a pattern may cover any part of it, and the later part decides between equals ("ok, thanks").
    ///
    /// - Parameters:
    ///   - hashes: The tokens' hashes; when there are not as many as tokens they are computed.
    ///   - workspace: Where the hits are left, as ``PatternWorkspace/hits``.
    func findMatches(
        tokens: [Token],
        hashes: [UInt64] = [],
        entities: [Entity],
        text: NormalizedText? = nil,
        using workspace: inout PatternWorkspace
    ) {
        workspace.hits.removeAll(keepingCapacity: true)
        workspace.captures.removeAll(keepingCapacity: true)
        guard !tokens.isEmpty, tables.patternCount > 0 else { return }
        workspace.input.read(tokens: tokens, hashes: hashes, entities: entities, text: text, tables: tables)
        findCandidates(&workspace)
        guard !workspace.candidates.isEmpty else { return }
        fillers.findStarts(workspace.input.words, &workspace.starts)
        fillers.findEnds(workspace.input.words, &workspace.ends)
        guard workspace.starts.last == tokens.count else { return runCandidates(&workspace) }
        workspace.takeWhole(tokens.count)
        runCandidates(&workspace)
        guard workspace.hits.isEmpty else { return }
        workspace.takeAnyPart(tokens.count)
        runCandidates(&workspace, prefersLate: true)
    }

    private func runCandidates(_ workspace: inout PatternWorkspace, prefersLate: Bool = false) {
        // The run changes while the others are read: apart they need not be copied for each pattern.
        var run = PatternRun()
        swap(&run, &workspace.run)
        run.prepare(starts: workspace.starts, ends: workspace.ends)
        let tables = self.tables
        for index in workspace.candidates.indices {
            let place = Int(workspace.candidates[index])
            guard let score = run.run(place, of: tables, workspace.input) else { continue }
            let record = tables.patterns[place]
            var hit = Hit(
                intent: Int(record.intent),
                pattern: Int(record.number),
                place: place,
                score: score,
                end: prefersLate ? run.end : 0,
                captures: 0..<0
            )
            let known = workspace.hits.firstIndex { $0.intent == hit.intent }
            if let known, !hit.precedes(workspace.hits[known]) { continue }
            let start = workspace.captures.count
            run.appendCaptures(of: tables, workspace.input, to: &workspace.captures)
            hit.captures = start..<workspace.captures.count
            if let known { workspace.hits[known] = hit } else { workspace.hits.append(hit) }
        }
        if workspace.hits.count > 1 { workspace.hits.sort { $0.precedes($1) } }
        run.shrink()
        swap(&run, &workspace.run)
    }

    /// Finds the patterns worth running, ascending, by their places in the index.
    private func findCandidates(_ workspace: inout PatternWorkspace) {
        workspace.candidates.removeAll(keepingCapacity: true)
        for index in 0..<tables.unanchored.count { workspace.candidates.append(tables.unanchored[index]) }
        workspace.present.read(workspace.input.symbols)
        let tables = self.tables
        Self.addCandidates(tables, workspace.input.symbols, workspace.present, &workspace.candidates)
        workspace.candidates.sortOnce()
    }

    private static func addCandidates(
        _ tables: PatternTables,
        _ symbols: [Int32],
        _ present: SymbolPresence,
        _ found: inout [Int32]
    ) {
        for symbol in symbols { addPatterns(tables, under: Int(symbol), with: symbols, present, &found) }
    }

    /// Adds the patterns whose key begins with a symbol and goes on with others that are there, or not at all.
    private static func addPatterns(
        _ tables: PatternTables,
        under symbol: Int,
        with others: [Int32],
        _ present: SymbolPresence,
        _ found: inout [Int32]
    ) {
        var key = Int(tables.keyStarts[symbol])
        let end = Int(tables.keyStarts[symbol + 1])
        guard key < end else { return }
        if tables.keys[key].second < 0 {
            addPatterns(tables, ofKey: key, present, &found)
            key += 1
        }
        for other in others {
            // Both lists ascend: what lies before the last find need not be searched again.
            key = firstKey(tables, in: key..<end, notBefore: other, -1)
            guard key < end else { return }
            guard tables.keys[key].second == other else { continue }
            if tables.keys[key].third < 0 {
                addPatterns(tables, ofKey: key, present, &found)
                key += 1
            }
            for third in others {
                guard key < end, tables.keys[key].second == other else { break }
                key = firstKey(tables, in: key..<end, notBefore: other, third)
                guard key < end, tables.keys[key].second == other, tables.keys[key].third == third else {
                    continue
                }
                addPatterns(tables, ofKey: key, present, &found)
            }
        }
    }

    /// The first of some keys of one symbol whose other symbols are these or larger.
    private static func firstKey(
        _ tables: PatternTables,
        in keys: Range<Int>,
        notBefore second: Int32,
        _ third: Int32
    ) -> Int {
        // The key that is looked for is often near: steps that double find where to halve.
        var (low, high) = (keys.lowerBound, keys.upperBound)
        var step = 1
        while low + step < high {
            let key = tables.keys[low + step]
            guard (key.second, key.third) < (second, third) else {
                high = low + step
                break
            }
            low += step
            step *= 2
        }
        while low < high {
            let middle = (low + high) / 2
            let key = tables.keys[middle]
            if (key.second, key.third) < (second, third) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func addPatterns(
        _ tables: PatternTables,
        ofKey key: Int,
        _ present: SymbolPresence,
        _ found: inout [Int32]
    ) {
        for post in Int(tables.keys[key].post)..<Int(tables.keys[key + 1].post) {
            let pattern = tables.posts[post]
            if tables.needs(of: Int(pattern), areMetBy: present) { found.append(pattern) }
        }
    }
}
