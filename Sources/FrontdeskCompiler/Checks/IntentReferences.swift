import FrontdeskDialogue

/// Intents lead to flows that exist and suggest intents that exist; so do the choices of a fallback.
enum IntentReferences: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for intent in program.intents {
            if case .flow(let flow) = intent.effect, !names.flows.contains(flow.text) {
                report.reportUnknown(.unknownFlow, "flow", flow, known: names.flowList)
            }
            for suggestion in intent.suggests where !names.intents.contains(suggestion.text) {
                report.reportUnknown(.unknownIntent, "intent", suggestion, known: names.intentList)
            }
        }
        checkFallbackChoices(program, names, report)
    }

    /// A choice of `fallback_choices` stands for the intent of its id.
    private static func checkFallbackChoices(_ program: Program, _ names: Names, _ report: Reporter) {
        for text in program.texts where text.text == .fallbackChoices {
            for choice in text.response.choices where !names.intents.contains(choice.id.text) {
                report.reportUnknown(
                    .unknownIntent,
                    "intent",
                    choice.id,
                    known: names.intentList,
                    otherwise: "these choices stand for intents: write {id: INTENT, title: …}"
                )
            }
        }
    }
}
