import FrontdeskMatching

/// What customers can say everywhere.
extension Turn {
    mutating func heardControl(_ utterance: Utterance, _ waiting: QueueReading?) -> Bool {
        if utterance.means(.human, atLeast: assistant.thresholds.answer), isAskingForHuman(utterance) {
            // What is wanted besides is done while a human is waited for.
            if heardSeveral(utterance, waiting) { return true }
            understand(utterance, .humanAsked, intent: Control.human.intentName)
            apply(.human, waiting)
            return true
        }
        guard let control = utterance.control, control != .affirm, control != .deny, !saysChoice(utterance)
        else { return false }
        if control == .cancel, pickedCancelling(utterance) { return true }
        understand(utterance, .control, intent: control.intentName)
        apply(control, waiting, utterance)
        return true
    }

    /// "A-10022" – "which of these?" – "cancel it": the one of the choices that cancels something.
    private mutating func pickedCancelling(_ utterance: Utterance) -> Bool {
        guard case .clarification(let choices) = tracker.question, pointsBack(utterance) else { return false }
        let offers = assistant.texts[.nothingToCancel].choices.filter { choices.map(\.id).contains($0.id) }
        guard offers.count == 1, let intent = index.intent(offers[0].id) else { return false }
        return choose(intent, utterance)
    }

    /// Whether the message is the wording of a choice that is offered: "I no longer want it" as a reason stops nothing.
    private func saysChoice(_ utterance: Utterance) -> Bool {
        guard tracker.question != nil, let line = tracker.lines.last(where: { $0.author == .desk }) else {
            return false
        }
        let words = utterance.match.tokens.map(\.text)
        return line.choices.contains { Tokenizer.tokenize($0.title).map(\.text) == words }
    }

    /// A human wins over everything but a better candidate that is no control.
    private func isAskingForHuman(_ utterance: Utterance) -> Bool {
        let name = Control.human.intentName
        guard let human = utterance.match.candidates.first(where: { $0.intent == name }) else { return false }
        if human.pattern != nil { return true }
        return utterance.match.candidates.first?.intent == human.intent
    }

    mutating func apply(_ control: Control, _ waiting: QueueReading?, _ utterance: Utterance? = nil) {
        switch control {
        case .human:
            if tracker.owner == .queue { return sayWaiting(waiting) }
            handOff(HandoffTarget(reason: .userAsked), detail: "control human")
        case .cancel: cancel(utterance, waiting)
        case .back: goBack()
        case .repeat: repeatLast()
        case .help: help()
        case .startOver: startOver()
        case .language: if let utterance { answerLanguage(utterance) } else { sayLanguages() }
        case .forget: forget(utterance)
        case .remembered: tellRemembered()
        case .noNotices: wantNotices(false)
        case .notices: wantNotices(true)
        case .stop: if isAnsweringNotice { wantNotices(false) } else { stop() }
        case .affirm: say(.affirmedNothing, kind: .answer)
        case .deny: say(.declined, kind: .answer)
        }
    }

    private mutating func cancel(_ utterance: Utterance? = nil, _ waiting: QueueReading? = nil) {
        if tracker.flow != nil {
            closeQuestion()
            let hasChanged = ownRuns.contains(where: hasChangedSomething)
            if cancelCalls() { return }
            endFlow(.cancelled)
            if tracker.flow != nil, !hasNews {
                let text: DeskText = hasChanged ? .stoppedHere : .cancelledAndResumed
                resume(leadingWith: phrase(text))
            } else {
                say(hasChanged ? .stoppedHere : .cancelled, kind: .answer)
            }
        } else if tracker.owner == .queue {
            withdraw()
        } else {
            closeQuestion()
            let offers = assistant.texts[.nothingToCancel].choices
            if let utterance,
                let meant = pointed(by: utterance, among: offers.compactMap({ index.intent($0.id) }))
            {
                return act(on: meant, utterance, waiting)
            }
            say(.nothingToCancel, kind: .answer)
            if !offers.isEmpty { record(.questionOpened(.clarification(offers))) }
        }
    }

