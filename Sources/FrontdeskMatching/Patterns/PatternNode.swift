/// The meaning of a pattern: what word sequences it accepts.
public indirect enum PatternNode: Sendable, Hashable {
    /// One normalised word.
    case word(String)
    /// A word as it is written, folded but not expanded: `=ur` is not `your`, `=where's` is not `where is`.
    case exact(String)
    /// The name of a set of synonyms, or any of its members.
    case synonyms(String)
    /// An entity of the given type, optionally with a role.
    case entity(String, role: String?)
    /// A named rule, defined once for the assistant.
    case rule(String)
    /// Any words, at least `min` and at most `max` (`*` is 0…8, `+` is 1…8, `*2-5` is 2…5).
    case gap(min: Int, max: Int)
    /// One after the other.
    case sequence([PatternNode])
    /// Any one of these.
    case alternatives([PatternNode])
    /// All of these, in any order.
    case permutation([PatternNode])
    /// This or nothing.
    case optional(PatternNode)
}

/// A pattern of an intent.
public struct Pattern: Sendable, Hashable, Codable {
    /// The pattern as the author wrote it.
    public var source: String
    /// What it accepts.
    public var root: PatternNode

    /// Makes a pattern from its parts; ``PatternParser`` makes them from text.
    public init(source: String, root: PatternNode) {
        self.source = source
        self.root = root
    }
}

extension PatternNode {
    /// Whether it accepts no words at all; a rule never does, for ``PatternParser`` refuses such a rule.
    package var acceptsEmpty: Bool {
        switch self {
        case .word, .exact, .synonyms, .entity, .rule: false
        case .gap(let min, _): min == 0
        case .sequence(let nodes), .permutation(let nodes): nodes.allSatisfy(\.acceptsEmpty)
        case .alternatives(let nodes): nodes.contains(where: \.acceptsEmpty)
        case .optional: true
        }
    }

    /// How many words, entities and gaps it has once its rules are written out.
    ///
    /// - Returns: The number, or nil above `limit` or when rules nest without end.
    package func positionCount(rules: [String: PatternNode], limit: Int = Matcher.patternPositionLimit)
        -> Int?
    {
        positionCount(rules, limit, depth: 0)
    }

    private func positionCount(_ rules: [String: PatternNode], _ limit: Int, depth: Int) -> Int? {
        guard depth < PatternAutomaton.depthLimit else { return nil }
        func sum(_ nodes: [PatternNode]) -> Int? {
            var total = 0
            for node in nodes {
                guard let count = node.positionCount(rules, limit - total, depth: depth + 1) else {
                    return nil
                }
                total += count
            }
            return total
        }
        switch self {
        case .word, .exact, .synonyms, .entity, .gap: return limit >= 1 ? 1 : nil
        case .rule(let name): return rules[name].map { sum([$0]) } ?? (limit >= 1 ? 1 : nil)
        case .optional(let inner): return sum([inner])
        case .sequence(let nodes), .alternatives(let nodes): return sum(nodes)
        case .permutation(let nodes): return sum([PatternNode.writtenOut(nodes)])
        }
    }

    /// A permutation as a tree of choices: which part comes first, and then the others in any order.
    ///
    /// Orders that begin alike share their beginning: four parts take 64 copies instead of 96.
    static func writtenOut(_ parts: [PatternNode]) -> PatternNode {
        guard parts.count > 1 else { return parts.first ?? .sequence([]) }
        return .alternatives(
            parts.indices.map { first in
                var rest = parts
                rest.remove(at: first)
                return .sequence([parts[first], writtenOut(rest)])
            }
        )
    }

    /// Puts nodes in a row; nil when there are none.
    static func joining(_ nodes: [PatternNode]) -> PatternNode? {
        var flat: [PatternNode] = []
        for node in nodes {
            if case .sequence(let inner) = node { flat += inner } else { flat.append(node) }
        }
        return flat.count > 1 ? .sequence(flat) : flat.first
    }
}
