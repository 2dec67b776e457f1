public import FrontdeskDialogue
public import FrontdeskMatching

extension Desk {
    /// An understanding with the evidence for each of its candidates.
    ///
    /// Events hold no evidence: most turns are never asked about, and the same matcher always gives the same. A
    /// candidate to which the matcher that answers now gives another confidence is left without any.
    ///
    /// - Parameters:
    ///   - understanding: What a message was taken to mean.
    ///   - text: The message, masked as it was read.
    public func explained(_ understanding: Understanding, of text: String) -> Understanding {
        guard parts.settings.evidence > 0, !understanding.candidates.isEmpty else { return understanding }
        let again = matcher.spoken(in: understanding.language?.language)
            .match(Self.read(understanding, text), evidence: parts.settings.evidence).candidates
        var explained = understanding
        explained.candidates = understanding.candidates.map { candidate in
            var candidate = candidate
            candidate.evidence =
                again.first { $0.intent == candidate.intent && $0.confidence == candidate.confidence }?
                .evidence
                ?? []
            return candidate
        }
        return explained
    }

    /// How a message sounded, with what counted.
    ///
    /// - Parameters:
    ///   - text: The message, masked as it was read.
    ///   - tokens: Its normalised words.
    ///   - language: The language it was read in; nil: the assistant's first.
    public func sentiment(of text: String, tokens: [Token], in language: String?) -> Sentiment {
        knowledge.machine.sentiment(of: text, tokens: tokens, in: language)
    }

    /// The one sentence that was read of a message, or all of it.
    private static func read(_ understanding: Understanding, _ text: String) -> String {
        guard let parts = understanding.parts, parts.count == 1 else { return text }
        return parts[0].text
    }
}
