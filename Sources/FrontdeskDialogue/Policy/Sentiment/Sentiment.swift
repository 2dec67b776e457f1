public import FrontdeskMatching

/// How a message sounds, by a lexicon: rules alone, and each figure can be explained.
///
/// Every word of the lexicon has a weight, -1…1. Intensifiers ("very") raise the weight of the next such word, "a
/// bit" lowers it, a negation shortly before turns it unless a comma or "but" stands between. Capitals and drawn-out
/// letters ("sooo bad", "NOT happy") raise it. Weights of one sign combine as `1 - Π(1 - |w|)`, so that no number of
/// words leaves -1…1. Words that merely name a mishap ("late", "broken") together count 0.28 at most: a complaint about
/// a parcel is not yet anger. Praise that opens a message about a mishap is meant the other way ("great, broken again").
/// Exclamation and question marks in a row, shouting, emoticons and emoji count for themselves.
public struct Sentiment: Sendable, Hashable, Codable {
    /// A word that counted.
    public struct Evidence: Sendable, Hashable, Codable {
        /// The word, phrase or picture with the words that change it ("not very happy"); `capitals`, `!!` and `??`
        /// stand for themselves.
        public var text: String
        /// What it weighed after all that changes it, -1…1.
        public var weight: Double
        /// What changed its weight besides words.
        public var causes: [Cause] = []
    }

    /// What changes a word's weight besides words.
    public enum Cause: String, Sendable, Hashable, Codable {
        case capitals
        case drawnOut = "drawn_out"
        case ironic
    }

    /// -1 (furious) … 1 (delighted); 0 is neutral.
    public var score: Double
    /// What counted, in order.
    public var evidence: [Evidence]

    /// Neutral.
    public static let neutral = Sentiment(score: 0, evidence: [])

    /// At or below this score a message counts as negative.
    public static let negativeThreshold = -0.4

    /// Whether it sounds unhappy enough to count against the conversation.
    public var isNegative: Bool { score <= Self.negativeThreshold }

    private init(score: Double, evidence: [Evidence]) {
        self.score = score
        self.evidence = evidence
    }

    /// Reads a message.
    ///
    /// - Parameters:
    ///   - text: The message as the customer wrote it.
    ///   - tokens: Its normalised words.
    ///   - language: The language whose words count.
    public init(of text: String, tokens: [Token], in language: Language = .english) {
        self.init(of: text, tokens: tokens, by: .of(language))
    }

    /// Reads a message by the words of a table.
    init(of text: String, tokens: [Token], by table: borrowing SentimentTable) {
        var reading = SentimentReading(text: text, tokens: tokens)
        reading.readWords(table)
        reading.readSigns()
        self.init(score: reading.score, evidence: reading.evidence)
    }
}
