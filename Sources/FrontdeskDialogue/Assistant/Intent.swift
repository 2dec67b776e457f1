/// What the desk does when a customer means something.
public struct Intent: Sendable, Hashable, Codable {
    /// The intent's name, such as `order.status`.
    public var name: String
    /// What a person reads.
    public var title: String
    /// The title in further languages, by tag.
    public var titles: [String: String]
    /// What happens; controls act by their name.
    @Shared public var effect: Effect
    /// Intents to offer after the answer; a plain "yes" takes the first.
    public var suggests: [String]
    /// The queue that knows this topic, if not the default one.
    public var queue: String?
    /// Where the answer comes from.
    @Shared public var source: AnswerSource?
    /// What must be known of the customer before it is served.
    public var needs: [CustomerNeed]
    /// What an agent must be able to do to help with it, beyond the skills of the queue.
    public var skills: [String]
    /// Whether it is said by the way, as thanks are: beside a request only the request is answered.
    public var isCourtesy: Bool

    /// What an intent leads to.
    public enum Effect: Sendable, Hashable, Codable {
        /// An answer.
        case answer(Response)
        /// A flow, by name.
        case flow(String)
        /// A human, at once; the response is said before the engine's own handoff text replaces nothing else.
        case handoff(HandoffTarget)
        /// A control that works everywhere.
        case control(Control)
    }

    /// Makes an intent.
    public init(
        name: String,
        title: String,
        titles: [String: String] = [:],
        effect: Effect,
        suggests: [String] = [],
        queue: String? = nil,
        source: AnswerSource? = nil,
        needs: [CustomerNeed] = [],
        skills: [String] = [],
        isCourtesy: Bool = false
    ) {
        self.name = name
        self.title = title
        self.titles = titles
        self.effect = effect
        self.suggests = suggests
        self.queue = queue
        self.source = source
        self.needs = needs
        self.skills = skills
        self.isCourtesy = isCourtesy
    }
}

/// What customers can say at any time; each is an intent named `control.<case>`.
public enum Control: String, Sendable, Hashable, Codable, CaseIterable {
    case human, cancel, back, `repeat`, help, stop, affirm, deny
    case startOver = "start_over"
    /// To go on in another language; only assistants that speak several know it.
    case language
    /// To be forgotten, and to be told what is remembered; only assistants that remember something know them.
    case forget, remembered
    /// To be written to no more unless asked for, and to be again; only assistants that may open conversations know them.
    case noNotices = "no_notices", notices

    /// The name of the intent that stands for the control, such as `control.start_over`.
    public var intentName: String { Self.intentNames[self] ?? "control.\(rawValue)" }

    /// The control that an intent's name stands for; nil: it stands for none.
    init?(intentName: String) {
        guard intentName.hasPrefix("control."), let control = Self.controls[intentName] else { return nil }
        self = control
    }

    // Names are compared in every turn: none is put together anew.
    private static let intentNames = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, "control.\($0.rawValue)") }
    )
    private static let controls = Dictionary(
        uniqueKeysWithValues: intentNames.map { ($0.value, $0.key) }
    )
}

/// Where an answer's facts come from.
public struct AnswerSource: Sendable, Hashable, Codable {
    /// What the facts were taken from.
    public var reference: String
    /// When somebody last checked them.
    public var reviewed: CivilDate?
    /// The last day on which it may be given without being reviewed again.
    public var reviewBy: CivilDate?
    /// Who answers for them.
    public var owner: String?

    /// Makes a source.
    public init(
        reference: String,
        reviewed: CivilDate? = nil,
        reviewBy: CivilDate? = nil,
        owner: String? = nil
    ) {
        self.reference = reference
        self.reviewed = reviewed
        self.reviewBy = reviewBy
        self.owner = owner
    }
}
