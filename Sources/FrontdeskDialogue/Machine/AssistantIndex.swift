import FrontdeskMatching

/// The assistant and its parts by name; shared by all turns, so that none copies it.
final class AssistantIndex: Sendable {
    let assistant: Assistant
    /// The zone that the assistant's calendars are kept in.
    let zone: Zone
    /// Empty when the intents are read out of a bundle, which has its own table of their names.
    private let intents: [String: Intent]
    /// Those of them that are said by the way.
    private let courtesies: Set<String>
    private let intentSource: (any IntentSource)?
    private let flows: [String: FlowParts]
    private let queues: [String: Queue]
    private let calendars: [String: BusinessCalendar]
    private let actions: [String: ActionDefinition]
    private let channels: [String: Channel]
    private let entityExamples: [String: String]
    /// What the values of entity types are called in the language it speaks, by type and value.
    let words: [String: [String: String]]
    /// The partials' texts by name.
    let partials: [String: Template]
    /// How each of the assistant's languages writes numbers and dates.
    private let locales: [String: Shared<Locale>]
    /// The longest silence that a handler waits for, in seconds; nil when none waits for any.
    let longestSilence: Int?
    /// The assistant's handlers that wait for a silence.
    let silences: [Handler]

    /// The words that tell how a message sounds in the language it speaks.
    let sounds: SentimentTable
    /// What follows from how messages sound.
    let sentimentPolicy: SentimentPolicy

    init(_ assistant: Assistant, zone: Zone, words: [String: [String: String]] = [:]) {
        self.assistant = assistant
        self.zone = zone
        self.words = words
        intentSource = assistant.intents.source
        intents = intentSource == nil ? Self.byName(Array(assistant.intents), \.name) : [:]
        courtesies = Set(intents.values.filter(\.isCourtesy).map(\.name))
        flows = Self.byName(assistant.flows, \.name).mapValues(FlowParts.init)
        queues = Self.byName(assistant.queues, \.name)
        calendars = Self.byName(assistant.calendars, \.name)
        actions = Self.byName(assistant.actions, \.name)
        channels = Self.byName(assistant.channels + Channel.builtIn, \.name)
        var examples: [String: String] = [:]
        for type in assistant.matching.entityTypes {
            examples[type.name] = type.example.map { words[type.name]?[$0] ?? $0 }
        }
        entityExamples = examples
        let firstVariants = assistant.partials.lazy.compactMap { partial in
            partial.response.variants.first.map { (partial.name, $0) }
        }
        partials = Dictionary(firstVariants) { first, _ in first }
        locales = Dictionary(assistant.languages.map { ($0, Shared(wrappedValue: Locale.of($0))) }) {
            first,
            _ in first
        }
        longestSilence = assistant.silences.max()
        silences = assistant.handlers.filter(\.trigger.isSilence)
        let spoken = assistant.texts.language
        sentimentPolicy = assistant.sentimentPolicy
        sounds = SentimentTable.of(spoken).adding(sentimentPolicy.words[spoken.rawValue] ?? [])
    }

    func intent(_ name: String) -> Intent? {
        guard let intentSource else { return intents[name] }
        return intentSource.place(of: name).map { intentSource.intent(at: $0) }
    }

    /// Whether an intent is said by the way; nil: there is none of that name.
    func isCourtesy(_ name: String) -> Bool? {
        guard intentSource == nil else { return intent(name)?.isCourtesy }
        return courtesies.contains(name) ? true : intents.index(forKey: name).map { _ in false }
    }

    func flow(_ name: String) -> FlowParts? { flows[name] }
    func action(_ name: String) -> ActionDefinition? { actions[name] }
    func example(ofEntity type: String) -> String? { entityExamples[type] }

    /// What a channel shows; one that nobody declared takes everything, and its text for text.
    func channel(_ name: String) -> Channel {
        channels[name] ?? Channel(name: name)
    }

    /// How a language writes numbers and dates.
    func locale(of language: String) -> Shared<Locale> {
        locales[language] ?? Shared(wrappedValue: Locale.of(language))
    }

    func queue(_ name: String) -> Queue {
        queues[name] ?? Queue(name: name, title: name)
    }

    func calendar(of queue: Queue) -> BusinessCalendar? {
        queue.calendar.flatMap { calendars[$0] }
    }

    private static func byName<Part>(_ parts: [Part], _ name: KeyPath<Part, String>) -> [String: Part] {
        Dictionary(parts.map { ($0[keyPath: name], $0) }) { first, _ in first }
    }
}

/// A flow, and its slots as the rounds of a turn look for them; one reference, so that none copies it.
final class FlowParts: Sendable {
    private let flow: Flow
    /// Those that the profile may fill.
    let prefilled: [Slot]
    /// Those that an expression gives a value, for good or until the customer says otherwise.
    let workedOut: [Slot]
    /// Those that are remembered across conversations.
    let remembered: [Slot]
    /// Those that somebody may be asked for.
    let asked: [Slot]
    /// Whether some of those are asked for only where a state needs them.
    let hasDeferred: Bool
    /// Whether handlers of it wait for a silence.
    let hasSilences: Bool

    init(_ flow: Flow) {
        self.flow = flow
        prefilled = flow.slots.filter { $0.prefill != nil }
        workedOut = flow.slots.filter { $0.terms.value != nil || $0.terms.initial != nil }
        remembered = flow.slots.filter { $0.terms.remember != nil }
        asked = flow.slots.filter { $0.isAsked && $0.terms.value == nil }
        hasDeferred = asked.contains(where: \.isDeferred)
        hasSilences = flow.allHandlers.contains(where: \.trigger.isSilence)
    }

    var name: String { flow.name }
    var title: String { flow.title }
    var titles: [String: String] { flow.titles }
    var slots: [Slot] { flow.slots }
    var states: [State] { flow.states }
    var handlers: [Handler] { flow.handlers }
    var queue: String? { flow.queue }
    var takes: [String] { flow.takes }
    var gives: [String] { flow.gives }
    var confirmation: Confirmation? { flow.confirmation }
    var needs: [CustomerNeed]? { flow.needs }

    // By their places: a search for the thing itself copies all that it passes.
    func slot(_ name: String) -> Slot? {
        flow.slots.firstIndex { $0.name == name }.map { flow.slots[$0] }
    }

    func state(_ name: String) -> State? {
        flow.states.firstIndex { $0.name == name }.map { flow.states[$0] }
    }
}
