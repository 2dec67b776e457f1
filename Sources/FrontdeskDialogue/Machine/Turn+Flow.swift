import FrontdeskMatching

/// Running flows: asking for slots, entering states, following transitions.
extension Turn {
    // MARK: Beginning and ending

    /// How many flows one turn may start; more go round in a circle.
    private static let startLimit = 16

    mutating func start(_ name: String, intent: String?, _ utterance: Utterance?) {
        guard let flow = index.flow(name) else { return }
        if tracker.flows.contains(where: { $0.flow == name && !$0.isSuspended }) {
            return goOn(with: flow, utterance)
        }
        starts += 1
        guard starts <= Self.startLimit else {
            return handOff(HandoffTarget(reason: .loop), detail: "flows that lead to each other: \(name)")
        }
        let carried = utterance == nil ? tracker.endedFlows.last?.slots ?? [] : []
        closeQuestion()
        if tracker.flows.count >= DialogueMachine.interruptionLimit, let top = tracker.flow {
            record(.flowEnded(flow: top.flow, outcome: .cancelled))
        }
        record(.flowStarted(flow: name, intent: intent))
        // A flow that the desk itself proposed goes on with what the one before it knew.
        for entry in carried where flow.slot(entry.name) != nil && entry.source == .customer {
            record(.slotSet(entry))
        }
        if let utterance { fill(flow, from: utterance) }
        proceed()
    }

    /// The flow is under way already: what interrupts it is given up, and it goes on.
    private mutating func goOn(with flow: Flow, _ utterance: Utterance?) {
        while let top = tracker.flow, top.flow != flow.name {
            record(.flowEnded(flow: top.flow, outcome: .cancelled))
        }
        let before = tracker.flow?.slots.count
        if let utterance { fill(flow, from: utterance) }
        if tracker.flow?.slots.count != before {
            closeQuestion()
            proceed()
        } else {
            resume()
        }
    }

    private mutating func fill(_ flow: Flow, from utterance: Utterance) {
        guard let run = tracker.flow else { return }
        let reader = SlotReader(flow: flow, run: run, moment: moment, turn: number)
        set(reader.read(utterance, asked: nil, otherIntent: nil).fills)
    }

    private mutating func end(_ outcome: FlowOutcome) {
        guard let run = tracker.flow else { return }
        let offers = offers(after: run)
        record(.flowEnded(flow: run.flow, outcome: outcome))
        if tracker.flow != nil { return resume() }
        if outcome == .resolved, !offers.isEmpty { record(.questionOpened(.suggestion(offers.map(\.name)))) }
    }

    /// What the flow's intent suggests next, unless another flow waits to go on.
    private func offers(after run: FlowRun) -> [Intent] {
        guard tracker.flows.count == 1 else { return [] }
        return run.intent.flatMap(index.intent)?.suggests.compactMap(index.intent) ?? []
    }

    // MARK: Going on

    /// Runs the active flow until it asks, acts, ends or hands over.
    mutating func proceed(leadingWith lead: String? = nil) {
        var lead = lead
        for _ in 0..<64 {
            guard let run = tracker.flow else { return }
            guard let flow = index.flow(run.flow), let first = flow.states.first else {
                return record(.flowEnded(flow: run.flow, outcome: .unresolved))
            }
            prefill(flow, run)
            if let slot = missingSlot { return ask(slot, leadingWith: lead) }
            guard let state = flow.state(run.state ?? first.name) else {
                return record(.flowEnded(flow: run.flow, outcome: .unresolved))
            }
            if run.state == nil {
                // The first state may need slots of its own; they are looked for once more.
                record(.stateEntered(flow: flow.name, state: state.name))
                continue
            }
            guard enter(state, flow, &lead) else { return }
        }
        handOff(HandoffTarget(reason: .loop), detail: tracker.state ?? "")
    }

    private mutating func prefill(_ flow: Flow, _ run: FlowRun) {
        for slot in flow.slots {
            guard let path = slot.prefill, run.slot(slot.name) == nil, run.attempts[slot.name] == nil,
                !run.cleared.contains(slot.name),
                let field = path.field, let known = tracker.customer[field: field]
            else { continue }
            let entry = SlotEntry(
                name: slot.name,
                value: .text(known),
                display: known,
                source: .profile,
                turn: number
            )
            record(.slotSet(entry))
        }
    }

    /// The first slot, in file order, that the flow or its current state needs and does not have.
    var missingSlot: Slot? {
        guard let run = tracker.flow, let flow = index.flow(run.flow) else { return nil }
        let needs = run.state.flatMap(flow.state)?.needs ?? []
        return flow.slots.first { slot in
            run.slot(slot.name) == nil && (!slot.isDeferred || needs.contains(slot.name))
        }
    }

