import FrontdeskDialogue

/// From every state there is a way to an end or a human, and where the desk waits it has asked something.
struct NoDeadEnd: Proof {
    private let subject: Subject
    private var suspicions = Suspicions()
    /// The first situation in which each place was entered.
    private var witnesses: [String: (from: Int, move: Move)] = [:]

    init(_ subject: Subject) { self.subject = subject }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        for event in turn.events {
            guard case .stateEntered(let flow, let state?) = event.fact else { continue }
            let place = "\(flow)/\(state)"
            if witnesses[place] == nil { witnesses[place] = (turn.from, turn.move) }
        }
        guard turn.isNew, turn.after.owner == .desk, let place = turn.after.state, turn.after.question == nil,
            turn.after.runningAction == nil
        else { return }
        let message = "in \(place) the desk waits and has asked nothing"
        suspicions.add(
            Suspicion(
                message,
                place: FilePlace.named(place, in: subject),
                mend: "let the state ask, go on or end",
                from: turn.from,
                moves: [turn.move],
                demands: ["no state \(place)"]
            ),
            about: message
        )
    }

    func report(_ evidence: Evidence) -> ProofReport {
        let graph = evidence.graph
        var findings = suspicions.all.map { evidence.finding("dead_end", $0) }
        let exits = graph.places.indices.filter { number in
            switch graph.places[number] {
            case .end, .human: true
            default: false
            }
        }
        let open = graph.leading(to: exits)
        for number in graph.reached(from: graph.entries).sorted() where !open.contains(number) {
            guard case .state(let path, let flow) = graph.places[number] else { continue }
            let message = "from \(flow)/\(path) nothing leads to an end or to a human"
            let mend = "let something in it lead to 'end' or 'handoff'"
            if let witness = witnesses["\(flow)/\(path)"] {
                let suspicion = Suspicion(
                    message,
                    place: FilePlace.state(path, of: flow),
                    mend: mend,
                    from: witness.from,
                    moves: [witness.move],
                    demands: ["no event state_entered \(flow)/\(path)"]
                )
                findings.append(evidence.finding("dead_end", suspicion))
            } else {
                findings.append(
                    Finding(
                        proof: "dead_end",
                        place: FilePlace.state(path, of: flow),
                        message: message,
                        mend: mend,
                        unshown: "no conversation that was tried leads there"
                    )
                )
            }
        }
        return ProofReport(
            name: "dead_end",
            claim: "no dead end",
            count: graph.stateCount,
            unit: "states",
            findings: findings
        )
    }
}
