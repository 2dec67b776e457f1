import FrontdeskMatching

/// "Where is A-10021? Sorry, I mean A-10022": who takes a value back in the same breath means the other one.
struct SelfRepair {
    /// The message as it was meant.
    let text: String

    /// The repair in a message; nil where nothing is taken back.
    ///
    /// - Parameters:
    ///   - result: How the message was read.
    ///   - text: The message.
    ///   - words: The words of its language that tell how something is meant.
    ///   - negation: Its words that shut something out, with those that join what is both meant.
    init?(in result: MatchResult, of text: String, _ words: DialogueWords, _ negation: NegationWords) {
        let values = result.entities.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        guard values.count > 1 else { return nil }
        let tokens = result.tokens
        func saysOnlyRepair(_ range: Range<Int>) -> Bool {
            tokens[range].allSatisfy { token in
                !negation.joining.contains(token.text)
                    && (words.repair.contains(token.text) || words.correction.contains(token.text)
                        || words.empty.contains(token.text) || words.no.contains(token.text))
            }
        }
        func hasRepair(_ range: Range<Int>) -> Bool {
            tokens[range].contains { words.repair.contains($0.text) }
        }
        for (wrong, meant) in zip(values, values.dropFirst())
        where wrong.type == meant.type && wrong.value != meant.value
            && wrong.tokens.upperBound <= meant.tokens.lowerBound
        {
            let between = wrong.tokens.upperBound..<meant.tokens.lowerBound
            let behind = meant.tokens.upperBound..<tokens.count
            // "Sorry" comes before the second value, or behind it where nothing else does.
            let isTold = !behind.isEmpty && hasRepair(behind) && saysOnlyRepair(behind)
            guard saysOnlyRepair(between), hasRepair(between) || isTold else { continue }
            let bytes = Array(text.utf8)
            let end = isTold ? meant.span.end : bytes.count
            let meantBytes = bytes[..<wrong.span.start] + bytes[meant.span.start..<end]
            self.text = String(decoding: meantBytes, as: UTF8.self)
            return
        }
        return nil
    }
}
