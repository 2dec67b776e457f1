import FrontdeskDialogue

/// The keys of every `on` are outcomes, answers, intents or entity types.
enum Triggers: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let resolution = TriggerResolution(names: names)
        let general = names.intentList + names.entityList
        for flow in program.flows {
            for state in flow.states {
                // An unknown action has been reported; its outcomes cannot be known.
                if case .act(let call) = state.step, names.actions[call.action.text] == nil { continue }
                for handler in state.handlers where resolution.trigger(handler, in: state) == nil {
                    let own = resolution.known(in: state)
                    unknown(handler.key, own, general, report)
                }
            }
        }
        let slots = program.flows.flatMap { $0.slots.flatMap(\.handlers) }
        for handler in program.handlers + program.anywhere + program.flows.flatMap(\.handlers) + slots
        where resolution.trigger(handler) == nil {
            unknown(handler.key, names.outcomes, general, report)
        }
    }

    private static func unknown(_ key: Name, _ own: [String], _ general: [String], _ report: Reporter) {
        let near = Spelling.nearest(to: key.text, among: own + general)
        let what =
            own.isEmpty
            ? "an intent or an entity type"
            : "one of \(Spelling.list(own, "or")), an intent or an entity type"
        report.report(
            .unknownTrigger,
            key.place,
            "nothing here can be '\(key.text)'",
            help: near.map { "did you mean '\($0)'?" } ?? "write \(what)",
            mends: near.map { [.write($0)] } ?? []
        )
    }
}
