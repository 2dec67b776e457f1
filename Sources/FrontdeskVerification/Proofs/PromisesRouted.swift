import FrontdeskDialogue

/// Whatever is promised, it is known how the customer will hear of it.
struct PromisesRouted: Proof {
    private let subject: Subject
    private var count = 0
    private var suspicions = Suspicions()

    init(_ subject: Subject) { self.subject = subject }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        for (number, event) in turn.events.enumerated() {
            switch event.fact {
            case .promised: count += 1
            case .promiseRefused(let refusal) where refusal.reason == .noRoute:
                count += 1
                // The handoff that follows says where it was to be promised.
                let place = turn.events.dropFirst(number).lazy.compactMap { event -> String? in
                    guard case .handoffRequested(let request) = event.fact else { return nil }
                    return String(request.detail.prefix { $0 != ":" })
                }.first
                let message =
                    "\(place ?? "a flow") would promise '\(refusal.text)', but it is not known how the customer hears of it"
                suspicions.add(
                    Suspicion(
                        message,
                        place: place.map { FilePlace.named($0, in: subject) } ?? [],
                        mend: "ask for the address first, or promise it in this conversation",
                        from: turn.from,
                        moves: [turn.move],
                        demands: ["no event promise_refused"]
                    ),
                    about: message
                )
            default: break
            }
        }
    }

    func report(_ evidence: Evidence) -> ProofReport {
        ProofReport(
            name: "promises",
            claim: "no promise without a contact route",
            count: count,
            unit: "promises",
            bound: evidence.bound,
            findings: suspicions.all.map { evidence.finding("promises", $0) }
        )
    }
}
