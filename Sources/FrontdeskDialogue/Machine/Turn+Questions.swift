import FrontdeskMatching

/// Asking, asking again in other words, and coming back to what was asked.
extension Turn {
    // MARK: Slots

    /// Asks for a slot; in other words when the last answer did not fit, or an action refused it.
    mutating func ask(
        _ slot: Slot,
        leadingWith lead: String? = nil,
        isResuming: Bool = false,
        isAgain: Bool = false
    ) {
        guard let run = tracker.flow else { return }
        let attempts = run.attempts[slot.name] ?? 0
        let origin = "\(run.flow)/\(slot.name)"
        guard attempts < slot.attempts else {
            if let reason = reasons[slot.name] { explain(reason, origin: "\(origin)/again") }
            return take(slot.otherwise, from: origin, reason: .slotRetryLimit)
        }
        if slot.terms.remember != nil, askWhetherStill(slot, leadingWith: lead) { return }
        record(.questionOpened(.slot(slot.name)))
        if let reason = reasons[slot.name] { return ask(slot, after: reason, origin: "\(origin)/again") }
        let choices = slot.choices.filter { run.offers($0.id, of: slot.name) }
        if !isAgain, !refused.contains(slot.name) {
            return say(
                slot.ask,
                kind: isResuming ? .resumption : .question,
                origin: origin,
                choices: choices,
                leadingWith: lead
            )
        }
        reprompt(
            wordings(
                again: slot.again,
                ask: slot.ask,
                isRefused: refused.contains(slot.name),
                example(of: slot)
            ),
            attempts,
            origin: origin,
            choices: choices,
            example: example(of: slot),
            leadingWith: lead
        )
    }

    private func example(of slot: Slot) -> String? {
        guard case .entity(let type) = slot.kind else { return nil }
        return index.example(ofEntity: type)
    }

    // MARK: A state's question

    mutating func ask(
        _ question: Question,
        _ state: String,
        leadingWith lead: String? = nil,
        isResuming: Bool = false,
        isAgain: Bool = false
    ) {
        guard let run = tracker.flow else { return }
        let place = "\(run.flow)/\(state)"
        let attempts = run.attempts[state] ?? 0
        guard attempts < question.attempts else {
            return take(question.otherwise, from: place, reason: .slotRetryLimit)
        }
        record(.questionOpened(.state(state)))
        if !isAgain {
            return say(
                question.ask,
                kind: isResuming ? .resumption : .question,
                origin: place,
                leadingWith: lead
            )
        }
        if attempts == 1, question.again == nil {
            // What a yes would do is said once more: nobody should agree to it from memory.
            return say(
                question.ask,
                kind: .reprompt,
                origin: place,
                leadingWith: lead ?? phrase(.repromptQuestion)
            )
        }
        reprompt(
            wordings(again: question.again, ask: question.ask, isRefused: false, nil),
            attempts,
            origin: place,
            choices: question.ask.choices,
            example: nil,
            leadingWith: lead
        )
    }

    // MARK: Again, in other words

    /// How a question can be put again, gentlest first.
    private func wordings(again: Response?, ask: Response, isRefused: Bool, _ example: String?) -> [Response]
    {
        let byExample = example.map { _ in assistant.texts[.repromptExample] }
        // A look-up refused the answer: it had the right form, so "I couldn't find one in that" would be untrue.
        if isRefused { return [byExample ?? ask, ask] }
        return [
            again ?? assistant.texts[.reprompt], byExample ?? again ?? ask, assistant.texts[.repromptLast],
        ]
    }

    private mutating func reprompt(
        _ wordings: [Response],
        _ attempts: Int,
        origin: String,
        choices: [Choice],
        example: String?,
        leadingWith lead: String?
    ) {
        let extra = [NamedRecord("slot", [.init("example", example.map(Value.text) ?? .none)])]
        var candidates = Array(wordings.dropFirst(min(attempts, wordings.count) - 1))
        candidates.append(assistant.texts[.repromptLast])
        // Never the same text twice in a row.
        let chosen =
            candidates.first { response in
                response.variants.contains { !hasJustSaid(render($0, with: extra)) }
            } ?? wordings[0]
        say(
            chosen,
            kind: .reprompt,
            origin: "\(origin)/again",
            choices: chosen.choices.isEmpty ? choices : [],
            leadingWith: lead,
            with: extra
        )
    }

    // MARK: Back to it

    /// Whether the desk has said something by itself since it asked what is still open, as in "Are you still there?".
    var hasSpokenSinceAsking: Bool {
        guard tracker.flow != nil, tracker.question != nil,
            let last = tracker.lines.last(where: { $0.author == .desk && $0.turn < number }),
            !last.asks, let asked = tracker.lines.last(where: { $0.author == .desk && $0.asks })
        else { return false }
        // What is said in one breath with the question is heard before it is answered; what answers a message is no
        // word of the desk's own.
        return last.turn == asked.turn && last.at > asked.at
    }

    /// Goes on with the active flow where it was interrupted: asks its question again.
    mutating func resume(leadingWith lead: String? = nil) {
        guard let run = tracker.flow, let flow = index.flow(run.flow) else { return }
        if flow.needs != nil, holdFlow() { return }
        // A called flow is part of what the customer came for.
        let root = rootRun.flatMap { index.flow($0.flow) } ?? flow
        let title = NamedRecord("flow", [.init("title", .text(root.title))])
        let lead = lead ?? phrase(.resume, with: [title])
        if let confirmation = dueConfirmation {
            ask(confirmation, leadingWith: lead, isResuming: true)
        } else if let missing = missingSlot {
            ask(missing, leadingWith: lead, isResuming: true)
        } else if let state = run.state.flatMap(flow.state), case .ask(let question) = state.step {
            ask(question, state.name, leadingWith: lead, isResuming: true)
        } else {
            proceed(leadingWith: lead)
        }
    }
}

extension Slot {
    /// What can be picked for it.
    var choices: [Choice] {
        guard case .choice(let choices) = kind, ask.choices.isEmpty else { return [] }
        return choices.map { Choice(id: $0.id, title: $0.title) }
    }
}

extension TranscriptLine {
    /// Whether it asks what stays open until it is answered.
    fileprivate var asks: Bool {
        switch kind {
        case .question, .reprompt, .resumption, .clarification: true
        case .greeting, .answer, .fallback, .notice, .handoff, nil: false
        }
    }
}
