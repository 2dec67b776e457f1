/// What an assistant says itself about how messages sound, and what follows from it.
public struct SentimentPolicy: Sendable, Hashable, Codable {
    /// A word or phrase of the assistant's own, or a built-in one that counts otherwise here.
    public struct Word: Sendable, Hashable, Codable {
        /// The word or phrase as customers write it.
        public var text: String
        /// How it sounds, -1…1; 0 takes a built-in one out.
        public var weight: Double

        /// Makes a word.
        public init(text: String, weight: Double) {
            self.text = text
            self.weight = weight
        }
    }

    /// The sentiment, -1…1, at or below which the desk begins by saying that it is sorry; nil: it never does by itself.
    public var acknowledgeBelow: Double?
    /// The mood over the last messages, -1…1, at or below which a human takes over once the message is answered; nil:
    /// only through confidence.
    public var moodBelow: Double?
    /// By how much a ticket is more urgent when the customer's mood is low, 0…9.
    public var urgency: Int
    /// Words of the assistant's own by language, each list in file order.
    public var words: [String: [Word]]

    /// Makes a policy.
    public init(
        acknowledgeBelow: Double? = -0.4,
        moodBelow: Double? = -0.45,
        urgency: Int = 1,
        words: [String: [Word]] = [:]
    ) {
        self.acknowledgeBelow = acknowledgeBelow
        self.moodBelow = moodBelow
        self.urgency = urgency
        self.words = words
    }

    /// What holds for an assistant that says nothing about it.
    public static let usual = SentimentPolicy()
}
