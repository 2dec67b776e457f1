/// A human is needed.
public struct HandoffRequest: Sendable, Hashable, Codable {
    /// The queue that is to take over.
    public var queue: String
    /// Why.
    public var reason: HandoffReason
    /// What brought it about: a rule, `flow/state`, or a slot.
    public var detail: String
    /// The ticket's priority, 0…9.
    public var priority: Int
    /// What the customer is told, if the assistant's own words.
    public var say: Response?
    /// Whether the customer hears nothing of it.
    public var isSilent: Bool?

    /// Makes a request.
    public init(
        queue: String,
        reason: HandoffReason,
        detail: String,
        priority: Int,
        say: Response? = nil,
        isSilent: Bool? = nil
    ) {
        self.queue = queue
        self.reason = reason
        self.detail = detail
        self.priority = priority
        self.say = say
        self.isSilent = isSilent
    }
}

/// A handoff that was made: the conversation waits for a human.
public struct Handoff: Sendable, Hashable, Codable {
    /// The packet's and the ticket's id, `conversation/handoff number`; the same handoff always has the same.
    public var id: String
    /// The queue.
    public var queue: String
    /// Why.
    public var reason: HandoffReason
    /// What brought it about.
    public var detail: String
    /// The ticket's priority, 0…9.
    public var priority: Int
    /// What the customer was told about the wait.
    public var told: String
    /// The position the customer was told, from 1, if one was.
    public var position: Int?
    /// The minutes of waiting the customer was told, if they were.
    public var waitMinutes: Int?

    /// Whether the customer was told nothing of it.
    public var isSilent: Bool { told.isEmpty }

    /// Makes a handoff.
    public init(
        id: String,
        queue: String,
        reason: HandoffReason,
        detail: String,
        priority: Int,
        told: String,
        position: Int? = nil,
        waitMinutes: Int? = nil
    ) {
        self.id = id
        self.queue = queue
        self.reason = reason
        self.detail = detail
        self.priority = priority
        self.told = told
        self.position = position
        self.waitMinutes = waitMinutes
    }
}

/// What a queue says about waiting in it.
public struct QueueReading: Sendable, Hashable, Codable {
    /// The position of the conversation's ticket, or of one that came now; from 1.
    public var position: Int
    /// The expected wait in minutes; nil when nothing is known, and then nothing is told.
    public var waitMinutes: Int?

    /// Makes a reading.
    public init(position: Int, waitMinutes: Int? = nil) {
        self.position = position
        self.waitMinutes = waitMinutes
    }
}

/// What an agent does with a conversation.
public enum AgentAct: Sendable, Hashable, Codable {
    /// Takes it.
    case claim(agent: String)
    /// Writes to the customer.
    case say(agent: String, text: String)
    /// Gives it back to the desk.
    case giveBack(AgentReturn)
    /// Closes the ticket.
    case close(agent: String)
}

/// What an agent tells the desk when giving a conversation back.
public struct AgentReturn: Sendable, Hashable, Codable {
    /// How the agent's part ended.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The customer has what was asked for.
        case resolved
        /// The desk is to go on where it was interrupted.
        case needsDesk = "needs_desk"
        /// Something is still to be done.
        case needsFollowUp = "needs_followup"
    }

    /// The agent.
    public var agent: String
    /// How it ended.
    public var outcome: Outcome
    /// What was done, for the record.
    public var note: String?

    /// Makes a return.
    public init(agent: String, outcome: Outcome, note: String? = nil) {
        self.agent = agent
        self.outcome = outcome
        self.note = note
    }
}
