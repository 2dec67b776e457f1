import FrontdeskMatching

/// Going round in a circle, told by the state and not by the text.
extension Turn {
    /// Whether the desk asks the same thing, knowing the same, as often as no conversation should.
    var isLooping: Bool {
        guard tracker.owner == .desk, let situation = tracker.situation, tracker.countsAsVisit else {
            return false
        }
        return (tracker.visits[situation] ?? 0) + 1 >= assistant.handoff.loopLimit
    }
}

extension Tracker {
    /// Where the active flow stands: its place, what is asked, and all that is known; nil where nothing is asked.
    var situation: String? {
        guard let run = flow else { return nil }
        let asked: String
        switch question {
        case .slot(let name): asked = name
        case .state(let name): asked = name
        case .confirmation: asked = "?"
        case .change: asked = "?!"
        default: return nil
        }
        let known = run.slots.map { "\($0.name)=\($0.display)" }.sorted()
        return ([run.place, asked] + known).joined(separator: "\n")
    }

    /// Whether the turn under way led to its situation; what was only said by the way did not.
    var countsAsVisit: Bool {
        guard let understanding else { return false }
        switch understanding.rule {
        case .fillsSlot, .corrects, .answersQuestion, .handler, .pattern, .confident:
            return lines.last { $0.author == .desk }?.kind != .resumption
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
