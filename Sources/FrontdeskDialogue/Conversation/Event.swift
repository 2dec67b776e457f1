public import FrontdeskMatching

/// An immutable fact of a conversation; a conversation is the list of its events.
public struct Event: Sendable, Hashable, Codable {
    /// When it happened, in milliseconds since 1970-01-01T00:00:00Z.
    public var at: Int64
    /// The turn it belongs to, from 1; 0 before the first.
    public var turn: Int
    /// What happened.
    public var fact: Fact

    /// Makes an event.
    public init(at: Int64, turn: Int, fact: Fact) {
        self.at = at
        self.turn = turn
        self.fact = fact
    }
}

/// What can happen in a conversation.
///
/// Each is kept behind one reference: events are passed on from place to place.
public indirect enum Fact: Sendable, Hashable, Codable {
    /// The conversation began.
    case opened(Opening)
    /// What is known of the customer changed.
    case profileChanged(CustomerProfile)
    /// The customer wrote and may still be writing; what follows is awaited.
    case held(HeldMessage)
    /// The customer wrote; begins a turn.
    case received(Inbound)
    /// What the message was taken to mean, and which rule took it so.
    case understood(Understanding)
    /// The desk wrote.
    case said(Outbound)
    /// The turn's decision; ends a turn.
    case decided(DecisionRecord)
    /// A flow began, on top of any that it interrupts.
    case flowStarted(flow: String, intent: String?)
    /// The topmost flow called another one, which runs on top of it until its end.
    case flowCalled(CalledFlow)
    /// The topmost flow ended.
    case flowEnded(flow: String, outcome: FlowOutcome)
    /// The topmost flow entered a state, given by its path; nil: it fills slots.
    case stateEntered(flow: String, state: String?)
    /// A slot of the topmost flow got a value.
    case slotSet(SlotEntry)
    /// A slot of the topmost flow lost its value.
    case slotCleared(String)
    /// The customer does not want these choices of a slot of the topmost flow.
    case choicesShutOut(slot: String, ids: [String])
    /// An answer to a slot's or state's question did not fit; the name counts for the flow's run.
    case attemptFailed(String)
    /// The desk waits for an answer.
    case questionOpened(OpenQuestion)
    /// It no longer does.
    case questionClosed
    /// The customer said nothing for so long that a handler took over.
    case timerFired(FiredTimer)
    /// An action is about to run.
    case actionRequested(ActionRequest)
    /// It ran.
    case actionFinished(ActionResult)
    /// The conversation goes on in another language.
    case languageChanged(to: String, cause: LanguageCause)
    /// One of several requests is kept until what comes before it is done.
    case requestKept(NextRequest)
    /// The request that was kept first is taken up, or no longer wanted.
    case requestTaken
    /// Confidence in the conversation changed.
    case confidenceChanged(to: Double, cause: ConfidenceCause)
    /// A human is needed; the queue is being asked about the wait.
    case handoffRequested(HandoffRequest)
    /// The conversation waits in a queue.
    case handedOff(Handoff)
    /// The customer no longer wants to wait.
    case ticketWithdrawn
    /// Something was promised.
    case promised(Promise)
    /// A promise was kept, came near, was missed, or got a new time.
    case promiseChanged(PromiseChange)
    /// Something was not promised, because it could not have been kept.
    case promiseRefused(PromiseRefusal)
    /// The open ticket became more urgent; its priority from now on.
    case ticketRaised(to: Int)
    /// An agent took the conversation.
    case agentJoined(agent: String)
    /// The agent wrote to the customer.
    case agentSaid(agent: String, text: String)
    /// The agent was silent for too long; the conversation waits again.
    case leaseExpired(agent: String)
    /// The agent gave the conversation back.
    case agentReturned(AgentReturn)
    /// The agent closed the ticket.
    case agentClosed(agent: String)
    /// Something happened elsewhere (`order.delayed`).
    case reported(ExternalEvent)
    /// The customer was asked about the service.
    case feedbackAsked(FeedbackKind)
    /// The customer said something about the service; later feedback of the same kind on the same question replaces it.
    case feedbackGiven(Feedback)
    /// A turn of the desk got a thumb up or down; a later one for the same turn replaces it.
    case rated(Rating)
    /// What is remembered of the customer changed.
    case memory(MemoryChange)
    /// Something happened elsewhere that the customer is to hear of later.
    case reportDeferred(DeferredReport)
    /// The channel has written everything down to this version; what was written to the customer by then has left.
    case delivered(through: Int)
    /// The given turn, and all after it, no longer count.
    case undone(turn: Int)
}

/// How a conversation began.
public struct Opening: Sendable, Hashable, Codable {
    /// The conversation's id.
    public var conversation: String
    /// The channel's name, such as `chat` or `pipe`.
    public var channel: String
    /// The assistant's name.
    public var assistant: String

    /// Makes an opening.
    public init(conversation: String, channel: String, assistant: String) {
        self.conversation = conversation
        self.channel = channel
        self.assistant = assistant
    }
}

