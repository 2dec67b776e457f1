/// In which language an utterance is read, and why.
public struct LanguageReading: Sendable, Hashable, Codable {
    /// The language's tag.
    public var language: String
    /// Why it is not the one of the conversation so far; nil when it is.
    public var cause: LanguageCause?
    /// The language that the words are in, as far as they tell; nil for "ok", numbers and names.
    public var heard: String?
    /// How sure that is, 0…1.
    public var probability: Double
    /// How many words speak for it.
    public var words: Int
    /// The tag of a language that the assistant does not speak, when the words are in one.
    public var foreign: String?

    /// Makes a reading.
    public init(
        language: String,
        cause: LanguageCause? = nil,
        heard: String? = nil,
        probability: Double = 0,
        words: Int = 0,
        foreign: String? = nil
    ) {
        self.language = language
        self.cause = cause
        self.heard = heard
        self.probability = probability
        self.words = words
        self.foreign = foreign
    }
}

/// Why a conversation changed its language.
public enum LanguageCause: String, Sendable, Hashable, Codable, CaseIterable {
    /// The message, its channel or the customer's profile says so.
    case profile
    /// The words leave no doubt.
    case detected
    /// The words lean to it, and it is understood where the language so far is not.
    case understood
    /// The customer asked for it.
    case asked
}
