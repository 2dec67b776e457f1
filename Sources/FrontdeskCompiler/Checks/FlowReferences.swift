/// States, slots and flows that a flow names exist.
enum FlowReferences: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for flow in program.flows {
            let slots = flow.slots.map(\.name.text)
            check(flow.takes + flow.gives, slots, report)
            check(flow.confirmation?.slots ?? [], slots, report)
            for state in flow.states {
                check(state.needs + state.clear + state.set.map(\.slot), slots, report)
            }
        }
        for (flow, transition) in names.memory.transitions(in: program) {
            let slots = flow?.slots.map(\.name.text) ?? names.slots
            check(transition.clear + transition.set.map(\.slot), slots, report)
            switch transition.target {
            case .state(let state), .history(let state): check(state, in: flow, names, report)
            case .flow(let target) where !names.flows.contains(target.text):
                report.reportUnknown(.unknownFlow, "flow", target, known: names.flowList)
            default: break
            }
        }
    }

    private static func check(_ state: Name, in flow: FlowDeclaration?, _ names: Names, _ report: Reporter) {
        guard let flow else {
            report.report(
                .badTarget,
                state.place,
                "'\(state.text)' is not a place that every flow has",
                help: "a handler for all flows leads to end(…), handoff(…) or flow(name)"
            )
            return
        }
        let states = flow.states.map(\.path)
        guard !states.contains(state.text) else { return }
        // A state that could not be read is not unknown.
        guard flow.isWhole else { return }
        let isFlow = names.flows.contains(state.text)
        report.reportUnknown(
            .unknownState,
            "state",
            state,
            known: states,
            otherwise: isFlow ? "'\(state.text)' is a flow: write flow(\(state.text))" : nil
        )
    }

    private static func check(_ used: [Name], _ slots: [String], _ report: Reporter) {
        for slot in used where !slots.contains(slot.text) {
            report.reportUnknown(
                .unknownSlot,
                "slot",
                slot,
                known: slots,
                otherwise: slots.isEmpty ? "declare it under 'slots'" : nil
            )
        }
    }
}