/// What a message was taken to mean.
public struct Understanding: Sendable, Hashable, Codable {
    /// The rule that took it so.
    public var rule: DecisionRule
    /// The intent acted on, if one was.
    public var intent: String?
    /// The candidates, best first; what spoke for them can be worked out from the message at any time.
    public var candidates: [Candidate]
    /// The entities found.
    public var entities: [Entity]
    /// How the message sounds, -1…1.
    public var sentiment: Double
    /// The language it was read in, when the assistant speaks several.
    public var language: LanguageReading?
    /// The words that were read as others; nil when there are none.
    public var corrections: [Correction]?
    /// What each part was taken to mean when several things were said at once; nil when there was one.
    public var parts: [UnderstoodPart]?

    /// Makes an understanding.
    public init(
        rule: DecisionRule,
        intent: String? = nil,
        candidates: [Candidate] = [],
        entities: [Entity] = [],
        sentiment: Double = 0,
        language: LanguageReading? = nil,
        corrections: [Correction]? = nil,
        parts: [UnderstoodPart]? = nil
    ) {
        self.rule = rule
        self.intent = intent
        self.candidates = candidates
        self.entities = entities
        self.sentiment = sentiment
        self.language = language
        self.corrections = corrections
        self.parts = parts
    }

    /// How sure the reading of an intent was, 0…1; of the best candidate where the intent is none of them.
    func confidence(of intent: String?) -> Double? {
        let place = candidates.firstIndex { $0.intent == intent } ?? candidates.indices.first
        return place.map { candidates[$0].confidence }
    }
}

/// A slot's value and where it came from.
public struct SlotEntry: Sendable, Hashable, Codable {
    /// Who gave a slot its value.
    public enum Source: String, Sendable, Hashable, Codable {
        case customer, profile, agent, flow
    }

    /// The slot's name.
    public var name: String
    /// Its value.
    public var value: Value
    /// The value as people read it.
    public var display: String
    /// Who gave it.
    public var source: Source
    /// The turn it was given in.
    public var turn: Int
    /// Whether the customer said yes to it.
    public var isConfirmed: Bool
    /// The turn in which the value was given first, when the customer pointed back to it: "the same address".
    public var refersTo: Int?

    /// Makes an entry.
    public init(
        name: String,
        value: Value,
        display: String,
        source: Source,
        turn: Int,
        isConfirmed: Bool = false
    ) {
        self.name = name
        self.value = value
        self.display = display
        self.source = source
        self.turn = turn
        self.isConfirmed = isConfirmed
    }
}

/// What the desk waits to hear.
public enum OpenQuestion: Sendable, Hashable {
    /// A slot of the topmost flow.
    case slot(String)
    /// The question of the topmost flow's state.
    case state(String)
    /// Which of these intents was meant; the last choice is "something else".
    case clarification([Choice])
    /// Whether one of these intents is wanted next.
    case suggestion([String])
    /// An e-mail address for the answer of a queue.
    case contact
    /// Whether the slots that were read back are right.
    case confirmation
    /// Which of these slots shall change.
    case change([Choice])
    /// Something that must be known of the customer.
    case customer(NeededFact)
    /// What the customer thinks of the service.
    case feedback(FeedbackKind)
    /// What went wrong, after a low score.
    case feedbackComment(Feedback)
    /// Whether what is remembered of a slot still holds.
    case remembered(String)
    /// Whether these values may be remembered.
    case remembering([RememberedValue])
}

/// Why confidence in a conversation changed.
public enum ConfidenceCause: String, Sendable, Hashable, Codable {
    case noMatch = "no_match"
    case reprompt, negative, falling
    case failedAction = "failed_action"
    case progress
    case human
}

/// An action about to run.
public struct ActionRequest: Sendable, Hashable, Codable {
    /// One key for one run, `conversation/turn/step`; a repeated run with the same key must have no second effect.
    ///
    /// Who runs it sees the store's name behind it: `conversation/turn/step/store`.
    public var key: String
    /// The action's name.
    public var action: String
    /// Its arguments, named as it takes them.
    public var arguments: Record
    /// The name under which the flow keeps what it gives.
    public var gives: String?

    /// Makes a request.
    public init(key: String, action: String, arguments: Record, gives: String? = nil) {
        self.key = key
        self.action = action
        self.arguments = arguments
        self.gives = gives
    }
}

/// What an action came to.
public struct ActionResult: Sendable, Hashable, Codable {
    /// The request's key.
    public var key: String
    /// The outcome's name; always one the action declares.
    public var outcome: String
    /// The row it gave, if any.
    public var record: Record?
    /// What went wrong, for the log and the agent; never shown to the customer.
    public var failure: String?
    /// Slots that it filled by itself, where an empty value empties one; nil: none.
    public var slots: [Record.Field]?
    /// What it wants said before the flow goes on; nil: nothing.
    public var messages: [ActionMessage]?

    /// Makes a result.
    public init(
        key: String,
        outcome: String,
        record: Record? = nil,
        failure: String? = nil,
        slots: [Record.Field]? = nil,
        messages: [ActionMessage]? = nil
    ) {
        self.key = key
        self.outcome = outcome
        self.record = record
        self.failure = failure
        self.slots = slots
        self.messages = messages
    }
}

/// Something that happened outside the conversation.
public struct ExternalEvent: Sendable, Hashable, Codable {
    /// Its name, such as `order.delayed`.
    public var name: String
    /// What is known of it.
    public var fields: Record
    /// The calling system's id: one that comes again is the same event; nil: it has none.
    public var id: String?

    /// Makes an event.
    public init(name: String, fields: Record = Record(), id: String? = nil) {
        self.name = name
        self.fields = fields
        self.id = id
    }
}
