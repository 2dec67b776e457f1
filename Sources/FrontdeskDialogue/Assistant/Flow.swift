import FrontdeskMatching

/// A dialogue with a goal: slots to fill, then states to run through.
public struct Flow: Sendable, Hashable, Codable {
    /// The flow's name.
    public var name: String
    /// What a person reads: "your return".
    public var title: String
    /// The title in further languages, by tag.
    public var titles: [String: String]
    /// What must be known, in the order it is asked for.
    public var slots: [Slot]
    /// The states in document order, each before its substates; the first one runs when the slots are filled.
    public var states: [State]
    /// Handlers for every state of the flow.
    public var handlers: [Handler]
    /// The queue that knows this topic, if not the default one.
    public var queue: String?
    /// Slots that a calling flow fills; nobody is asked for them.
    public var takes: [String]
    /// Slots whose values a calling flow gets at the end.
    public var gives: [String]
    /// What the customer confirms before the flow goes on.
    @Shared public var confirmation: Confirmation?
    /// What must be known of the customer wherever it is, which can only be ``CustomerNeed/verified``; nil: nothing.
    public var needs: [CustomerNeed]?

    /// Makes a flow.
    public init(
        name: String,
        title: String,
        titles: [String: String] = [:],
        slots: [Slot] = [],
        states: [State],
        handlers: [Handler] = [],
        queue: String? = nil,
        takes: [String] = [],
        gives: [String] = [],
        confirmation: Confirmation? = nil,
        needs: [CustomerNeed]? = nil
    ) {
        self.name = name
        self.title = title
        self.titles = titles
        self.slots = slots
        self.states = states
        self.handlers = handlers
        self.queue = queue
        self.takes = takes
        self.gives = gives
        self.confirmation = confirmation
        self.needs = needs
    }
}

/// A named, typed memory of a conversation that a flow fills.
public struct Slot: Sendable, Hashable, Codable {
    /// What fits into a slot.
    public enum Kind: Sendable, Hashable, Codable {
        /// A value of an entity type.
        case entity(String)
        /// Whatever the customer writes, at least one word.
        case text
        /// One of some choices, by button, number or wording.
        case choice([SlotChoice])
        /// Yes or no.
        case boolean
    }

    /// The slot's name.
    public var name: String
    /// What fits.
    public var kind: Kind
    /// How it is asked for.
    @Shared public var ask: Response
    /// How it is asked for again after something else was said.
    @Shared public var again: Response?
    /// How many answers that do not fit, or that a look-up refuses, are allowed in one run of the flow.
    public var attempts: Int
    /// What happens then.
    @Shared public var otherwise: Transition
    /// Where the value may already be known: `customer.email`.
    public var prefill: FieldPath?
    /// True when a state asks for it (`needs`) instead of the flow's start.
    public var isDeferred: Bool
    /// True when the value must not be shown to others than the customer and the agent.
    public var isSensitive: Bool
    /// False when it is never asked for: others fill it.
    public var isAsked: Bool
    /// Handlers for while it is asked for.
    public var handlers: [Handler]
    /// What it is, when it is asked for, and what its values must satisfy.
    @Shared public var terms: SlotTerms

    /// Makes a slot.
    public init(
        name: String,
        kind: Kind,
        ask: Response,
        again: Response? = nil,
        attempts: Int = 2,
        otherwise: Transition,
        prefill: FieldPath? = nil,
        isDeferred: Bool = false,
        isSensitive: Bool = false,
        isAsked: Bool = true,
        handlers: [Handler] = [],
        terms: SlotTerms = SlotTerms()
    ) {
        self.name = name
        self.kind = kind
        self.ask = ask
        self.again = again
        self.attempts = attempts
        self.otherwise = otherwise
        self.prefill = prefill
        self.isDeferred = isDeferred
        self.isSensitive = isSensitive
        self.isAsked = isAsked
        self.handlers = handlers
        self.terms = terms
    }
}

