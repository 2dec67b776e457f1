/// Compiles the patterns of a definition into the bytes of a ``PatternIndex``.
struct PatternIndexBuilder {
    private typealias Tables = PatternTables
    private typealias Post = PatternPost

    private let definition: MatcherDefinition
    private var vocabulary: PatternVocabulary
    private var automaton: PatternAutomaton
    private var patterns: [PatternTables.PatternRecord] = []
    private var positions: [PatternTables.PositionRecord] = []
    /// What each position stands for, until all words are known and symbols can be numbered through.
    private var labels: [PatternAutomaton.Label] = []
    private var follow: [UInt16] = []
    private var roots: [PatternNode] = []
    private var sources: [String] = []

    init(_ definition: MatcherDefinition) {
        self.definition = definition
        vocabulary = PatternVocabulary(synonyms: SynonymTable(definition.synonyms))
        automaton = PatternAutomaton(rules: definition.rules)
        // Fillers have the lowest numbers, which makes them quick to tell.
        for word in Fillers.words { _ = vocabulary.intern(word: word) }
    }

    /// The bytes; equal definitions give equal bytes.
    mutating func encoded() -> FlatBytes {
        for (intent, definedIntent) in definition.intents.enumerated() {
            for (number, phrase) in definedIntent.wholeUtterances.enumerated() {
                if let root = phrase.root { add(root, source: phrase.source, intent: intent, number: number) }
            }
        }
        appendSentinels()
        let symbols = symbolBases()
        numberSymbols(symbols)
        var writer = FlatWriter()
        writer.write([Tables.magic, Tables.version])
        TextTable.write(definition.intents.lazy.map(\.name), to: &writer)
        NameTable.write(vocabulary.words.list, to: &writer)
        NameTable.write(vocabulary.entityTypes.list, to: &writer)
        NameTable.write(vocabulary.exactWords.list, to: &writer)
        TextTable.write(vocabulary.roles.list, to: &writer)
        writer.write(symbols.counts)
        writer.write(patterns)
        let keys = keys(symbols)
        // What is written is let go at once: an index is as large as everything it is made from.
        roots = []
        writer.write(keys.needStarts)
        writer.write(keys.needs)
        writer.write(positions)
        positions = []
        writer.write(follow)
        follow = []
        TextTable.write(sources, to: &writer)
        sources = []
        write(keys.posts, symbolCount: symbols.total, to: &writer)
        writer.write(keys.unanchored)
        writeMembers(symbols, to: &writer)
        return writer.finish()
    }

    private mutating func add(_ root: PatternNode, source: String, intent: Int, number: Int) {
        guard automaton.build(root, &vocabulary) else { return }
        let firstFollow = follow.count
        let limit = Int(Tables.PatternRecord.unlimited)
        patterns.append(
            Tables.PatternRecord(
                position: UInt32(positions.count),
                intent: Int32(intent),
                number: Int32(number),
                minWords: UInt16(min(automaton.wordCount.lowerBound, limit)),
                maxWords: UInt16(min(automaton.wordCount.upperBound, limit))
            )
        )
        for position in automaton.positions {
            positions.append(
                Tables.PositionRecord(
                    symbol: Tables.PositionRecord.nothing,
                    detail: -1,
                    follow: firstFollow + Int(position.followStart),
                    isLast: position.isLast
                )
            )
            labels.append(position.label)
        }
        for next in automaton.follow { follow.append(UInt16(next)) }
        roots.append(root)
        sources.append(source)
    }

    /// Ends the last pattern and the last position.
    private mutating func appendSentinels() {
        patterns.append(
            Tables.PatternRecord(
                position: UInt32(positions.count),
                intent: -1,
                number: -1,
                minWords: 0,
                maxWords: 0
            )
        )
        positions.append(
            Tables.PositionRecord(
                symbol: Tables.PositionRecord.nothing,
                detail: -1,
                follow: follow.count,
                isLast: false
            )
        )
    }

    private struct SymbolBases {
        var counts: [Int32]

        func number(_ symbol: PatternSymbol) -> Int32 {
            switch symbol {
            case .word(let number): number
            case .entityType(let number): counts[0] + number
            case .synonyms(let number): counts[0] + counts[1] + number
            case .exact(let number): counts[0] + counts[1] + counts[2] + number
            }
        }

        var total: Int { counts.reduce(0) { $0 + Int($1) } }
    }

    private func symbolBases() -> SymbolBases {
        let kinds = [vocabulary.words, vocabulary.entityTypes, vocabulary.sets, vocabulary.exactWords]
        return SymbolBases(counts: kinds.map { Int32($0.list.count) })
    }

    private mutating func numberSymbols(_ symbols: SymbolBases) {
        for (index, label) in labels.enumerated() {
            switch label {
            case .start: break
            case .symbol(let symbol): positions[index].symbol = symbols.number(symbol)
            case .entity(let type, let role):
                positions[index].symbol = symbols.number(type)
                positions[index].detail = role
            case .gap(let min, let max):
                positions[index].symbol = Tables.PositionRecord.gap
                positions[index].detail = Tables.PositionRecord.gapDetail(min: min, max: max)
            }
        }
        labels = []
    }

