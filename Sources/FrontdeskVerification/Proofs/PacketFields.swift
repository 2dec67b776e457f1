import FrontdeskDialogue

/// Every ticket says what tickets of its reason must say, and every reason that has rules of its own can be given.
struct PacketFields: Proof {
    private let subject: Subject
    private var count = 0
    private var given: Set<HandoffReason> = []
    private var suspicions = Suspicions()

    init(_ subject: Subject) { self.subject = subject }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        for event in turn.events {
            guard case .handedOff(let handoff) = event.fact else { continue }
            count += 1
            given.insert(handoff.reason)
            for field in subject.assistant.handoff.requirements(of: handoff.reason)
            where !isThere(field, turn.after) {
                let message =
                    "a ticket for '\(handoff.reason.rawValue)' from \(handoff.detail) does not say \(field.name)"
                suspicions.add(
                    Suspicion(
                        message,
                        place: FilePlace.named(handoff.detail, in: subject),
                        mend: "ask for it before handing over, or do not require it",
                        from: turn.from,
                        moves: [turn.move],
                        demands: [field.demand(handoff)]
                    ),
                    about: message
                )
            }
        }
    }

    /// Whether a ticket says it, or the customer is being asked for it.
    private func isThere(_ field: RequiredField, _ tracker: Tracker) -> Bool {
        switch field {
        case .slot(let name): return tracker.flows.contains { $0.slot(name) != nil }
        case .customer(let need):
            if need.isMet(by: tracker.customer) { return true }
            return (need == .email || need == .phone) && tracker.question == .contact
        }
    }

    func report(_ evidence: Evidence) -> ProofReport {
        var findings = suspicions.all.map { evidence.finding("packet", $0) }
        let written = writtenReasons
        for route in subject.assistant.handoff.routes
        where !route.reason.comesByItself && !written.contains(route.reason) {
            findings.append(
                Finding(
                    proof: "packet",
                    place: ["handoff", "reasons", route.reason.rawValue],
                    message: "nothing hands over for '\(route.reason.rawValue)', which has rules of its own",
                    mend: "give the reason where it is meant, or take the rules out",
                    unshown: "no conversation gives the reason"
                )
            )
        }
        return ProofReport(
            name: "packet",
            claim: "every handoff reason reached with what its packet requires",
            count: count,
            unit: "handoffs",
            bound: evidence.bound,
            findings: findings
        )
    }

    /// The reasons that files give.
    private var writtenReasons: Set<HandoffReason> {
        var reasons = given
        for intent in subject.assistant.intents {
            if case .handoff(let target) = intent.effect { reasons.insert(target.reason) }
        }
        let handlers = subject.assistant.handlers + subject.assistant.anywhere
        for transition in handlers.flatMap(\.transition.branches)
            + subject.assistant.flows.flatMap(\.transitions)
        {
            if case .handoff(let target) = transition.target { reasons.insert(target.reason) }
        }
        return reasons
    }
}

extension RequiredField {
    fileprivate func demand(_ handoff: Handoff) -> String {
        switch self {
        case .slot(let name): "slot \(name)"
        case .customer: "no handoff \(handoff.queue) \(handoff.reason.rawValue)"
        }
    }
}

extension HandoffReason {
    /// Whether the engine itself gives it.
    fileprivate var comesByItself: Bool {
        switch self {
        case .safety, .vip, .repeatContact: false
        default: true
        }
    }
}
