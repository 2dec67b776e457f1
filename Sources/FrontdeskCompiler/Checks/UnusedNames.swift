import FrontdeskDialogue
import FrontdeskMatching

/// Warns of slots, flows and entity types that nothing uses.
enum UnusedNames: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        // What could not be read may use them.
        guard !report.hasErrors else { return }
        warnOfSlots(program, report)
        warnOfFlows(program, names, report)
        warnOfEntities(program, report)
    }

    private static func warnOfSlots(_ program: Program, _ report: Reporter) {
        var everywhere: Set<String> = []
        for intent in program.intents {
            switch intent.effect {
            case .answer(let response): everywhere.formUnion(response.fields.map(\.path.root))
            case .handoff(let handoff): everywhere.formUnion(handoff.say?.fields.map(\.path.root) ?? [])
            default: break
            }
        }
        for branch in (program.handlers + program.anywhere).flatMap(\.transition.branches) {
            everywhere.formUnion(used(branch))
        }
        for flow in program.flows {
            let used = everywhere.union(used(flow))
            for slot in flow.slots where !used.contains(slot.name.text) {
                // A flow that hands over tells the agent all slots; what follows may use them too.
                guard !flow.transitions.contains(where: { $0.leavesTheFlow }) else { continue }
                report.report(
                    .unusedSlot,
                    slot.name.place,
                    "the slot '\(slot.name.text)' is asked for, but nothing uses it",
                    help: "use it in a text or an action, or take it out",
                    mends: [.takeOut]
                )
            }
        }
    }

    private static func used(_ flow: FlowDeclaration) -> Set<String> {
        // What the files fill themselves, and what a caller gets, is used elsewhere.
        var used = Set((flow.takes + flow.gives).map(\.text))
        used.formUnion(flow.slots.flatMap { $0.terms.expressions.flatMap(\.roots) })
        used.formUnion((flow.confirmation?.question.ask.fields ?? []).map(\.path.root))
        for slot in flow.slots {
            if slot.ask == nil { used.insert(slot.name.text) }
            used.formUnion((slot.ask?.fields ?? []).map(\.path.root))
            used.formUnion((slot.again?.fields ?? []).map(\.path.root))
        }
        for state in flow.states {
            used.formUnion((state.say?.fields ?? []).map(\.path.root))
            used.formUnion((state.promise.map { $0.text.fields + $0.uses } ?? []).map(\.path.root))
            used.formUnion(state.set.flatMap { $0.fields.map(\.path.root) + ($0.value?.roots ?? []) })
            switch state.step {
            case .act(let call): used.formUnion(call.arguments.map(\.path.root))
            case .ask(let question):
                used.formUnion((question.ask.fields + (question.again?.fields ?? [])).map(\.path.root))
            case .call(let call): used.formUnion(call.arguments.compactMap(\.use?.path.root))
            case .go, .enclose, nil: break
            }
        }
        for transition in flow.transitions { used.formUnion(self.used(transition)) }
        return used
    }

    private static func used(_ transition: TransitionDeclaration) -> Set<String> {
        var used = Set((transition.say?.fields ?? []).map(\.path.root))
        used.formUnion(transition.set.flatMap { $0.fields.map(\.path.root) })
        used.formUnion(transition.expressions.flatMap(\.roots))
        used.formUnion((transition.promise.map { $0.text.fields + $0.uses } ?? []).map(\.path.root))
        if case .handoff(let handoff) = transition.target {
            used.formUnion((handoff.say?.fields ?? []).map(\.path.root))
        }
        return used
    }

    private static func warnOfFlows(_ program: Program, _ names: Names, _ report: Reporter) {
        var started: Set<String> = []
        for intent in program.intents {
            if case .flow(let flow) = intent.effect { started.insert(flow.text) }
        }
        for (_, transition) in names.memory.transitions(in: program) {
            if case .flow(let flow) = transition.target { started.insert(flow.text) }
        }
        for call in program.flows.flatMap(\.calls) { started.insert(call.flow.text) }
        for flow in program.flows where !started.contains(flow.name.text) {
            report.report(
                .unusedFlow,
                flow.name.place,
                "nothing starts the flow '\(flow.name.text)'",
                help: "let an intent start it with 'flow: \(flow.name.text)', or take it out",
                mends: [.takeOut]
            )
        }
    }

    private static func warnOfEntities(_ program: Program, _ report: Reporter) {
        let used = program.usedEntities
        for entity in program.entities where !used.contains(entity.name.text) {
            report.report(
                .unusedEntity,
                entity.name.place,
                "nothing uses the entity type '\(entity.name.text)'",
                help: "use it in a pattern, an example or a slot, or take it out",
                mends: [.takeOut]
            )
        }
    }
}

extension TransitionDeclaration {
    /// Whether it leads to a human or into another flow.
    fileprivate var leavesTheFlow: Bool {
        switch target {
        case .handoff, .flow: true
        case .state, .history, .end, .stay, .pass: false
        }
    }
}
