import FrontdeskDialogue

/// Every outcome of an action or a called flow and every answer to a question leads somewhere.
enum UnhandledOutcomes: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let resolution = TriggerResolution(names: names)
        for flow in program.flows {
            for (index, state) in flow.states.enumerated() {
                let handled = Set(
                    FlowGraph.handlers(of: index, flow, program, resolution).map(\.handler.key.text)
                )
                let missing = resolution.known(in: state).filter { !handled.contains($0) }
                guard !missing.isEmpty else { continue }
                tell(missing, state, report)
            }
        }
    }

    private static func tell(_ missing: [String], _ state: StateDeclaration, _ report: Reporter) {
        var isOutcome = true
        let place: Place
        switch state.step {
        case .act(let call): place = call.action.place
        case .call(let call): place = call.flow.place
        default:
            place = state.name.place
            isOutcome = false
        }
        let isOne = missing.count == 1
        let what = "\(isOutcome ? "outcome" : "answer")\(isOne ? "" : "s") \(Spelling.list(missing))"
        report.report(
            .unhandledOutcome,
            place,
            "in the state '\(state.path)' the \(what) \(isOne ? "leads" : "lead") nowhere",
            help: isOutcome
                ? "add \(isOne ? "it" : "them") under 'on' of this state, of the flow or of the assistant"
                : "add \(isOne ? "it" : "them") under 'on' of this state",
            mends: [.addBelow(key: "on", keys: missing, value: "handoff")]
        )
    }
}
