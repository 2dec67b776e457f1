import FrontdeskMatching

/// "No, I meant A-10021", "and in olive?": a few words that only make sense after what the desk has just told.
extension Turn {
    /// How many words a follow-up has at most; longer ones say what they want themselves.
    private static let followUpLimit = 6

    /// Runs the flow that has just ended once more, with what the utterance gives in place of what was known.
    mutating func heardFollowUp(_ utterance: Utterance) -> Bool {
        guard tracker.flow == nil, isOnlyOffering, let ended = tracker.endedFlows.last,
            ended.outcome == .resolved, let flow = index.flow(ended.flow), wasLastToSpeak(flow),
            utterance.match.tokens.count <= Self.followUpLimit
        else { return false }
        let reader = SlotReader(flow: flow, run: FlowRun(flow: flow.name), moment: moment, turn: number)
        let fills = reader.read(utterance, asked: nil, otherIntent: nil).fills
        guard !fills.isEmpty else { return false }
        if let top = confidentIntent(utterance), !isAside(top, of: utterance) {
            // Who names the main thing anew starts anew; who leaves it out means the one before.
            guard index.intent(top.intent)?.effect == .flow(flow.name), let main = flow.slots.first,
                !fills.contains(where: { $0.name == main.name })
            else { return false }
        }
        let kept = ended.slots.filter { entry in
            entry.source == .customer && flow.slot(entry.name) != nil
                && !fills.contains { $0.name == entry.name }
        }
        // What an event or another flow told is not known of anything else.
        guard flow.takes.allSatisfy({ name in (kept + fills).contains { $0.name == name } }) else {
            return false
        }
        understand(utterance, utterance.isCorrection ? .corrects : .fillsSlot)
        closeQuestion()
        record(.flowStarted(flow: flow.name, intent: nil))
        workOut(flow.workedOut)
        set(kept + fills)
        proceed()
        return true
    }

    /// Whether the desk waits for nothing, or only to hear whether its offer is taken.
    private var isOnlyOffering: Bool {
        switch tracker.question {
        case nil, .suggestion: true
        default: false
        }
    }

    /// "Sorry, I meant A-10021": the apology is said by the way, the correction is meant.
    private func isAside(_ top: Candidate, of utterance: Utterance) -> Bool {
        guard utterance.isCorrection, case .answer? = index.intent(top.intent)?.effect else { return false }
        return true
    }

    /// Whether nothing else was said since the flow ended.
    private func wasLastToSpeak(_ flow: FlowParts) -> Bool {
        tracker.lines.last { $0.author == .desk }?.origin?.hasPrefix("\(flow.name)/") ?? false
    }
}
