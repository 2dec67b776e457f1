/// Why a conversation goes to a human.
public enum HandoffReason: String, Sendable, Hashable, Codable, CaseIterable {
    case userAsked = "user_asked"
    case lowConfidence = "low_confidence"
    case ambiguousUnresolved = "ambiguous_unresolved"
    case noMatchLimit = "no_match_limit"
    case slotRetryLimit = "slot_retry_limit"
    case policyRequired = "policy_required"
    case sentiment
    case negativeFeedback = "negative_feedback"
    case repeatContact = "repeat_contact"
    case error, safety, vip
    case promiseDue = "promise_due"
    case loop = "bot_loop"
}

/// Which queue takes a conversation over, and why.
public struct HandoffTarget: Sendable, Hashable, Codable {
    /// The queue; nil for the topic's or else the default one.
    public var queue: String?
    /// The reason given to the agent.
    public var reason: HandoffReason
    /// What the customer is told instead of the engine's own text; wait and contact are added to it.
    public var say: Response?

    /// Makes a target.
    public init(queue: String? = nil, reason: HandoffReason = .policyRequired, say: Response? = nil) {
        self.queue = queue
        self.reason = reason
        self.say = say
    }
}

/// When and where a human takes over.
public struct HandoffPolicy: Sendable, Hashable, Codable {
    /// Where a reason leads.
    public struct Route: Sendable, Hashable, Codable {
        /// The reason.
        public var reason: HandoffReason
        /// The queue for it; nil keeps the topic's.
        public var queue: String?
        /// The ticket's priority, 0 (lowest) … 9; nil takes the queue's.
        public var priority: Int?
        /// What the ticket must say; a fact about the customer is asked for, a slot must be filled by then.
        public var requires: [RequiredField]

        /// Makes a route.
        public init(
            reason: HandoffReason,
            queue: String? = nil,
            priority: Int? = nil,
            requires: [RequiredField] = []
        ) {
            self.reason = reason
            self.queue = queue
            self.priority = priority
            self.requires = requires
        }
    }

    /// The queue for everything that has none of its own.
    public var queue: String
    /// Utterances in a row that match nothing before a human takes over.
    public var noMatchLimit: Int
    /// How often the desk may ask the same thing, knowing the same, before a human takes over.
    public var loopLimit: Int
    /// Sentiment (-1…1) at or below which a message hands over by itself; nil: only through confidence.
    public var sentimentBelow: Double?
    /// Reasons with a queue or priority of their own.
    public var routes: [Route]

    /// Makes a policy.
    public init(
        queue: String,
        noMatchLimit: Int = 3,
        loopLimit: Int = 5,
        sentimentBelow: Double? = -0.6,
        routes: [Route] = []
    ) {
        self.queue = queue
        self.noMatchLimit = noMatchLimit
        self.loopLimit = loopLimit
        self.sentimentBelow = sentimentBelow
        self.routes = routes
    }

    /// What tickets of a reason must say.
    public func requirements(of reason: HandoffReason) -> [RequiredField] {
        routes.first { $0.reason == reason }?.requires ?? []
    }
}

/// How confidence in a conversation moves; 1 is full, and at or below `handoffAt` a human takes over.
public struct ConfidenceRule: Sendable, Hashable, Codable {
    /// The value at the start, 0…1.
    public var start: Double
    /// Lost when an utterance matches nothing.
    public var noMatch: Double
    /// Lost when a question must be put again.
    public var reprompt: Double
    /// Lost on a negative message.
    public var negative: Double
    /// Lost besides when the mood has been getting worse for two messages or more.
    public var falling: Double
    /// Lost when an action fails.
    public var failedAction: Double
    /// Regained by an answer, a filled slot, or an action that worked.
    public var progress: Double
    /// The value at or below which the conversation is handed over.
    public var handoffAt: Double

    /// Makes a rule; all figures 0…1.
    public init(
        start: Double = 1,
        noMatch: Double = 0.3,
        reprompt: Double = 0.15,
        negative: Double = 0.25,
        falling: Double = 0.1,
        failedAction: Double = 0.35,
        progress: Double = 0.2,
        handoffAt: Double = 0.2
    ) {
        self.start = start
        self.noMatch = noMatch
        self.reprompt = reprompt
        self.negative = negative
        self.falling = falling
        self.failedAction = failedAction
        self.progress = progress
        self.handoffAt = handoffAt
    }

    /// Reads a rule; one that was written before a figure came to be has its usual value.
    public init(from decoder: any Decoder) throws {
        let usual = ConfidenceRule()
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func figure(_ key: CodingKeys, _ other: Double) throws -> Double {
            try values.decodeIfPresent(Double.self, forKey: key) ?? other
        }
        start = try figure(.start, usual.start)
        noMatch = try figure(.noMatch, usual.noMatch)
        reprompt = try figure(.reprompt, usual.reprompt)
        negative = try figure(.negative, usual.negative)
        falling = try figure(.falling, usual.falling)
        failedAction = try figure(.failedAction, usual.failedAction)
        progress = try figure(.progress, usual.progress)
        handoffAt = try figure(.handoffAt, usual.handoffAt)
    }
}
