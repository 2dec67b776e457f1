import FrontdeskMatching

/// Going round in a circle, told by the state and not by the text.
extension Turn {
    /// Whether the desk asks the same thing, knowing the same, as often as no conversation should.
    var isLooping: Bool {
        guard tracker.owner == .desk, !tracker.visits.isEmpty, tracker.countsAsVisit,
            let situation = tracker.situation
        else { return false }
        return (tracker.visits[situation] ?? 0) + 1 >= assistant.handoff.loopLimit
    }
}

extension Tracker {
    /// Where the active flow stands: a hash of its place, what is asked, and all that is known in whatever order; nil
    /// where nothing is asked.
    var situation: UInt64? {
        guard let run = activeRun else { return nil }
        let asked: UInt64
        switch question {
        case .slot(let name): asked = Hash.text(name)
        case .state(let name): asked = Hash.text(name)
        case .confirmation: asked = 1
        case .change: asked = 2
        default: return nil
        }
        let place = Hash.pair(Hash.text(flows[run].flow), flows[run].state.map(Hash.text) ?? 0)
        return flows[run].slots.reduce(Hash.pair(place, asked)) { known, slot in
            known &+ Hash.mixed(Hash.pair(Hash.text(slot.name), Hash.text(slot.display)))
        }
    }

    /// Whether the turn under way led to its situation; what was only said by the way did not.
    var countsAsVisit: Bool {
        guard let understanding else { return false }
        switch understanding.rule {
        case .fillsSlot, .corrects, .answersQuestion, .handler, .pattern, .confident:
            let last = lines.indices.last { lines[$0].author == .desk }
            return last.flatMap { lines[$0].kind } != .resumption
        case .control:
            let aside = [Control.repeat, .help, .language].map(\.intentName)
            return !aside.contains(understanding.intent ?? "")
        default: return false
        }
    }

    /// Counts the situation that a turn ended in.
    mutating func noteVisit() {
        guard countsAsVisit, let situation else { return }
        visits[situation, default: 0] += 1
    }
}
