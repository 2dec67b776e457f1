/// A pattern as a position automaton: one position for each word, entity and gap of the pattern, rules inlined.
///
/// The construction is Glushkov's ("The abstract theory of automata", 1961): a position is entered by consuming
/// what it stands for, and `follow` says which positions may come next. Patterns repeat nothing, so a position is
/// only ever followed by later ones, and a run visits each cell of tokens × positions once.
///
/// One value builds one automaton after the other; all of them share its memory.
struct PatternAutomaton {
    /// How deep brackets and rules may nest in each other.
    static let depthLimit = 256
    /// The most words of one entity that a pattern takes.
    static let entityWordLimit = 32
    /// The most words that one written word is expanded to, and more.
    static let expansionLimit = 8

    /// What entering a position consumes.
    enum Label: Sendable, Hashable {
        case start
        case symbol(PatternSymbol)
        case entity(PatternSymbol, role: Int32)
        case gap(min: Int32, max: Int32)
    }

    struct Position: Sendable, Hashable {
        var label: Label
        /// Whether the pattern may end here.
        var isLast = false
        /// The stretch of ``PatternAutomaton/follow`` with the positions that may come next.
        var followStart: Int32 = 0
        var followEnd: Int32 = 0
    }

    /// Position 0 stands before the first word.
    private(set) var positions: [Position] = []
    private(set) var follow: [Int32] = []
    /// The fewest and the most words of a match.
    private(set) var wordCount = 0...0

    private let rules: [String: PatternNode]
    /// Which position may be followed by which other one, in the order in which that was found.
    private var edges: [(from: Int32, to: Int32)] = []
    /// The lists of positions at which parts begin and end.
    private var lists: [Int32] = []

    /// Prepares for patterns with these rules.
    init(rules: [String: PatternNode]) { self.rules = rules }

    /// Builds the automaton of a pattern in the place of the one before.
    ///
    /// - Returns: False when it would exceed ``Matcher/patternPositionLimit``; then there is none.
    mutating func build(_ root: PatternNode, _ vocabulary: inout PatternVocabulary) -> Bool {
        positions.removeAll(keepingCapacity: true)
        follow.removeAll(keepingCapacity: true)
        edges.removeAll(keepingCapacity: true)
        lists.removeAll(keepingCapacity: true)
        positions.append(Position(label: .start))
        guard let whole = add(root, depth: 0, &vocabulary) else { return false }
        lists.append(0)
        connect(lists.count - 1..<lists.count, whole.first)
        for index in whole.last { positions[Int(lists[index])].isLast = true }
        wordCount = whole.wordCount
        sortEdges()
        return true
    }

    /// Brings the edges into ``follow``, by position and then by the position that follows.
    private mutating func sortEdges() {
        for edge in edges { positions[Int(edge.from)].followEnd += 1 }
        var end: Int32 = 0
        for index in positions.indices {
            positions[index].followStart = end
            end += positions[index].followEnd
            positions[index].followEnd = positions[index].followStart
        }
        for _ in edges { follow.append(0) }
        for edge in edges {
            var place = Int(positions[Int(edge.from)].followEnd)
            positions[Int(edge.from)].followEnd += 1
            // They mostly come in order, and are few.
            while place > Int(positions[Int(edge.from)].followStart), follow[place - 1] > edge.to {
                follow[place] = follow[place - 1]
                place -= 1
            }
            follow[place] = edge.to
        }
    }
}

extension PatternAutomaton {
    /// A part under construction: where it begins and ends, as stretches of ``lists``.
    private struct Fragment {
        var first = 0..<0
        var last = 0..<0
        var acceptsEmpty = false
        var wordCount = 0...0
    }

    private mutating func connect(_ from: Range<Int>, _ to: Range<Int>) {
        for one in from { for other in to { edges.append((lists[one], lists[other])) } }
    }

    /// Two lists as one.
    private mutating func joined(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
        if one.isEmpty { return other }
        if other.isEmpty { return one }
        if one.upperBound == other.lowerBound { return one.lowerBound..<other.upperBound }
        let start = lists.count
        for index in one { lists.append(lists[index]) }
        for index in other { lists.append(lists[index]) }
        return start..<lists.count
    }

    /// Adds a node; nil when the limit of positions or of nested rules is exceeded.
    private mutating func add(
        _ node: PatternNode,
        depth: Int,
        _ vocabulary: inout PatternVocabulary
    ) -> Fragment? {
        guard depth < Self.depthLimit else { return nil }
        switch node {
        case .word(let word):
            return leaf(.symbol(vocabulary.intern(word: word)), words: 1...1)
        case .exact(let word):
            return leaf(.symbol(vocabulary.intern(exact: word)), words: 1...Self.expansionLimit)
        case .synonyms(let name):
            guard let set = vocabulary.intern(synonyms: name) else { return leaf(.start, words: 1...1) }
            return leaf(.symbol(set.symbol), words: set.wordCount)
        case .entity(let type, let role):
            let symbol = vocabulary.intern(entityType: type)
            let label = Label.entity(symbol, role: vocabulary.intern(role: role))
            return leaf(label, words: 1...Self.entityWordLimit)
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
            if whole.acceptsEmpty { whole.first = joined(whole.first, next.first) }
            whole.last = next.acceptsEmpty ? joined(whole.last, next.last) : next.last
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
            whole.first = joined(whole.first, next.first)
            whole.last = joined(whole.last, next.last)
            whole.acceptsEmpty = whole.acceptsEmpty || next.acceptsEmpty
            let (a, b) = (index == 0 ? next.wordCount : whole.wordCount, next.wordCount)
            whole.wordCount = min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
        }
        return whole
    }

    private mutating func leaf(_ label: Label, words: ClosedRange<Int>) -> Fragment? {
        guard positions.count <= Matcher.patternPositionLimit else { return nil }
        lists.append(Int32(positions.count))
        positions.append(Position(label: label))
        // It begins and ends in the same place.
        let list = lists.count - 1..<lists.count
        return Fragment(first: list, last: list, wordCount: words)
    }
}
