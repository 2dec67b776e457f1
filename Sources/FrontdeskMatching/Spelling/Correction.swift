/// A word that was read as another: the assistant doesn't know it, and knows what it is likely a slip of.
public struct Correction: Sendable, Hashable, Codable {
    /// The word's place among the tokens.
    public var token: Int
    /// The word as it was typed, folded.
    public var typed: String
    /// What it was read as: a word, or two with a space between them.
    public var read: String

    /// Makes a correction.
    public init(token: Int, typed: String, read: String) {
        self.token = token
        self.typed = typed
        self.read = read
    }
}

extension IntentModel {
    /// The words to read as others: those that training doesn't know, and that no entity has.
    package func corrections(of tokens: [Token], entities: [Entity]) -> [Correction] {
        var workspace = SpellingWorkspace()
        return corrections(of: tokens, entities: entities, using: &workspace)
    }

    /// The same with memory that serves one utterance after the other.
    func corrections(
        of tokens: [Token],
        entities: [Entity],
        using workspace: inout SpellingWorkspace
    ) -> [Correction] {
        guard tokens.contains(where: { !knows($0.text) }) else { return [] }
        let reader = SlipReader(spelling: spelling, context: context, vectors: vectors)
        return reader.corrections(of: tokens, using: &workspace.slips) { place in
            entities.contains { $0.tokens.contains(place) }
        }
    }

    private func knows(_ word: String) -> Bool {
        table.number(of: Hash.key(Hash.letters(word.utf8), seed: 1)) != nil
    }
}

extension [Token] {
    /// The words as they are read; one that is read as two holds a space, and where they stand does not change.
    package func reading(_ corrections: [Correction]) -> [Token] {
        guard !corrections.isEmpty else { return self }
        var tokens = self
        for correction in corrections { tokens[correction.token].text = correction.read }
        return tokens
    }

    /// The words with those cut in two that hold a space, and the entities where they then stand.
    func cut(with entities: [Entity]) -> (tokens: [Token], entities: [Entity]) {
        var workspace = SpellingWorkspace()
        workspace.read(self, [])
        workspace.cut(with: entities)
        return (workspace.cutTokens, workspace.cutEntities)
    }
}
