import FrontdeskMatching

/// "That order", "the same address as before": values of slots that were given earlier in the conversation.
extension Turn {
    /// For how many turns "it" means what was spoken of.
    private static let pronounReach = 3
    /// How many words point at something at most where a free text was asked for.
    private static let textLimit = 9

    /// The earlier value that the answer to a slot's question points back to.
    func pointed(by utterance: Utterance, asked slot: Slot) -> SlotEntry? {
        guard utterance.inbound.choice == nil,
            let target = pointing(of: utterance).target(in: utterance.match.tokens)
        else { return nil }
        if slot.kind.takesAnyText {
            guard utterance.match.tokens.count <= Self.textLimit else { return nil }
            switch target {
            case .same, .anything: break
            case .thing, .it: return nil
            }
        }
        if case .it = target, utterance.match.tokens.count > 3 { return nil }
        return earlierValue(of: slot)
    }

    /// The earlier values that a message points back to when it starts a flow.
    func pointed(by utterance: Utterance, startOf flow: FlowParts) -> SlotEntry? {
        guard utterance.inbound.choice == nil, let run = tracker.flow,
            !tracker.endedFlows.isEmpty || tracker.flows.count > 1,
            let target = pointing(of: utterance).target(in: utterance.match.tokens)
        else { return nil }
        let empty = flow.slots.filter { !run.has($0.name) && $0.isAsked && $0.terms.value == nil }
        guard let main = empty.first,
            main.name == flow.slots.first(where: \.isAsked)?.name || isNamed(target, among: empty)
        else { return nil }
        switch target {
        case .thing(let name), .same(let name):
            // "The same address" is the new address rather than the e-mail address of a question.
            let named = empty.first { $0.isNamed(name) } ?? empty.first { $0.isCalled(name) }
            if let named { return earlierValue(of: named) }
            // "The shirt that came" points at nothing that was said before.
            guard case .thing = target, utterance.match.tokens.last?.text == name else { return nil }
            return main.isOfDeclaredType ? earlierValue(of: main, within: Self.pronounReach) : nil
        case .anything:
            return earlierValue(of: main)
        case .it:
            return main.isOfDeclaredType ? earlierValue(of: main, within: Self.pronounReach) : nil
        }
    }

    /// "Cancel it", "cancélalo": the one of some intents that takes what was spoken of just now; nil where it is not clear.
    func pointed(by utterance: Utterance, among intents: [Intent]) -> Intent? {
        guard utterance.inbound.choice == nil, !tracker.endedFlows.isEmpty,
            pointsBack(utterance)
        else { return nil }
        let meant = intents.filter { intent in
            guard case .flow(let name) = intent.effect,
                let main = index.flow(name)?.slots.first(where: \.isAsked)
            else { return false }
            return main.isOfDeclaredType && earlierValue(of: main, within: Self.pronounReach) != nil
        }
        return meant.count == 1 ? meant[0] : nil
    }

    /// Whether a message points at something that was spoken of.
    func pointsBack(_ utterance: Utterance) -> Bool {
        pointing(of: utterance).target(in: utterance.match.tokens) != nil
    }

    private func pointing(of utterance: Utterance) -> PointingWords { .of(utterance.language) }

    private func isNamed(_ target: PointingWords.Target, among slots: [Slot]) -> Bool {
        switch target {
        case .thing(let name), .same(let name): slots.contains { $0.isCalled(name) }
        case .anything, .it: false
        }
    }

    /// The latest value that a slot of the same kind had in another flow of this conversation.
    private func earlierValue(of slot: Slot, within reach: Int? = nil) -> SlotEntry? {
        var latest: SlotEntry?
        let ended = tracker.endedFlows.map { ($0.flow, $0.slots) }
        let open = tracker.flows.dropLast().map { ($0.flow, $0.slots) }
        for (name, entries) in ended + open {
            guard let flow = index.flow(name) else { continue }
            for entry in entries where entry.source == .customer || entry.source == .profile {
                guard let other = flow.slot(entry.name), fits(entry, from: other, into: slot),
                    entry.turn >= latest?.turn ?? 0
                else { continue }
                latest = entry
            }
        }
        guard let found = latest, reach.map({ found.turn > number - 1 - $0 }) ?? true else { return nil }
        var entry = SlotEntry(
            name: slot.name,
            value: found.value,
            display: found.display,
            source: .customer,
            turn: number
        )
        entry.refersTo = found.refersTo ?? found.turn
        return broken(by: [entry]).isEmpty ? entry : nil
    }

    private func fits(_ entry: SlotEntry, from other: Slot, into slot: Slot) -> Bool {
        switch (other.kind, slot.kind) {
        case (.entity(let one), .entity(let another)): return one == another
        case (.choice, .choice(let choices)):
            guard case .text(let id) = entry.value, other.name == slot.name else { return false }
            return choices.contains { $0.id == id }
        case (.text, .text): return other.name == slot.name
        default: return false
        }
    }
}
