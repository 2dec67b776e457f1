public import FrontdeskDialogue
import FrontdeskMatching

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
            .match(text, evidence: parts.settings.evidence).candidates
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
}
