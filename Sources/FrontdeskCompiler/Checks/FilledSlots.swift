import FrontdeskDialogue

/// Slots that an action fills by itself belong to every flow that runs it.
enum FilledSlots: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for action in program.actions where !action.slots.isEmpty {
            for flow in program.flows where flow.runs(action.name.text) {
                let known = flow.slots.map(\.name.text)
                for slot in action.slots where !known.contains(slot.text) {
                    report.reportUnknown(
                        .unknownSlot,
                        "slot",
                        slot,
                        known: known,
                        otherwise:
                            "the flow '\(flow.name.text)' runs '\(action.name.text)'; declare the slot there"
                    )
                }
            }
        }
    }
}

extension FlowDeclaration {
    /// Whether one of its states runs an action.
    fileprivate func runs(_ action: String) -> Bool {
        states.contains { state in
            if case .act(let call) = state.step { call.action.text == action } else { false }
        }
    }
}
