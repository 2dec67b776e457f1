/// What reading mistyped words needs beside the model; its memory serves one utterance after the other.
struct SpellingWorkspace: Sendable {
    var slips = SlipReader.Buffers()
    /// The words as they are read.
    private(set) var tokens: [Token] = []
    /// The same with those cut in two that hold a space, and the entities where they then stand.
    private(set) var cutTokens: [Token] = []
    private(set) var cutEntities: [Entity] = []
    private var starts: [Int] = []

    /// Takes an utterance's words as they are read; one that is read as two holds a space.
    mutating func read(_ typed: [Token], _ corrections: [Correction]) {
        tokens.removeAll(keepingCapacity: true)
        tokens.append(contentsOf: typed)
        for correction in corrections { tokens[correction.token].text = correction.read }
    }

    /// Cuts the words that are read as two.
    mutating func cut(with entities: [Entity]) {
        let space = UInt8(ascii: " ")
        cutTokens.removeAll(keepingCapacity: true)
        cutEntities.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        for token in tokens {
            starts.append(cutTokens.count)
            guard token.text.utf8.contains(space) else {
                cutTokens.append(token)
                continue
            }
            var rest = token.text[...]
            while !rest.isEmpty {
                let part = Substring(rest.utf8.prefix { $0 != space })
                if !part.isEmpty { cutTokens.append(Token(String(part), token.span)) }
                rest = Substring(rest.utf8[part.endIndex...].dropFirst())
            }
        }
        starts.append(cutTokens.count)
        for entity in entities {
            var entity = entity
            entity.tokens = starts[entity.tokens.lowerBound]..<starts[entity.tokens.upperBound]
            cutEntities.append(entity)
        }
    }

    /// Drops what a customer wrote.
    mutating func forget() {
        tokens.removeAll(keepingCapacity: true)
        cutTokens.removeAll(keepingCapacity: true)
        cutEntities.removeAll(keepingCapacity: true)
        slips.forget()
    }
}
