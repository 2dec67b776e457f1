public import FrontdeskMatching

/// The state of a conversation: a fold over its events, and nothing else.
public struct Tracker: Sendable, Hashable, Codable {
    /// Who answers the customer.
    public enum Owner: Sendable, Hashable, Codable {
        /// The desk.
        case desk
        /// The desk answers routine questions while the conversation waits for a human.
        case queue
        /// The agent of this name; the desk is silent.
        case agent(String)
    }

    /// The conversation's id.
    public internal(set) var conversation: String
    /// The channel's name.
    public internal(set) var channel = ""
    /// How many events have been applied; what a store calls the version.
    public internal(set) var version = 0
    /// The latest turn's number; 0 before the first.
    public internal(set) var turn = 0
    /// When the latest event happened, in milliseconds since 1970.
    public internal(set) var updatedAt: Int64 = 0
    /// Since when the desk waits for the customer, in milliseconds since 1970: since the latest message, or since a
    /// human gave the conversation back.
    public internal(set) var quietSince: Int64 = 0
    /// The silences that ended since then, outside those of states.
    public internal(set) var firedTimers: [FiredTimer] = []
    /// What is known of the customer.
    public internal(set) var customer = CustomerProfile.unknown
    /// The language the desk speaks; nil until something tells it, which means the assistant's first.
    public internal(set) var language: String?
    /// Who answers the customer.
    public internal(set) var owner = Owner.desk
    /// The flows under way; the last one is active, the others are interrupted.
    public internal(set) var flows: [FlowRun] = []
    /// What the desk waits to hear.
    public internal(set) var question: OpenQuestion?
    /// Requests that wait until what comes before them is done, in order.
    public internal(set) var next: [NextRequest] = []
    /// The action that is running.
    public internal(set) var runningAction: ActionRequest?
    /// The handoff that waits for the queue's word.
    public internal(set) var requestedHandoff: HandoffRequest?
    /// The ticket that is open, if the conversation waits for or is with a human.
    public internal(set) var ticket: Handoff?
    /// All handoffs, oldest first.
    public internal(set) var handoffs: [Handoff] = []
    /// How each handoff that is over ended, by the agent's word.
    public internal(set) var returns: [AgentReturn] = []
    /// Confidence in the conversation, 0…1; nil before the first turn sets it to the rule's start.
    public internal(set) var confidence: Double?
    /// Utterances in a row that matched nothing.
    public internal(set) var noMatches = 0
    /// The message that was not understood clearly, until another one is: what it said still counts.
    public internal(set) var unclear: UnclearMessage?
    /// Clarifications in a row that were not picked from.
    public internal(set) var clarifications = 0
    /// Answers that were no help, by the customer's word.
    public internal(set) var unhelped = 0
    /// Insults.
    public internal(set) var abuses = 0
    /// How often the desk asked the same thing knowing the same, by the situation, since something was resolved.
    public internal(set) var visits: [UInt64: Int] = [:]
    /// What the message before may have meant.
    public internal(set) var lastCandidates: [Candidate] = []
    /// Intents acted on, in order, without immediate repeats.
    public internal(set) var topics: [String] = []
    /// Flows that have ended, in order.
    public internal(set) var endedFlows: [EndedFlow] = []
    /// What was promised, what became of it, and what is still to be said.
    public internal(set) var ledger = PromiseLedger()
    /// What happened elsewhere.
    public internal(set) var reports: [ExternalEvent] = []
    /// Everything that was said, in order.
    public internal(set) var lines: [TranscriptLine] = []
    /// What the customer wrote and the desk has not read yet, because more may follow; nil: nothing.
    @Shared public internal(set) var held: HeldMessages?
    /// The message ids that were answered, with their turns.
    public internal(set) var answered: [String: Int] = [:]
    /// What the turn under way was taken to mean.
    public internal(set) var understanding: Understanding?
    /// The latest turn's decision.
    public internal(set) var decision: DecisionRecord?
    /// The latest decisions with their turns, oldest first, at most ten.
    public internal(set) var decisions: [TurnDecision] = []
    /// What was masked in the customer's messages.
    public internal(set) var redactions: [Redaction.Kind] = []
    /// `flow/state` when the turn began.
    public internal(set) var stateAtTurnStart: String?
    /// Sentiment of the customer's latest messages, oldest first, at most ten.
    public internal(set) var sentiments: [Double] = []
    /// Whether the desk has said that it is sorry about the trouble the customer has now.
    public internal(set) var isAcknowledged = false
    /// How many steps the turn under way has taken.
    public internal(set) var steps = 0
    /// How the customer was helped lately, oldest first; empty when what came last was no help.
    public internal(set) var helps: [Help] = []
    /// When the customer was last asked about the service, and about what.
    public internal(set) var askedFeedback: AskedFeedback?
    /// What the customer said about the service, oldest first.
    public internal(set) var feedback: [Feedback] = []
    /// Thumbs up and down, one for each turn that has one, in the order of the turns.
    public internal(set) var ratings: [Rating] = []
    /// How well the desk knows the customer; nil: not at all yet.
    @Shared public internal(set) var acquaintance: Acquaintance?
    /// What files the customer sent.
    public internal(set) var attachments: [Attachment] = []

