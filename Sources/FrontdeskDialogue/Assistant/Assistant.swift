public import FrontdeskMatching

/// A compiled assistant: everything the desk knows, checked and immutable.
public struct Assistant: Sendable, Hashable, Codable {
    /// The name under `assistant:`, also the name of its store.
    public var name: String
    /// What customers and agents call it, such as "Example Shop".
    public var title: String
    /// The title in further languages, by tag.
    public var titles: [String: String]
    /// BCP 47 language tags, the default first.
    public var languages: [String]
    /// The tz database name of the zone the desk works in.
    public var zone: String
    /// Said before the first reply, once; names the desk as an assistant.
    public var greeting: Response
    /// When to answer, ask, or fall back.
    public var thresholds: Thresholds
    /// How confidence in a whole conversation falls and recovers.
    public var confidence: ConfidenceRule
    /// When and where a human takes over.
    public var handoff: HandoffPolicy
    /// The intents, in file order, controls included.
    public var intents: IntentList
    /// The flows, in file order.
    public var flows: [Flow]
    /// Handlers that every flow inherits.
    public var handlers: [Handler]
    /// Handlers that hold whether or not a flow is under way.
    public var anywhere: [Handler]
    /// The human queues, the default first.
    public var queues: [Queue]
    /// When queues are staffed.
    public var calendars: [BusinessCalendar]
    /// What flows can do.
    public var actions: [ActionDefinition]
    /// Where the actions' data lies, if there is any.
    public var database: DatabaseDefinition?
    /// The engine's own texts, in the assistant's words.
    public var texts: DeskTexts
    /// In which tone the desk speaks; nil when there is but one.
    public var tone: TonePolicy?
    /// What the channels of the assistant show; ``Channel/builtIn`` ones need not be here.
    public var channels: [Channel]
    /// Texts that other texts say by `{{>name}}`, in file order.
    public var partials: [Partial]
    /// What the matcher of the first language matches with.
    public var matching: MatcherDefinition
    /// The further languages, in the order of ``languages``.
    public var translations: [AssistantTranslation]
    /// Tells the languages apart; nil when there is only one.
    public var detector: LanguageDetector?
    /// What customers are asked about the service, in turns; nil: nothing.
    public var feedback: [FeedbackRule]?
    /// When nobody wants to hear of anything by itself, by the customer's clock; nil: there is no such time.
    public var quietHours: QuietHours?
    /// How customers prove who they are; nil: the assistant says nothing about it.
    public var identity: IdentityPolicy?
    /// How messages sound, and what follows from it; nil: as ``SentimentPolicy/usual`` says.
    public var sentiment: SentimentPolicy?
    /// What is kept of customers across conversations; nil: nothing, and nobody looks.
    public var memory: MemoryPolicy?
    /// The customer's name is said at most once in so many turns; nil: in ``nameTurns``.
    public var nameEvery: Int?

    /// In how many turns the customer's name is said at most once, unless the assistant says otherwise.
    public static let nameTurns = 3

    /// Makes an assistant; ``DeskTexts`` and the policies have defaults.
    public init(
        name: String,
        title: String,
        titles: [String: String] = [:],
        languages: [String] = ["en"],
        zone: String = "UTC",
        greeting: Response,
        thresholds: Thresholds = Thresholds(),
        confidence: ConfidenceRule = ConfidenceRule(),
        handoff: HandoffPolicy,
        intents: [Intent],
        flows: [Flow] = [],
        handlers: [Handler] = [],
        anywhere: [Handler] = [],
        queues: [Queue],
        calendars: [BusinessCalendar] = [],
        actions: [ActionDefinition] = [],
        database: DatabaseDefinition? = nil,
        texts: DeskTexts = DeskTexts(),
        tone: TonePolicy? = nil,
        channels: [Channel] = [],
        partials: [Partial] = [],
        matching: MatcherDefinition,
        translations: [AssistantTranslation] = [],
        detector: LanguageDetector? = nil,
        feedback: [FeedbackRule]? = nil,
        quietHours: QuietHours? = nil,
        identity: IdentityPolicy? = nil,
        sentiment: SentimentPolicy? = nil,
        memory: MemoryPolicy? = nil,
        nameEvery: Int? = nil
    ) {
        self.name = name
        self.title = title
        self.titles = titles
        self.languages = languages
        self.zone = zone
        self.greeting = greeting
        self.thresholds = thresholds
        self.confidence = confidence
        self.handoff = handoff
        self.intents = IntentList(intents)
        self.flows = flows
        self.handlers = handlers
        self.anywhere = anywhere
        self.queues = queues
        self.calendars = calendars
        self.actions = actions
        self.database = database
        self.texts = texts
        self.tone = tone
        self.channels = channels
        self.partials = partials
        self.matching = matching
        self.translations = translations
        self.detector = detector
        self.feedback = feedback
        self.quietHours = quietHours
        self.identity = identity
        self.sentiment = sentiment
        self.memory = memory
        self.nameEvery = nameEvery
    }
}

/// The confidences at which the desk answers, asks, or falls back; each 0…1.
public struct Thresholds: Sendable, Hashable, Codable {
    /// At or above: act on the top candidate.
    public var answer: Double
    /// Candidates at or above are worth asking about; below, nothing was understood.
    public var clarify: Double
    /// Top candidates closer together than this are too close to choose between.
    public var margin: Double
    /// The share of answers that may be wrong, 0…1, from which ``answer`` is chosen once the model is trained; nil when
    /// it was written down.
    public var wrongAnswers: Double?

    /// Makes thresholds.
    public init(
        answer: Double = 0.6,
        clarify: Double = 0.25,
        margin: Double = 0.1,
        wrongAnswers: Double? = nil
    ) {
        self.answer = answer
        self.clarify = clarify
        self.margin = margin
        self.wrongAnswers = wrongAnswers
    }
}
