/// What follows from a trigger: something said, slots changed, and where to go.
public struct Transition: Sendable, Hashable, Codable {
    /// Where a transition leads.
    public enum Target: Sendable, Hashable, Codable {
        /// A state of the same flow.
        case state(String)
        /// The end of the flow.
        case end(FlowOutcome)
        /// A human.
        case handoff(HandoffTarget)
        /// Another flow in place of this one; slots of the same name and type carry over.
        case flow(String)
    }

    /// Said before going.
    public var say: Response?
    /// Slots to forget.
    public var clear: [String]
    /// Slots to set.
    public var set: [Assignment]
    /// Where to go.
    public var target: Target
    /// The condition on which it is followed; nil: always.
    public var when: Expression?
    /// What is tried next, in order, when the condition does not hold; the last one has none.
    public var alternatives: [Transition]

    /// Makes a transition.
    public init(
        say: Response? = nil,
        clear: [String] = [],
        set: [Assignment] = [],
        target: Target,
        when: Expression? = nil,
        alternatives: [Transition] = []
    ) {
        self.say = say
        self.clear = clear
        self.set = set
        self.target = target
        self.when = when
        self.alternatives = alternatives
    }
}

/// How a flow ended.
public enum FlowOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    case resolved, unresolved, cancelled
}

/// A trigger and what follows from it; looked up in the state, then its flow, then the assistant.
public struct Handler: Sendable, Hashable, Codable {
    /// What a handler answers to.
    public enum Trigger: Sendable, Hashable, Codable {
        /// A named outcome of the state's action.
        case outcome(String)
        /// "Yes" to the state's question.
        case yes
        /// "No" to the state's question.
        case no
        /// A choice of the state's question, by its id.
        case choice(String)
        /// An intent, wherever the flow is.
        case intent(String)
        /// An entity of this type in an utterance that fills no open slot.
        case entity(String)
    }

    /// What it answers to.
    public var trigger: Trigger
    /// What follows.
    public var transition: Transition

    /// Makes a handler.
    public init(trigger: Trigger, transition: Transition) {
        self.trigger = trigger
        self.transition = transition
    }
}
