/// What a matcher said of one labelled sentence.
public struct Judgement: Sendable, Hashable, Codable {
    /// An intent and how sure the matcher is of it.
    public struct Guess: Sendable, Hashable, Codable {
        /// The intent's name.
        public var intent: String
        /// The confidence, 0…1.
        public var confidence: Double

        /// Makes a guess.
        public init(_ intent: String, confidence: Double) {
            self.intent = intent
            self.confidence = confidence
        }
    }

    /// The sentence.
    public var text: String
    /// The intent it belongs to; nil when it is out of scope.
    public var truth: String?
    /// What the matcher thinks it may be, best first.
    public var guesses: [Guess]

    /// Makes a judgement.
    public init(_ text: String, truth: String?, guesses: [Guess]) {
        self.text = text
        self.truth = truth
        self.guesses = guesses
    }

    /// The best guess; nil when there is none.
    public var predicted: String? { guesses.first?.intent }
    /// How sure the matcher is of its best guess, 0…1; 0 when it has none.
    public var confidence: Double { guesses.first?.confidence ?? 0 }
    /// Whether the best guess is the sentence's intent; never for a sentence out of scope.
    public var isRight: Bool { truth != nil && predicted == truth }
}
