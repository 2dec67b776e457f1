import FrontdeskMatching

/// What expressions say about slots: values worked out, defaults, conditions and rules.
extension Turn {
    /// Whether a slot is to be asked for: it is not worked out, and its condition holds.
    ///
    /// - Parameter scope: What its condition is read in; nil: as things stand.
    func isWanted(_ slot: Slot, in scope: DialogueScope? = nil) -> Bool {
        guard slot.terms.value == nil else { return false }
        return slot.terms.when?.holds(in: scope ?? self.scope()) ?? true
    }

    /// Works out the slots that have a value of their own, and the defaults that nobody has replaced.
    mutating func workOut(_ slots: [Slot]) {
        guard !slots.isEmpty else { return }
        var scope = scope()
        // One may rest on another that stands behind it; there are no cycles.
        for _ in slots {
            let before = events.count
            for place in slots.indices {
                let known = events.count
                if let value = slots[place].terms.value {
                    assign(value.evaluate(in: scope).value, to: slots[place].name)
                } else if let initial = slots[place].terms.initial {
                    takeDefault(initial, slots[place], in: scope)
                }
                if events.count != known { scope = self.scope() }
            }
            if events.count == before { return }
        }
    }

    private mutating func takeDefault(_ initial: Expression, _ slot: Slot, in scope: DialogueScope) {
        guard let run = tracker.activeRun, isWanted(slot, in: scope) else { return }
        if let known = tracker.flows[run].slot(slot.name) {
            guard known.source == .flow else { return }
        } else if tracker.flows[run].cleared.contains(slot.name)
            || tracker.flows[run].attempts[slot.name] != nil
        {
            return
        }
        if let value = initial.evaluate(in: scope).value { assign(value, to: slot.name) }
    }

    // MARK: Rules

    /// The slots whose values would break a rule if these entries were taken, with what is said of each.
    func broken(by entries: [SlotEntry]) -> [(slot: Slot, reason: String)] {
        guard let run = tracker.flow, let flow = index.flow(run.flow),
            flow.slots.contains(where: { !$0.terms.rules.isEmpty })
        else { return [] }
        var tried = run
        for entry in entries {
            tried.slots.removeAll { $0.name == entry.name }
            tried.slots.append(entry)
        }
        let scope = scope(of: tried)
        return flow.slots.compactMap { slot in
            guard tried.has(slot.name),
                let rule = slot.terms.rules.first(where: { !$0.condition.holds(in: scope) })
            else { return nil }
            return (
                slot, compose(rule.say, kind: .reprompt, origin: "\(flow.name)/\(slot.name)", in: scope).text
            )
        }
    }

    /// Takes values back, or does not take them at all, because they break rules; they are asked for again.
    mutating func refuse(_ broken: [(slot: Slot, reason: String)]) {
        for (slot, reason) in broken {
            if tracker.slot(slot.name) != nil { record(.slotCleared(slot.name)) }
            record(.attemptFailed(slot.name))
            reasons[slot.name] = reason
        }
        if !broken.isEmpty { lower(by: assistant.confidence.reprompt, .reprompt) }
    }

    /// Asks for a slot whose value broke a rule: why first, then the question.
    mutating func ask(_ slot: Slot, after reason: String, origin: String) {
        let question = compose(
            slot.ask,
            kind: .reprompt,
            origin: origin,
            choices: slot.choices,
            leadingWith: reason,
            in: scope()
        )
        if !hasJustSaid(question.text) { return record(.said(question)) }
        // Never the same text twice in a row.
        say(
            .repromptLast,
            kind: .reprompt,
            choices: slot.ask.choices + slot.choices
        )
    }

    /// Says why a value was refused before something else happens.
    mutating func explain(_ reason: String, origin: String) {
        record(.said(Outbound(text: reason, kind: .notice, origin: origin)))
    }
}
