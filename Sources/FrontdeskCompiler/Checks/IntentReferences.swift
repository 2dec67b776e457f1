/// Intents lead to flows that exist and suggest intents that exist.
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
    }
}
