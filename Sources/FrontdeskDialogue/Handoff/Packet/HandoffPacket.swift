/// Everything an agent needs to take a conversation over: the schema `handoff/1`.
///
/// It comes in three sizes: this value, which encodes to the full JSON; ``card``, which an agent reads in ten seconds;
/// and ``flat``, for desks that allow no more than 4 KB of plain fields. It holds nothing that the conversation does
/// not: what is not known is left out.
public struct HandoffPacket: Sendable, Hashable, Codable {
    /// The form of the packet: `handoff/1`.
    public var schema: String
    /// The packet's id; the same handoff always has the same.
    public var packetID: String
    /// When it was made, in UTC.
    public var createdAt: String
    /// The assistant's name.
    public var assistant: String
    /// The conversation's id.
    public var conversationID: String
    /// The channel's name.
    public var channel: String
    /// The latest turn.
    public var turn: Int
    /// The how-manieth handoff of the conversation this is, from 1.
    public var sequence: Int
    /// The handoffs before it, oldest first.
    public var previousHandoffs: [PreviousHandoff]
    /// What agents said when giving the conversation back, oldest first.
    public var previousReturns: [PreviousReturn]
    /// Why a human is needed.
    public var reason: Reason
    /// Who, what, what is known, what was tried and what comes next; at most 600 characters.
    public var summary: String
    /// The customer's last message, word for word.
    public var customerAsk: String?
    /// The customer's last three messages, oldest first.
    public var customerWords: [String]
    /// What the last message may mean.
    public var intent: Intents
    /// The latest decisions, oldest first, at most ten.
    public var trace: [Step]
    /// What the conversation was about, in order.
    public var topics: [Topic]
    /// `flow/state` where the dialogue stands; of flows that call each other, all, the outermost first: `a/x > b/y`.
    public var state: String?
    /// Flows that wait to be resumed.
    public var interrupted: [String]
    /// What is known, with its provenance.
    public var slots: [KnownSlot]
    /// Slots of the current flow that are still to be asked for.
    public var missing: [String]
    /// What actions looked up.
    public var findings: [Finding]
    /// What happened elsewhere, oldest first, at most ten; what the customer has not been told comes last.
    public var events: [Happening]
    /// What the desk tried.
    public var attempts: Attempts
    /// Confidence in the whole conversation, 0…1.
    public var confidence: Double?
    /// Everything that was said.
    public var transcript: Transcript
    /// Who the customer is.
    public var customer: Customer
    /// How the customer sounds.
    public var sentiment: Mood
    /// What was promised.
    public var promises: [Commitment]
    /// Where the ticket goes.
    public var routing: Routing
    /// When an answer is due.
    public var sla: ServiceLevel
    /// What the customer was told about waiting.
    public var wait: Wait
    /// Files the customer sent.
    public var attachments: [Attachment]
    /// What to do next; suggestions, nothing was decided.
    public var suggested: [String]
    /// What was masked in the customer's messages.
    public var redactions: [Masking]

    private enum CodingKeys: String, CodingKey {
        case schema
        case packetID = "packet_id"
        case createdAt = "created_at"
        case assistant
        case conversationID = "conversation_id"
        case channel
        case turn
        case sequence = "handoff_seq"
        case previousHandoffs = "previous_handoffs"
        case previousReturns = "previous_returns"
        case reason
        case summary
        case customerAsk = "customer_ask"
        case customerWords = "customer_words"
        case intent
        case trace
        case topics
        case state
        case interrupted
        case slots
        case missing
        case findings = "looked_up"
        case events
        case attempts
        case confidence
        case transcript
        case customer
        case sentiment
        case promises
        case routing
        case sla
        case wait
        case attachments
        case suggested
        case redactions
    }
}