/// One value a choice slot can take.
public struct SlotChoice: Sendable, Hashable, Codable {
    /// The value, also the button's id.
    public let id: String
    /// What the customer reads.
    public let title: String
    /// Other words for it.
    public let synonyms: [String]
    /// The same choice in further languages, by tag.
    public let translations: [String: SlotChoice]
    /// The words of the title, then those of each synonym: cut once, not at every message.
    let phrases: [[String]]

    /// Makes a choice.
    public init(
        id: String,
        title: String,
        synonyms: [String] = [],
        translations: [String: SlotChoice] = [:]
    ) {
        self.id = id
        self.title = title
        self.synonyms = synonyms
        self.translations = translations
        phrases = ([title] + synonyms).map { Tokenizer.tokenize($0).map(\.text) }
    }
}

/// A step of a flow.
///
/// On entry: slots in `needs` are asked for, `say` is said, `clear` and `set` are carried out, then the state acts.
/// A state with substates acts by going to the one it starts with; its handlers and needs hold for all of them.
public struct State: Sendable, Hashable, Codable {
    /// What a state does after its text.
    public enum Step: Sendable, Hashable, Codable {
        /// Runs an action; its outcome is looked up among the handlers.
        case act(ActionCall)
        /// Asks a question; yes, no, a choice, an intent or an entity is looked up among the handlers.
        case ask(Question)
        /// Goes on at once.
        case go(Transition)
        /// Runs another flow and waits for its end; the outcome is looked up among the handlers.
        case call(FlowCall)
    }

    /// The state's path within its flow: its name, behind those of the states around it, as in `details/size`.
    public var name: String
    /// Slots that must be known first.
    public var needs: [String]
    /// Said on entry.
    @Shared public var say: Response?
    /// Slots to forget on entry.
    public var clear: [String]
    /// Slots to set on entry.
    public var set: [Assignment]
    /// What it does.
    @Shared public var step: Step
    /// Where it goes on, by trigger.
    public var handlers: [Handler]
    /// What is promised on entry, before anything is said.
    @Shared public var promise: PromiseTerms?

    /// Makes a state.
    public init(
        name: String,
        needs: [String] = [],
        say: Response? = nil,
        clear: [String] = [],
        set: [Assignment] = [],
        step: Step,
        handlers: [Handler] = [],
        promise: PromiseTerms? = nil
    ) {
        self.name = name
        self.needs = needs
        self.say = say
        self.clear = clear
        self.set = set
        self.step = step
        self.handlers = handlers
        self.promise = promise
    }
}

/// A question a state asks: yes or no, or one of its choices.
public struct Question: Sendable, Hashable, Codable {
    /// How it is asked, with its choices.
    @Shared public var ask: Response
    /// How it is asked again.
    @Shared public var again: Response?
    /// How many answers that do not fit are allowed.
    public var attempts: Int
    /// What happens then.
    @Shared public var otherwise: Transition
    /// The wordings of the choices; empty for a plain yes-or-no question.
    public var choices: [SlotChoice]

    /// Makes a question.
    public init(
        ask: Response,
        again: Response? = nil,
        attempts: Int = 2,
        otherwise: Transition,
        choices: [SlotChoice] = []
    ) {
        self.ask = ask
        self.again = again
        self.attempts = attempts
        self.otherwise = otherwise
        self.choices = choices
    }
}

/// A slot and what to put into it.
public struct Assignment: Sendable, Hashable, Codable {
    /// The slot's name.
    public var slot: String
    /// The text to put in, filled from slots and results.
    public var template: Template
    /// What is put in instead of the text.
    public var value: Expression?

    /// Makes an assignment.
    public init(slot: String, template: Template, value: Expression? = nil) {
        self.slot = slot
        self.template = template
        self.value = value
    }
}

/// A call of a declared action with its arguments.
public struct ActionCall: Sendable, Hashable, Codable {
    /// The action's name, such as `orders.find`.
    public var action: String
    /// The arguments, one for each the action takes: slots or profile fields.
    public var arguments: [FieldPath]

    /// Makes a call.
    public init(action: String, arguments: [FieldPath]) {
        self.action = action
        self.arguments = arguments
    }
}
