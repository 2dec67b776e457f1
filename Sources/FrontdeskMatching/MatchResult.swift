/// What was said: the matcher's whole answer about one utterance.
public struct MatchResult: Sendable, Hashable, Codable {
    /// The normalised words.
    public var tokens: [Token]
    /// The entities found, by position; overlapping readings of one stretch stand side by side, longest first.
    public var entities: [Entity]
    /// The likely intents, best first; at most ``Matcher/candidateLimit``.
    public var candidates: [Candidate]
    /// The language it was read in, when the assistant speaks several.
    public var language: LanguageReading?
    /// The words that were read as others because nobody taught them; nil when there are none.
    public var corrections: [Correction]?
    /// The parts of a message that may say several things, in order; nil where it says one.
    public var parts: [UtterancePart]?
    /// The intent that the message says is not wanted, where it says nothing else; nil in most messages.
    public var refused: String?

    /// Makes a result.
    public init(
        tokens: [Token] = [],
        entities: [Entity] = [],
        candidates: [Candidate] = [],
        language: LanguageReading? = nil
    ) {
        self.tokens = tokens
        self.entities = entities
        self.candidates = candidates
        self.language = language
    }
}

/// One intent that an utterance may mean.
public struct Candidate: Sendable, Hashable, Codable {
    /// The intent's name.
    public var intent: String
    /// The calibrated probability that this is what the customer means, 0…1.
    public var confidence: Double
    /// The pattern that covers the whole utterance, if one does.
    public var pattern: PatternMatch?
    /// The classifier's raw score, in its own units; nil when no classifier is trained.
    public var score: Double?
    /// What spoke for and against, strongest first; empty unless asked for.
    public var evidence: [Evidence]

    /// Makes a candidate.
    public init(
        intent: String,
        confidence: Double,
        pattern: PatternMatch? = nil,
        score: Double? = nil,
        evidence: [Evidence] = []
    ) {
        self.intent = intent
        self.confidence = confidence
        self.pattern = pattern
        self.score = score
        self.evidence = evidence
    }
}

/// A pattern that covers an utterance from end to end, politeness fillers apart.
public struct PatternMatch: Sendable, Hashable, Codable {
    /// The position among its intent's patterns, from 0; the examples, which count word for word, come behind them.
    public var pattern: Int
    /// The pattern as its author wrote it.
    public var source: String
    /// How many literal words of the pattern were met.
    public var literalWords: Int
    /// How many words fell into gaps.
    public var gapWords: Int
    /// The entities the pattern took, with their roles.
    public var entities: [Entity]

    /// Makes a pattern match.
    public init(pattern: Int, source: String, literalWords: Int, gapWords: Int, entities: [Entity] = []) {
        self.pattern = pattern
        self.source = source
        self.literalWords = literalWords
        self.gapWords = gapWords
        self.entities = entities
    }
}

/// One reason for or against a candidate.
public struct Evidence: Sendable, Hashable, Codable {
    /// What kind of thing spoke.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A pattern that covers the utterance.
        case pattern
        /// A word, or a pair of neighbouring words.
        case words
        /// A run of characters inside a word.
        case characters
        /// The meaning of a word and its neighbours, as vectors know it.
        case meaning
        /// The intent's base rate in the classifier.
        case bias
        /// Everything too small to list by itself.
        case rest
    }

    /// What kind of thing spoke.
    public var kind: Kind
    /// The pattern, the words or the characters.
    public var text: String
    /// How much it adds to the classifier's score (negative: speaks against).
    ///
    /// The weights add up to ``Candidate/score``, but for a pattern's: that is the confidence the pattern gave.
    public var weight: Double

    /// Makes a piece of evidence.
    public init(_ kind: Kind, _ text: String, weight: Double) {
        self.kind = kind
        self.text = text
        self.weight = weight
    }
}
