import FrontdeskMatching

/// Answers to what the desk asked.
extension Turn {
    mutating func heardAnswer(_ utterance: Utterance) -> Bool {
        if let pressed = utterance.inbound.choice, tracker.question != nil, let intent = index.intent(pressed)
        {
            return choose(intent, utterance)
        }
        switch tracker.question {
        case .clarification(let choices): return heardClarification(utterance, choices)
        case .suggestion(let intents): return heardSuggestion(utterance, intents)
        case .contact: return heardContact(utterance)
        case .customer(let fact): return heardNeeded(utterance, fact)
        case .slot(let name): return heardSlot(utterance, asked: name)
        case .state(let name): return heardStateAnswer(utterance, name)
        case .confirmation: return heardConfirmation(utterance)
        case .remembered(let name): return heardRemembered(utterance, name)
        case .remembering(let values): return heardRemembering(utterance, values)
        case .change(let choices): return heardChange(utterance, choices)
        // Feedback is heard before all else.
        case .feedback, .feedbackComment: return false
        case nil: return heardSomethingElse(utterance)
        }
    }

    mutating func choose(
        _ intent: Intent,
        _ utterance: Utterance,
        addingFacts: Bool = false
    ) -> Bool {
        // What was said before the desk asked back need not be said again.
        var message = tracker.unclear
        if addingFacts { message?.entities += utterance.match.entities }
        let messages = message.map { eachValue(of: $0, for: intent) } ?? []
        understand(utterance, .answersQuestion, intent: intent.name)
        record(.questionClosed)
        if let first = messages.first { keep(Array(messages.dropFirst()), of: intent, behind: first) }
        act(on: intent, messages.first.map(earlier))
        return true
    }

    // MARK: Which one? Shall I?

    private mutating func heardClarification(_ utterance: Utterance, _ choices: [Choice]) -> Bool {
        var offers = choices
        // Who wants something else may say so, whether or not the list has it.
        if !offers.contains(where: { $0.id == Self.somethingElse }), saysSomethingElse(utterance) {
            offers.append(Choice(id: Self.somethingElse, title: phrase(.somethingElse)))
        }
        let picked = ChoicePick.pick(
            from: offers.map { SlotChoice(id: $0.id, title: $0.title) },
            utterance
        )
        if let picked, let intent = index.intent(picked) { return choose(intent, utterance) }
        // "Yes" to the only thing that was offered means just that.
        let offered = choices.compactMap { index.intent($0.id) }
        if utterance.polarity == true, offered.count == 1 { return choose(offered[0], utterance) }
        if picked == nil, utterance.control == nil, confidentIntent(utterance) == nil,
            let intent = asking(for: utterance.match.entities, among: offered)
        {
            return choose(intent, utterance, addingFacts: true)
        }
        guard picked != nil || utterance.control == .deny else { return false }
        understand(utterance, .answersQuestion)
        record(.questionClosed)
        say(.rephrase, kind: .question)
        return true
    }

    /// "Something else", where the desk has offered just that in words.
    private mutating func heardSomethingElse(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, tracker.flow == nil, saysSomethingElse(utterance),
            tracker.lines.last(where: { $0.author == .desk && $0.turn < number })?.kind == .fallback
        else { return false }
        understand(utterance, .answersQuestion)
        say(.rephrase, kind: .question)
        return true
    }

    /// Whether the words say no more than that something else is meant.
    private func saysSomethingElse(_ utterance: Utterance) -> Bool {
        let sought = Tokenizer.tokenize(phrase(.somethingElse)).map(\.text)
        let said = utterance.match.tokens.map(\.text).filter {
            !utterance.words.empty.contains($0) || sought.contains($0)
        }
        return said == sought
    }

    /// The only one of several intents whose flow asks for one of these facts: "A-10021" tells which one is meant.
    private func asking(for facts: [Entity], among offered: [Intent]) -> Intent? {
        let asking = offered.filter { intent in
            guard case .flow(let name) = intent.effect, let flow = index.flow(name) else { return false }
            return flow.slots.contains { slot in
                guard slot.isAsked, case .entity(let type) = slot.kind else { return false }
                return facts.contains { $0.type == type }
            }
        }
        return asking.count == 1 ? asking[0] : nil
    }

