public import FrontdeskDialogue

/// One contact of a customer: a stretch of a conversation without a day of silence in it.
public struct Contact: Sendable, Hashable {
    /// Who wrote: the customer's id, or the e-mail address, or else the conversation.
    public var customer: String
    /// Whether the customer is known beyond this conversation.
    public var isKnown: Bool
    /// When the customer's first message came, in milliseconds since 1970.
    public var begin: Int64
    /// When the last word was said.
    public var end: Int64
    /// The channel.
    public var channel: String
    /// The language at the end.
    public var language: String
    /// How many messages the customer wrote; answers to a question about the service are none.
    public var messages: Int
    /// The requests, by intent, each once, in order.
    public var topics: [String]
    /// How it ended, as far as the contact itself tells.
    public var ending: Ending
    /// Who helped.
    public var servedBy: Server
    /// Whether no human was called or took part.
    public var isContained: Bool
    /// How many messages came until the last answer.
    public var steps: Int
    /// How many messages needed an intent.
    public var matchable: Int
    /// The messages that were not understood, masked.
    public var unanswered: [String]
    /// The flows that ended well, and in how many messages of the customer.
    public var flows: [FlowSteps]
    /// The handoffs.
    public var handoffs: [HandoffCourse]
    /// What was promised.
    public var promises: [PromiseFate]
    /// How often the customer was asked about the service, by kind.
    public var asked: [FeedbackKind: Int]
    /// What was said about the service, whenever it was; words are masked.
    public var feedback: [Feedback]
    /// Thumbs, with the intent of the turn.
    public var ratings: [RatedIntent]
}

/// How a contact ended.
public enum Ending: Sendable, Hashable {
    /// The customer said that it was right.
    case confirmedByCustomer
    /// The agent said that it was done.
    case confirmedByAgent
    /// It was answered, and nobody said more.
    case answered
    /// It was not resolved.
    case unresolved(Cause)
    /// The customer left.
    case abandoned(Cause)
    /// A human has it or is waited for.
    case withHuman
    /// The last word is so young that more may come.
    case tooEarly
}

/// Why a contact was not resolved.
public enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
    /// A low score or a thumb down.
    case negativeFeedback = "negative_feedback"
    /// The agent said that something is still to be done.
    case needsFollowUp = "needs_followup"
    /// The customer asked for a human, and no ticket was made.
    case askedHumanNotServed = "asked_human_not_served"
    /// The last thing the desk said was that it did not understand.
    case leftAfterFallback = "left_after_fallback"
    /// A question was open.
    case leftMidForm = "left_mid_form"
    /// The customer gave up waiting for a human.
    case leftQueue = "left_queue"
    /// The last message sounded unhappy.
    case negativeEnd = "negative_end"
    /// The desk could not do what was wanted.
    case notDone = "not_done"
    /// The customer stopped it.
    case cancelled
    /// The customer came back with the same within a day.
    case cameBack = "came_back"
    /// Something was asked and nothing answered.
    case noAnswer = "silent_no_answer"
    /// Nothing was asked.
    case noRequest = "no_request"
}

/// A flow that ended well.
public struct FlowSteps: Sendable, Hashable {
    /// The flow's name.
    public var flow: String
    /// The customer's messages, from the one that began it to the one that ended it.
    public var steps: Int
}

/// What became of a handoff; instants in milliseconds since 1970.
public struct HandoffCourse: Sendable, Hashable {
    /// The queue.
    public var queue: String
    /// Why.
    public var reason: HandoffReason
    /// When the customer began to wait.
    public var at: Int64
    /// When an agent took it.
    public var claimedAt: Int64?
    /// When an agent first wrote.
    public var firstWordAt: Int64?
    /// When the customer no longer wanted to wait.
    public var withdrawnAt: Int64?
    /// When it was over.
    public var endedAt: Int64?
}

/// What became of a promise.
public struct PromiseFate: Sendable, Hashable {
    /// The promise's id.
    public var id: String
    /// By when, in milliseconds since 1970; the latest that was named.
    public var dueAt: Int64
    /// How often another time was named.
    public var moved = 0
    /// Whether it was kept; nil while it is open.
    ///
    /// What was missed once stays missed.
    public var isKept: Bool?
    /// Whether the customer no longer waits for it.
    public var isReleased = false

    /// Takes what became of it into account.
    mutating func take(_ change: PromiseChange) {
        switch change.kind {
        case .kept: isKept = isKept ?? true
        case .missed, .givenUp: isKept = false
        case .released: isReleased = true
        case .moved:
            moved += 1
            dueAt = change.until ?? dueAt
        case .dueSoon: break
        }
    }
}

/// A thumb for a turn.
public struct RatedIntent: Sendable, Hashable {
    /// The intent of the turn; nil when there was none.
    public var intent: String?
    /// Whether it helped.
    public var isUp: Bool
}
