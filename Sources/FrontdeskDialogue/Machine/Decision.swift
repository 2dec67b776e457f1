public import FrontdeskMatching

/// What goes into the dialogue machine.
public enum Input: Sendable {
    /// The conversation begins; comes before its first message.
    case opening(Opening)
    /// A customer's message, what the matcher made of it, and the wait if the conversation is in a queue.
    case message(Inbound, MatchResult, waiting: QueueReading?)
    /// A message that waits, because the customer may still be writing.
    case held(HeldMessage)
    /// A message of more bytes than ``DialogueMachine/utteranceLimit``; its text is cut short.
    case oversized(Inbound)
    /// The action that the machine asked for has run.
    case actionFinished(ActionResult)
    /// The action that the machine asked for takes longer than the customer should wait without a word.
    case actionSlow
    /// The queue that the machine asked about has answered.
    case queueRead(QueueReading)
    /// An agent did something.
    case agent(AgentAct)
    /// Something happened elsewhere.
    case reported(ExternalEvent)
    /// Time has passed: a handler that waits for the customer's silence may be due; see ``DialogueMachine/nextTimer(_:)``.
    case silence
    /// The question about the service is due, but the customer was asked in another conversation within a day.
    case feedbackAskedElsewhere
    /// The customer rates what the desk said in a turn.
    case rating(Rating)
    /// Time has passed: something promised, or to be told later, may be due; see ``DialogueMachine/nextCheck(_:)``.
    case due
    /// What is known of the customer changed; the profile as a whole, from now on.
    case profile(CustomerProfile)
    /// What earlier conversations tell of the customer.
    case recalled(CustomerMemory)
    /// The customer takes the latest turn back: the one event of the decision is for the store alone, and the
    /// tracker must be folded anew.
    case undo
}

/// What comes out: the new events, and what the runtime has to do.
public struct Decision: Sendable, Hashable {
    /// The new events, in order; the tracker has them already.
    public var events: [Event]
    /// What to do once they are stored.
    public var actions: [Action]

    /// Makes a decision.
    public init(events: [Event] = [], actions: [Action] = []) {
        self.events = events
        self.actions = actions
    }
}

/// What the machine asks the runtime to do.
public enum Action: Sendable, Hashable {
    /// Run a declared action and hand in ``Input/actionFinished(_:)``.
    case run(ActionRequest)
    /// Ask a queue about the wait and hand in ``Input/queueRead(_:)``.
    case readQueue(String)
    /// Put the conversation into the queue.
    case enqueue(Handoff)
    /// Take it out again.
    case withdraw(ticket: String)
    /// Make it more urgent.
    case raise(ticket: String, priority: Int)
}
