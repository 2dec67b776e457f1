/// A word that was read as another: the assistant doesn't know it, and knows one that differs by a slip or two.
public struct Correction: Sendable, Hashable, Codable {
    /// The word's place among the tokens.
    public var token: Int
    /// The word as it was typed, folded.
    public var typed: String
    /// The word it was read as.
    public var read: String

    /// Makes a correction.
    public init(token: Int, typed: String, read: String) {
        self.token = token
        self.typed = typed
        self.read = read
    }
}

extension IntentModel {
    /// The words to read as others: those that neither training nor the vector table knows, and that no entity has.
    package func corrections(of tokens: [Token], entities: [Entity]) -> [Correction] {
        var corrections: [Correction] = []
        for (place, token) in tokens.enumerated() where !knows(token.text) {
            guard !entities.contains(where: { $0.tokens.contains(place) }),
                let read = spelling.correction(of: token.text)
            else { continue }
            corrections.append(Correction(token: place, typed: token.text, read: read))
        }
        return corrections
    }

    private func knows(_ word: String) -> Bool {
        let hash = word.utf8.reduce(Hash.start) { Hash.adding($1, to: $0) }
        if table.number(of: Hash.key(hash, seed: 1)) != nil { return true }
        // A word that is one piece of the table is a word of the language, not a slip.
        return vectors?.pieces.number(of: Hash.key(hash, seed: 7)) != nil
    }
}

extension [Token] {
    /// The words as they are read; where they stand does not change.
    package func reading(_ corrections: [Correction]) -> [Token] {
        guard !corrections.isEmpty else { return self }
        var tokens = self
        for correction in corrections { tokens[correction.token].text = correction.read }
        return tokens
    }
}
