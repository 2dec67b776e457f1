// The keys of translation files: those of ordinary files that hold texts.
extension Part {
    private static let handlers: [String: Shape] = [
        "on": .optional(.map(.triggers, .translatedTransition)),
        "after": .optional(.map(.form(.silence), .translatedTransition)),
        "otherwise": .translatedTransition,
        "promise": .part(.translatedPromise),
        "handoff": .part(.translatedHandoff),
    ]
    private static let choices = Shape.optional(.map(.any, .either([.text, .part(.choice)])))

    var translationTable: PartTable {
        switch self {
        case .translatedQueue: Part.queue.table(of: ["title"])
        case .translatedEntity:
            Part.entity.table(of: ["values"], ["values": .optional(.map(.any, .oneOrMore(.text)))])
        case .translatedIntent:
            Part.intent.table(
                of: ["title", "patterns", "examples", "counterexamples", "answer", "handoff"],
                Self.handlers
            )
        case .translatedFlow:
            Part.flow.table(
                of: ["title", "slots", "confirm", "states", "on", "after"],
                Self.handlers.merging(
                    [
                        "slots": .optional(.map(.refers(.slot), .part(.translatedSlot))),
                        "confirm": .part(.translatedConfirmation),
                        "states": .optional(.map(.refers(.state), .part(.translatedState))),
                    ],
                    uniquingKeysWith: { _, own in own }
                )
            )
        case .translatedSlot:
            Part.slot.table(
                of: ["ask", "again", "otherwise", "choices", "on", "after", "title", "valid"],
                Self.handlers.merging(
                    ["choices": Self.choices, "valid": .oneOrMore(.part(.translatedRule))],
                    uniquingKeysWith: { _, own in own }
                )
            )
        case .translatedState: stateTable
        case .translatedRule: Part.slotRule.table(of: ["say"])
        case .translatedConfirmation:
            Part.confirmation.table(of: ["ask", "again", "otherwise"], Self.handlers)
        case .translatedTransition:
            Part.transition.table(of: ["say", "promise", "handoff"], Self.handlers)
        case .translatedPromise: Part.promise.table(of: ["text", "late"])
        case .translatedHandoff: Part.handoff.table(of: ["say"])
        case .translatedAction: Part.action.table(of: ["notice"])
        default: Part.sentiment.table(of: ["words"])
        }
    }

    private var stateTable: PartTable {
        let shared = Part.state.table(
            of: ["say", "promise", "ask", "again", "otherwise", "handoff", "on", "after", "states", "go"],
            Self.handlers.merging(
                [
                    "states": .optional(.map(.refers(.state), .part(.translatedState))),
                    "go": .list(.part(.translatedTransition)),
                ],
                uniquingKeysWith: { _, own in own }
            )
        )
        return PartTable(
            shared.keys + [PartKey("choices", Self.choices, "The choices of the question, by their ids.")]
        )
    }

    /// Some keys of the part of ordinary files.
    private func table(of names: [String], _ shapes: [String: Shape] = [:]) -> PartTable {
        let whole =
            switch self {
            case .queue, .sentiment: assistantTable
            case .entity, .intent, .handoff: topicTable
            case .action: actionTable
            default: flowTable
            }
        return whole.translated(names, shapes)
    }
}
