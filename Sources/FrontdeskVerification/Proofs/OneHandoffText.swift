import FrontdeskDialogue

/// On each way to a human the customer is told so exactly once, in one text.
struct OneHandoffText: Proof {
    private let subject: Subject
    private var count = 0
    private var suspicions = Suspicions()

    init(_ subject: Subject) { self.subject = subject }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        let handoffs = turn.events.compactMap { event -> Handoff? in
            if case .handedOff(let handoff) = event.fact { handoff } else { nil }
        }
        guard let handoff = handoffs.first, handoff.reason != .promiseDue else { return }
        count += 1
        let said = turn.events.compactMap { event -> Outbound? in
            if case .said(let outbound) = event.fact { outbound } else { nil }
        }
        let told = said.filter { $0.kind == .handoff }
        // What a transition says on its way to a human is a second text about the same.
        let doubled = said.contains { $0.kind == .answer && $0.origin == "\(handoff.detail)→" }
        guard told.count != 1 || doubled || told[0].text.allSatisfy(\.isWhitespace) else { return }
        let message =
            told.isEmpty
            ? "the way to a human from \(handoff.detail) does not tell the customer"
            : "the way to a human from \(handoff.detail) tells the customer in \(told.count + (doubled ? 1 : 0)) texts"
        suspicions.add(
            Suspicion(
                message,
                place: FilePlace.named(handoff.detail, in: subject),
                mend: "say it under 'handoff', where it becomes one text with the wait",
                from: turn.from,
                moves: [turn.move],
                demands: [],
                lines: said.filter { $0.origin != "\(handoff.detail)→" }.map { _ in "{any}" }
            ),
            about: message
        )
    }

    func report(_ evidence: Evidence) -> ProofReport {
        ProofReport(
            name: "handoff_text",
            claim: "exactly one customer text on each path to a handoff",
            count: count,
            unit: "handoffs",
            bound: evidence.bound,
            findings: suspicions.all.map { evidence.finding("handoff_text", $0) }
        )
    }
}
