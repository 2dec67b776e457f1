import FrontdeskMatching

/// "Not the blue one": an answer that leaves fewer choices.
extension Turn {
    /// Asks once more among the choices that are left; false when nothing was shut out, or nothing is left.
    mutating func heardShutOut(_ utterance: Utterance, _ slot: Slot, _ run: FlowRun) -> Bool {
        guard case .choice(let all) = slot.kind, utterance.inbound.choice == nil else { return false }
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
}

extension FlowRun {
    /// Whether a choice of a slot has not been shut out.
    func offers(_ id: String, of slot: String) -> Bool { shutOut[slot]?.contains(id) != true }
}
