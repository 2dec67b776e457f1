import FrontdeskMatching

/// "Not the blue one": an answer that leaves fewer choices.
extension Turn {
    /// Asks once more among the choices that are left; false when nothing was shut out, or nothing is left.
    mutating func heardShutOut(_ utterance: Utterance, _ slot: Slot, _ run: FlowRun) -> Bool {
        guard utterance.inbound.choice == nil else { return false }
        guard case .choice(let all) = slot.kind else { return heardShutOutValue(utterance, slot, run) }
        let offered = all.filter { run.offers($0.id, of: slot.name) }
        let out = ChoicePick.shutOut(from: all, offered, utterance).filter { id in
            offered.contains { $0.id == id }
        }
        let rest = offered.filter { !out.contains($0.id) }
        guard !out.isEmpty, rest.count > 1 else { return false }
        understand(utterance, .answersQuestion)
        record(.choicesShutOut(slot: slot.name, ids: out))
        record(.questionOpened(.slot(slot.name)))
        say(.whichIsLeft, kind: .question, choices: rest.map { Choice(id: $0.id, title: $0.title) })
        return true
    }

    /// "Not Monday" at the question for a day: it is asked once more, and nobody has failed to answer.
    private mutating func heardShutOutValue(_ utterance: Utterance, _ slot: Slot, _ run: FlowRun) -> Bool {
        guard !shutOut(utterance, of: slot, run).isEmpty || pointsAway(utterance, from: slot),
            slot.ask.variants.allSatisfy({ !hasJustSaid(render($0)) })
        else { return false }
        understand(utterance, .answersQuestion)
        record(.questionOpened(.slot(slot.name)))
        say(slot.ask, kind: .reprompt, origin: "\(run.flow)/\(slot.name)/again")
        return true
    }

    /// "Not Monday", where a Monday has just been read back: that value is taken back and asked for.
    ///
    /// What shuts out another value than the one that is there says nothing yet.
    mutating func heardShutOut(_ utterance: Utterance, _ flow: FlowParts, _ run: FlowRun) -> Bool {
        guard utterance.inbound.choice == nil, otherIntent(utterance, than: run) == nil else { return false }
        let meant = flow.slots.first { slot in
            guard slot.isAsked, slot.terms.value == nil, case .entity = slot.kind,
                let known = run.slot(slot.name)
            else { return false }
            return pointsAway(utterance, from: slot)
                || shutOut(utterance, of: slot, run).contains { isMeant(known.value, by: $0) }
        }
        guard let meant else { return false }
        understand(utterance, .corrects)
        record(.questionClosed)
        record(.slotCleared(meant.name))
        workOutAnew(run)
        proceed()
        return true
    }

    /// The entities of a slot's type that a message shuts out.
    private func shutOut(_ utterance: Utterance, of slot: Slot, _ run: FlowRun) -> [Entity] {
        guard case .entity(let type) = slot.kind, let flow = index.flow(run.flow) else { return [] }
        let reader = SlotReader(flow: flow, run: run, moment: moment, turn: number)
        return utterance.match.entities.filter { $0.type == type && reader.isShutOut($0, utterance) }
    }

    /// Whether a slot's value is the one that an entity names: of days, any such weekday.
    private func isMeant(_ known: Value, by entity: Entity) -> Bool {
        if case .date(let day) = known, case .date(.weekday(let weekday, _)) = entity.value {
            return day.weekday == weekday
        }
        guard let flow = tracker.flow.flatMap({ index.flow($0.flow) }), let run = tracker.flow else {
            return false
        }
        return SlotReader(flow: flow, run: run, moment: moment, turn: number).value(of: entity.value) == known
    }

    /// "Not that day", "ese día no".
    private func pointsAway(_ utterance: Utterance, from slot: Slot) -> Bool {
        guard case .entity(BuiltInEntity.date.rawValue) = slot.kind else { return false }
        let words = utterance.match.tokens.map(\.text)
        let (days, around) =
            switch utterance.language {
            case .english: (["day", "date"], ["not", "no", "on", "that", "this", "please", "then"])
            case .spanish:
                (["dia", "fecha"], ["no", "ese", "esa", "este", "esta", "el", "la", "en", "por", "favor"])
            }
        return words.contains(where: days.contains) && words.contains { $0 == "no" || $0 == "not" }
            && words.allSatisfy { days.contains($0) || around.contains($0) }
    }
}

extension FlowRun {
    /// Whether a choice of a slot has not been shut out.
    func offers(_ id: String, of slot: String) -> Bool { shutOut[slot]?.contains(id) != true }
}
