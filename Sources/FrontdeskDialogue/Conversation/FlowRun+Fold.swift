extension FlowRun {
    /// Takes a fact about the flow into the state of its run.
    mutating func apply(_ event: Event) {
        switch event.fact {
        case .stateEntered(_, let state):
            enter(state, at: event.at)
        case .slotSet(let entry):
            slots.removeAll { $0.name == entry.name }
            slots.append(entry)
        case .slotCleared(let name):
            slots.removeAll { $0.name == name }
            if !cleared.contains(name) { cleared.append(name) }
        case .choicesShutOut(let slot, let ids):
            shutOut[slot, default: []] += ids
        case .attemptFailed(let name):
            attempts[name, default: 0] += 1
        default:
            break
        }
    }

    mutating func keep(_ record: Record, as name: String) {
        results.removeAll { $0.name == name }
        results.append(NamedRecord(name: name, record: record))
    }

    /// Keeps what a flow gives that was called from here.
    mutating func keepResult(of run: FlowRun) {
        guard let call = run.call else { return }
        let fields = call.gives.compactMap { name in
            run.slot(name).map { Record.Field(name, $0.value) }
        }
        keep(Record(fields), as: call.result)
    }

    /// What is entered anew begins anew, what is left is over; the states around stay as they are.
    private mutating func enter(_ state: String?, at milliseconds: Int64) {
        self.state = state
        guard let state else {
            enteredAt = [:]
            firedTimers = []
            return
        }
        let path = StatePath(state)
        let around = path.around
        enteredAt = enteredAt.filter { around.contains($0.key) }
        firedTimers.removeAll { timer in timer.state.map { !around.contains($0) } ?? true }
        for active in around where enteredAt[active] == nil { enteredAt[active] = milliseconds }
        enteredAt[state] = milliseconds
        if let parent = path.parent { history[parent] = state }
    }
}
