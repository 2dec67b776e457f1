/// Numbers for the words and entity types that patterns use, so that matching compares integers.
struct PatternVocabulary: Sendable {
    /// The number of a word that no pattern uses.
    static let unknown: Int32 = -1

    private(set) var words: [String: Int32] = [:]
    private(set) var entityTypes: [String: Int32] = [:]

    mutating func intern(word: String) -> Int32 {
        if let known = words[word] { return known }
        let number = Int32(words.count)
        words[word] = number
        return number
    }

    mutating func intern(entityType: String) -> Int32 {
        if let known = entityTypes[entityType] { return known }
        let number = Int32(entityTypes.count)
        entityTypes[entityType] = number
        return number
    }

    func number(ofWord word: String) -> Int32 { words[word] ?? Self.unknown }

    func number(ofEntityType type: String) -> Int32 { entityTypes[type] ?? Self.unknown }
}
