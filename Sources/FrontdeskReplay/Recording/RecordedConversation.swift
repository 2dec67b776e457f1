public import FrontdeskDialogue

/// A conversation that took place: what the customer and others did, and what came of it, as far as it was kept.
public struct RecordedConversation: Sendable, Hashable {
    /// Its id, on which the choice of wordings depends.
    public var id: String
    /// What it is called where it was kept; nil: it has no title.
    public var title: String?
    /// The channel's name, if it was kept.
    public var channel: String?
    /// The line of the log in which it begins, from 1.
    public var line: Int
    /// What happened, in order.
    public var steps: [RecordedStep]
    /// When something last happened, in milliseconds since 1970; nil: not known.
    public var endsAt: Int64?
    /// The names of its customers, where the channel told them apart from the messages.
    public var people: [String] = []
    /// What actions gave, in order.
    public var actions: [RecordedAction] { steps.flatMap(\.actions) }
    /// What was told of the wait at each handoff, by the number of the handoff from 0; nil: nothing was.
    public var waits: [QueueReading?] = []

    /// Makes a conversation.
    public init(
        id: String,
        title: String? = nil,
        channel: String? = nil,
        line: Int = 1,
        steps: [RecordedStep] = [],
        endsAt: Int64? = nil
    ) {
        self.id = id
        self.title = title
        self.channel = channel
        self.line = line
        self.steps = steps
        self.endsAt = endsAt
    }
}

/// Something that happened in a conversation, and what came of it until the next.
public struct RecordedStep: Sendable, Hashable {
    /// What can happen.
    public enum Act: Sendable, Hashable {
        /// The customer writes, presses a button or fills in a form.
        case message(RecordedMessage)
        /// Something happens elsewhere; with whom it concerns.
        case report(ExternalEvent, about: CustomerProfile?)
        /// An agent does something.
        case agent(AgentAct)
        /// The customer rates a turn, given by its number or by the message that it answered; neither: the latest one.
        case rate(turn: Int?, message: String?, isUp: Bool)
        /// The desk writes by itself, before anything else happens.
        case desk
    }

    /// What happened.
    public var act: Act
    /// When, in milliseconds since 1970; nil: not known.
    public var at: Int64?
    /// Its line in the log, from 1; 0 where lines mean nothing.
    public var line: Int
    /// What came of it, as far as it was kept.
    public var seen: Observation
    /// What actions gave in it, in order.
    public var actions: [RecordedAction] = []

    /// Makes a step.
    public init(_ act: Act, at: Int64? = nil, line: Int = 0, seen: Observation = Observation()) {
        self.act = act
        self.at = at
        self.line = line
        self.seen = seen
    }
}

/// A customer's message.
public struct RecordedMessage: Sendable, Hashable {
    /// Its id, unique within the conversation.
    public var id: String?
    /// What was written.
    public var text: String
    /// The id, or else the title, of the button that was pressed.
    public var choice: String?
    /// What was filled into a form.
    public var form: [FormValue]?
    /// Files that came with it.
    public var attachments: [Attachment] = []
    /// What the channel said of the customer with it.
    public var customer: CustomerProfile?

    /// Makes a message.
    public init(
        _ text: String,
        id: String? = nil,
        choice: String? = nil,
        form: [FormValue]? = nil,
        attachments: [Attachment] = [],
        customer: CustomerProfile? = nil
    ) {
        self.text = text
        self.id = id
        self.choice = choice
        self.form = form
        self.attachments = attachments
        self.customer = customer
    }
}

/// What an action gave, once.
public struct RecordedAction: Sendable, Hashable {
    /// What was asked of it.
    public var request: ActionRequest
    /// What it gave.
    public var result: ActionResult
    /// Whether the customer was told that it takes a while.
    public var isSlow: Bool
}