    /// "Don't cancel it": what is refused is not begun, and left where it is under way.
    mutating func heardRefusal(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, let name = utterance.match.refused, let intent = index.intent(name),
            handler(.intent(name), in: HandlerLevel.all(of: tracker, index)) == nil
        else { return false }
        understand(utterance, .control, intent: Control.deny.intentName)
        if case .flow(let flow) = intent.effect, rootRun?.flow == flow {
            cancel()
        } else if tracker.flow != nil {
            resume()
        } else {
            closeQuestion()
            say(.notStarted, kind: .answer)
        }
        return true
    }

    /// Whether an action of the run may have changed something; then "nothing was changed" would be untrue.
    func hasChangedSomething(_ run: FlowRun) -> Bool {
        run.actions.contains { name in
            guard case .sql(_, .read)? = index.action(name)?.kind else { return true }
            return false
        }
    }

    /// Forgets the latest answer of the flow and asks for it again; before the first one, leaves the flow.
    private mutating func goBack() {
        guard tracker.flow != nil else {
            closeQuestion()
            return say(.nothingToGoBackTo, kind: .answer)
        }
        closeQuestion()
        for _ in ownRuns {
            guard let run = tracker.flow else { break }
            if let latest = run.slots.last(where: { $0.source == .customer }) {
                record(.slotCleared(latest.name))
                // States are run anew from the first: what they found may rest on the forgotten answer.
                record(.stateEntered(flow: run.flow, state: nil))
                return proceed(leadingWith: phrase(.wentBack))
            }
            // Nothing was said in a called flow: its caller asked last.
            record(.flowEnded(flow: run.flow, outcome: .cancelled))
        }
        if tracker.flow != nil {
            resume(leadingWith: phrase(.wentBack))
        } else {
            say(.nothingToGoBackTo, kind: .answer)
        }
    }

    private mutating func repeatLast() {
        // What was said of a wait or a change is no longer true; the agent's words are the agent's.
        let repeatable = tracker.lines.filter { line in
            line.author == .desk && line.kind != .greeting && line.kind != .handoff && line.kind != .notice
                && line.turn != number
        }
        let lines = repeatable.suffix(while: { $0.turn == repeatable.last?.turn })
        guard !lines.isEmpty else { return say(.nothingToRepeat, kind: .answer) }
        for line in lines {
            record(
                .said(
                    Outbound(
                        text: line.text,
                        choices: line.choices,
                        content: line.content,
                        marked: line.marked,
                        kind: line.kind ?? .notice,
                        origin: line.origin ?? Control.repeat.intentName,
                        variant: line.variant
                    )
                )
            )
        }
    }

    private mutating func help() {
        if tracker.flow != nil {
            return resume(leadingWith: phrase(.help))
        }
        closeQuestion()
        let offers = mainTopics
        say(.help, kind: .answer, choices: offers)
        if !offers.isEmpty { record(.questionOpened(.clarification(offers))) }
    }

    /// What the assistant can do.
    var mainTopics: [Choice] { assistant.mainTopics }

    private mutating func startOver() {
        // Leaving the line wakes what waited for it; so that comes first.
        if tracker.owner == .queue { withdraw(silently: true) }
        endAllFlows()
        say(.startOver, kind: .answer)
    }

    private mutating func stop() {
        endAllFlows()
        say(.stopped, kind: .answer)
    }

    private mutating func endAllFlows() {
        closeQuestion()
        dropNext()
        while let run = tracker.flow {
            record(.flowEnded(flow: run.flow, outcome: .cancelled))
        }
    }

    mutating func closeQuestion() {
        if tracker.question != nil { record(.questionClosed) }
    }
}

extension Array {
    /// The longest end of the array whose elements all pass.
    fileprivate func suffix(while passes: (Element) -> Bool) -> ArraySlice<Element> {
        let start = lastIndex { !passes($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}

extension Assistant {
    /// What the assistant can do: the choices its own texts name, else the first five intents that lead to flows.
    package var mainTopics: [Choice] {
        let own = texts[.fallbackChoices].choices
        if !own.isEmpty { return own }
        return intents.startingFlows(atMost: 5).map { Choice(id: $0.name, title: $0.title) }
    }
}
