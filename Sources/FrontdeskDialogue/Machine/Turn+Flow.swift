import FrontdeskMatching

/// Running flows: asking for slots, entering states, following transitions.
extension Turn {
    // MARK: Beginning and ending

    /// How many flows one turn may start; more go round in a circle.
    private static let startLimit = 16

    mutating func start(
        _ name: String,
        intent: String?,
        _ utterance: Utterance?,
        carrying slots: [SlotEntry]? = nil
    ) {
        guard let flow = index.flow(name) else { return }
        if isUnderWay(name) { return goOn(with: flow, utterance) }
        guard countStart(of: name) else { return }
        let carried = slots ?? (utterance == nil ? tracker.endedFlows.last?.slots ?? [] : [])
        closeQuestion()
        if tracker.flows.count(where: { $0.call == nil }) >= DialogueMachine.interruptionLimit {
            endFlow(.cancelled)
        }
        opening = utterance
        readers = [name]
        record(.flowStarted(flow: name, intent: intent))
        // A flow that the desk itself proposed goes on with what the one before it knew.
        for entry in carried where flow.slot(entry.name) != nil && (entry.source == .customer || slots != nil)
        {
            guard broken(by: [entry]).isEmpty else { continue }
            record(.slotSet(entry))
        }
        if let utterance {
            fill(flow, from: utterance)
            if let entry = pointed(by: utterance, startOf: flow) { set([entry]) }
        }
        proceed()
    }

    /// Whether a flow is open that nobody called and that waits for no human.
    func isUnderWay(_ name: String) -> Bool {
        tracker.flows.contains { $0.flow == name && $0.call == nil && !$0.isSuspended }
    }

    /// Counts one more start; more of them than any conversation needs go to a human.
    mutating func countStart(of name: String) -> Bool {
        starts += 1
        guard starts > Self.startLimit else { return true }
        handOff(HandoffTarget(reason: .loop), detail: "flows that lead to each other: \(name)")
        return false
    }

    /// The flow is under way already: what interrupts it is given up, and it goes on.
    private mutating func goOn(with flow: FlowParts, _ utterance: Utterance?) {
        while let root = rootRun, root.flow != flow.name { endFlow(.cancelled) }
        let before = tracker.flow?.slots.count
        if let utterance, let active = tracker.flow.flatMap({ index.flow($0.flow) }) {
            fill(active, from: utterance)
        }
        if tracker.flow?.slots.count != before {
            closeQuestion()
            proceed()
        } else {
            resume()
        }
    }

    mutating func fill(_ flow: FlowParts, from utterance: Utterance) {
        // What rules say of a value may name what is worked out.
        workOut(flow.workedOut)
        guard let run = tracker.flow else { return }
        let reader = SlotReader(flow: flow, run: run, moment: moment, turn: number)
        set(reader.read(utterance, asked: nil, otherIntent: nil).fills)
    }

    /// Fills the slots that the pattern of an utterance names, whether they had a value or not.
    mutating func fillNamed(by utterance: Utterance) {
        guard let named = utterance.match.candidates.first?.pattern?.entities.filter({ $0.role != nil }),
            !named.isEmpty, let run = tracker.flow, let flow = index.flow(run.flow)
        else { return }
        let reader = SlotReader(flow: flow, run: run, moment: moment, turn: number)
        set(
            flow.slots.filter { $0.terms.value == nil }.compactMap { slot in
                var own = named.filter { $0.role == slot.name }
                return reader.entity(for: slot, &own)
            }
        )
    }

