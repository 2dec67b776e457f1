import FrontdeskMatching

/// Reading slots back together, and changing what was wrong in them.
extension Turn {
    /// Under which name answers to the confirmation that do not fit are counted.
    static let confirmationName = ".confirm"

    /// The confirmation that is due: all its slots are filled, and not all of them confirmed.
    var dueConfirmation: Confirmation? {
        guard let place = tracker.activeRun, let flow = index.flow(tracker.flows[place].flow),
            let confirmation = flow.confirmation
        else { return nil }
        let run = tracker.flows[place]
        let entries = confirmation.slots.compactMap(run.slot)
        guard entries.contains(where: { !$0.isConfirmed }) else { return nil }
        let isComplete = confirmation.slots.allSatisfy { name in
            run.has(name) || !(flow.slot(name).map { isWanted($0) } ?? false)
        }
        return isComplete ? confirmation : nil
    }

    mutating func ask(
        _ confirmation: Confirmation,
        leadingWith lead: String? = nil,
        isResuming: Bool = false,
        isAgain: Bool = false
    ) {
        guard let run = tracker.flow else { return }
        let question = confirmation.question
        let place = "\(run.flow)/confirm"
        guard (run.attempts[Self.confirmationName] ?? 0) < question.attempts else {
            return take(question.otherwise, from: place, reason: .slotRetryLimit)
        }
        record(.questionOpened(.confirmation))
        guard isAgain else {
            return say(
                question.ask,
                kind: isResuming ? .resumption : .question,
                origin: place,
                leadingWith: lead
            )
        }
        // What a yes would confirm is said once more: nobody should agree to it from memory.
        say(
            question.again ?? question.ask,
            kind: .reprompt,
            origin: place,
            leadingWith: question.again == nil ? phrase(.repromptQuestion) : nil
        )
    }

    mutating func heardConfirmation(_ utterance: Utterance) -> Bool {
        guard let run = tracker.flow, let flow = index.flow(run.flow), let confirmation = flow.confirmation
        else { return false }
        let reading = readChange(utterance, flow, run)
        if !reading.isEmpty { return fill(reading, utterance, run) }
        if heardShutOut(utterance, flow, run) { return true }
        let answer: Bool? =
            switch utterance.inbound.choice {
            case "yes": true
            case "no": false
            default: utterance.polarity
            }
        let other = otherIntent(utterance, than: run)
        guard let answer, other == nil || utterance.control != nil || isPolite(other, utterance) else {
            return heardWrong(utterance, confirmation, flow)
        }
        understand(utterance, .answersQuestion)
        record(.questionClosed)
        if answer {
            confirm(confirmation)
            raise()
            proceed()
        } else {
            change(confirmation, utterance, flow)
        }
        return true
    }

    mutating func heardChange(_ utterance: Utterance, _ choices: [Choice]) -> Bool {
        guard let run = tracker.flow, let flow = index.flow(run.flow) else { return false }
        let reading = readChange(utterance, flow, run)
        if !reading.isEmpty { return fill(reading, utterance, run) }
        let picked = ChoicePick.pick(
            from: choices.map { SlotChoice(id: $0.id, title: $0.title) },
            utterance
        )
        guard let picked, flow.slot(picked) != nil else { return false }
        understand(utterance, .answersQuestion)
        record(.questionClosed)
        takeBack(picked)
        return true
    }

    /// "The address isn't right": what was read back is named as wrong, whatever sentences it resembles.
    private mutating func heardWrong(
        _ utterance: Utterance,
        _ confirmation: Confirmation,
        _ flow: FlowParts
    ) -> Bool {
        guard utterance.inbound.choice == nil, utterance.words.isWrong(utterance.match.tokens) else {
            return false
        }
        let choices = choices(of: confirmation, flow).map { SlotChoice(id: $0.id, title: $0.title) }
        guard let slot = ChoicePick.named(in: utterance, among: choices) else { return false }
        understand(utterance, .corrects)
        record(.questionClosed)
        takeBack(slot)
        return true
    }

    private func choices(of confirmation: Confirmation, _ flow: FlowParts) -> [Choice] {
        let slots = confirmation.slots.compactMap { flow.slot($0) }.filter {
            $0.terms.value == nil && tracker.slot($0.name) != nil
        }
        return slots.map { Choice(id: $0.name, title: title(of: $0)) }
    }

    /// Asks which slot shall change, unless there is just one or the customer has named it: "no, the street is wrong".
    private mutating func change(_ confirmation: Confirmation, _ utterance: Utterance, _ flow: FlowParts) {
        let choices = choices(of: confirmation, flow)
        let named = ChoicePick.named(
            in: utterance,
            among: choices.map { SlotChoice(id: $0.id, title: $0.title) }
        )
        if let only = named ?? (choices.count == 1 ? choices[0].id : nil) { return takeBack(only) }
        askWhich(choices)
    }

    mutating func askWhich(_ choices: [Choice], isAgain: Bool = false) {
        guard let run = tracker.flow, let confirmation = index.flow(run.flow)?.confirmation else { return }
        guard (run.attempts[Self.confirmationName] ?? 0) < confirmation.question.attempts else {
            return take(confirmation.question.otherwise, from: "\(run.flow)/confirm", reason: .slotRetryLimit)
        }
        record(.questionOpened(.change(choices)))
        say(
            isAgain ? .whichToChangeAgain : .whichToChange,
            kind: isAgain ? .reprompt : .question,
            choices: choices
        )
    }

    private mutating func takeBack(_ slot: String) {
        record(.slotCleared(slot))
        proceed()
    }

    private mutating func confirm(_ confirmation: Confirmation) {
        for entry in (tracker.flow?.slots ?? []) where confirmation.slots.contains(entry.name) {
            var confirmed = entry
            confirmed.isConfirmed = true
            if confirmed != entry { record(.slotSet(confirmed)) }
        }
    }

    private func readChange(_ utterance: Utterance, _ flow: FlowParts, _ run: FlowRun) -> SlotReader.Reading {
        SlotReader(flow: flow, run: run, moment: moment, turn: number, mayChange: true)
            .read(utterance, asked: nil, otherIntent: otherIntent(utterance, than: run))
    }

    /// The slot's name as a customer reads it.
    func title(of slot: Slot) -> String {
        slot.terms.title.map { phrase($0) }
            ?? String(decoding: slot.name.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
    }
}
