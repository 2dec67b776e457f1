/// A part of an utterance that was matched by itself: "what are your hours" in "A-10021, and what are your hours?".
public struct UtterancePart: Sendable, Hashable, Codable {
    /// The part as it was written.
    public var text: String
    /// What the matcher made of it; positions count from the part's own beginning.
    public var match: MatchResult

    /// Makes a part.
    public init(text: String, match: MatchResult) {
        self.text = text
        self.match = match
    }
}
