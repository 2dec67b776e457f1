import FrontdeskDialogue
import FrontdeskMatching

// The keys of whole files.
extension Part {
    var fileTable: PartTable {
        switch self {
        case .assistantFile: PartTable(Self.topicKeys + Self.assistantKeys)
        case .translationFile: PartTable(Self.translationKeys)
        default: PartTable(Self.topicKeys)
        }
    }

    private static let topicKeys = [
        PartKey(
            "queue",
            .name(.queue),
            "The queue of everything in this file, unless it has one of its own."
        ),
        PartKey(
            "entities",
            .optional(
                .map(
                    .declares(.entity),
                    .optional(.either([.word(BuiltInEntity.allCases.map(\.rawValue)), .part(.entity)]))
                )
            ),
            "Entity types: kinds of values in what customers say. Each has 'regex' or 'values', or gives a built-in type another name."
        ),
        PartKey(
            "rules",
            .optional(.map(.declares(.rule), .pattern)),
            "Parts of patterns under a name, used in patterns as <name>."
        ),
        PartKey(
            "synonyms",
            .optional(.map(.declares(.synonyms), .oneOrMore(.text))),
            "Sets of words that mean the same, used in patterns as ~name. A member may be the name of another set."
        ),
        PartKey(
            "actions",
            .optional(.map(.declares(.action), .part(.action))),
            "What the desk can do: 'sql' on its database, 'http' with another system, or 'custom' code."
        ),
        PartKey(
            "partials",
            .optional(.map(.declares(.partial), .response)),
            "Texts that are written once and said in many places by {{>name}}."
        ),
        PartKey(
            "intents",
            .optional(.map(.declares(.intent), .part(.intent))),
            "What customers want: how they say it, and what it leads to."
        ),
        PartKey(
            "flows",
            .optional(.map(.declares(.flow), .part(.flow))),
            "Conversations of several steps: slots are asked for in their order, then the first state runs."
        ),
    ]

    private static let assistantKeys = [
        PartKey("assistant", .form(.assistantName), "The assistant's name.", required: true),
        PartKey("title", .text, "What customers read as the assistant's name: {{assistant.title}}."),
        PartKey(
            "languages",
            .oneOrMore(.word(Language.allCases.map(\.rawValue))),
            "The languages it speaks, that of all ordinary files first."
        ),
        PartKey(
            "vectors",
            .word(VectorSource.names),
            "A table of vectors that helps to understand sentences in other words."
        ),
        PartKey(
            "translations",
            .word(["complete", "partial"]),
            "complete: a text that lacks a translation is reported."
        ),
        PartKey("timezone", .form(.zone), "The zone of all times, such as Europe/Berlin; by default UTC."),
        PartKey(
            "country",
            .word(PhoneCountry.allCases.map(\.rawValue)),
            "Where telephone numbers without a country code are."
        ),
        PartKey(
            "greeting",
            .response,
            "Said once, before the first reply. It names the desk as an assistant."
        ),
        PartKey("thresholds", .part(.thresholds), "How sure the desk must be to answer or to ask back."),
        PartKey("confidence", .part(.confidence), "How the confidence in a conversation falls and recovers."),
        PartKey("handoff", .part(.handoffPolicy), "When and where to conversations are handed over."),
        PartKey(
            "queues",
            .optional(.map(.declares(.queue), .part(.queue))),
            "The teams that take conversations over."
        ),
        PartKey(
            "business_hours",
            .optional(.map(.declares(.hours), .optional(.part(.businessHours)))),
            "When teams are there: mon-fri: \"09:00-18:00\"."
        ),
        PartKey(
            "channels",
            .optional(.map(.declares(.channel), .part(.channel))),
            "What the channels show, and how long they wait for more."
        ),
        PartKey(
            "tones",
            .oneOrMore(.declaration(.tone)),
            "The tones in which the desk speaks, the usual one first."
        ),
        PartKey("tone", .name(.tone), "The usual tone."),
        PartKey(
            "tone_when",
            .optional(.map(.refers(.tone), .either([.expression, .part(.toneRule)]))),
            "When another tone is spoken."
        ),
        PartKey("database", .part(.database), "The SQLite database of 'sql' actions."),
        PartKey(
            "texts",
            .optional(.map(.words(DeskText.allCases.map(\.rawValue)), .response)),
            "The engine's own sentences in the assistant's words."
        ),
        PartKey(
            "controls",
            .optional(.map(.words(Control.allCases.map(\.rawValue)), .part(.control))),
            "More phrases for what works everywhere: a human, cancel, back, repeat, help …"
        ),
        PartKey("background", .oneOrMore(.example), "Sentences that belong to no intent."),
        PartKey(
            "on",
            .optional(.map(.triggers, .transition)),
            "Handlers for every flow that has none of its own."
        ),
        PartKey(
            "after",
            .optional(.map(.form(.silence), .transition)),
            "What follows when the customer says nothing for so long, while a flow is open."
        ),
        PartKey(
            "anywhere",
            .optional(.map(.triggers, .transition)),
            "Handlers for events and intents at any time, also while no flow is open."
        ),
        PartKey(
            "feedback",
            .optional(.map(.words(FeedbackKind.allCases.map(\.rawValue)), .part(.feedback))),
            "What customers are asked about the service, and when."
        ),
        PartKey("standard", .part(.standard), "What good service is: the rules of 'frontdesk lint'."),
        PartKey(
            "quiet_hours",
            .form(.quietHours),
            "When nobody wants to hear of anything by itself: \"21:00-08:00\"."
        ),
        PartKey("identity", .part(.identity), "How customers prove who they are."),
        PartKey("memory", .part(.memory), "Whether customers are asked before something is remembered."),
        PartKey(
            "name_every",
            .integer(2...100),
            "In every how many replies the customer is called by name, at most."
        ),
        PartKey("sentiment", .part(.sentiment), "How messages sound, and what follows from it."),
    ]

