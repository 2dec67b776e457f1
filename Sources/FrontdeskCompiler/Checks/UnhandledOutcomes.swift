import FrontdeskDialogue

/// Every outcome of an action and every answer to a question leads somewhere.
enum UnhandledOutcomes: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let resolution = TriggerResolution(names: names)
        for flow in program.flows {
            let inherited = Set((flow.handlers + program.handlers).map(\.key.text))
            for state in flow.states {
                let own = Set(state.handlers.map(\.key.text))
                let isAction = if case .act = state.step { true } else { false }
                let missing = resolution.known(in: state).filter {
                    !own.contains($0) && !(isAction && inherited.contains($0))
                }
                guard !missing.isEmpty else { continue }
                let place =
                    if case .act(let call) = state.step { call.action.place } else { state.name.place }
                let list = Spelling.list(missing)
                let verb = missing.count == 1 ? "leads" : "lead"
                report.report(
                    .unhandledOutcome,
                    place,
                    isAction
                        ? "in the state '\(state.name.text)' the outcome\(missing.count == 1 ? "" : "s") \(list) \(verb) nowhere"
                        : "in the state '\(state.name.text)' the answer\(missing.count == 1 ? "" : "s") \(list) \(verb) nowhere",
                    help: isAction
                        ? "add \(missing.count == 1 ? "it" : "them") under 'on' of this state, of the flow or of the assistant"
                        : "add \(missing.count == 1 ? "it" : "them") under 'on' of this state"
                )
            }
        }
    }
}
