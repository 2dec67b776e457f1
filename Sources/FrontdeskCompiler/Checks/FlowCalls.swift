import FrontdeskDialogue

/// Calls name flows that exist and fill slots that these have; what nobody asks for is filled by somebody.
enum FlowCalls: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for flow in program.flows {
            for call in flow.calls { check(call, program, names, report) }
            checkAsked(flow, names, report)
        }
    }

    private static func check(
        _ call: FlowCallDeclaration,
        _ program: Program,
        _ names: Names,
        _ report: Reporter
    ) {
        guard let called = program.flows.first(where: { $0.name.text == call.flow.text }) else {
            report.reportUnknown(.unknownFlow, "flow", call.flow, known: names.flowList)
            return
        }
        let slots = called.slots.map(\.name.text)
        for argument in call.arguments where !slots.contains(argument.slot.text) {
            report.reportUnknown(
                .unknownSlot,
                "slot of '\(called.name.text)':",
                argument.slot,
                known: slots,
                otherwise: "write 'slot: value' for a slot that '\(called.name.text)' has"
            )
        }
        let given = call.arguments.map(\.slot.text)
        let missing = called.takes.map(\.text).filter { !given.contains($0) }
        guard !missing.isEmpty else { return }
        report.report(
            .missingArgument,
            call.flow.place,
            "'\(called.name.text)' takes \(Spelling.list(missing)), but the call does not give \(missing.count == 1 ? "it" : "them")",
            help: "write it in the brackets: \(called.name.text)(\(missing[0]))"
        )
    }

    private static func checkAsked(_ flow: FlowDeclaration, _ names: Names, _ report: Reporter) {
        for slot in flow.unfilledSlots(names) where flow.isWhole {
            report.report(
                .missingKey,
                slot.name.place,
                "the slot '\(slot.name.text)' has no 'ask'",
                help: "write the question that asks for it"
            )
        }
    }
}

extension FlowDeclaration {
    /// The slots without a question that nothing else fills either: no caller, no called flow, no action, no `set`
    /// and no pattern that names them.
    func unfilledSlots(_ names: Names) -> [SlotDeclaration] {
        var filled = names.roles.union(takes.map(\.text))
        for call in calls { filled.formUnion(names.gives[call.flow.text] ?? []) }
        for state in states {
            filled.formUnion(state.set.map(\.slot.text))
            if case .act(let call) = state.step { filled.formUnion(names.fills[call.action.text] ?? []) }
        }
        for transition in transitions { filled.formUnion(transition.set.map(\.slot.text)) }
        let needed = Set(states.flatMap { $0.needs.map(\.text) })
        return slots.filter { slot in
            slot.ask == nil && slot.terms.value == nil
                && (!filled.contains(slot.name.text) || needed.contains(slot.name.text))
        }
    }

    /// Every call of another flow, in file order.
    var calls: [FlowCallDeclaration] {
        states.compactMap { state in
            if case .call(let call) = state.step { call } else { nil }
        }
    }
}
