import FrontdeskDialogue
import FrontdeskMatching

/// Everything the files declare, as far as it could be read, before names are looked up.
struct Program: Sendable {
    var assistant = AssistantDeclaration()
    var queues: [QueueDeclaration] = []
    var calendars: [CalendarDeclaration] = []
    var entities: [EntityDeclaration] = []
    var rules: [RuleDeclaration] = []
    var synonyms: [SynonymDeclaration] = []
    var actions: [ActionDeclaration] = []
    var intents: [IntentDeclaration] = []
    var flows: [FlowDeclaration] = []
    var handlers: [HandlerDeclaration] = []
    /// Handlers that hold without a flow, too.
    var anywhere: [HandlerDeclaration] = []
    var texts: [TextDeclaration] = []
    var partials: [PartialDeclaration] = []
    var channels: [ChannelDeclaration] = []
    var controls: [ControlDeclaration] = []
    var background: [ExampleDeclaration] = []
    /// The language whose phrases it holds, when that is not the first one.
    var spokenLanguage: String?
    /// What translation files add, by language.
    var translations: [String: LanguageDeclaration] = [:]
    /// Translations of the engine's texts that the assistant keeps in its first language, by language.
    var builtInTranslations: [DeskText: [String: ResponseDeclaration]] = [:]

    /// Adds what one more file declares: every list above that a file can add to.
    mutating func add(_ part: Program, isAssistant: Bool) {
        if isAssistant { assistant = part.assistant }
        queues += part.queues
        calendars += part.calendars
        entities += part.entities
        rules += part.rules
        synonyms += part.synonyms
        actions += part.actions
        intents += part.intents
        flows += part.flows
        handlers += part.handlers
        anywhere += part.anywhere
        texts += part.texts
        partials += part.partials
        channels += part.channels
        controls += part.controls
        background += part.background
    }
}

/// What stands at the top of `assistant.yaml`.
struct AssistantDeclaration {
    var name: Name?
    var title: String?
    var titles: [String: String] = [:]
    var languages: [String] = ["en"]
    /// The vector table that English examples are compared by.
    var vectors: String?
    /// Whether a text without a translation is an error.
    var needsWholeTranslations = false
    var zone = "UTC"
    /// Whose phone numbers customers write without a country code.
    var country: PhoneCountry?
    var greeting: ResponseDeclaration?
    var thresholds = Thresholds()
    var confidence = ConfidenceRule()
    var handoffQueue: Name?
    var noMatchLimit = 3
    var loopLimit = 5
    var tones: [Name] = []
    var usualTone: Name?
    var toneRules: [ToneRuleDeclaration] = []
    var feedback: [FeedbackRule] = []
    var sentimentBelow: Double? = -0.6
    var sentiment = SentimentPolicy.usual
    /// What the team says of its service standard.
    var standard = StandardDeclaration()
    /// Where each word of the assistant's own stands, by language and word.
    var soundPlaces: [String: [String: Place]] = [:]
    var routes: [RouteDeclaration] = []
    var database: DatabaseDefinition?
    var quietHours: QuietHours?
    var identity: IdentityPolicy?
    var memory: MemoryPolicy?
    var nameEvery: Int?
}

/// Where a reason of a handoff leads, and what its tickets must say.
struct RouteDeclaration {
    var route: HandoffPolicy.Route
    var queue: Name?
    var requirements: [RequirementDeclaration]
}

/// A human queue.
struct QueueDeclaration {
    var name: Name
    var queue: Queue
    var hours: Name?
}

/// A calendar of business hours.
struct CalendarDeclaration {
    var name: Name
    var calendar: BusinessCalendar
}

/// An entity type.
struct EntityDeclaration {
    var name: Name
    var type: EntityType?
    /// The values and synonyms of a gazetteer, with their places.
    var values: [(word: Name, value: String)] = []
}

/// A named rule.
struct RuleDeclaration {
    var name: Name
    var pattern: PatternDeclaration?
}

/// A pattern and where it stands.
struct PatternDeclaration {
    var pattern: Pattern
    var text: SyntaxNode
    var place: Place
}

/// An example and where it stands.
struct ExampleDeclaration {
    var example: Example
    var place: Place
    /// The entity types its markup names.
    var types: [Name]
}

/// An action.
struct ActionDeclaration {
    var name: Name
    var action: ActionDefinition
    /// Whether it changes something; also known of an action in code.
    var mode: ActionDefinition.Mode
    /// What is said while it takes a while.
    var notice: ResponseDeclaration?
    /// Slots of the calling flow that it may fill.
    var slots: [Name] = []
}

/// An intent.
struct IntentDeclaration {
    enum Effect {
        case answer(ResponseDeclaration)
        case flow(Name)
        case handoff(HandoffDeclaration)
    }

    var name: Name
    var title: String
    /// The title in further languages.
    var titles: [String: String] = [:]
    var patterns: [PatternDeclaration] = []
    var examples: [ExampleDeclaration] = []
    var counterexamples: [ExampleDeclaration] = []
    var effect: Effect?
    var suggests: [Name] = []
    var queue: Name?
    var source: AnswerSource?
    var needs: [CustomerNeed] = []
    var skills: [String] = []
    var isCourtesy = false
}

