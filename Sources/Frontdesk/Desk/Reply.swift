public import FrontdeskDialogue

/// The desk's answer to one message; stored before it is given.
public struct Reply: Sendable, Hashable, Codable {
    /// What was wrong with a message that was answered nevertheless.
    public enum Problem: Sendable, Hashable, Codable {
        /// The text has more bytes than are read.
        case tooLong(bytes: Int, limit: Int)
    }

    /// The conversation's id.
    public var conversation: String
    /// The message's id, if it had one.
    public var inReplyTo: String?
    /// What came of the turn, messages and handoff included.
    public var turn: TurnSummary
    /// Whether the message had been answered before; this is the same answer.
    public var isRedelivery: Bool
    /// What was wrong with the message.
    public var problem: Problem?
    /// Until when the desk waits for what may follow the message, in milliseconds since 1970; nil: it was answered.
    public var heldUntil: Int64?
    /// What came of messages before this one that had waited; to be shown first.
    public var released: ReleasedBurst?

    /// Makes a reply.
    public init(
        conversation: String,
        inReplyTo: String?,
        turn: TurnSummary,
        isRedelivery: Bool = false,
        problem: Problem? = nil,
        heldUntil: Int64? = nil,
        released: ReleasedBurst? = nil
    ) {
        self.conversation = conversation
        self.inReplyTo = inReplyTo
        self.turn = turn
        self.isRedelivery = isRedelivery
        self.problem = problem
        self.heldUntil = heldUntil
        self.released = released
    }

    /// The desk's messages, in order; none while a human has the conversation.
    public var messages: [Outbound] { turn.messages }

    /// Whether the message waits for what may follow it; what answers it comes by ``Desk/attend(to:)``.
    public var isHeld: Bool { turn.decision == .hold }

    /// What the messages say.
    public var texts: [String] { turn.messages.map(\.text) }

    /// The handoff made in this turn; a redelivery announces none a second time.
    public var handoff: Handoff? { isRedelivery ? nil : turn.handoff }
}

/// What came of something that was not a customer's message.
public struct Notice: Sendable, Hashable, Codable {
    /// The conversation's id.
    public var conversation: String
    /// What the desk says about it to the customer.
    public var messages: [Outbound]
    /// The agent's lease, while the agent has the conversation.
    public var lease: Lease?
    /// The handoff made, if one was.
    public var handoff: Handoff?

    /// Makes a notice.
    public init(
        conversation: String,
        messages: [Outbound] = [],
        lease: Lease? = nil,
        handoff: Handoff? = nil
    ) {
        self.conversation = conversation
        self.messages = messages
        self.lease = lease
        self.handoff = handoff
    }
}

/// What was written to the customer outside the turns that answer messages.
public struct News: Sendable, Hashable, Codable {
    /// One message.
    public struct Item: Sendable, Hashable, Codable {
        /// When, in milliseconds since 1970.
        public var at: Int64
        /// The agent who wrote it; nil: the desk did.
        public var agent: String?
        /// What was written.
        public var text: String
        /// What can be picked in answer.
        public var choices: [Choice]
        /// Links, pictures, cards and a form.
        public var content: RichContent<String>?
        /// Where it goes; nil: into the conversation.
        public var route: MessageRoute?
    }

    /// The messages, in order.
    public var items: [Item]
    /// Where to go on: hand it in as `after` the next time.
    public var version: Int
}
