import FrontdeskMatching

/// Slots that are remembered from one conversation to the next: used, confirmed, learnt and forgotten.
extension Turn {
    // MARK: Using

    /// Fills slots with what is remembered of them and has not grown old.
    mutating func recall(_ slots: [Slot]) {
        for slot in slots {
            guard let run = tracker.flow, let (known, isFresh) = remembered(slot, run), isFresh,
                isWanted(slot)
            else { continue }
            record(.slotSet(entry(of: known)))
        }
    }

    /// What is remembered of a slot that nobody has talked about, and whether it can be used without asking.
    private func remembered(_ slot: Slot, _ run: FlowRun) -> (RememberedValue, isFresh: Bool)? {
        guard let rule = slot.terms.remember, let memory = tracker.memory, tracker.customer.isVerified,
            !run.has(slot.name), run.attempts[slot.name] == nil, !run.cleared.contains(slot.name),
            let known = memory[slot.name], fits(known, slot, run)
        else { return nil }
        let age = (moment.milliseconds - known.at) / 1000
        guard age <= Int64(rule.keptFor) else { return nil }
        return (known, isFresh: age <= Int64(rule.confirmAfter))
    }

    /// Whether the slot still takes such a value, and its rules allow it.
    private func fits(_ known: RememberedValue, _ slot: Slot, _ run: FlowRun) -> Bool {
        switch (slot.kind, known.value) {
        case (.choice(let choices), .text(let id)):
            guard choices.contains(where: { $0.id == id }), run.offers(id, of: slot.name) else {
                return false
            }
        case (.boolean, .boolean), (.text, .text), (.entity, .some): break
        default: return false
        }
        return broken(by: [entry(of: known)]).isEmpty
    }

    private func entry(of known: RememberedValue, isConfirmed: Bool = false) -> SlotEntry {
        SlotEntry(
            name: known.name,
            value: known.value ?? .none,
            display: known.display,
            source: .profile,
            turn: number,
            isConfirmed: isConfirmed
        )
    }

    // MARK: Confirming

    /// Asks whether what is remembered of a slot still holds; false when there is nothing to ask about.
    mutating func askWhetherStill(_ slot: Slot, leadingWith lead: String?) -> Bool {
        guard let run = tracker.flow, let (known, _) = remembered(slot, run) else { return false }
        record(.questionOpened(.remembered(slot.name)))
        let text = phrase(.stillRight, with: [slotRecord(of: [slot], known.display)])
        let outbound = Outbound(
            text: lead.map { "\($0) \(text)" } ?? text,
            kind: .question,
            origin: DeskText.stillRight.rawValue
        )
        record(.said(outbound))
        return true
    }

    mutating func heardRemembered(_ utterance: Utterance, _ name: String) -> Bool {
        guard let run = tracker.flow, let flow = index.flow(run.flow), let slot = flow.slot(name),
            let (known, _) = remembered(slot, run)
        else { return false }
        let other = otherIntent(utterance, than: run)
        let isAnswer = other == nil || utterance.control == .affirm || utterance.control == .deny
        if isAnswer, utterance.polarity == true {
            understand(utterance, .answersQuestion)
            record(.questionClosed)
            record(.slotSet(entry(of: known, isConfirmed: true)))
            var confirmed = known
            confirmed.at = moment.milliseconds
            record(.memory(.learnt([confirmed])))
            raise()
            proceed()
            return true
        }
        let reading = SlotReader(flow: flow, run: run, moment: moment, turn: number)
            .read(
                utterance,
                asked: slot.kind.takesAnyText && utterance.polarity != nil ? nil : slot,
                otherIntent: other
            )
        if !reading.isEmpty { return fill(reading, utterance, run) }
        guard isAnswer, utterance.polarity == false else { return false }
        understand(utterance, .answersQuestion)
        record(.questionClosed)
        record(.slotCleared(name))
        proceed()
        return true
    }

    // MARK: Learning

    /// What a run of a flow knows from the customer and is worth remembering.
    func memorable(_ run: FlowRun) -> [RememberedValue] {
        guard let memory = tracker.memory, tracker.customer.isVerified, memory.consent?.isGiven != false,
            let slots = index.flow(run.flow)?.remembered
        else { return [] }
        return slots.compactMap { slot in
            guard let entry = run.slot(slot.name), entry.source == .customer else { return nil }
            return RememberedValue(
                name: slot.name,
                value: entry.value,
                display: entry.display,
                at: moment.milliseconds
            )
        }
    }

