import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskReports

/// Checks one condition on the conversation after a step.
struct ExpectationCheck {
    let condition: Expectation.Condition
    let outcome: StepOutcome
    let zone: Zone

    /// What is so instead; nil when the condition holds.
    var mismatch: String? {
        switch condition {
        case .intent(let name, let atLeast): intent(name, atLeast)
        case .slot(let name, let value, let source): slot(name, value, source)
        case .state(let state): self.state(state)
        case .decision(let kind, let rule): decision(kind, rule)
        case .handoff(let queue, let reason): handoff(queue, reason)
        case .event(let name, let words): event(name, words)
        case .promise(let pattern): promise(pattern)
        case .choice(let name): choice(name)
        case .shows(let pattern): shows(pattern)
        case .language(let tag): language(tag)
        case .route(let address): route(address)
        case .measure(let measure): self.measure(measure)
        case .conversation(let name): conversation(name)
        case .refused(let pattern): refused(pattern)
        }
    }

    private func intent(_ name: String, _ atLeast: Double?) -> String? {
        guard let turn = outcome.turn, let intent = turn.intent else { return "no intent" }
        let confidence = turn.confidence ?? 0
        if intent == name, confidence >= atLeast ?? 0 { return nil }
        return "intent \(intent) \(StepCheck.percent(confidence))"
    }

    private func slot(_ name: String, _ value: String?, _ source: SlotEntry.Source?) -> String? {
        guard let entry = entry(of: name) else { return "slot \(name) has no value" }
        let texts = [entry.display, FlatFields.Scalar(entry.value).plainText]
        if texts.contains(value ?? entry.display), source ?? entry.source == entry.source { return nil }
        return "slot \(name) = \(entry.display) from \(entry.source.rawValue)"
    }

    /// The slot of the topmost flow that has it, or else of a flow that ended in this step.
    private func entry(of name: String) -> SlotEntry? {
        guard let tracker = outcome.tracker else { return nil }
        for run in tracker.flows.reversed() {
            if let entry = run.slot(name) { return entry }
        }
        let ended = outcome.events.count { event in
            if case .flowEnded = event.fact { true } else { false }
        }
        return tracker.endedFlows.suffix(ended).reversed().lazy
            .compactMap { flow in flow.slots.first { $0.name == name } }.first
    }

    /// A flow that asks for a slot is in `flow/slot` too, whatever state asks.
    private func state(_ state: String?) -> String? {
        let actual = outcome.tracker?.state
        var names = [actual].compactMap { $0 }
        if case .slot(let slot)? = outcome.tracker?.question, let flow = outcome.tracker?.flow?.flow {
            names.append("\(flow)/\(slot)")
        }
        if let state { return names.contains(state) ? nil : "state \(names.last ?? "none")" }
        return actual == nil ? "no state" : nil
    }

    private func decision(_ kind: DecisionKind, _ rule: DecisionRule?) -> String? {
        guard let turn = outcome.turn else { return "no decision" }
        if turn.decision == kind, rule ?? turn.rule == turn.rule { return nil }
        return "decision \(turn.decision.rawValue) by \(turn.rule.rawValue)"
    }

    private func handoff(_ queue: String?, _ reason: HandoffReason?) -> String? {
        let made = outcome.events.compactMap { event -> Handoff? in
            if case .handedOff(let handoff) = event.fact { handoff } else { nil }
        }
        guard let last = made.last else { return "no handoff" }
        if queue ?? last.queue == last.queue, reason ?? last.reason == last.reason { return nil }
        return "handoff \(last.queue) \(last.reason.rawValue)"
    }

    private func event(_ name: String, _ words: [String]) -> String? {
        let labels = outcome.events.map { EventLabel($0.fact) }
        if labels.contains(where: { $0.name == name && words.allSatisfy($0.words.contains) }) { return nil }
        let same = labels.filter { $0.name == name }
        if !same.isEmpty { return same.map(\.text).joined(separator: "; ") }
        return "no such event; there were \(labels.map(\.name).joined(separator: ", "))"
    }

    private func promise(_ pattern: LinePattern?) -> String? {
        let made = outcome.events.compactMap { event -> (text: String, dueAt: Int64)? in
            switch event.fact {
            case .promised(let promise): return (promise.text, promise.dueAt)
            case .promiseChanged(let change) where change.kind == .moved:
                return outcome.tracker?.ledger[change.id].map { ($0.promise.text, change.until ?? $0.dueAt) }
            default: return nil
            }
        }
        guard !made.isEmpty else { return "no promise" }
        let texts = made.map { promise -> [String] in
            let due = Moment(milliseconds: promise.dueAt, zone: zone)
            return [
                promise.text,
                "\(promise.text) by \(DateText.day(due.date, today: due.date)) at \(DateText.time(due.time))",
            ]
        }
        guard let pattern else { return nil }
        if texts.joined().contains(where: pattern.matches) { return nil }
        return texts.map { "promise \($0[1])" }.joined(separator: "; ")
    }

    private func shows(_ pattern: LinePattern) -> String? {
        let lines = outcome.messages.flatMap { $0.content?.readableLines ?? [] }
        if lines.contains(where: pattern.matches) { return nil }
        return lines.isEmpty ? "nothing but text" : "shows \(lines.joined(separator: "; "))"
    }

    /// The language spoken after the step; before anything told one, that of the reading.
    private func language(_ tag: String) -> String? {
        let spoken = outcome.tracker?.language ?? outcome.tracker?.understanding?.language?.language
        if spoken == tag { return nil }
        return spoken.map { "language \($0)" } ?? "no language but the assistant's first"
    }

    private func route(_ address: String) -> String? {
        let routes = outcome.messages.compactMap(\.route?.address)
        if routes.contains(address) { return nil }
        return routes.isEmpty ? "nothing but in the conversation" : "route \(routes.joined(separator: ", "))"
    }

    private func measure(_ measure: MeasureExpectation) -> String? {
        let figure = outcome.report?.figure(measure.name)
        return measure.isMet(by: figure) ? nil : "measure \(measure.name) = \(figure?.text ?? "none")"
    }

    private func conversation(_ name: String) -> String? {
        let (id, customer) = outcome.conversation
        return name == id || name == customer ? nil : "conversation \(customer ?? id)"
    }

    private func refused(_ pattern: LinePattern?) -> String? {
        guard outcome.isRefused, let failure = outcome.failure else { return "it happened" }
        return pattern?.matches(failure) ?? true ? nil : "refused \(failure)"
    }

    private func choice(_ name: String) -> String? {
        let choices = outcome.messages.last { !$0.choices.isEmpty }?.choices ?? []
        if choices.contains(where: { $0.id == name || $0.title == name }) { return nil }
        return choices.isEmpty ? "no choices" : "choices \(choices.map(\.title).joined(separator: ", "))"
    }
}

extension FlatFields.Scalar {
    var plainText: String {
        switch self {
        case .text(let text): text
        case .number(let number): NumberText.plain(number)
        case .boolean(let flag): flag ? "true" : "false"
        }
    }
}
