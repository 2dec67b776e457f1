/// Words that mean the same, or kinds of one thing: in patterns, `~name` is any of them.
public struct SynonymSet: Sendable, Hashable, Codable {
    /// The set's name, which is a member too.
    public var name: String
    /// The members: words, several words, or the name of another set, which brings its own members.
    public var members: [String]

    /// Makes a set.
    public init(name: String, members: [String]) {
        self.name = name
        self.members = members
    }
}

/// Sets of synonyms with the members of their members.
struct SynonymTable: Sendable {
    struct Members: Sendable {
        /// The words of each member, each once, in the order in which they were declared.
        var words: [[String]]
        /// The fewest and the most words of a member.
        var wordCount: ClosedRange<Int>
    }

    private(set) var members: [String: Members] = [:]

    /// Collects the members; a set within itself adds nothing.
    init(_ sets: [SynonymSet]) {
        let byName = Dictionary(sets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for set in sets where members[set.name] == nil {
            var found: [[String]] = []
            var seen: Set<[String]> = []
            var visited: Set<String> = []
            Self.collect(set, byName, &visited) { words in
                if !words.isEmpty, seen.insert(words).inserted { found.append(words) }
            }
            let counts = found.map(\.count)
            guard let least = counts.min(), let most = counts.max() else { continue }
            members[set.name] = Members(words: found, wordCount: least...most)
        }
    }

    private static func collect(
        _ set: SynonymSet,
        _ byName: [String: SynonymSet],
        _ visited: inout Set<String>,
        _ found: ([String]) -> Void
    ) {
        guard visited.insert(set.name).inserted else { return }
        // An underscore in a name stands for the space that a name cannot hold.
        found(Tokenizer.tokenize(String(set.name.map { $0 == "_" ? " " : $0 })).map(\.text))
        for member in set.members {
            if let inner = byName[member] {
                collect(inner, byName, &visited, found)
            } else {
                found(Tokenizer.tokenize(member).map(\.text))
            }
        }
    }
}
