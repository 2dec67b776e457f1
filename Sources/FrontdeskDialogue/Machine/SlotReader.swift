import FrontdeskMatching

/// Reads slots from an utterance: the one asked for, all others it holds, and corrections of earlier ones.
struct SlotReader {
    /// What was read.
    struct Reading {
        var fills: [SlotEntry] = []
        var corrections: [SlotEntry] = []

        var isEmpty: Bool { fills.isEmpty && corrections.isEmpty }
    }

    let flow: FlowParts
    let run: FlowRun
    let moment: Moment
    let turn: Int
    /// Whether slots are being read back, so that what is said of them changes them.
    var mayChange = false

    /// Reads an utterance.
    ///
    /// - Parameters:
    ///   - asked: The slot that was asked for; nil at the start of a flow or at a state's question.
    ///   - otherIntent: Another intent that the utterance clearly means; words for it fill no free-text slot.
    func read(_ utterance: Utterance, asked: Slot?, otherIntent: Candidate?) -> Reading {
        var reading = Reading()
        var unused = entities(utterance, isBeginning: asked == nil && run.state == nil && !mayChange)
        if let asked, let entry = answer(to: asked, utterance, &unused, otherIntent) {
            // What was taken as it stands is one answer, whatever values it has in it.
            if asked.kind.takesAnyText, entry.display == utterance.inbound.text.trimmed {
                return Reading(fills: [entry])
            }
            reading.fills.append(entry)
        }
        let isPlain = otherIntent == nil || utterance.isCorrection
        for slot in flow.slots where slot.name != asked?.name && slot.terms.value == nil {
            if let known = run.slot(slot.name), !isOpenDefault(known, of: slot, asked) {
                guard isPlain, !isToldByOthers(known, of: slot), asked != nil || run.state != nil || mayChange
                else { continue }
                if asked.map({ $0.kind == slot.kind }) == true, !utterance.isCorrection { continue }
                let choice = utterance.isCorrection ? unaskedChoice(slot, utterance, asked) : nil
                guard let entry = entity(for: slot, &unused) ?? choice, entry.value != known.value else {
                    continue
                }
                reading.corrections.append(entry)
            } else if let entry = entity(for: slot, &unused) ?? unaskedChoice(slot, utterance, asked) {
                // A slot that is asked for later is taken all the same: nobody is asked what they said already.
                reading.fills.append(entry)
            }
        }
        return correctingAsked(reading, utterance, asked)
    }

    /// "No, A-10022" at a question for something of the same kind means the slot before, not the one asked for.
    private func correctingAsked(_ reading: Reading, _ utterance: Utterance, _ asked: Slot?) -> Reading {
        guard let asked, utterance.polarity == false, reading.fills.count == 1,
            reading.fills[0].name == asked.name,
            let earlier = run.slots.last(where: { $0.source == .customer }),
            let slot = flow.slot(earlier.name), slot.kind == asked.kind, case .entity = slot.kind
        else { return reading }
        var corrected = reading.fills[0]
        corrected.name = earlier.name
        return Reading(corrections: [corrected])
    }

    /// Whether an event or a caller gave it, and no customer can know better: it belongs to what else they gave.
    private func isToldByOthers(_ known: SlotEntry, of slot: Slot) -> Bool {
        known.source == .flow && !slot.isAsked && flow.takes.contains(slot.name)
    }

    /// Whether it holds a default that nobody has chosen, which is filled like an empty slot unless the customer has
    /// been told it by a question.
    private func isOpenDefault(_ known: SlotEntry, of slot: Slot, _ asked: Slot?) -> Bool {
        guard slot.terms.initial != nil, known.source == .flow, !mayChange else { return false }
        return asked != nil || run.state == nil
    }

    // MARK: One slot

    private func answer(
        to slot: Slot,
        _ utterance: Utterance,
        _ unused: inout [Entity],
        _ otherIntent: Candidate?
    ) -> SlotEntry? {
        switch slot.kind {
        case .entity(let type):
            // "Actually no, where is my order A-10021?" is a question of its own, not an answer.
            if otherIntent != nil, utterance.isCorrection, utterance.match.tokens.count > 5 { return nil }
            guard type == BuiltInEntity.address.rawValue else { return entity(for: slot, &unused) }
            return address(for: slot, utterance, &unused, otherIntent)
                ?? text(for: slot, utterance, otherIntent)
        case .text:
            return text(for: slot, utterance, otherIntent)
        case .choice(let choices):
            let left = choices.map(\.id).filter { run.offers($0, of: slot.name) }
            return ChoicePick.pick(from: choices, left: left, utterance).flatMap { id in
                choiceEntry(slot, choices, id)
            }
        case .boolean:
            guard otherIntent == nil || utterance.control != nil else { return nil }
            return utterance.polarity.map { entry(slot, .boolean($0), display: $0 ? "yes" : "no") }
        }
    }

