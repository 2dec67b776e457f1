/// The parts of intent files that have keys of their own.
package enum Part: String, Sendable, Hashable, CaseIterable {
    // Files
    case assistantFile, topicFile, translationFile
    // The whole assistant
    case channel, thresholds, confidence, handoffPolicy, reason, queue, identity, memory, database, control
    case feedback, sentiment, standard, standardWords, toneRule, businessHours
    // Topics
    case entity, entityValue, intent, source, handoff
    // Flows
    case flow, slot, slotRule, remember, confirmation, state, transition, assignment, promise
    // Actions
    case action, http, rasa, retry, breaker
    // What is said
    case response, wording, channelForm, choice, link, image, card, form, formField
    // Translations
    case translatedQueue, translatedEntity, translatedIntent, translatedFlow, translatedSlot
    case translatedRule, translatedConfirmation, translatedState, translatedTransition, translatedPromise
    case translatedHandoff, translatedAction, translatedSentiment
}

/// A key of a part: what it means, and what stands behind it.
package struct PartKey: Sendable, Hashable {
    package var name: String
    package var shape: Shape
    /// What it means, in a sentence.
    package var meaning: String
    /// Whether the part is a mistake without it.
    package var isRequired = false

    init(_ name: String, _ shape: Shape, _ meaning: String, required: Bool = false) {
        self.name = name
        self.shape = shape
        self.meaning = meaning
        isRequired = required
    }
}

/// The one table of all keys: what the readers take, the schema tells and editors offer.
package struct PartTable: Sendable {
    package let keys: [PartKey]
    /// The names of the keys, in their order.
    package let names: [String]
    /// Keys of which exactly one must be there.
    package let oneOf: [String]
    /// The form of further keys, and what stands behind them.
    package let further: FurtherKeys?

    /// Keys that are told by their form.
    package struct FurtherKeys: Sendable {
        package let form: TextForm
        package let shape: Shape
    }

    init(_ keys: [PartKey], oneOf: [String] = [], further: FurtherKeys? = nil) {
        self.keys = keys
        self.oneOf = oneOf
        self.further = further
        names = keys.map(\.name)
    }

    /// Those of the keys that a translation has too, in the given order; some with another shape there.
    func translated(_ names: [String], _ shapes: [String: Shape] = [:]) -> PartTable {
        PartTable(
            names.compactMap { name in
                guard var key = keys.first(where: { $0.name == name }) else { return nil }
                key.shape = shapes[name] ?? key.shape
                key.isRequired = false
                return key
            }
        )
    }
}

extension Part {
    private static let tables: [PartTable] = allCases.map(\.made)
    private static let positions: [Part: Int] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) }
    )

    /// The keys of the part.
    package var table: PartTable { Self.tables[Self.positions[self, default: 0]] }

    /// The key of a name, if the part has one.
    package func key(_ name: String) -> PartKey? { table.keys.first { $0.name == name } }

    private var made: PartTable {
        switch self {
        case .assistantFile, .topicFile, .translationFile: fileTable
        case .channel, .thresholds, .confidence, .handoffPolicy, .reason, .queue, .identity, .memory,
            .database, .control, .feedback, .sentiment, .standard, .standardWords, .toneRule, .businessHours:
            assistantTable
        case .entity, .entityValue, .intent, .source, .handoff: topicTable
        case .flow, .slot, .slotRule, .remember, .confirmation, .state, .transition, .assignment, .promise:
            flowTable
        case .action, .http, .rasa, .retry, .breaker: actionTable
        case .response, .wording, .channelForm, .choice, .link, .image, .card, .form, .formField:
            responseTable
        default: translationTable
        }
    }
}