    private mutating func heardSuggestion(_ utterance: Utterance, _ intents: [String]) -> Bool {
        let offered = intents.compactMap(index.intent)
        if let picked = ChoicePick.pick(
            from: offered.map { SlotChoice(id: $0.name, title: $0.title) },
            utterance
        ), let intent = index.intent(picked) {
            return choose(intent, utterance)
        }
        guard confidentIntent(utterance) == nil || utterance.control != nil else { return false }
        switch utterance.putsOff ? false : utterance.polarity {
        case true?:
            guard let first = offered.first else { return false }
            return choose(first, utterance)
        case false?:
            understand(utterance, .answersQuestion)
            record(.questionClosed)
            say(.declined, kind: .answer)
            return true
        case nil:
            return false
        }
    }

    // MARK: Where can we reach you?

    private mutating func heardContact(_ utterance: Utterance) -> Bool {
        if let address = utterance.match.text(of: .email) {
            understand(utterance, .answersQuestion)
            learn(CustomerProfile(email: address))
            record(.questionClosed)
            if let ticket = tracker.ticket {
                let queue = index.queue(ticket.queue)
                promise(queue, index.calendar(of: queue))
            }
            say(.contactKept, kind: .answer, with: [queueRecord()])
            return true
        }
        if utterance.polarity == false {
            understand(utterance, .answersQuestion)
            record(.questionClosed)
            say(.noContact, kind: .answer, with: [queueRecord()])
            return true
        }
        guard confidentIntent(utterance) == nil else { return false }
        understand(utterance, .noFit)
        if tracker.lines.contains(where: { $0.origin == DeskText.askContactAgain.rawValue }) {
            record(.questionClosed)
            say(.noContact, kind: .answer, with: [queueRecord()])
        } else {
            say(.askContactAgain, kind: .reprompt, with: [queueRecord()])
        }
        return true
    }

    // MARK: Slots

    private mutating func heardSlot(_ utterance: Utterance, asked name: String) -> Bool {
        guard let run = tracker.flow, let flow = index.flow(run.flow), let asked = flow.slot(name) else {
            return false
        }
        let reading = SlotReader(flow: flow, run: run, moment: moment, turn: number)
            .read(utterance, asked: asked, otherIntent: otherIntent(utterance, than: run))
        if reading.isEmpty || asked.kind.takesAnyText, let entry = pointed(by: utterance, asked: asked) {
            return fill(SlotReader.Reading(fills: [entry]), utterance, run)
        }
        if reading.isEmpty, heardShutOut(utterance, asked, run) { return true }
        return fill(reading, utterance, run)
    }

    mutating func fill(_ reading: SlotReader.Reading, _ utterance: Utterance, _ run: FlowRun) -> Bool {
        guard !reading.isEmpty else { return false }
        understand(utterance, reading.corrections.isEmpty ? .fillsSlot : .corrects, intent: nil)
        record(.questionClosed)
        set(reading.fills)
        correct(reading.corrections, run)
        if reasons.isEmpty { raise() }
        proceed()
        return true
    }

    mutating func set(_ said: [SlotEntry]) {
        let entries = movedWeekdays(said)
        let broken = broken(by: entries)
        for entry in entries where !broken.contains(where: { $0.slot.name == entry.name }) {
            record(.slotSet(entry))
            guard entry.source == .customer, let flow = tracker.flow.flatMap({ index.flow($0.flow) }),
                flow.slot(entry.name)?.prefill == FieldPath(root: "customer", field: "email"),
                tracker.customer.email == nil, case .text(let address) = entry.value
            else { continue }
            learn(CustomerProfile(email: address))
        }
        refuse(broken)
    }

