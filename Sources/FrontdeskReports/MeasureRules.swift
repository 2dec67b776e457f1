public import FrontdeskDialogue

/// What is taken for what when conversations are measured.
public struct MeasureRules: Sendable, Hashable {
    /// The first instant of the period, in milliseconds since 1970; nil: from the beginning.
    public var since: Int64?
    /// The first instant behind the period; nil: to the end.
    public var until: Int64?
    /// When it is measured, in milliseconds since 1970: what is younger than ``silence`` is not judged yet.
    public var asOf: Int64
    /// The language of conversations that were never found to be in another.
    public var language: String
    /// After so long without a word a contact is over, in milliseconds.
    public var silence: Int64 = 24 * 3_600_000
    /// Who is back within this time on the same topic was not helped, in milliseconds.
    public var repeatWindow: Int64 = 24 * 3_600_000
    /// Who is back within this time was not helped at first contact, in milliseconds.
    public var firstContactWindow: Int64 = 7 * 24 * 3_600_000
    /// The first parts of the names of intents that are no request: greetings and the like.
    public var smallTalk: Set<String> = ["smalltalk", "small_talk", "chitchat", "control"]
    /// The last parts of the names of intents by which a customer says that an answer was right.
    public var thanks: Set<String> = ["thanks", "thank_you", "praise"]

    /// Further intents that are no request, by their whole names.
    public var courtesies: Set<String> = []

    /// Makes rules for a period.
    public init(since: Int64? = nil, until: Int64? = nil, asOf: Int64, language: String = "en") {
        self.since = since
        self.until = until
        self.asOf = asOf
        self.language = language
    }

    /// Makes rules by which everything of an assistant is measured.
    public init(of assistant: Assistant, asOf: Int64) {
        self.init(asOf: asOf, language: assistant.languages.first ?? "en")
        courtesies = Set(assistant.intents.filter(\.isCourtesy).map(\.name))
    }

    /// Whether an intent is a request, and no small talk.
    func isRequest(_ intent: String) -> Bool {
        !courtesies.contains(intent) && !smallTalk.contains(String(intent.prefix { $0 != "." }))
    }

    /// Whether an intent thanks for an answer.
    func isThanks(_ intent: String) -> Bool {
        !isRequest(intent) && thanks.contains(intent.split(separator: ".").last.map(String.init) ?? intent)
    }

    /// Whether a contact that began then belongs to the period.
    func isInPeriod(_ begin: Int64) -> Bool {
        begin >= since ?? .min && begin < until ?? .max
    }
}
