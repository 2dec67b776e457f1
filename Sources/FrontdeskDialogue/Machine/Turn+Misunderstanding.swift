import FrontdeskMatching

/// When an utterance answers nothing and means nothing clearly.
extension Turn {
    /// The id of the choice that means none of the others.
    static let somethingElse = "something_else"

    mutating func heardNothing(_ utterance: Utterance, _ waiting: QueueReading?) {
        if tracker.owner == .queue {
            if utterance.sureControl(atLeast: assistant.thresholds.answer) == .cancel {
                understand(utterance, .control, intent: Control.cancel.intentName)
                return apply(.cancel, waiting)
            }
            understand(utterance, .noFit)
            return sayStillWaiting(waiting)
        }
        if heardManners(utterance) || heardAbuse(utterance) { return }
        if let limit = assistant.handoff.sentimentBelow, utterance.sentiment <= limit {
            understand(utterance, .sentiment)
            return handOff(HandoffTarget(reason: .sentiment), detail: "sentiment of the message")
        }
        let sure = utterance.sureControl(atLeast: assistant.thresholds.answer)
        if sure == .noNotices || sure == .notices {
            // Who is written to changes by clear words alone.
            return clarify(
                utterance,
                utterance.match.candidates.filter { $0.control == sure },
                offersHuman: false
            )
        }
        if let sure, ![.affirm, .deny, .forget].contains(sure) {
            understand(utterance, .control, intent: sure.intentName)
            return apply(sure, waiting, utterance)
        }
        if let name = openFlowQuestion { return heardNoFit(utterance, name) }
        if heardFollowUp(utterance) { return }
        if let control = utterance.control {
            understand(utterance, .control, intent: control.intentName)
            closeQuestion()
            return apply(control, waiting, utterance)
        }
        if heardHardship(utterance) || heardVenting(utterance) { return }
        let clarify = assistant.thresholds.clarify
        // One candidate worth asking about brings the likeliest others along: "which one" needs more than one.
        // Nobody is asked whether "hello" was meant; where it is likely, it is answered.
        let close = utterance.intents.filter { $0.confidence >= clarify / 4 && !isCourtesy($0) }.prefix(3)
        let wantsHuman = utterance.means(.human, atLeast: clarify)
        let takers = takers(ofValueIn: utterance)
        if !takers.isEmpty {
            self.clarify(utterance, takers, offersHuman: false)
        } else if wantsHuman || close.contains(where: { $0.confidence >= clarify }) {
            self.clarify(utterance, Array(close), offersHuman: wantsHuman)
        } else if let top = utterance.intents.first, isCourtesy(top), top.confidence >= middle,
            utterance.match.entities.isEmpty,
            let intent = index.intent(top.intent)
        {
            understand(utterance, .confident, intent: intent.name)
            act(on: intent, utterance, waiting)
        } else {
            heardNoMatch(utterance)
        }
    }

    /// Half-way between what is worth asking about and what is acted on.
    var middle: Double { (assistant.thresholds.clarify + assistant.thresholds.answer) / 2 }

    private func isCourtesy(_ candidate: Candidate) -> Bool {
        index.isCourtesy(candidate.intent) ?? false
    }

    private var openFlowQuestion: String? {
        guard tracker.flow != nil else { return nil }
        switch tracker.question {
        case .slot(let name), .state(let name): return name
        case .confirmation, .change: return Self.confirmationName
        default: return nil
        }
    }

    private mutating func heardNoFit(_ utterance: Utterance, _ name: String) {
        understand(utterance, .noFit)
        // "Yes, I'm here" says just that: what was asked before stands again.
        if utterance.leavesYesOpen { return resume() }
        record(.attemptFailed(name))
        lower(by: assistant.confidence.reprompt, .reprompt)
        guard let run = tracker.flow, let flow = index.flow(run.flow) else { return }
        if isWorn { return handOff(HandoffTarget(reason: .lowConfidence), detail: "\(run.flow)/\(name)") }
        let lead = phrase(forRepeated: utterance, run, attemptsAt: name)
        let isAgain = lead == nil
        if case .change(let choices) = tracker.question {
            askWhich(choices, isAgain: true)
        } else if tracker.question == .confirmation, let confirmation = flow.confirmation {
            ask(confirmation, leadingWith: lead, isAgain: isAgain)
        } else if case .slot = tracker.question, let slot = flow.slot(name) {
            ask(slot, leadingWith: lead, isAgain: isAgain)
        } else if let state = flow.state(name), case .ask(let question) = state.step {
            ask(question, name, leadingWith: lead, isAgain: isAgain)
        }
    }

    private mutating func clarify(_ utterance: Utterance, _ candidates: [Candidate], offersHuman: Bool) {
        understand(utterance, .ambiguous)
        guard tracker.clarifications < 3 else {
            return handOff(
                HandoffTarget(reason: .ambiguousUnresolved),
                detail: "clarification not picked from"
            )
        }
        lower(by: assistant.confidence.reprompt, .reprompt)
        if isWorn { return handOff(HandoffTarget(reason: .lowConfidence), detail: "clarification") }
        var choices = candidates.compactMap { candidate in
            index.intent(candidate.intent).map { Choice(id: $0.name, title: $0.title) }
        }
        if offersHuman, let human = index.intent(Control.human.intentName) {
            choices.append(Choice(id: human.name, title: human.title))
        }
        let other = phrase(.somethingElse)
        choices.append(Choice(id: Self.somethingElse, title: other))
        record(.questionOpened(.clarification(choices)))
        say(.clarify, kind: .clarification, choices: choices)
    }

    private mutating func heardNoMatch(_ utterance: Utterance) {
        understand(utterance, .noMatch)
        closeQuestion()
        lower(by: assistant.confidence.noMatch, .noMatch)
        if tracker.noMatches >= assistant.handoff.noMatchLimit {
            return handOff(
                HandoffTarget(reason: .noMatchLimit),
                detail: "\(tracker.noMatches) messages in a row"
            )
        }
        if isWorn { return handOff(HandoffTarget(reason: .lowConfidence), detail: "conversation confidence") }
        guard tracker.noMatches > 1 else { return say(.fallback, kind: .fallback) }
        var choices = mainTopics
        if let human = index.intent(Control.human.intentName) {
            choices.append(Choice(id: human.name, title: human.title))
        }
        record(.questionOpened(.clarification(choices)))
        let own = assistant.texts[.fallbackChoices].choices
        say(.fallbackChoices, kind: .fallback, choices: choices.filter { !own.contains($0) })
    }

    /// Whether confidence in the conversation has fallen to where a human takes over.
    private var isWorn: Bool {
        (tracker.confidence ?? assistant.confidence.start) <= assistant.confidence.handoffAt
    }
}