/// A flow.
struct FlowDeclaration {
    var name: Name
    var title: String
    /// The title in further languages.
    var titles: [String: String] = [:]
    var queue: Name?
    var slots: [SlotDeclaration] = []
    /// The states in document order, each before its substates.
    var states: [StateDeclaration] = []
    var handlers: [HandlerDeclaration] = []
    /// Slots that a caller fills.
    var takes: [Name] = []
    /// Slots that a caller gets.
    var gives: [Name] = []
    /// Outcomes beyond those that every flow has.
    var outcomes: [Name] = []
    /// What the customer confirms before the flow goes on.
    var confirmation: ConfirmationDeclaration?
    /// What must be known of the customer wherever it is.
    var needs: [CustomerNeed] = []
    /// Whether all of it could be read, so that what is missing is truly missing.
    var isWhole = true
}

/// A slot of a flow.
struct SlotDeclaration {
    var name: Name
    var type: Name?
    var ask: ResponseDeclaration?
    var again: ResponseDeclaration?
    var attempts = 2
    var otherwise: TransitionDeclaration?
    var prefill: FieldUse?
    var isSensitive = false
    var handlers: [HandlerDeclaration] = []
    var choices: [ChoiceDeclaration] = []
    /// What is worked out instead of asked, on what condition it is asked, and what it must satisfy.
    var terms = SlotTermsDeclaration()
}

/// A state of a flow.
struct StateDeclaration {
    enum Step {
        case act(CallDeclaration)
        case ask(QuestionDeclaration)
        case go(TransitionDeclaration)
        case call(FlowCallDeclaration)
        /// Goes to the substate it starts with.
        case enclose(start: TransitionDeclaration)
    }

    var name: Name
    /// The name behind those of the states around it, as in `details/size`.
    var path: String
    /// The place of the state around it among the flow's states.
    var parent: Int?
    var needs: [Name] = []
    var say: ResponseDeclaration?
    var clear: [Name] = []
    var set: [AssignmentDeclaration] = []
    var step: Step?
    var handlers: [HandlerDeclaration] = []
    /// What is promised before anything is said.
    var promise: PromiseDeclaration?
}

/// A question a state asks.
struct QuestionDeclaration {
    var ask: ResponseDeclaration
    var again: ResponseDeclaration?
    var attempts = 2
    var otherwise: TransitionDeclaration?
}

/// A call of an action.
struct CallDeclaration {
    var action: Name
    var arguments: [FieldUse]
}

/// A call of another flow.
struct FlowCallDeclaration {
    struct Argument {
        var slot: Name
        var source: FlowCall.Argument.Source
        /// The path, when the value comes from one.
        var use: FieldUse?
    }

    var flow: Name
    var arguments: [Argument]
    var result: Name
}

/// A value that a text or a call uses, and where.
struct FieldUse {
    var path: FieldPath
    var place: Place
    /// Whether the text says what stands there when the value is missing.
    var isGuarded = false
    /// The wording of a response that uses it; nil: no wording.
    var wording: Int?
}

/// A slot to set.
struct AssignmentDeclaration {
    var slot: Name
    var template: Template
    var fields: [FieldUse]
    /// What is put in instead of the template's text.
    var value: ExpressionDeclaration?
}

/// A trigger and what follows from it.
struct HandlerDeclaration {
    var key: Name
    /// What it waits for, where the key alone says so: a silence or an event.
    var trigger: Handler.Trigger?
    var transition: TransitionDeclaration
}

/// What follows from a trigger.
struct TransitionDeclaration {
    enum Target {
        case state(Name)
        case history(Name)
        case end(FlowOutcome)
        case handoff(HandoffDeclaration)
        case flow(Name)
        case stay
        case pass
    }

    var say: ResponseDeclaration?
    var clear: [Name] = []
    var set: [AssignmentDeclaration] = []
    var target: Target
    var place: Place
    /// The condition on which it is followed.
    var when: ExpressionDeclaration?
    /// Whether there is a condition that could not be read.
    var lostWhen = false
    /// What is tried next, in order, when the condition does not hold.
    var alternatives: [TransitionDeclaration] = []
    /// What is promised before anything is said.
    var promise: PromiseDeclaration?
    /// What a customer must have agreed to hear of, so that it may open a conversation.
    var consent: Name?
}

/// A handoff to a human.
struct HandoffDeclaration {
    var queue: Name?
    var reason: HandoffReason?
    var say: ResponseDeclaration?
}

/// When a tone is spoken.
struct ToneRuleDeclaration {
    var tone: Name
    var when: ExpressionDeclaration?
    var condition: Expression?
    var queues: [Name] = []
    var sentimentBelow: Double?
}

/// What a channel shows.
struct ChannelDeclaration {
    var name: Name
    var channel: Channel
}

/// A text that others say.
struct PartialDeclaration {
    var name: Name
    var response: ResponseDeclaration
}

/// Something a customer can pick.
struct ChoiceDeclaration {
    var id: Name
    var title: String
    var synonyms: [String]
    /// The same in further languages.
    var translations: [String: ChoiceTranslation] = [:]

    /// The choice with its wordings.
    var choice: SlotChoice {
        SlotChoice(
            id: id.text,
            title: title,
            synonyms: synonyms,
            translations: translations.mapValues {
                SlotChoice(id: id.text, title: $0.title, synonyms: $0.synonyms)
            }
        )
    }
}

/// One of the engine's texts in the assistant's words.
struct TextDeclaration {
    var key: Name
    var text: DeskText
    var response: ResponseDeclaration
}

/// Phrases added to a control.
struct ControlDeclaration {
    var control: Control
    var patterns: [PatternDeclaration] = []
    var examples: [ExampleDeclaration] = []
}