    /// The state of a conversation that has no events yet.
    public init(conversation: String) {
        self.conversation = conversation
    }

    /// The state after the given events; turns that were taken back do not count.
    public init(conversation: String, folding events: some Sequence<Event>) {
        self.init(conversation: conversation)
        let all = Array(events)
        for event in all.counted { apply(event) }
        version = all.count
    }

    /// The flow that is active; nil when none is, or when all wait for a human to finish.
    public var flow: FlowRun? { activeRun.map { flows[$0] } }

    /// The place of the active flow's run among ``flows``; nil when no flow is active.
    ///
    /// What only reads some of the run goes by its place, so that it is not copied.
    var activeRun: Int? {
        guard let last = flows.indices.last, !flows[last].isSuspended else { return nil }
        return last
    }

    /// The entry of a slot of the active flow, if it has a value.
    func slot(_ name: String) -> SlotEntry? { activeRun.flatMap { flows[$0].slot(name) } }

    /// `flow/state` of the active flow; a flow that fills its first slots is in `flow/slots`.
    public var state: String? { activeRun.map { flows[$0].place } }
}

/// A decision and its turn.
public struct TurnDecision: Sendable, Hashable, Codable {
    /// The turn's number, from 1.
    public var turn: Int
    /// What was decided.
    public var record: DecisionRecord
}

/// A message that led to a question back, or to an answer that offers what it may be about.
public struct UnclearMessage: Sendable, Hashable, Codable {
    /// What was written.
    public var text: String
    /// The entities found in it.
    public var entities: [Entity]

    /// Makes a message.
    public init(text: String, entities: [Entity]) {
        self.text = text
        self.entities = entities
    }
}

/// A record and its name.
public struct NamedRecord: Sendable, Hashable, Codable {
    /// The name, such as `order`.
    public var name: String
    /// What it holds.
    public var record: Record
}

/// A flow that has ended.
public struct EndedFlow: Sendable, Hashable, Codable {
    /// The flow's name.
    public var flow: String
    /// How it ended.
    public var outcome: FlowOutcome
    /// The slots it knew.
    public var slots: [SlotEntry]
    /// What actions gave, by the name under which it was known.
    public var results: [NamedRecord] = []
}

/// One message of a conversation, as an agent reads it.
public struct TranscriptLine: Sendable, Hashable, Codable {
    /// Who wrote it.
    public enum Author: Sendable, Hashable, Codable {
        case customer, desk
        /// The agent of this name.
        case agent(String)
    }

    /// Who wrote it.
    public var author: Author
    /// What was written.
    public var text: String
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// The turn.
    public var turn: Int
    /// What was offered to pick from.
    public var choices: [Choice] = []
    /// Links, pictures, cards and a form.
    public var content: RichContent<String>?
    /// The text in the channel's markup, when it has one.
    public var marked: MarkedText?
    /// What the desk made its text from; nil for others.
    public var origin: String?
    /// Which variant of a response it is.
    public var variant: Int = 0
    /// What kind of message of the desk it is; nil for others.
    public var kind: Outbound.Kind?
}
