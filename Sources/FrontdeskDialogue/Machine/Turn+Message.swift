import FrontdeskMatching

/// The fixed order of decision.
extension Turn {
    mutating func hear(_ utterance: Utterance, waiting: QueueReading?) {
        if case .agent = tracker.owner { return understand(utterance, .humanOwns) }
        if utterance.inbound.text.isEmpty, !utterance.inbound.attachments.isEmpty {
            return acknowledgeFiles(utterance)
        }
        if !utterance.inbound.redactions.isEmpty { say(.masked, kind: .notice) }
        if !utterance.inbound.attachments.isEmpty { say(.attachment, kind: .notice) }
        if heardFeedback(utterance) { return }
        condole(on: utterance)
        noteMood(of: utterance)
        if heardForm(utterance) { return }
        if heardUnhelped(utterance) { return }
        if heardSignedIn(utterance) { return }
        if heardDropping(utterance, waiting) { return }
        if heardControl(utterance, waiting) { return }
        if heardRefusal(utterance) { return }
        if heardPause(utterance) { return }
        if heardForeignLanguage(utterance) { return }
        if heardChangeOfMind(utterance) { return }
        if heardSeveral(utterance, waiting) { return }
        if heardAnswer(utterance) { return }
        // What an insult resembles is not what it means.
        if utterance.match.entities.isEmpty, utterance.intents.first?.pattern == nil, heardAbuse(utterance) {
            return
        }
        if heardHandler(utterance) { return }
        if confidentIntent(utterance) != nil, heardFollowUp(utterance) { return }
        if heardIntent(utterance, waiting) { return }
        heardNothing(utterance, waiting)
    }

    /// Records what the utterance was taken to mean; comes before what follows from it.
    mutating func understand(_ utterance: Utterance, _ rule: DecisionRule, intent: String? = nil) {
        guard !hasUnderstood else { return }
        record(
            .understood(
                Understanding(
                    rule: rule,
                    intent: intent,
                    candidates: utterance.match.candidates,
                    entities: utterance.match.entities,
                    sentiment: utterance.sentiment,
                    language: utterance.match.language,
                    corrections: utterance.match.corrections,
                    parts: understoodParts
                )
            )
        )
    }

    mutating func learnName(from match: MatchResult) {
        guard tracker.owner == .desk, tracker.customer.name == nil, let name = match.text(of: .personName)
        else { return }
        learn(CustomerProfile(name: name))
    }

    private mutating func acknowledgeFiles(_ utterance: Utterance) {
        understand(utterance, .attachment)
        if tracker.flow != nil, tracker.question != nil {
            resume(leadingWith: phrase(.attachment))
        } else {
            say(.attachment, kind: .notice)
        }
    }

    // MARK: Handlers and intents

    /// A handler that waits for an intent or an entity, from the inside out.
    private mutating func heardHandler(_ utterance: Utterance) -> Bool {
        let levels = HandlerLevel.all(of: tracker, index)
        guard levels.contains(where: { !$0.handlers.isEmpty }) else { return false }
        let top = confidentIntent(utterance)
        if let top, let found = handler(.intent(top.intent), in: levels) {
            understand(utterance, .handler, intent: top.intent)
            closeQuestion()
            fillNamed(by: utterance)
            take(found)
            return true
        }
        // Where no flow is open, who clearly wants something is not held up by a word that is in it.
        guard tracker.flow != nil || top == nil else { return false }
        for entity in utterance.match.entities {
            guard let found = handler(.entity(entity.type), in: levels) else { continue }
            understand(utterance, .handler)
            closeQuestion()
            take(found)
            return true
        }
        return false
    }

    /// The top candidate, when it is clear enough to act on.
    func confidentIntent(_ utterance: Utterance) -> Candidate? {
        guard let top = utterance.intents.first, top.confidence >= assistant.thresholds.answer else {
            return nil
        }
        if utterance.intents.count > 1, isTooClose(utterance.intents[1], to: top) { return nil }
        return top
    }

    private func isTooClose(_ second: Candidate, to top: Candidate) -> Bool {
        // A pattern that covers the whole utterance outranks whatever the examples suggest.
        if top.pattern != nil, second.pattern == nil { return false }
        if let first = top.pattern, let other = second.pattern {
            return first.literalWords == other.literalWords && first.gapWords == other.gapWords
        }
        return second.confidence >= assistant.thresholds.clarify
            && top.confidence - second.confidence < assistant.thresholds.margin
    }

    private mutating func heardIntent(_ utterance: Utterance, _ waiting: QueueReading?) -> Bool {
        guard let top = confidentIntent(utterance), let intent = index.intent(top.intent) else {
            return false
        }
        understand(utterance, top.pattern == nil ? .confident : .pattern, intent: intent.name)
        act(on: intent, utterance, waiting)
        return true
    }

    /// Does what an intent leads to; a flow that it interrupts goes on afterwards.
    mutating func act(on intent: Intent, _ utterance: Utterance?, _ waiting: QueueReading? = nil) {
        if holdForNeeds(of: intent, utterance) { return }
        switch intent.effect {
        case .answer(let response):
            answer(intent, response)
        case .flow(let name):
            start(name, intent: intent.name, utterance)
        case .handoff(let target):
            if tracker.owner == .queue { return sayStillWaiting(waiting) }
            var target = target
            target.queue = target.queue ?? intent.queue
            handOff(target, detail: "intent \(intent.name)")
        case .control(let control):
            apply(control, waiting, utterance)
        }
    }

    private mutating func answer(_ intent: Intent, _ response: Response) {
        if leaveIfOverdue(intent) { return }
        let isInterrupting = tracker.flow != nil
        // What the same message asked for needs no offering.
        let asked = (understoodParts ?? []).compactMap(\.intent)
        let suggested = intent.suggests.filter { !asked.contains($0) }
        let offers = isInterrupting ? [] : suggested.compactMap(index.intent)
        say(
            response,
            kind: .answer,
            origin: intent.name,
            choices: offers.map { Choice(id: $0.name, title: $0.title) }
        )
        raise()
        if isInterrupting { return resume() }
        if !offers.isEmpty {
            record(.questionOpened(.suggestion(offers.map(\.name))))
        } else if tracker.question != nil, tracker.question != .contact {
            record(.questionClosed)
        }
    }
}
