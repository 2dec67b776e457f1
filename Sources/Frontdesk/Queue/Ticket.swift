public import FrontdeskDialogue

/// A conversation that waits for a human, or is with one.
public struct Ticket: Sendable, Hashable, Codable {
    /// Where a ticket is in its life.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nobody has taken it, or whoever did was silent for too long.
        case waiting
        /// An agent has it.
        case active
        /// The agent closed it.
        case closed
        /// The agent gave the conversation back to the desk.
        case returned
        /// The customer no longer wanted to wait.
        case withdrawn

        /// Whether the ticket still needs a human.
        public var isOpen: Bool { self == .waiting || self == .active }
    }

    /// The handoff's id.
    public var id: String
    /// The conversation.
    public var conversation: String
    /// The queue.
    public var queue: String
    /// Why a human is needed.
    public var reason: HandoffReason
    /// What brought it about.
    public var detail: String
    /// The priority it came with, 0 (lowest) … 9.
    public var priority: Int
    /// When it came into the queue first, in milliseconds since 1970; kept for life.
    public var enqueuedAt: Int64
    /// What it is about: the latest intent's title, or the name of the queue.
    public var subject: String
    /// The customer's latest words.
    public var ask: String
    /// The customer's name, if it is known.
    public var customer: String?
    /// Where it is in its life.
    public var state: State
    /// The agent who has it, or had it last.
    public var agent: String?
    /// The fencing token of the latest claim; 0 before the first.
    public var token: Int
    /// When the claim ends unless the agent does something, in milliseconds since 1970.
    public var leaseUntil: Int64?

    /// Makes a ticket that waits.
    public init(
        id: String,
        conversation: String,
        queue: String,
        reason: HandoffReason,
        detail: String = "",
        priority: Int,
        enqueuedAt: Int64,
        subject: String = "",
        ask: String = "",
        customer: String? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.queue = queue
        self.reason = reason
        self.detail = detail
        self.priority = priority
        self.enqueuedAt = enqueuedAt
        self.subject = subject
        self.ask = ask
        self.customer = customer
        self.state = .waiting
        self.token = 0
    }
}

/// An agent's right to a ticket, for a while.
public struct Lease: Sendable, Hashable, Codable {
    /// The ticket's id.
    public var ticket: String
    /// The conversation.
    public var conversation: String
    /// The agent.
    public var agent: String
    /// Grows with every claim; what an agent writes carries it, and an old one is refused.
    public var token: Int
    /// When the lease ends unless the agent does something, in milliseconds since 1970.
    public var until: Int64

    /// Makes a lease.
    public init(ticket: String, conversation: String, agent: String, token: Int, until: Int64) {
        self.ticket = ticket
        self.conversation = conversation
        self.agent = agent
        self.token = token
        self.until = until
    }
}
