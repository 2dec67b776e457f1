import FrontdeskDialogue

/// What looks a customer up by what anybody can claim to be needs a proof, where there can be one.
enum OpenActions: Check {
    private static func isClaim(_ path: FieldPath) -> Bool {
        path.root == "customer" && ["id", "email", "phone", "name"].contains(path.field)
    }

    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        // Without `identity` nobody can be verified but by the embedding program, which knows best.
        guard program.assistant.identity != nil else { return }
        let safe = Set(program.actions.lazy.filter { $0.action.needs != nil }.map(\.name.text))
        for flow in program.flows where !flow.needs.contains(.verified) {
            let intents = program.intents.filter { intent in
                guard case .flow(let name) = intent.effect else { return false }
                return name.text == flow.name.text
            }
            if !intents.isEmpty, intents.allSatisfy({ $0.needs.contains(.verified) }) { continue }
            for state in flow.states {
                guard case .act(let call) = state.step, !safe.contains(call.action.text) else { continue }
                // A number that only the customer knows is a proof of its own.
                guard let use = call.arguments.first, call.arguments.allSatisfy({ isClaim($0.path) }) else {
                    continue
                }
                report.report(
                    .openToAnybody,
                    use.place,
                    "'\(call.action.text)' works on nothing but what anybody can claim: '\(use.path.written)'",
                    help: "add 'needs: customer.verified' to the action, or to the flow '\(flow.name.text)'"
                )
            }
        }
    }
}
