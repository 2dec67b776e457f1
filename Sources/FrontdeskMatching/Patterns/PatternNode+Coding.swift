/// A node is written as one flat list: a number for its kind, then its texts and numbers, then its parts likewise.
///
/// An assistant has millions of nodes; a record for each takes several times as long to write and to read.
extension PatternNode: Codable {
    /// The kinds' numbers, which belong to the format of bundles.
    private enum Kind: Int {
        case word, exact, synonyms, entity, rule, gap, sequence, alternatives, permutation, optional
    }

    /// More words than any gap takes; an index counts them in 15 bits.
    private static let gapLimit = 0x7FFF

    /// Reads a node.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for a kind that is unknown and for parts that lie too deep in each other.
    public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        self = try Self.read(&list, depth: 0)
        guard list.isAtEnd else { throw Self.corrupted(list, "a pattern goes on behind its end") }
    }

    /// Writes the node and its parts.
    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try write(to: &list)
    }

    private func write(to list: inout any UnkeyedEncodingContainer) throws {
        switch self {
        case .word(let word): try Self.write(.word, word, to: &list)
        case .exact(let word): try Self.write(.exact, word, to: &list)
        case .synonyms(let name): try Self.write(.synonyms, name, to: &list)
        case .rule(let name): try Self.write(.rule, name, to: &list)
        case .entity(let type, let role):
            try Self.write(.entity, type, to: &list)
            if let role { try list.encode(role) } else { try list.encodeNil() }
        case .gap(let min, let max):
            try list.encode(Kind.gap.rawValue)
            try list.encode(min)
            try list.encode(max)
        case .sequence(let parts): try Self.write(.sequence, parts, to: &list)
        case .alternatives(let parts): try Self.write(.alternatives, parts, to: &list)
        case .permutation(let parts): try Self.write(.permutation, parts, to: &list)
        case .optional(let inner):
            try list.encode(Kind.optional.rawValue)
            try inner.write(to: &list)
        }
    }

    private static func write(_ kind: Kind, _ text: String, to list: inout any UnkeyedEncodingContainer)
        throws
    {
        try list.encode(kind.rawValue)
        try list.encode(text)
    }

    private static func write(
        _ kind: Kind,
        _ parts: [PatternNode],
        to list: inout any UnkeyedEncodingContainer
    ) throws {
        try list.encode(kind.rawValue)
        try list.encode(parts.count)
        for part in parts { try part.write(to: &list) }
    }

    private static func read(_ list: inout any UnkeyedDecodingContainer, depth: Int) throws -> PatternNode {
        guard depth < PatternAutomaton.depthLimit else {
            throw corrupted(list, "the parts of a pattern lie too deep in each other")
        }
        switch Kind(rawValue: try list.decode(Int.self)) {
        case .word: return .word(try list.decode(String.self))
        case .exact: return .exact(try list.decode(String.self))
        case .synonyms: return .synonyms(try list.decode(String.self))
        case .rule: return .rule(try list.decode(String.self))
        case .entity:
            let type = try list.decode(String.self)
            return .entity(type, role: try list.decodeNil() ? nil : try list.decode(String.self))
        case .gap:
            let (min, max) = (try list.decode(Int.self), try list.decode(Int.self))
            guard 0 <= min, min <= max, max <= gapLimit else {
                throw corrupted(list, "a gap takes \(min) to \(max) words")
            }
            return .gap(min: min, max: max)
        case .sequence: return .sequence(try readParts(&list, depth))
        case .alternatives: return .alternatives(try readParts(&list, depth))
        case .permutation: return .permutation(try readParts(&list, depth))
        case .optional: return .optional(try read(&list, depth: depth + 1))
        case nil: throw corrupted(list, "an unknown kind of pattern")
        }
    }

    private static func readParts(
        _ list: inout any UnkeyedDecodingContainer,
        _ depth: Int
    ) throws -> [PatternNode] {
        let count = try list.decode(Int.self)
        guard count >= 0 else { throw corrupted(list, "a pattern has fewer than no parts") }
        var parts: [PatternNode] = []
        for _ in 0..<count { parts.append(try read(&list, depth: depth + 1)) }
        return parts
    }

    private static func corrupted(_ list: any UnkeyedDecodingContainer, _ reason: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(codingPath: list.codingPath, debugDescription: reason))
    }
}
