import FrontdeskMatching

/// Forms that come back filled in.
extension Turn {
    /// Takes the values of a form into the slots of the flow that is under way.
    ///
    /// A value that does not fit its slot is left out, and the slot is asked for as usual.
    mutating func heardForm(_ utterance: Utterance) -> Bool {
        guard let form = utterance.inbound.form, tracker.owner == .desk, let run = tracker.flow,
            let flow = index.flow(run.flow)
        else { return false }
        let reader = SlotReader(flow: flow, run: run, moment: moment, turn: number)
        let entries = form.compactMap { value in
            flow.slot(value.slot).flatMap { reader.read(value, for: $0, utterance) }
        }
        let changed = entries.filter { run.slot($0.name)?.value != $0.value }
        guard !changed.isEmpty else { return false }
        understand(utterance, .fillsSlot)
        record(.questionClosed)
        set(changed)
        raise()
        proceed()
        return true
    }
}

extension SlotReader {
    /// One value of a form; nil when it does not fit the slot.
    func read(_ value: FormValue, for slot: Slot, _ utterance: Utterance) -> SlotEntry? {
        let text = value.text.trimmed
        guard !text.isEmpty else { return nil }
        switch slot.kind {
        case .text: return entry(slot, .text(text), display: text)
        case .boolean:
            let word = text.lowercased()
            guard ["yes", "true", "no", "false"].contains(word) else { return nil }
            let flag = word == "yes" || word == "true"
            return entry(slot, .boolean(flag), display: flag ? "yes" : "no")
        case .choice(let choices):
            let picked = choices.first { $0.id == text || $0.title.lowercased() == text.lowercased() }
            return picked.map { entry(slot, .text($0.id), display: $0.title) }
        case .entity(let type):
            // Of several of a type the one that fills the field best.
            let found = utterance.match.entities.filter { $0.type == type && text.contains($0.text) }
            let best = found.max { $0.text.utf8.count < $1.text.utf8.count }
            return best.flatMap { self.value(of: $0.value) }.map { value in
                entry(slot, value, display: Renderer(moment: moment).text(of: value))
            }
        }
    }
}
