import FrontdeskDialogue

/// Shows where a conversation stands.
enum StateText {
    static func text(of tracker: Tracker, style: Style) -> String {
        var rows: [(String, String)] = [
            ("conversation", "\(tracker.conversation), turn \(tracker.turn)"),
            ("owner", owner(tracker.owner)),
            ("confidence", tracker.confidence.map { "\(Int(($0 * 100).rounded())) %" } ?? "as at the start"),
        ]
        let known = [tracker.customer.name, tracker.customer.email, tracker.customer.phone].compactMap(\.self)
        rows.append(("customer", known.isEmpty ? "unknown" : known.joined(separator: ", ")))
        for run in tracker.flows.reversed() {
            rows.append(("flow", "\(run.flow)/\(run.state ?? "slots")"))
            for slot in run.slots {
                rows.append(
                    ("", "\(slot.name) = \(slot.display) (from \(slot.source.rawValue), turn \(slot.turn))")
                )
            }
        }
        if tracker.flows.isEmpty { rows.append(("flow", "none")) }
        if let question = tracker.question { rows.append(("waits for", waiting(question))) }
        if let ticket = tracker.ticket {
            rows.append(("ticket", "\(ticket.id) in \(ticket.queue), \(ticket.reason.rawValue)"))
        }
        for known in tracker.ledger.promises {
            rows.append(("promise", "\(known.promise.text) (\(known.state.rawValue))"))
        }
        return rows.map { name, value in
            let padded = name + String(repeating: " ", count: max(0, 14 - name.count))
            return "  \(style.dim(padded))\(Wrapping.printable(value))\n"
        }.joined()
    }

    private static func owner(_ owner: Tracker.Owner) -> String {
        switch owner {
        case .desk: "desk"
        case .queue: "queue: waits for a human"
        case .agent(let name): "agent \(name)"
        }
    }

    static func waiting(_ question: OpenQuestion) -> String {
        switch question {
        case .slot(let name): "slot \(name)"
        case .state(let name): "the answer to state \(name)"
        case .clarification(let choices): "one of \(choices.map(\.title).joined(separator: ", "))"
        case .suggestion(let intents): "yes to \(intents.joined(separator: ", "))"
        case .contact: "an e-mail address"
        case .remembered(let name): "whether \(name) is still right"
        case .remembering: "whether to remember it"
        case .confirmation: "whether what was read back is right"
        case .change(let choices): "what to change: \(choices.map(\.title).joined(separator: ", "))"
        case .feedback(let kind):
            "\(kind.rawValue), from \(kind.scale.lowerBound) to \(kind.scale.upperBound)"
        case .feedbackComment(let given): "what went wrong (\(given.kind.rawValue) \(given.score))"
        case .customer(let fact): "\(fact.need.rawValue), for \(fact.intent)"
        }
    }
}