    /// Ends the active flow.
    ///
    /// - Returns: Whether a caller goes on at once.
    private mutating func end(_ outcome: FlowOutcome) -> Bool {
        guard let run = tracker.flow else { return false }
        let values = outcome == .resolved ? memorable(run) : []
        if let call = run.call {
            _ = learn(values, from: run.flow)
            return comeBack(from: run, call, outcome)
        }
        let offers = offers(after: run)
        record(.flowEnded(flow: run.flow, outcome: outcome))
        let hasAsked = learn(values, from: run.flow)
        // News that waited for it come before what it had interrupted.
        if !hasAsked, tellNews() { return false }
        if tracker.flow != nil {
            resume()
        } else if !hasAsked, outcome == .resolved, !offers.isEmpty {
            record(.questionOpened(.suggestion(offers.map(\.name))))
        }
        return false
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
        for _ in 0..<128 {
            guard let run = tracker.flow else { return }
            guard let flow = index.flow(run.flow), let first = flow.states.first else {
                return endFlow(.unresolved)
            }
            if flow.needs != nil, holdFlow() { return }
            prefill(flow.prefilled, run)
            if !flow.remembered.isEmpty { recall(flow.remembered) }
            workOut(flow.workedOut)
            if let confirmation = dueConfirmation { return ask(confirmation, leadingWith: lead) }
            if let slot = missingSlot { return ask(slot, leadingWith: lead) }
            guard let state = flow.state(run.state ?? first.name) else {
                return endFlow(.unresolved)
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

    private mutating func prefill(_ slots: [Slot], _ run: FlowRun) {
        for slot in slots {
            guard let path = slot.prefill, !run.has(slot.name), run.attempts[slot.name] == nil,
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
            guard broken(by: [entry]).isEmpty else { continue }
            record(.slotSet(entry))
        }
    }

    /// The first slot, in file order, that the flow or one of its active states needs and does not have.
    var missingSlot: Slot? {
        guard let run = tracker.activeRun, let parts = index.flow(tracker.flows[run].flow),
            !parts.asked.isEmpty
        else { return nil }
        let needs =
            parts.hasDeferred
            ? tracker.flows[run].activeStates.flatMap { parts.state($0)?.needs ?? [] } : []
        var first: Slot?
        for slot in parts.asked
        where !tracker.flows[run].has(slot.name) && (!slot.isDeferred || needs.contains(slot.name))
            && isWanted(slot)
        {
            // What was refused is asked for again before anything else.
            if reasons.isEmpty || reasons[slot.name] != nil { return slot }
            first = first ?? slot
        }
        return first
    }

    /// Carries a state out.
    ///
    /// - Returns: Whether the flow goes on at once.
    private mutating func enter(_ state: State, _ flow: FlowParts, _ lead: inout String?) -> Bool {
        let place = "\(flow.name)/\(state.name)"
        if let terms = state.promise, !promise(terms, at: place) { return false }
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
        change(on: state)
        switch state.step {
        case .call(let call):
            return self.call(call)
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
        if definition.needs != nil, holdAction(definition) { return }
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
        let result = conformed(result, to: index.action(request.action))
        record(.actionFinished(result))
        guard let run = tracker.flow, let flow = index.flow(run.flow) else { return }
        if result.outcome == "failed" || result.outcome == "unavailable" {
            lower(by: assistant.confidence.failedAction, .failedAction)
        } else {
            raise()
        }
        take(repliesOf: result, index.action(request.action))
        guard let transition = handler(.outcome(result.outcome), in: flow, state: run.state) else {
            return handOff(
                HandoffTarget(reason: .error),
                detail: "outcome \(result.outcome) of \(request.action)"
            )
        }
        take(
            transition,
            from: run.place,
            reason: .error,
            isAfterAction: true
        )
    }

    // MARK: Transitions

    mutating func take(
        _ transition: Transition,
        from place: String,
        reason: HandoffReason,
        isAfterAction: Bool = false
    ) {
        if follow(transition, from: place, reason: reason, isAfterAction: isAfterAction) { proceed() }
    }

    /// Says and changes what belongs to a transition, and goes where it leads.
    ///
    /// - Returns: Whether the active flow goes on at once.
    mutating func follow(
        _ guarded: Transition,
        from place: String,
        reason: HandoffReason,
        isAfterAction: Bool = false
    ) -> Bool {
        let transition = taken(guarded)
        if let terms = transition.promise, !promise(terms, at: place) { return false }
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
        case .state(let path):
            return enter(path)
        case .history(let parent):
            let latest = tracker.flow?.history[parent]
            let known = latest.flatMap { tracker.flow.flatMap { index.flow($0.flow) }?.state($0) }
            return known.map { enter($0.name, resuming: parent) } ?? enter(parent)
        case .end(let outcome):
            return end(outcome)
        case .handoff(let target):
            handOff(target, detail: place)
        case .flow(let name):
            let runs = ownRuns
            guard let root = runs.first else { return false }
            endFlow(.resolved)
            start(name, intent: root.intent, nil, carrying: runs.customerSlots)
        case .stay:
            stay(changing: !transition.clear.isEmpty)
        case .pass:
            break
        }
        return false
    }

    /// Enters a state: what lies around it and is not active yet comes first, the outermost before all.
    ///
    /// - Parameter resuming: A state whose entry belongs to an earlier visit that goes on now.
    private mutating func enter(_ path: String, resuming: String? = nil) -> Bool {
        guard let run = tracker.flow, let flow = index.flow(run.flow) else { return false }
        let active = run.activeStates
        for around in StatePath(path).around where !active.contains(around) {
            record(.stateEntered(flow: run.flow, state: around))
            guard around != resuming, let state = flow.state(around) else { continue }
            if let response = state.say {
                say(response, kind: .answer, origin: "\(flow.name)/\(state.name)")
            }
            change(on: state)
        }
        record(.stateEntered(flow: run.flow, state: path))
        return true
    }

    private mutating func change(on state: State) {
        clear(state.clear, countsAsAttempt: false)
        assign(state.set)
    }

    private mutating func clear(_ slots: [String], countsAsAttempt: Bool) {
        for name in slots where tracker.slot(name) != nil {
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
            // What is kept is the value and no language's word for it.
            let text = renderer.render(assignment.template, in: ValueScope(scope: scope()))
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
