@testable import FrontdeskMatching

/// The textbook construction of a pattern's automaton, a list of its own for everything.
struct NaiveAutomaton {
    /// Position 0 stands before the first word.
    private(set) var positions: [PatternAutomaton.Position]
    private(set) var follow: [Int32]
    /// The fewest and the most words of a match.
    private(set) var wordCount: ClosedRange<Int>

    /// Builds the automaton; nil when it would exceed ``Matcher/patternPositionLimit``.
    init?(_ root: PatternNode, rules: [String: PatternNode], vocabulary: inout PatternVocabulary) {
        var builder = Builder(rules: rules)
        guard let whole = builder.add(root, depth: 0, &vocabulary) else { return nil }
        builder.connect([0], whole.first)
        for index in whole.last { builder.positions[Int(index)].isLast = true }
        positions = builder.positions
        follow = []
        for index in positions.indices {
            positions[index].followStart = Int32(follow.count)
            follow += builder.follow[index].sorted()
            positions[index].followEnd = Int32(follow.count)
        }
        wordCount = whole.wordCount
    }
}

extension NaiveAutomaton {
    /// A part under construction: where it begins and ends.
    private struct Fragment {
        var first: [Int32] = []
        var last: [Int32] = []
        var acceptsEmpty = false
        var wordCount = 0...0
    }

    private struct Builder {
        let rules: [String: PatternNode]
        var positions = [PatternAutomaton.Position(label: .start)]
        var follow: [[Int32]] = [[]]

        mutating func connect(_ from: [Int32], _ to: [Int32]) {
            for index in from { follow[Int(index)] += to }
        }

        /// Adds a node; nil when the limit of positions or of nested rules is exceeded.
        mutating func add(
            _ node: PatternNode,
            depth: Int,
            _ vocabulary: inout PatternVocabulary
        ) -> Fragment? {
            guard depth < PatternAutomaton.depthLimit else { return nil }
            switch node {
            case .word(let word):
                return leaf(.symbol(vocabulary.intern(word: word)), words: 1...1)
            case .exact(let word):
                return leaf(
                    .symbol(vocabulary.intern(exact: word)),
                    words: 1...PatternAutomaton.expansionLimit
                )
            case .synonyms(let name):
                guard let set = vocabulary.intern(synonyms: name) else { return leaf(.start, words: 1...1) }
                return leaf(.symbol(set.symbol), words: set.wordCount)
            case .entity(let type, let role):
                let label = PatternAutomaton.Label.entity(
                    vocabulary.intern(entityType: type),
                    role: vocabulary.intern(role: role)
                )
                return leaf(label, words: 1...PatternAutomaton.entityWordLimit)
            case .gap(let min, let max):
                guard max > 0 else { return Fragment(acceptsEmpty: true) }
                var fragment = leaf(.gap(min: Int32(Swift.max(min, 1)), max: Int32(max)), words: min...max)
                fragment?.acceptsEmpty = min == 0
                return fragment
            case .rule(let name):
                // A rule that does not exist is a place nobody can enter; the compiler reports it.
                guard let rule = rules[name] else { return leaf(.start, words: 1...1) }
                return add(rule, depth: depth + 1, &vocabulary)
            case .optional(let inner):
                guard var fragment = add(inner, depth: depth + 1, &vocabulary) else { return nil }
                fragment.acceptsEmpty = true
                fragment.wordCount = 0...fragment.wordCount.upperBound
                return fragment
            case .sequence(let nodes):
                return addSequence(nodes, depth: depth, &vocabulary)
            case .alternatives(let nodes):
                return addAlternatives(nodes, depth: depth, &vocabulary)
            case .permutation(let nodes):
                return add(.writtenOut(nodes), depth: depth + 1, &vocabulary)
            }
        }

        private mutating func addSequence(
            _ nodes: [PatternNode],
            depth: Int,
            _ vocabulary: inout PatternVocabulary
        ) -> Fragment? {
            var whole = Fragment(acceptsEmpty: true)
            for node in nodes {
                guard let next = add(node, depth: depth + 1, &vocabulary) else { return nil }
                connect(whole.last, next.first)
                if whole.acceptsEmpty { whole.first += next.first }
                whole.last = next.acceptsEmpty ? whole.last + next.last : next.last
                whole.acceptsEmpty = whole.acceptsEmpty && next.acceptsEmpty
                let (a, b) = (whole.wordCount, next.wordCount)
                whole.wordCount = a.lowerBound + b.lowerBound...a.upperBound + b.upperBound
            }
            return whole
        }

        private mutating func addAlternatives(
            _ nodes: [PatternNode],
            depth: Int,
            _ vocabulary: inout PatternVocabulary
        ) -> Fragment? {
            var whole = Fragment()
            for (index, node) in nodes.enumerated() {
                guard let next = add(node, depth: depth + 1, &vocabulary) else { return nil }
                whole.first += next.first
                whole.last += next.last
                whole.acceptsEmpty = whole.acceptsEmpty || next.acceptsEmpty
                let (a, b) = (index == 0 ? next.wordCount : whole.wordCount, next.wordCount)
                whole.wordCount = min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
            }
            return whole
        }

        private mutating func leaf(_ label: PatternAutomaton.Label, words: ClosedRange<Int>) -> Fragment? {
            guard positions.count <= Matcher.patternPositionLimit else { return nil }
            let index = Int32(positions.count)
            positions.append(PatternAutomaton.Position(label: label))
            follow.append([])
            return Fragment(first: [index], last: [index], wordCount: words)
        }
    }
}
