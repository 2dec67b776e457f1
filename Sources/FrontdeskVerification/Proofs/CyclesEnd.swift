import FrontdeskDialogue

/// Every circle asks the customer, and who goes round in one, or is never understood, comes to a human.
struct CyclesEnd: Proof {
    /// How often a customer says what nobody understands before somebody must have come.
    static let patience = 16

    private let subject: Subject
    private var count = 0
    private var walked: Set<String> = []
    private var suspicions = Suspicions()

    init(_ subject: Subject) { self.subject = subject }

    /// How often a circle is walked.
    private var rounds: Int { min(subject.assistant.handoff.loopLimit, 20) + 2 }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        guard turn.after.owner == .desk, let place = turn.after.state else { return }
        if turn.isNew, turn.after.question != nil { talkNonsense(turn, place, &stage) }
        guard let cycle = turn.cycle, !cycle.contains(where: \.isSilence) else { return }
        let start = Situation(turn.before, subject).text
        guard walked.insert("\(start)>\(turn.move.act)").inserted else { return }
        walk(cycle, turn, place, &stage)
    }

    private mutating func talkNonsense(_ turn: Exploration.Turn, _ place: String, _ stage: inout Stage) {
        guard turn.after.firstAsked else { return }
        count += 1
        let nonsense = Move(act: .says(Vocabulary.nonsense))
        var tracker = turn.after
        var moves = [turn.move]
        for _ in 0..<Self.patience {
            guard let played = stage.play(nonsense.act, in: tracker, at: turn.now).first else { return }
            tracker = played.tracker
            moves.append(Move(act: nonsense.act, given: played.given))
            if tracker.owner != .desk || tracker.flow == nil { return }
        }
        let message =
            "in \(place) a customer who is never understood is asked again and again, and no human comes"
        let suspicion = suspicion(
            message,
            place,
            turn,
            moves,
            "let 'attempts' be small and 'otherwise' lead to 'handoff' or 'end'"
        )
        suspicions.add(suspicion, about: message)
    }

    private mutating func walk(
        _ cycle: [Move],
        _ turn: Exploration.Turn,
        _ place: String,
        _ stage: inout Stage
    ) {
        count += 1
        var tracker = turn.after
        var moves = [turn.move]
        for _ in 0..<rounds {
            for move in cycle {
                let ways = stage.play(move.act, in: tracker, at: turn.now)
                guard let played = ways.first(where: { $0.given == move.given }) ?? ways.first else { return }
                tracker = played.tracker
                moves.append(Move(act: move.act, given: played.given))
                if tracker.owner != .desk || tracker.flow == nil || tracker.isAside { return }
            }
        }
        let message = "a customer can go round from \(place) back to it without end, and no human comes"
        let suspicion = suspicion(
            message,
            place,
            turn,
            moves,
            "let 'handoff: loop_limit' be small, or let the circle end"
        )
        suspicions.add(suspicion, about: message)
    }

    private func suspicion(
        _ message: String,
        _ place: String,
        _ turn: Exploration.Turn,
        _ moves: [Move],
        _ mend: String
    ) -> Suspicion {
        Suspicion(
            message,
            place: FilePlace.named(place, in: subject),
            mend: mend,
            from: turn.from,
            moves: moves,
            demands: ["handoff"]
        )
    }

    func report(_ evidence: Evidence) -> ProofReport {
        var findings = suspicions.all.map { evidence.finding("cycles", $0) }
        for place in evidence.graph.silentCircle {
            guard case .state(let path, let flow) = evidence.graph.places[place] else { continue }
            findings.append(
                Finding(
                    proof: "cycles",
                    place: FilePlace.state(path, of: flow),
                    message: "\(flow)/\(path) leads back to itself without asking the customer anything",
                    mend: "let a state of the circle ask, or end it",
                    unshown: "the desk would not come to an answer"
                )
            )
        }
        return ProofReport(
            name: "cycles",
            claim: "every cycle asks the customer and ends with a human",
            count: count,
            unit: "circles and questions",
            bound: "\(rounds) rounds, \(Self.patience) messages that nobody understands",
            findings: findings
        )
    }
}

extension Move {
    fileprivate var isSilence: Bool { if case .waits = act { true } else { false } }
}

extension Tracker {
    /// Whether the customer only asked to hear something again, or what there is; that may be done without end.
    fileprivate var isAside: Bool {
        let asides = [Control.repeat, .help, .language].map(\.intentName)
        return understanding?.intent.map(asides.contains) ?? false
    }

    /// Whether what is asked now was not answered badly yet.
    fileprivate var firstAsked: Bool {
        switch question {
        case .slot(let name), .state(let name): flow?.attempts[name] == nil
        default: true
        }
    }
}