    /// How patterns are found.
    private struct Keys {
        var posts: [Post] = []
        /// The patterns without keys.
        var unanchored: [Int32] = []
        var needStarts: [UInt32] = [0]
        var needs: [UInt64] = []
    }

    private func keys(_ symbols: SymbolBases) -> Keys {
        var uses = [Int32](repeating: 0, count: symbols.total)
        for position in positions where position.symbol >= 0 { uses[Int(position.symbol)] += 1 }
        var chooser = PatternKeys(rules: definition.rules, uses: uses, patternCount: roots.count)
        // A closure that captures the builder copies it at every call.
        let (words, exactWords) = (vocabulary.words, vocabulary.exactWords)
        let (sets, entityTypes) = (vocabulary.sets, vocabulary.entityTypes)
        let (firstExact, firstSet) = (symbols.number(.exact(0)), symbols.number(.synonyms(0)))
        let firstEntityType = symbols.number(.entityType(0))
        let symbol = { (node: PatternNode) -> Int32? in
            switch node {
            case .word(let word): words.number(of: word)
            case .exact(let word): exactWords.number(of: word).map { firstExact + $0 }
            case .synonyms(let name): sets.number(of: name).map { firstSet + $0 }
            case .entity(let type, _): entityTypes.number(of: type).map { firstEntityType + $0 }
            default: nil
            }
        }
        var result = Keys()
        var crowds = PatternCrowds(symbolCount: symbols.total)
        for (number, root) in roots.enumerated() {
            let hasKeys = chooser.choose(for: root, symbol) { key in
                result.posts.append(Post(first: key.first, second: key.second, pattern: Int32(number)))
            } need: { signature in
                if signature != Signature.anything { result.needs.append(signature) }
            }
            chooser.forEachSmallNeed { crowds.append($0) }
            crowds.endPattern()
            result.needStarts.append(UInt32(result.needs.count))
            if !hasKeys { result.unanchored.append(Int32(number)) }
        }
        result.posts.sort()
        result.posts = crowds.divided(result.posts)
        return result
    }

    private func write(_ posts: [Post], symbolCount: Int, to writer: inout FlatWriter) {
        var starts = [UInt32](repeating: 0, count: symbolCount + 1)
        var keys: [Tables.KeyRecord] = []
        for (index, post) in posts.enumerated()
        where index == 0 || !posts[index - 1].hasKey(of: post) {
            keys.append(Tables.KeyRecord(second: post.second, third: post.third, post: UInt32(index)))
            starts[Int(post.first) + 1] = UInt32(keys.count)
        }
        for symbol in 0..<symbolCount { starts[symbol + 1] = max(starts[symbol + 1], starts[symbol]) }
        keys.append(Tables.KeyRecord(second: -1, third: -1, post: UInt32(posts.count)))
        writer.write(starts)
        writer.write(keys)
        writer.write(posts.map(\.pattern))
    }

    private func writeMembers(_ symbols: SymbolBases, to writer: inout FlatWriter) {
        var members: [(first: Int32, set: Int32, rest: [Int32])] = []
        for (set, words) in vocabulary.membersOfSets.enumerated() {
            for member in words {
                let numbers = member.compactMap { vocabulary.words.number(of: $0) }
                guard let first = numbers.first else { continue }
                members.append((first, symbols.number(.synonyms(Int32(set))), Array(numbers.dropFirst())))
            }
        }
        let sorted = members.enumerated().sorted {
            ($0.element.first, $0.offset) < ($1.element.first, $1.offset)
        }.map(\.element)
        var starts = [UInt32](repeating: 0, count: vocabulary.words.list.count + 1)
        var records: [Tables.MemberRecord] = []
        var words: [Int32] = []
        for member in sorted {
            records.append(
                Tables.MemberRecord(
                    set: member.set,
                    start: UInt32(words.count),
                    count: UInt32(member.rest.count)
                )
            )
            words += member.rest
            starts[Int(member.first) + 1] = UInt32(records.count)
        }
        for word in vocabulary.words.list.indices { starts[word + 1] = max(starts[word + 1], starts[word]) }
        writer.write(starts)
        writer.write(records)
        writer.write(words)
    }
}

extension IntentDefinition {
    /// What covers a whole utterance: the patterns, then the examples word for word, marked entities open.
    ///
    /// A sentence that stands among the examples belongs to its intent, whatever a pattern with gaps or the
    /// classifier makes of it.
    var wholeUtterances: [(root: PatternNode?, source: String)] {
        patterns.map { ($0.root, $0.source) } + examples.map { ($0.asPattern, $0.text) }
    }
}

extension Example {
    /// The sentence as a pattern: its words in order, a marked entity as any entity of its type.
    ///
    /// An example without words covers nothing.
    fileprivate var asPattern: PatternNode? {
        var nodes: [PatternNode] = []
        var marked: SourceSpan?
        for token in Tokenizer.tokenize(text) {
            guard let annotation = annotations.first(where: { $0.span.overlaps(token.span) }) else {
                nodes.append(.word(token.text))
                continue
            }
            if annotation.span != marked { nodes.append(.entity(annotation.type, role: annotation.role)) }
            marked = annotation.span
        }
        return nodes.isEmpty ? nil : .sequence(nodes)
    }
}
