import FrontdeskDialogue

/// Nobody is asked for what is known: by the flow, by the flows that called it, or of a customer who is signed in.
struct KnownNotAsked: Proof {
    private let subject: Subject
    private var count = 0
    private var suspicions = Suspicions()

    init(_ subject: Subject) { self.subject = subject }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        guard turn.isNew, turn.after.owner == .desk else { return }
        switch turn.after.question {
        case .slot(let name)?:
            count += 1
            guard let run = turn.after.flow, let flow = subject.flow(run.flow),
                let slot = flow.slot(named: name)
            else { return }
            guard let known = source(of: slot, run, turn.after) else { return }
            let message = "\(run.flow) asks for \(name), but \(known)"
            suspicions.add(
                Suspicion(
                    message,
                    place: FilePlace.slot(name, of: run.flow),
                    mend: "fill the slot with 'from', or give it to the called flow",
                    from: turn.from,
                    moves: [turn.move],
                    demands: ["no state \(run.flow)/\(name)"]
                ),
                about: message
            )
        case .customer(let fact)?:
            count += 1
            guard fact.need.isMet(by: turn.after.customer) else { return }
            let message = "\(fact.intent) asks for \(fact.need.rawValue), which is known"
            suspicions.add(
                Suspicion(
                    message,
                    place: FilePlace.intent(fact.intent),
                    mend: "take it out of 'needs'",
                    from: turn.from,
                    moves: [turn.move],
                    demands: ["no event question_opened"]
                ),
                about: message
            )
        default: return
        }
    }

    /// Where the value of a slot that is asked for is known; nil: nowhere.
    private func source(of slot: Slot, _ run: FlowRun, _ tracker: Tracker) -> String? {
        if run.slot(slot.name) != nil { return "it has a value" }
        // What was taken back, and what was answered badly, is asked for anew on purpose.
        guard !run.cleared.contains(slot.name), run.attempts[slot.name] == nil else { return nil }
        if run.call != nil {
            for caller in tracker.flows.dropLast().reversed() {
                if let value = caller.slot(slot.name), !caller.cleared.contains(slot.name),
                    subject.flow(caller.flow)?.slot(named: slot.name)?.kind == slot.kind
                {
                    return "\(caller.flow), which called it, knows it (\(value.display))"
                }
                if caller.call == nil { break }
            }
        }
        guard slot.prefill == nil, case .entity(let type) = slot.kind, let flow = subject.flow(run.flow),
            let (field, title) = Self.facts[type], let known = tracker.customer[field: field]
        else { return nil }
        // Where a look-up takes the customer's own address, the slot is for another one.
        return flow.uses(FieldPath(root: "customer", field: field)) ? nil : "\(title) is known (\(known))"
    }

    /// The facts about customers that entities of a type say, with what people call them.
    private static let facts = [
        "email": ("email", "the customer's e-mail address"),
        "phone": ("phone", "the customer's phone number"),
        "person_name": ("name", "the customer's name"),
    ]

    func report(_ evidence: Evidence) -> ProofReport {
        ProofReport(
            name: "known",
            claim: "no question for what is already known",
            count: count,
            unit: "questions",
            bound: evidence.bound,
            findings: suspicions.all.map { evidence.finding("known", $0) }
        )
    }
}

extension Flow {
    /// Whether an action or a called flow is given a value.
    fileprivate func uses(_ path: FieldPath) -> Bool {
        states.contains { state in
            switch state.step {
            case .act(let call): call.arguments.contains(path)
            case .call(let call): call.arguments.contains { $0.source == .path(path) }
            case .ask, .go: false
            }
        }
    }
}
