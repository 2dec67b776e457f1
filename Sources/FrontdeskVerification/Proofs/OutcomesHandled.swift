import FrontdeskDialogue

/// Every outcome of every action and called flow leads where somebody meant it to.
struct OutcomesHandled: Proof {
    private let subject: Subject
    private var witnesses: [String: Suspicion] = [:]

    init(_ subject: Subject) { self.subject = subject }

    mutating func look(at turn: Exploration.Turn, _ stage: inout Stage) {
        for event in turn.events {
            guard case .handoffRequested(let request) = event.fact, request.reason == .error,
                request.detail.hasPrefix("outcome "), let place = turn.after.flows.last?.place
            else { continue }
            let key = "\(place) \(request.detail)"
            guard witnesses[key] == nil else { continue }
            witnesses[key] = Suspicion(
                "",
                place: FilePlace.named(place, in: subject),
                mend: "",
                from: turn.from,
                moves: [turn.move],
                demands: ["no handoff \(request.queue) error"]
            )
        }
    }

    func report(_ evidence: Evidence) -> ProofReport {
        var count = 0
        var findings: [Finding] = []
        for flow in subject.assistant.flows {
            for state in flow.states {
                let (what, outcomes) = outcomes(of: state)
                let handlers = flow.handlers(in: state.name) + subject.assistant.handlers
                count += outcomes.count
                for outcome in outcomes
                where !handlers.contains(where: { $0.trigger == .outcome(outcome) }) {
                    let place = "\(flow.name)/\(state.name)"
                    var suspicion = witnesses["\(place) outcome \(outcome) of \(what)"]
                    suspicion?.message =
                        "in \(place) the outcome '\(outcome)' of \(what) leads to a human for want of a handler"
                    suspicion?.mend =
                        "add '\(outcome)' under 'on' of this state, of the flow or of the assistant"
                    findings.append(
                        suspicion.map { evidence.finding("outcomes", $0) }
                            ?? Finding(
                                proof: "outcomes",
                                place: FilePlace.state(state.name, of: flow.name),
                                message: "in \(place) nothing handles the outcome '\(outcome)' of \(what)",
                                mend:
                                    "add '\(outcome)' under 'on' of this state, of the flow or of the assistant",
                                unshown: "no conversation that was tried leads there"
                            )
                    )
                }
            }
        }
        return ProofReport(
            name: "outcomes",
            claim: "every outcome of every action and called flow handled",
            count: count,
            unit: "outcomes",
            findings: findings
        )
    }

    private func outcomes(of state: State) -> (String, [String]) {
        switch state.step {
        case .act(let call):
            let action = subject.assistant.actions.first { $0.name == call.action }
            return (call.action, action?.outcomes ?? [])
        case .call(let call):
            // A called flow that is given up gives its caller up as well; that needs no handler.
            let outcomes = (subject.flow(call.flow)?.usedOutcomes ?? []).filter { $0 != .cancelled }
            return (call.flow, outcomes.map(\.rawValue))
        case .ask, .go: return ("", [])
        }
    }
}

extension Flow {
    /// What its own files end it with.
    fileprivate var usedOutcomes: [FlowOutcome] {
        var found: [FlowOutcome] = []
        for transition in transitions {
            if case .end(let outcome) = transition.target, !found.contains(outcome) { found.append(outcome) }
        }
        return found
    }
}
