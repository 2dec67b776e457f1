import FrontdeskDialogue

/// What can be expected of a step that was played: every line holds for it.
enum StepFacts {
    /// What a report would count of a step, beyond what was said.
    static func reported(_ outcome: StepOutcome) -> [String] {
        var lines: [String] = []
        for event in outcome.events {
            switch event.fact {
            case .understood(let understanding):
                if let intent = understanding.intent { lines.append("intent \(intent)") }
            case .handedOff(let handoff):
                lines.append("handoff \(handoff.queue) \(handoff.reason.rawValue)")
            case .flowEnded(let flow, let outcome):
                lines.append("event flow_ended \(flow) \(outcome.rawValue)")
            case .promised: lines.append("promise")
            default: break
            }
        }
        // A step has one decision; only the last reading of it can be asked for. What was held back and is answered as time
        // passes is no turn of that step.
        let canAsk = outcome.turn != nil && lines.count { $0.hasPrefix("intent ") } == 1
        return lines.filter { canAsk || !$0.hasPrefix("intent ") }
    }

    /// All of it: what is reported, what is offered, where the dialogue is, what it knows, and what it decided; what says most
    /// to a reader first.
    static func all(_ outcome: StepOutcome) -> [String] {
        var lines = reported(outcome)
        for choice in outcome.messages.last(where: { !$0.choices.isEmpty })?.choices ?? [] {
            lines.append("choice \(choice.title)")
        }
        if let tracker = outcome.tracker {
            let asked: String? =
                if case .slot(let slot)? = tracker.question, let flow = tracker.flow?.flow {
                    "\(flow)/\(slot)"
                } else {
                    tracker.state
                }
            lines.append(asked.map { "state \($0)" } ?? "no state")
            for slot in tracker.flow?.slots ?? [] where !slot.display.isEmpty {
                lines.append("slot \(slot.name) = \(slot.display)")
            }
        }
        // Not by which rule: whether a pattern or the classifier read a sentence is nothing a customer could tell.
        if let turn = outcome.turn { lines.append("decision \(turn.decision.rawValue)") }
        return lines.filter { !$0.contains(where: \.isNewline) }
    }
}

extension TranscriptResult {
    /// What can be expected of each step that was played, without the spaces before it.
    package var facts: [[String]] { outcomes.map(StepFacts.all) }

    /// What the desk said to each step that was played, with what it showed.
    package var said: [[String]] {
        outcomes.map { $0.messages.flatMap { [$0.text] + ($0.content?.readableLines ?? []) } }
    }
}
