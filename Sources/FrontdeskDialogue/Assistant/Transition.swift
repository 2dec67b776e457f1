/// What follows from a trigger: something said, slots changed, and where to go.
public struct Transition: Sendable, Hashable, Codable {
    /// Where a transition leads.
    public enum Target: Sendable, Hashable, Codable {
        /// A state of the same flow, by its path.
        case state(String)
        /// The substate of this state that was active last; when none was, the state itself.
        case history(String)
        /// The end of the flow.
        case end(FlowOutcome)
        /// A human.
        case handoff(HandoffTarget)
        /// Another flow in place of this one; slots of the same name and type carry over.
        case flow(String)
        /// Nowhere: what was asked is asked again, or simply stays open when nobody spoke.
        case stay
        /// Not handled here, and not further out either.
        case pass
    }

    /// Said before going.
    @Shared public var say: Response?
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
    /// What is promised before anything is said.
    @Shared public var promise: PromiseTerms?
    /// What a customer must have agreed to hear of, so that it may open a conversation; nil: it opens none.
    public var consent: String?

    /// Makes a transition.
    public init(
        say: Response? = nil,
        clear: [String] = [],
        set: [Assignment] = [],
        target: Target,
        when: Expression? = nil,
        alternatives: [Transition] = [],
        promise: PromiseTerms? = nil,
        consent: String? = nil
    ) {
        self.say = say
        self.clear = clear
        self.set = set
        self.target = target
        self.when = when
        self.alternatives = alternatives
        self.promise = promise
        self.consent = consent
    }
}

/// How a flow ended: one of three words that all flows share, or one that the flow declares for its callers.
public struct FlowOutcome: RawRepresentable, Sendable, Hashable, Codable {
    /// The word.
    public let rawValue: String

    /// Makes an outcome of a word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The customer has what was wanted.
    public static let resolved = FlowOutcome(rawValue: "resolved")
    /// The customer has not.
    public static let unresolved = FlowOutcome(rawValue: "unresolved")
    /// The customer no longer wants it.
    public static let cancelled = FlowOutcome(rawValue: "cancelled")

    /// The outcomes that every flow has.
    public static let common: [FlowOutcome] = [.resolved, .unresolved, .cancelled]
}

/// A trigger and what follows from it.
///
/// Handlers are looked up from the inside out: the slot that is asked for, the state, the states around it, the
/// flow, the flows that called it, the assistant. The innermost one wins.
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
        /// Something that happened elsewhere, by its name.
        case event(String)
        /// So many seconds in which the customer said nothing.
        case after(Int)
    }

    /// What it answers to.
    public var trigger: Trigger
    /// What follows.
    @Shared public var transition: Transition

    /// Makes a handler.
    public init(trigger: Trigger, transition: Transition) {
        self.trigger = trigger
        self.transition = transition
    }
}
