import FrontdeskMatching

/// "A-10022" where that is known and something else was asked: understood, but no answer.
extension Turn {
    /// What is said of values that were given once more; nil where the utterance says anything else.
    ///
    /// It is said once: who goes on giving them is asked in other words.
    func phrase(forRepeated utterance: Utterance, _ run: FlowRun, attemptsAt question: String) -> String? {
        guard run.attempts[question, default: 0] <= 1, isBareValue(utterance), let flow = index.flow(run.flow)
        else { return nil }
        let reader = SlotReader(flow: flow, run: run, moment: moment, turn: number)
        var known: [String] = []
        for entity in utterance.match.entities {
            guard let value = reader.value(of: entity.value),
                let entry = run.slots.first(where: { $0.value == value })
            else { return nil }
            if !known.contains(entry.display) { known.append(entry.display) }
        }
        let record = NamedRecord("slot", [.init("value", .text(known.joined(separator: ", ")))])
        return phrase(.valueKnown, with: [record])
    }
}
