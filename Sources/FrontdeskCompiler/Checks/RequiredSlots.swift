import FrontdeskDialogue

/// What tickets of a reason must say is known wherever the reason is given.
enum RequiredSlots: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for route in program.assistant.routes {
            let slots = route.requirements.filter {
                if case .slot = $0.field { true } else { false }
            }
            guard !slots.isEmpty else { continue }
            let reason = route.route.reason
            if reason.comesAtAnyTime {
                for slot in slots {
                    report.report(
                        .requiredSlot,
                        slot.name.place,
                        "a human may be needed for '\(reason.rawValue)' at any time, so no slot can be required",
                        help: "require facts about the customer, such as customer.email"
                    )
                }
            } else {
                check(reason, requires: slots.map(\.name), program, report)
            }
        }
    }

    private static func check(
        _ reason: HandoffReason,
        requires slots: [Name],
        _ program: Program,
        _ report: Reporter
    ) {
        for intent in program.intents {
            guard case .handoff(let handoff) = intent.effect, handoff.givenReason == reason else { continue }
            for slot in slots {
                refuse(intent.name.place, "the intent '\(intent.name.text)'", reason, slot, report)
            }
        }
        for flow in program.flows where flow.isWhole {
            let known = Set(flow.slots.map(\.name.text))
            for transition in flow.transitions {
                guard case .handoff(let handoff) = transition.target, handoff.givenReason == reason else {
                    continue
                }
                for slot in slots where !known.contains(slot.text) {
                    refuse(transition.place, "the flow '\(flow.name.text)'", reason, slot, report)
                }
            }
        }
    }

    private static func refuse(
        _ place: Place,
        _ what: String,
        _ reason: HandoffReason,
        _ slot: Name,
        _ report: Reporter
    ) {
        report.report(
            .requiredSlot,
            place,
            "a ticket for '\(reason.rawValue)' must say '\(slot.text)', which \(what) does not know",
            help: "ask for '\(slot.text)' in a flow first, or hand over for another reason",
            notes: [("it is required here", slot.place)]
        )
    }
}

extension HandoffDeclaration {
    /// The reason the ticket gets.
    fileprivate var givenReason: HandoffReason { reason ?? .policyRequired }
}

extension HandoffReason {
    /// Whether the engine itself may give it, in whatever state the conversation is.
    fileprivate var comesAtAnyTime: Bool {
        switch self {
        case .policyRequired, .safety, .vip: false
        case .userAsked, .lowConfidence, .ambiguousUnresolved, .noMatchLimit, .slotRetryLimit, .sentiment,
            .negativeFeedback, .repeatContact, .error, .loop, .promiseDue:
            true
        }
    }
}
