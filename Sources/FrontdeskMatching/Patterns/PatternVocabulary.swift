/// What a position of a pattern stands for, by number within its kind.
enum PatternSymbol: Hashable, Sendable {
    case word(Int32)
    case entityType(Int32)
    case synonyms(Int32)
    case exact(Int32)
}

/// Numbers for everything that patterns name, while an index is built.
struct PatternVocabulary {
    /// Names and their numbers, from 0.
    struct Names {
        private(set) var list: [String] = []
        private var numbers: [String: Int32] = [:]

        mutating func intern(_ name: String) -> Int32 {
            if let known = numbers[name] { return known }
            let number = Int32(list.count)
            numbers[name] = number
            list.append(name)
            return number
        }

        func number(of name: String) -> Int32? { numbers[name] }
    }

    private(set) var words = Names()
    private(set) var entityTypes = Names()
    private(set) var exactWords = Names()
    private(set) var roles = Names()
    /// The sets of synonyms that patterns use.
    private(set) var sets = Names()
    private let synonyms: [String: SynonymTable.Members]

    init(synonyms: SynonymTable = SynonymTable([])) {
        self.synonyms = synonyms.members
    }

    mutating func intern(word: String) -> PatternSymbol { .word(words.intern(word)) }

    mutating func intern(exact word: String) -> PatternSymbol { .exact(exactWords.intern(word)) }

    mutating func intern(entityType: String) -> PatternSymbol { .entityType(entityTypes.intern(entityType)) }

    /// The number of a role; -1 is no role.
    mutating func intern(role: String?) -> Int32 { role.map { roles.intern($0) } ?? -1 }

    /// A set and how many words its members have; nil when there is no such set.
    mutating func intern(synonyms name: String) -> (symbol: PatternSymbol, wordCount: ClosedRange<Int>)? {
        guard let members = synonyms[name] else { return nil }
        if sets.number(of: name) == nil {
            for member in members.words { for word in member { _ = words.intern(word) } }
        }
        return (.synonyms(sets.intern(name)), members.wordCount)
    }

    /// The members of the sets that patterns use, by number.
    var membersOfSets: [[[String]]] { sets.list.map { synonyms[$0]?.words ?? [] } }
}
