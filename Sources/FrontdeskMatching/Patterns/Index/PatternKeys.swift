/// Chooses what leads to a pattern: every match of it holds all symbols of one of its keys.
///
/// A key is one symbol, or two that stand at different places. The rarer its symbols are among all patterns, the
/// fewer utterances wake the pattern for nothing. One value serves one pattern after the other; all share its memory.
struct PatternKeys {
    /// One symbol, or two; the rarer one first.
    struct Key: Hashable, BitwiseCopyable {
        var first: Int32
        /// ``none`` when the first is enough.
        var second: Int32 = none

        static let none: Int32 = -1
    }

    /// Keys one of which every match holds, as a stretch of ``keys``, and how many patterns an utterance with them
    /// wakes, roughly.
    private struct Choice: BitwiseCopyable {
        var start: Int32
        var end: Int32
        var cost: Double

        var range: Range<Int> { Int(start)..<Int(end) }
        var count: Int { Int(end - start) }

        static let impossible = Choice(start: 0, end: 0, cost: 0)
    }

    private struct Choices: BitwiseCopyable {
        /// Keys of one symbol each.
        var single = Choice.impossible
        /// The cheapest keys.
        var best = Choice.impossible
        /// The parts' keys of one symbol each, the cheapest first, as a stretch of ``choices``: a match holds one of each.
        var allStart: Int32 = 0
        var allEnd: Int32 = 0

        var all: Range<Int> { Int(allStart)..<Int(allEnd) }
    }

    /// The most keys of one pattern: alternatives multiply.
    private static let keyLimit = 24
    /// The most sets that are looked for before a pattern is run.
    private static let needLimit = 8
    /// The most symbols of a small set.
    private static let smallCount = 4

    private let rules: [String: PatternNode]
    /// How many positions of all patterns hold each symbol.
    private let uses: [Int32]
    private let patternCount: Double
    private var keys: [Key] = []
    private var choices: [Choice] = []
    /// The parts of the nodes that are looked at, innermost last.
    private var parts: [Choices] = []
    /// What was chosen last.
    private var latest: Choices?

    /// Prepares the choice.
    ///
    /// - Parameter uses: How many positions of all patterns hold each symbol.
    init(rules: [String: PatternNode], uses: [Int32], patternCount: Int) {
        self.rules = rules
        self.uses = uses
        self.patternCount = Double(max(patternCount, 1))
    }

    /// Gives the cheapest keys, and signatures of sets of which a match holds a symbol each.
    ///
    /// - Parameters:
    ///   - root: The pattern, which is not nested too deep for a ``PatternAutomaton``.
    ///   - symbol: The number of a node that is one symbol; nil when nothing can be it.
    ///   - key: Takes a key; it gets none when the pattern has no matches.
    ///   - need: Takes a signature.
    /// - Returns: False when the pattern has matches without any symbol.
    mutating func choose(
        for root: PatternNode,
        _ symbol: (PatternNode) -> Int32?,
        key: (Key) -> Void,
        need: (UInt64) -> Void
    ) -> Bool {
        keys.removeAll(keepingCapacity: true)
        choices.removeAll(keepingCapacity: true)
        latest = choose(root, symbol)
        guard let chosen = latest else {
            parts.removeAll(keepingCapacity: true)
            return false
        }
        for index in chosen.best.range { key(keys[index]) }
        for index in chosen.all {
            need(Signature.of(keys[choices[index].range].lazy.map(\.first)))
        }
        return true
    }

    /// Gives the sets of which every match of the latest pattern holds a symbol each, if they are small.
    func forEachSmallNeed(_ body: (ArraySlice<Key>) -> Void) {
        guard let latest else { return }
        for index in latest.all where choices[index].count <= Self.smallCount {
            body(keys[choices[index].range])
        }
    }

