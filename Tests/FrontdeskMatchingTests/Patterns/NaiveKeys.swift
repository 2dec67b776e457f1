@testable import FrontdeskMatching

/// The choice of a pattern's keys with a list of its own for everything.
struct NaiveKeys {
    /// One symbol, or two; the rarer one first.
    struct Key: Hashable {
        var first: Int32
        var second: Int32?
    }

    /// Keys one of which every match holds, and how many patterns an utterance with them wakes, roughly.
    private struct Choice {
        var keys: [Key]
        var cost: Double
    }

    private struct Choices {
        /// Keys of one symbol each.
        var single: Choice
        /// The cheapest keys.
        var best: Choice
        /// The parts' keys of one symbol each, the cheapest first: a match holds one of each.
        var all: [Choice]
    }

    /// The most keys of one pattern: alternatives multiply.
    private static let keyLimit = 24
    /// The most sets that are looked for before a pattern is run.
    private static let needLimit = 8

    private let rules: [String: PatternNode]
    private let symbol: (PatternNode) -> Int32?
    /// How many positions of all patterns hold each symbol.
    private let uses: [Int32]
    private let patternCount: Double
    private var ofRules: [String: Choices?] = [:]

    /// Prepares the choice.
    ///
    /// - Parameters:
    ///   - symbol: The number of a node that is one symbol; nil when nothing can be it.
    ///   - uses: How many positions of all patterns hold each symbol.
    init(
        rules: [String: PatternNode],
        uses: [Int32],
        patternCount: Int,
        symbol: @escaping (PatternNode) -> Int32?
    ) {
        self.rules = rules
        self.uses = uses
        self.symbol = symbol
        self.patternCount = Double(max(patternCount, 1))
    }

    /// The cheapest keys, and signatures of sets of which a match holds a symbol each.
    ///
    /// - Returns: Nil when the pattern has matches without any symbol; no keys when it has no matches.
    mutating func keys(of root: PatternNode) -> (keys: [Key], needs: [UInt64])? {
        choose(root).map { choices in
            (choices.best.keys, choices.all.map { Signature.of($0.keys.lazy.map(\.first)) })
        }
    }

    private mutating func choose(_ node: PatternNode) -> Choices? {
        switch node {
        case .word, .exact, .synonyms, .entity:
            guard let symbol = symbol(node) else { return Self.impossible }
            let choice = Choice(keys: [Key(first: symbol)], cost: Double(uses[Int(symbol)]))
            return Choices(single: choice, best: choice, all: [choice])
        case .gap, .optional: return nil
        case .rule(let name):
            guard let rule = rules[name] else { return Self.impossible }
            if let known = ofRules[name] { return known }
            let chosen = choose(rule)
            ofRules[name] = .some(chosen)
            return chosen
        case .sequence(let nodes), .permutation(let nodes): return chooseAmong(nodes)
        case .alternatives(let nodes): return unite(nodes)
        }
    }

    private static let impossible = Choices(
        single: Choice(keys: [], cost: 0),
        best: Choice(keys: [], cost: 0),
        all: []
    )

    /// All parts are needed: the cheapest one leads, together with another one if that is cheaper still.
    private mutating func chooseAmong(_ nodes: [PatternNode]) -> Choices? {
        var parts: [Choices] = []
        for node in nodes {
            if let part = choose(node) { parts.append(part) }
        }
        guard var lead = parts.indices.first else { return nil }
        for index in parts.indices where parts[index].single.cost < parts[lead].single.cost { lead = index }
        let single = parts[lead].single
        var best = parts[lead].best
        for index in parts.indices where parts[index].best.cost < best.cost { best = parts[index].best }
        for index in parts.indices where index != lead {
            let paired = pair(single, parts[index].single)
            if paired.keys.count <= Self.keyLimit, paired.cost < best.cost { best = paired }
        }
        // The rarest refuse most and come first. Words of one phrase come together, so a few would not tell enough.
        let all = parts.flatMap(\.all).enumerated().sorted {
            ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
        }
        return Choices(single: single, best: best, all: all.prefix(Self.needLimit).map(\.element))
    }

    private func pair(_ left: Choice, _ right: Choice) -> Choice {
        guard left.keys.count * right.keys.count <= Self.keyLimit else {
            return Choice(keys: [], cost: .infinity)
        }
        var pairs = Choice(keys: [], cost: 0)
        for one in left.keys {
            for other in right.keys {
                let (first, second) = ordered(one.first, other.first)
                pairs.keys.append(Key(first: first, second: second))
                // As often as both would meet by chance.
                pairs.cost += Double(uses[Int(first)]) * Double(uses[Int(second)]) / patternCount
            }
        }
        return pairs
    }

    /// The rarer one first, so that the lists behind it are short.
    private func ordered(_ one: Int32, _ other: Int32) -> (Int32, Int32) {
        let (left, right) = ((uses[Int(one)], one), (uses[Int(other)], other))
        return left < right ? (one, other) : (other, one)
    }

    /// Any part may be the one.
    private mutating func unite(_ nodes: [PatternNode]) -> Choices? {
        var whole = Self.impossible
        for node in nodes {
            guard let part = choose(node) else { return nil }
            for key in part.single.keys where !whole.single.keys.contains(key) {
                whole.single.keys.append(key)
            }
            whole.single.cost += part.single.cost
            for key in part.best.keys where !whole.best.keys.contains(key) { whole.best.keys.append(key) }
            whole.best.cost += part.best.cost
        }
        if whole.best.keys.count > Self.keyLimit { whole.best = whole.single }
        whole.all = [whole.single]
        return whole
    }
}