    /// The names of the keys that only assistant.yaml has.
    static let assistantNames = assistantKeys.map(\.name)

    private static let translationKeys = [
        PartKey(
            "language",
            .word(Language.allCases.map(\.rawValue)),
            "The language into which this file translates.",
            required: true
        ),
        PartKey("title", .text, "The assistant's name as customers read it."),
        PartKey("greeting", .response, "Said once, before the first reply."),
        PartKey(
            "texts",
            .optional(.map(.words(DeskText.allCases.map(\.rawValue)), .response)),
            "The engine's own sentences in the assistant's words."
        ),
        PartKey(
            "controls",
            .optional(.map(.words(Control.allCases.map(\.rawValue)), .part(.control))),
            "Phrases of this language for what works everywhere."
        ),
        PartKey("background", .oneOrMore(.example), "Sentences of this language that belong to no intent."),
        PartKey(
            "queues",
            .optional(.map(.refers(.queue), .part(.translatedQueue))),
            "The names of queues as customers read them."
        ),
        PartKey(
            "on",
            .optional(.map(.triggers, .translatedTransition)),
            "The texts of the assistant's handlers."
        ),
        PartKey(
            "after",
            .optional(.map(.form(.silence), .translatedTransition)),
            "The texts of the assistant's silences."
        ),
        PartKey("anywhere", .optional(.map(.triggers, .translatedTransition)), "The texts under 'anywhere'."),
        PartKey(
            "intents",
            .optional(.map(.refers(.intent), .part(.translatedIntent))),
            "Intents, by their names: phrases and texts of this language."
        ),
        PartKey("rules", .optional(.map(.declares(.rule), .pattern)), "The rules of this language."),
        PartKey(
            "synonyms",
            .optional(.map(.declares(.synonyms), .oneOrMore(.text))),
            "The sets of synonyms of this language."
        ),
        PartKey(
            "entities",
            .optional(.map(.refers(.entity), .part(.translatedEntity))),
            "Words of this language for the values of entity types."
        ),
        PartKey(
            "flows",
            .optional(.map(.refers(.flow), .part(.translatedFlow))),
            "Flows, by their names: their texts in this language."
        ),
        PartKey("partials", .optional(.map(.refers(.partial), .response)), "Partials in this language."),
        PartKey("sentiment", .part(.translatedSentiment), "Words of this language that sound good or bad."),
        PartKey(
            "actions",
            .optional(.map(.refers(.action), .part(.translatedAction))),
            "What is said while actions take long."
        ),
    ]
}

extension Part {
    /// The entity types that every assistant has.
    package static let builtInEntities = BuiltInEntity.allCases.map(\.rawValue)
}
