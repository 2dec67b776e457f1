/// Flows that call others: each called one runs on top of its caller, and the caller goes on with its outcome.
extension Turn {
    /// The active flow and the flows that called it, the outermost first.
    var ownRuns: ArraySlice<FlowRun> {
        guard tracker.flow != nil else { return [] }
        let flows = tracker.flows
        return flows[(flows.lastIndex { $0.call == nil } ?? 0)...]
    }

    /// The flow that the customer came for: the active one, or the outermost of those that called it.
    var rootRun: FlowRun? { ownRuns.first }

    /// Ends the active flow with all that called it.
    mutating func endFlow(_ outcome: FlowOutcome) {
        for run in ownRuns.reversed() { record(.flowEnded(flow: run.flow, outcome: outcome)) }
    }

    /// Gives up what the customer's own flow has called, not that flow.
    mutating func leaveCalls() {
        for run in ownRuns.dropFirst().reversed() {
            record(.flowEnded(flow: run.flow, outcome: .cancelled))
        }
    }

    /// Calls a flow.
    ///
    /// - Returns: Whether it runs.
    mutating func call(_ call: FlowCall) -> Bool {
        guard let flow = index.flow(call.flow), let caller = tracker.flow else { return false }
        guard ownRuns.count <= DialogueMachine.callLimit else {
            handOff(
                HandoffTarget(reason: .loop),
                detail: "more than \(DialogueMachine.callLimit) calls: \(call.flow)"
            )
            return false
        }
        guard countStart(of: call.flow) else { return false }
        let given = call.arguments.compactMap { argument in
            flow.slot(argument.slot) == nil ? nil : entry(for: argument, caller)
        }
        record(.flowCalled(CalledFlow(flow: flow.name, result: call.result, gives: flow.gives)))
        for entry in given { record(.slotSet(entry)) }
        readOpening(flow, caller)
        return true
    }

    /// What an argument gives; nil when there is no value yet.
    private func entry(for argument: FlowCall.Argument, _ caller: FlowRun) -> SlotEntry? {
        let value: Value
        switch argument.source {
        case .literal(let literal): value = literal
        case .path(let path):
            if path.field == nil, var known = caller.slot(path.root) {
                known.name = argument.slot
                return known
            }
            guard let found = scope().value(of: path), found != .none else { return nil }
            value = found
        }
        return SlotEntry(
            name: argument.slot,
            value: value,
            display: renderer.text(of: value),
            source: .flow,
            turn: number
        )
    }

    /// What the customer said at the beginning may answer a called flow's questions too; nobody is asked twice.
    private mutating func readOpening(_ flow: FlowParts, _ caller: FlowRun) {
        guard let opening, readers.insert(flow.name).inserted, let run = tracker.flow else { return }
        let reader = SlotReader(flow: flow, run: run, moment: moment, turn: number)
        let fills = reader.read(opening, asked: nil, otherIntent: nil).fills
        // What the caller took is taken, and what it took back is not offered again.
        set(
            fills.filter { fill in
                !caller.cleared.contains(fill.name)
                    && !caller.slots.contains { $0.value == fill.value && $0.turn == number }
            }
        )
    }

    /// Ends a called flow; its caller takes what it gives and goes on with its outcome.
    ///
    /// - Returns: Whether the caller goes on at once.
    mutating func comeBack(from run: FlowRun, _ call: CalledFlow, _ outcome: FlowOutcome) -> Bool {
        record(.flowEnded(flow: run.flow, outcome: outcome))
        guard let caller = tracker.flow, let flow = index.flow(caller.flow) else { return false }
        for name in call.gives where flow.slot(name) != nil {
            if let entry = run.slot(name), caller.slot(name) != entry { record(.slotSet(entry)) }
        }
        guard let transition = handler(.outcome(outcome.rawValue), in: flow, state: caller.state) else {
            if outcome == .cancelled {
                endFlow(.cancelled)
                if tracker.flow != nil { resume() }
            } else {
                handOff(HandoffTarget(reason: .error), detail: "outcome \(outcome.rawValue) of \(run.flow)")
            }
            return false
        }
        return follow(transition, from: caller.place, reason: .error)
    }

    /// Cancels called flows until a caller has a handler for that.
    ///
    /// - Returns: Whether one had.
    mutating func cancelCalls() -> Bool {
        for run in ownRuns.dropFirst().reversed() {
            record(.flowEnded(flow: run.flow, outcome: .cancelled))
            guard let caller = tracker.flow, let flow = index.flow(caller.flow),
                let transition = handler(
                    .outcome(FlowOutcome.cancelled.rawValue),
                    in: flow,
                    state: caller.state
                )
            else { continue }
            take(transition, from: caller.place, reason: .policyRequired)
            return true
        }
        return false
    }
}

extension ArraySlice<FlowRun> {
    /// What the customer said in any of these flows; where two know the same slot, the inner one counts.
    var customerSlots: [SlotEntry] {
        var entries: [SlotEntry] = []
        for entry in flatMap(\.slots) where entry.source == .customer {
            entries.removeAll { $0.name == entry.name }
            entries.append(entry)
        }
        return entries
    }
}
