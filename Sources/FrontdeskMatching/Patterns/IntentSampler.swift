/// Writes sentences that lead to an intent: everything its patterns accept, or a draw of it.
package struct IntentSampler: Sendable {
    private let sampler: PatternSampler

    /// Makes a sampler for a definition's rules, synonyms and entity types.
    package init(_ definition: MatcherDefinition) {
        sampler = PatternSampler(
            rules: definition.rules,
            synonyms: definition.synonyms,
            entityTypes: definition.entityTypes
        )
    }

    /// The shortest sentences, all different; those of equal length in the order of the patterns.
    ///
    /// - Parameter limit: How many at most, from 1.
    package func shortest(of intent: IntentDefinition, limit: Int) -> [String] {
        precondition(limit > 0, "the limit is a number of sentences, at least 1")
        let sentences = intent.patterns.map { sampler.shortest($0.root, limit) }
        let all = sentences.joined().enumerated().sorted {
            ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
        }
        return Self.distinct(all.lazy.map(\.element), limit)
    }

    /// Sentences drawn at random, all different: each pattern in turn, and within it each choice with equal chance.
    ///
    /// - Parameters:
    ///   - limit: How many at most, from 1; fewer when the patterns don't accept so many, or seldom do.
    ///   - seed: The same seed draws the same sentences.
    package func drawn(from intent: IntentDefinition, limit: Int, seed: UInt64) -> [String] {
        precondition(limit > 0, "the limit is a number of sentences, at least 1")
        guard !intent.patterns.isEmpty else { return [] }
        var random = SeededGenerator(seed: seed)
        // Ten tries a sentence: where there are fewer sentences than asked for, it must end.
        let draws = (0..<limit * 10).map { attempt in
            sampler.drawn(from: intent.patterns[attempt % intent.patterns.count].root, using: &random) ?? []
        }
        return Self.distinct(draws.lazy.filter { !$0.isEmpty }, limit)
    }

    private static func distinct(_ sentences: some Sequence<[String]>, _ limit: Int) -> [String] {
        var seen: Set<[String]> = []
        var kept: [String] = []
        for sentence in sentences where kept.count < limit && seen.insert(sentence).inserted {
            kept.append(sentence.joined(separator: " "))
        }
        return kept
    }
}

extension PatternSampler {
    /// The shortest ways to say a node, the shortest first; nil parts and endless rules give none.
    fileprivate func shortest(_ node: PatternNode, _ limit: Int, depth: Int = 0) -> [[String]] {
        guard depth < PatternAutomaton.depthLimit else { return [] }
        func inner(_ node: PatternNode) -> [[String]] { shortest(node, limit, depth: depth + 1) }
        switch node {
        case .word(let word), .exact(let word): return [[word]]
        case .entity(let type, _): return Array(examples(ofEntityType: type).prefix(limit)).map { [$0] }
        case .synonyms(let name): return cut(members(of: name), limit)
        case .gap(let min, let max): return cut(fillings(min: min, max: max), limit)
        case .rule(let name): return rule(name).map(inner) ?? []
        case .optional(let node): return cut([[]] + inner(node), limit)
        case .alternatives(let nodes): return cut(nodes.flatMap(inner), limit)
        case .permutation(let nodes): return inner(.writtenOut(nodes))
        case .sequence(let nodes):
            return nodes.reduce([[]]) { sentences, node in joined(sentences, inner(node), limit) }
        }
    }

    /// Both lists ascend, so a pair that has more than `limit` pairs before it is not among the shortest.
    private func joined(_ left: [[String]], _ right: [[String]], _ limit: Int) -> [[String]] {
        var pairs: [[String]] = []
        for (row, first) in left.enumerated() {
            for second in right.prefix(limit / (row + 1)) { pairs.append(first + second) }
        }
        return cut(pairs, limit)
    }

    /// The shortest ones, all different; equals keep their order.
    private func cut(_ sentences: [[String]], _ limit: Int) -> [[String]] {
        let sorted = sentences.enumerated().sorted {
            ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
        }
        return distinct(sorted.map(\.element), limit)
    }

    /// One way to say a node; nil when it takes something that cannot be filled.
    fileprivate func drawn(
        from node: PatternNode,
        using random: inout SeededGenerator,
        depth: Int = 0
    ) -> [String]? {
        guard depth < PatternAutomaton.depthLimit else { return nil }
        switch node {
        case .word(let word), .exact(let word): return [word]
        case .entity(let type, _):
            return examples(ofEntityType: type).randomElement(using: &random).map { [$0] }
        case .synonyms(let name): return members(of: name).randomElement(using: &random)
        case .gap(let min, let max):
            let most = Swift.max(min, Swift.min(max, min + 3))
            let count = min + random.next(below: most - min + 1)
            return fillings(min: count, max: count).first
        case .rule(let name):
            return rule(name).flatMap { drawn(from: $0, using: &random, depth: depth + 1) }
        case .optional(let node):
            return random.next() & 1 == 0
                ? drawn(from: node, using: &random, depth: depth + 1) ?? [] : []
        case .alternatives(let nodes):
            return nodes.randomElement(using: &random).flatMap {
                drawn(from: $0, using: &random, depth: depth + 1)
            }
        case .permutation(let nodes):
            return drawn(from: .sequence(nodes.shuffled(using: &random)), using: &random, depth: depth + 1)
        case .sequence(let nodes):
            var sentence: [String] = []
            for node in nodes {
                guard let part = drawn(from: node, using: &random, depth: depth + 1) else { return nil }
                sentence += part
            }
            return sentence
        }
    }
}