    private mutating func choose(_ node: PatternNode, _ symbol: (PatternNode) -> Int32?) -> Choices? {
        switch node {
        case .word, .exact, .synonyms, .entity:
            guard let symbol = symbol(node) else { return Choices() }
            let start = keys.count
            keys.append(Key(first: symbol))
            return only(choice(from: start, cost: Double(uses[Int(symbol)])))
        case .gap, .optional: return nil
        case .rule(let name):
            guard let rule = rules[name] else { return Choices() }
            return choose(rule, symbol)
        case .sequence(let nodes), .permutation(let nodes):
            let base = parts.count
            for node in nodes { if let part = choose(node, symbol) { parts.append(part) } }
            defer { parts.removeSubrange(base...) }
            return combine(base)
        case .alternatives(let nodes):
            let base = parts.count
            defer { parts.removeSubrange(base...) }
            for node in nodes {
                guard let part = choose(node, symbol) else { return nil }
                parts.append(part)
            }
            return unite(base)
        }
    }

    private func choice(from start: Int, cost: Double) -> Choice {
        Choice(start: Int32(start), end: Int32(keys.count), cost: cost)
    }

    /// Choices with but one to choose.
    private mutating func only(_ single: Choice, best: Choice? = nil) -> Choices {
        choices.append(single)
        return Choices(
            single: single,
            best: best ?? single,
            allStart: Int32(choices.count - 1),
            allEnd: Int32(choices.count)
        )
    }

    /// All parts are needed: the cheapest one leads, together with another one if that is cheaper still.
    private mutating func combine(_ base: Int) -> Choices? {
        guard base < parts.count else { return nil }
        var lead = base
        for index in base..<parts.count where parts[index].single.cost < parts[lead].single.cost {
            lead = index
        }
        let single = parts[lead].single
        var best = parts[lead].best
        for index in base..<parts.count where parts[index].best.cost < best.cost { best = parts[index].best }
        var partner: Int?
        for index in base..<parts.count where index != lead {
            guard let cost = pairCost(single, parts[index].single), cost < best.cost else { continue }
            best.cost = cost
            partner = index
        }
        if let partner { best = paired(single, parts[partner].single, cost: best.cost) }
        let all = cheapest(base)
        return Choices(single: single, best: best, allStart: all.start, allEnd: all.end)
    }

    /// The parts' choices in the order of their cost, as many as are of use.
    ///
    /// The rarest refuse most and come first. Words of one phrase come together, so a few would not tell enough.
    private mutating func cheapest(_ base: Int) -> (start: Int32, end: Int32) {
        let start = choices.count
        for part in base..<parts.count {
            for index in parts[part].all {
                let choice = choices[index]
                var place = choices.count
                while place > start, choices[place - 1].cost > choice.cost { place -= 1 }
                guard place < start + Self.needLimit else { continue }
                choices.insert(choice, at: place)
                if choices.count > start + Self.needLimit { choices.removeLast() }
            }
        }
        return (Int32(start), Int32(choices.count))
    }

    /// As often as both would meet by chance; nil when there are too many pairs.
    private func pairCost(_ left: Choice, _ right: Choice) -> Double? {
        guard left.count * right.count <= Self.keyLimit else { return nil }
        var cost = 0.0
        for one in left.range {
            for other in right.range {
                cost +=
                    Double(uses[Int(keys[one].first)]) * Double(uses[Int(keys[other].first)]) / patternCount
            }
        }
        return cost
    }

    private mutating func paired(_ left: Choice, _ right: Choice, cost: Double) -> Choice {
        let start = keys.count
        for one in left.range {
            for other in right.range { keys.append(ordered(keys[one].first, keys[other].first)) }
        }
        return choice(from: start, cost: cost)
    }

    /// The rarer one first, so that the lists behind it are short.
    private func ordered(_ one: Int32, _ other: Int32) -> Key {
        let isRarer = (uses[Int(one)], one) < (uses[Int(other)], other)
        return isRarer ? Key(first: one, second: other) : Key(first: other, second: one)
    }

    /// Any part may be the one.
    private mutating func unite(_ base: Int) -> Choices {
        let single = united(base, \.single)
        let best = united(base, \.best)
        return only(single, best: best.count > Self.keyLimit ? single : best)
    }

    private mutating func united(_ base: Int, _ which: (Choices) -> Choice) -> Choice {
        let start = keys.count
        var cost = 0.0
        for part in base..<parts.count {
            let choice = which(parts[part])
            for index in choice.range where !keys[start...].contains(keys[index]) { keys.append(keys[index]) }
            cost += choice.cost
        }
        return self.choice(from: start, cost: cost)
    }
}
