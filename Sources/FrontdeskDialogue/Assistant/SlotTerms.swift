/// What expressions say about a slot: what it is, when it is asked for, and what it must satisfy.
public struct SlotTerms: Sendable, Hashable, Codable {
    /// A condition that a value must meet.
    public struct Rule: Sendable, Hashable, Codable {
        /// The condition.
        public var condition: Expression
        /// What is said of a value that does not meet it, before it is asked for again.
        public var say: Response

        /// Makes a rule.
        public init(condition: Expression, say: Response) {
            self.condition = condition
            self.say = say
        }
    }

    /// What a customer reads for the slot's name, as when asked what to change.
    public var title: Response?
    /// What it is, when it is worked out and never asked for.
    public var value: Expression?
    /// What it is unless the customer says otherwise.
    public var initial: Expression?
    /// On what condition it is asked for.
    public var when: Expression?
    /// What its values must satisfy.
    public var rules: [Rule]
    /// How long its value is remembered across conversations; nil: it is not.
    public var remember: RememberRule?

    /// Makes terms; without any the slot is asked for and takes every value of its type.
    public init(
        title: Response? = nil,
        value: Expression? = nil,
        initial: Expression? = nil,
        when: Expression? = nil,
        rules: [Rule] = [],
        remember: RememberRule? = nil
    ) {
        self.title = title
        self.value = value
        self.initial = initial
        self.when = when
        self.rules = rules
        self.remember = remember
    }
}

/// Slots that the customer confirms together once all of them are filled.
public struct Confirmation: Sendable, Hashable, Codable {
    /// The slots' names.
    public var slots: [String]
    /// How they are read back.
    public var question: Question

    /// Makes a confirmation.
    public init(slots: [String], question: Question) {
        self.slots = slots
        self.question = question
    }
}