    /// Changes earlier answers; what the flow worked out from them is worked out anew.
    private mutating func correct(_ said: [SlotEntry], _ run: FlowRun) {
        guard !said.isEmpty else { return }
        let corrected = movedWeekdays(said)
        set(corrected)
        workOutAnew(run)
        let entries = corrected.filter { reasons[$0.name] == nil }
        guard !entries.isEmpty else { return }
        let renderer = renderer
        // What is kept for people of the team is in their language, this is in the customer's.
        let values = entries.map { entry in
            switch entry.value {
            case .date, .time, .instant, .money, .days, .times: renderer.text(of: entry.value)
            default: entry.display
            }
        }
        say(
            .corrected,
            kind: .notice,
            with: [NamedRecord("slot", [.init("value", .text(values.joined(separator: ", ")))])]
        )
    }

    /// Goes back to the flow's beginning, where what it worked out from its slots is worked out anew.
    mutating func workOutAnew(_ run: FlowRun) {
        let flow = index.flow(run.flow)
        for slot in run.slots where slot.source == .flow && flow?.takes.contains(slot.name) != true {
            // What an expression gives is worked out anew by itself.
            let terms = flow?.slot(slot.name)?.terms
            if terms?.value == nil, terms?.initial == nil { record(.slotCleared(slot.name)) }
        }
        record(.stateEntered(flow: run.flow, state: nil))
    }

    /// The intent an utterance means clearly, if it leads elsewhere than the flow that is under way.
    func otherIntent(_ utterance: Utterance, than run: FlowRun) -> Candidate? {
        guard let top = confidentIntent(utterance), let intent = index.intent(top.intent) else { return nil }
        if case .flow(let name) = intent.effect, name == run.flow || name == rootRun?.flow { return nil }
        return top
    }

    // MARK: A state's question

    private mutating func heardStateAnswer(_ utterance: Utterance, _ name: String) -> Bool {
        guard let run = tracker.flow, let flow = index.flow(run.flow), let state = flow.state(name),
            case .ask(let question) = state.step
        else { return false }
        let other = otherIntent(utterance, than: run)
        let reading = SlotReader(flow: flow, run: run, moment: moment, turn: number)
            .read(utterance, asked: nil, otherIntent: other)
        if !reading.corrections.isEmpty {
            return fill(SlotReader.Reading(corrections: reading.corrections), utterance, run)
        }
        if heardShutOut(utterance, flow, run) { return true }
        let said = trigger(utterance, question, other)
        guard let trigger = said ?? trigger(impliedBy: reading.fills, flow, state),
            let transition = handler(trigger, in: flow, state: name)
        else { return false }
        understand(utterance, .answersQuestion)
        record(.questionClosed)
        set(reading.fills)
        raise()
        take(transition, from: "\(flow.name)/\(name)", reason: .policyRequired)
        return true
    }

    /// Who gives at once what a yes would be asked for has said yes: "Shall I have the e-mail address?" – "a@b.de".
    private func trigger(
        impliedBy fills: [SlotEntry],
        _ flow: FlowParts,
        _ state: State
    ) -> Handler.Trigger? {
        guard !fills.isEmpty, let yes = handler(.yes, in: flow, state: state.name),
            case .state(let next) = taken(yes).target, let needs = flow.state(next)?.needs
        else { return nil }
        return fills.contains { needs.contains($0.name) } ? .yes : nil
    }

    /// Whether what else was understood is no more than the courtesy around a yes or a no: "ok, thanks".
    func isPolite(_ other: Candidate?, _ utterance: Utterance) -> Bool {
        guard let other, utterance.beginsWithPolarity else { return false }
        return index.isCourtesy(other.intent) ?? false
    }

    private func trigger(_ utterance: Utterance, _ question: Question, _ other: Candidate?) -> Handler
        .Trigger?
    {
        if !question.choices.isEmpty {
            return ChoicePick.pick(from: question.choices, utterance).map(Handler.Trigger.choice)
        }
        switch utterance.inbound.choice {
        case "yes": return .yes
        case "no": return .no
        default: break
        }
        // "Yes, and what are your hours?" is no plain yes: the other intent is heard first, the question again.
        guard
            other == nil || utterance.control == .affirm || utterance.control == .deny
                || isPolite(other, utterance)
        else { return nil }
        return utterance.polarity.map { $0 ? .yes : .no }
    }
}

extension NamedRecord {
    init(_ name: String, _ fields: [Record.Field]) {
        self.init(name: name, record: Record(fields))
    }
}
