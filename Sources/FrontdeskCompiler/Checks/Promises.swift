import FrontdeskDialogue

/// What is promised names slots that there are, and only what may open a conversation asks for consent.
enum Promises: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for (flow, promise) in program.promisesWithFlows {
            guard let wanted = promise.wantedBy,
                let slot = flow?.slots.first(where: { $0.name.text == wanted.text })
            else { continue }
            let type = slot.type?.text ?? slot.name.text
            guard type != "date", names.entities.contains(type) || type == "text" || type == "yes_no" else {
                continue
            }
            report.report(
                .wrongType,
                wanted.place,
                "'by' takes a slot that holds a day, but '\(wanted.text)' holds something else",
                help: "name a slot of the type date"
            )
        }
        let others = program.flows.flatMap(\.transitions) + program.handlers.flatMap(\.transition.branches)
        let anywhere = program.anywhere.filter { !$0.waitsForEvent }
        for transition in others + anywhere.flatMap(\.transition.branches) {
            guard let consent = transition.consent else { continue }
            report.report(
                .misplacedKey,
                consent.place,
                "nothing here opens a conversation, so it needs no 'consent'",
                help: "only event(…) under 'anywhere' in assistant.yaml can open one"
            )
        }
    }
}

extension Program {
    /// Everything that is promised, with the flow that promises it.
    fileprivate var promisesWithFlows: [(FlowDeclaration?, PromiseDeclaration)] {
        let states = flows.flatMap { flow in flow.states.compactMap(\.promise).map { (Optional(flow), $0) } }
        return states + transitions.compactMap { flow, transition in transition.promise.map { (flow, $0) } }
    }
}

extension HandlerDeclaration {
    /// Whether it waits for something that happens elsewhere.
    fileprivate var waitsForEvent: Bool {
        guard case .event(_)? = trigger else { return false }
        return true
    }
}
