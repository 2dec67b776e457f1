import FrontdeskDialogue

/// Who asks for a human twice has a ticket, wherever the conversation stands.
struct HumanInTwoTurns: Proof {
    private let subject: Subject
    private var count = 0
    private var suspicions = Suspicions()

    init(_ subject: Subject) { self.subject = subject }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        guard turn.isNew, turn.after.owner == .desk else { return }
        count += 1
        guard let call = subject.vocabulary.call else { return }
        var tracker = turn.after
        var moves = [turn.move]
        for _ in 0..<2 {
            let move = Move.Act.says(call)
            guard let played = stage.play(move, in: tracker, at: turn.now).first else { return }
            moves.append(Move(act: move, given: played.given))
            tracker = played.tracker
            if tracker.owner != .desk { return }
        }
        let place = turn.after.state ?? "the beginning"
        let message = "in \(place) asking for a human twice gets nobody"
        suspicions.add(
            Suspicion(
                message,
                place: turn.after.state.map { FilePlace.named($0, in: subject) } ?? [],
                mend: "let nothing else answer to '\(call)'",
                from: turn.from,
                moves: moves,
                demands: ["handoff"]
            ),
            about: message
        )
    }

    func report(_ evidence: Evidence) -> ProofReport {
        var findings = suspicions.all.map { evidence.finding("human", $0) }
        if subject.vocabulary.call == nil {
            findings = [
                Finding(
                    proof: "human",
                    place: ["intents", Control.human.intentName],
                    message: "nothing that a customer can say asks for a human",
                    mend: "give the control 'human' a pattern",
                    unshown: "there are no words for it"
                )
            ]
        }
        return ProofReport(
            name: "human",
            claim: "a human within two turns from every state",
            count: count,
            unit: "situations",
            bound: evidence.bound,
            findings: findings
        )
    }
}