    /// From what confidence on a text is rather a wish for a human than the answer that was asked for; "a human left a
    /// scratch on the lamp" only resembles one.
    private static let wishForHuman = 0.4

    /// Whatever was written.
    ///
    /// A bare yes or no says nothing that could be written down, and a wish for a human is no answer.
    private func text(for slot: Slot, _ utterance: Utterance, _ otherIntent: Candidate?) -> SlotEntry? {
        guard otherIntent == nil, !utterance.match.tokens.isEmpty, utterance.control == nil,
            utterance.sureControl(atLeast: Self.wishForHuman) != .human
        else { return nil }
        let text = utterance.inbound.text.trimmed
        // The order's number once more is no address.
        let isKnown = run.slots.contains { known in
            guard known.display == text, case .entity? = flow.slot(known.name)?.kind else { return false }
            return known.name != slot.name
        }
        return isKnown ? nil : entry(slot, .text(text), display: text)
    }

    /// A choice that the words name although another slot was asked for, or none.
    private func unaskedChoice(_ slot: Slot, _ utterance: Utterance, _ asked: Slot?) -> SlotEntry? {
        guard case .choice(let choices) = slot.kind else { return nil }
        if let asked, case .choice = asked.kind { return nil }
        let words = ChoicePick.said(utterance)
        guard words.count >= 3 else { return nil }
        return ChoicePick.byWording(choices, words, utterance.words).flatMap { id in
            choiceEntry(slot, choices, id)
        }
    }

    private func choiceEntry(_ slot: Slot, _ choices: [SlotChoice], _ id: String) -> SlotEntry? {
        choices.first { $0.id == id }.map { entry(slot, .text($0.id), display: $0.title) }
    }

    /// The first value that fits a slot, which is taken off the list.
    func entity(for slot: Slot, _ unused: inout [Entity]) -> SlotEntry? {
        guard case .entity(let type) = slot.kind else { return nil }
        // What nobody asks for is not taken from words that may mean something else: a pattern has to name it.
        let takesUnnamed = slot.isAsked || flow.takes.contains(slot.name)
        let position =
            unused.firstIndex { $0.type == type && $0.role == slot.name }
            ?? (takesUnnamed ? unused.firstIndex { $0.type == type && $0.role == nil } : nil)
        guard let position, let value = value(of: unused[position].value) else { return nil }
        let taken = unused.remove(at: position)
        unused.removeAll { $0.span.overlaps(taken.span) }
        return entry(slot, value, display: Renderer(moment: moment).text(of: value))
    }

    func entry(_ slot: Slot, _ value: Value, display: String) -> SlotEntry {
        SlotEntry(name: slot.name, value: value, display: display, source: .customer, turn: turn)
    }

    /// The utterance's entities; those that a pattern took come first, with their roles.
    private func entities(_ utterance: Utterance, isBeginning: Bool) -> [Entity] {
        let taken = utterance.match.candidates.first?.pattern?.entities ?? []
        let all = withoutParts(
            taken + utterance.match.entities.filter { entity in !taken.contains { $0.span == entity.span } }
        )
        // "Not A-10021, A-10022": what is shut out fills nothing. "I don't want A-10021" speaks of it all the same, where
        // it begins something; a day that somebody doesn't want is never the one that they do.
        let shutOut = all.filter { isShutOut($0, utterance) }
        guard !shutOut.isEmpty else { return all }
        return all.filter { entity in
            guard shutOut.contains(entity) else { return true }
            return isBeginning && !entity.isTime
                && !all.contains { $0.type == entity.type && !shutOut.contains($0) }
        }
    }

    func isShutOut(_ entity: Entity, _ utterance: Utterance) -> Bool {
        let (tokens, text) = (utterance.match.tokens, utterance.inbound.text)
        let place = entity.tokens.lowerBound
        if place > 0, place < tokens.count, utterance.negation.shutOut(place, in: tokens, of: text) {
            return true
        }
        return utterance.negation.shutOut(
            before: entity.tokens.upperBound,
            in: tokens,
            of: text,
            isTime: entity.isTime
        )
    }

    func value(of value: EntityValue) -> Value? {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .ordinal(let ordinal): .number(Double(ordinal))
        case .money(let money): .money(money)
        case .time(let time): .time(time)
        case .date(let expression): expression.resolve(on: moment.date).map(Value.date)
        case .duration(let length): .duration(length.approximateMilliseconds)
        case .quantity(let quantity): .quantity(quantity)
        case .dateRange(let range): range.resolve(on: moment.date).map(Value.days)
        case .timeRange(let range): .times(range)
        }
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        var bytes = Substring(self).utf8
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