    /// Carries a state out.
    ///
    /// - Returns: Whether the flow goes on at once.
    private mutating func enter(_ state: State, _ flow: Flow, _ lead: inout String?) -> Bool {
        let place = "\(flow.name)/\(state.name)"
        if let response = state.say {
            var choices: [Choice] = []
            if case .go(let step) = state.step, case let transition = taken(step),
                transition.target == .end(.resolved),
                transition.say == nil,
                let run = tracker.flow
            {
                choices = offers(after: run).map { Choice(id: $0.name, title: $0.title) }
            }
            say(response, kind: .answer, origin: place, choices: choices, leadingWith: lead)
            lead = nil
        }
        clear(state.clear, countsAsAttempt: false)
        assign(state.set)
        switch state.step {
        case .act(let call):
            act(call)
            return false
        case .ask(let question):
            ask(question, state.name, leadingWith: lead)
            return false
        case .go(let transition):
            return follow(transition, from: place, reason: .policyRequired)
        }
    }

    private mutating func act(_ call: ActionCall) {
        guard let definition = index.action(call.action) else { return }
        guard tracker.steps < DialogueMachine.stepLimit else {
            return handOff(
                HandoffTarget(reason: .loop),
                detail: "\(DialogueMachine.stepLimit) actions in one turn"
            )
        }
        let scope = scope()
        let arguments = zip(definition.takes, call.arguments).map { name, path in
            Record.Field(name, scope.value(of: path) ?? .none)
        }
        let request = ActionRequest(
            key: "\(tracker.conversation)/\(number)/\(tracker.steps + 1)",
            action: call.action,
            arguments: Record(arguments),
            gives: definition.gives
        )
        record(.actionRequested(request))
        actions.append(.run(request))
    }

    mutating func finishAction(_ result: ActionResult) {
        guard let request = tracker.runningAction, request.key == result.key else { return }
        record(.actionFinished(result))
        guard let run = tracker.flow, let flow = index.flow(run.flow) else { return }
        if result.outcome == "failed" {
            lower(by: assistant.confidence.failedAction, .failedAction)
        } else {
            raise()
        }
        guard let transition = handler(.outcome(result.outcome), in: flow, state: run.state) else {
            return handOff(
                HandoffTarget(reason: .error),
                detail: "outcome \(result.outcome) of \(request.action)"
            )
        }
        take(
            transition,
            from: "\(flow.name)/\(run.state ?? "slots")",
            reason: .error,
            isAfterAction: true
        )
    }

    // MARK: Transitions

    /// The handler for a trigger: the state's, else the flow's, else the assistant's.
    func handler(_ trigger: Handler.Trigger, in flow: Flow, state: String?) -> Transition? {
        let ofState = state.flatMap(flow.state)?.handlers ?? []
        return (ofState + flow.handlers + assistant.handlers).first { $0.trigger == trigger }?.transition
    }

    mutating func take(
        _ transition: Transition,
        from place: String,
        reason: HandoffReason,
        isAfterAction: Bool = false
    ) {
        if follow(transition, from: place, reason: reason, isAfterAction: isAfterAction) { proceed() }
    }

    private mutating func follow(
        _ guarded: Transition,
        from place: String,
        reason: HandoffReason,
        isAfterAction: Bool = false
    ) -> Bool {
        let transition = taken(guarded)
        if let response = transition.say {
            var choices: [Choice] = []
            if transition.target == .end(.resolved), let run = tracker.flow {
                choices = offers(after: run).map { Choice(id: $0.name, title: $0.title) }
            }
            say(response, kind: .answer, origin: "\(place)→", choices: choices)
        }
        clear(transition.clear, countsAsAttempt: isAfterAction)
        assign(transition.set)
        switch transition.target {
        case .state(let name):
            guard let run = tracker.flow else { return false }
            record(.stateEntered(flow: run.flow, state: name))
            return true
        case .end(let outcome):
            end(outcome)
        case .handoff(let target):
            handOff(target, detail: place)
        case .flow(let name):
            guard let run = tracker.flow else { return false }
            record(.flowEnded(flow: run.flow, outcome: .resolved))
            start(name, intent: run.intent, nil)
        }
        return false
    }

    private mutating func clear(_ slots: [String], countsAsAttempt: Bool) {
        for name in slots where tracker.flow?.slot(name) != nil {
            record(.slotCleared(name))
            if countsAsAttempt {
                record(.attemptFailed(name))
                refused.insert(name)
            }
        }
    }

    private mutating func assign(_ assignments: [Assignment]) {
        for assignment in assignments {
            if let expression = assignment.value {
                assign(expression.evaluate(in: scope()).value, to: assignment.slot)
                continue
            }
            let text = render(assignment.template)
            record(
                .slotSet(
                    SlotEntry(
                        name: assignment.slot,
                        value: .text(text),
                        display: text,
                        source: .flow,
                        turn: number
                    )
                )
            )
        }
    }
}