    private var mayRemember: Bool {
        tracker.memory?.consent?.isGiven
            ?? tracker.customer.consent?.contains(MemoryPolicy.consentWord) ?? false
    }

    /// Keeps values, or asks for the consent to do so, once, where nothing else is open.
    ///
    /// - Returns: Whether the customer was asked.
    mutating func learn(_ values: [RememberedValue], from flow: String) -> Bool {
        guard !values.isEmpty else { return false }
        if mayRemember {
            record(.memory(.learnt(values)))
            return false
        }
        guard tracker.memory?.consent == nil, assistant.memory?.consent == .ask, tracker.flow == nil,
            tracker.next.isEmpty, tracker.owner == .desk, !isProactive
        else { return false }
        let slots = values.compactMap { value in index.flow(flow)?.slot(value.name) }
        record(.questionOpened(.remembering(values)))
        say(
            .askToRemember,
            kind: .question,
            with: [slotRecord(of: slots, values.map(\.display).joined(separator: ", "))]
        )
        return true
    }

    mutating func heardRemembering(_ utterance: Utterance, _ values: [RememberedValue]) -> Bool {
        guard let agrees = utterance.polarity,
            confidentIntent(utterance) == nil || utterance.control == .affirm || utterance.control == .deny
        else { return false }
        understand(utterance, .answersQuestion)
        record(.questionClosed)
        record(.memory(.consent(isGiven: agrees)))
        if agrees { record(.memory(.learnt(values))) }
        say(agrees ? .willRemember : .wontRemember, kind: .answer)
        return true
    }

    /// Says what is remembered from conversations, and how to have it forgotten.
    private func rememberedValues() -> [String] {
        let slots = assistant.flows.flatMap(\.slots).filter { $0.terms.remember != nil }
        return (tracker.memory?.values ?? []).compactMap { value in
            guard value.value != nil, let slot = slots.first(where: { $0.name == value.name }) else {
                return nil
            }
            return "\(title(of: slot)) (\(value.display))"
        }
    }

    mutating func tellRemembered() {
        let values = rememberedValues()
        if values.isEmpty {
            say(.remembersNothing, kind: .answer)
        } else {
            let record = NamedRecord("slot", [.init("value", .text(values.joined(separator: ", ")))])
            say(.remembered, kind: .answer, with: [record])
        }
        if tracker.flow != nil { resume() }
    }

    // MARK: Forgetting

    /// Forgets what the customer names, or everything; then nothing more is kept either.
    mutating func forget(_ utterance: Utterance?) {
        let words = Set((utterance?.match.tokens ?? []).map(\.text))
        let slots = assistant.flows.flatMap(\.slots).filter { $0.terms.remember != nil }
        let named = slots.filter { slot in
            Self.words(of: slot, in: self).contains { !$0.isEmpty && $0.isSubset(of: words) }
        }
        if let first = named.first {
            let names = named.map(\.name).filter { tracker.memory?[$0] != nil }
            if !names.isEmpty { record(.memory(.forgotten(names))) }
            say(.forgotten, kind: .answer, with: [slotRecord(of: [first], "")])
        } else {
            if let memory = tracker.memory {
                let names = memory.values.filter { $0.value != nil }.map(\.name)
                if !names.isEmpty { record(.memory(.forgotten(names))) }
                record(.memory(.consent(isGiven: false)))
            }
            say(.forgottenAll, kind: .answer)
        }
        if tracker.flow != nil { resume() }
    }

    /// The words by which customers name a slot: those of its title, and of its name.
    private static func words(of slot: Slot, in turn: Turn) -> [Set<String>] {
        [turn.title(of: slot), slot.name.split(separator: "_").joined(separator: " ")].map { name in
            Set(Tokenizer.tokenize(name).map(\.text)).subtracting(owners)
        }
    }

    private static let owners: Set<String> = [
        "my", "your", "the", "tu", "mi", "la", "el", "su", "tus", "mis",
    ]

    private func slotRecord(of slots: [Slot], _ value: String) -> NamedRecord {
        let titles = slots.map { title(of: $0) }.joined(separator: ", ")
        return NamedRecord("slot", [.init("title", .text(titles)), .init("value", .text(value))])
    }
}
