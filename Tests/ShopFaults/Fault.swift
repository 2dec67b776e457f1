import FrontdeskDialogue
import FrontdeskMatching

/// A fault that is put into a copy of an assistant, and the proof that must find it.
struct Fault: Sendable {
    /// What the matcher knows of the faulty copy.
    enum Words { case same, changed, patternsAlone }

    /// What is wrong.
    var name: String
    /// The proof that fails.
    var proof: String
    /// What its message says.
    var message: String
    /// What becomes of the words that are understood.
    var words = Words.same
    /// Whether nothing that a customer can do shows it.
    var isUnshown = false
    /// Makes the fault.
    var change: @Sendable (inout Assistant) -> Void
}

extension Assistant {
    /// Changes a flow; a name that does not exist changes nothing, and then the fault is not found.
    mutating func change(flow name: String, _ body: (inout Flow) -> Void) {
        guard let place = flows.firstIndex(where: { $0.name == name }) else { return }
        body(&flows[place])
    }

    /// Changes a state of a flow.
    mutating func change(_ flow: String, _ state: String, _ body: (inout State) -> Void) {
        change(flow: flow) { flow in
            guard let place = flow.states.firstIndex(where: { $0.name == state }) else { return }
            body(&flow.states[place])
        }
    }

    /// Changes a slot of a flow.
    mutating func change(_ flow: String, slot name: String, _ body: (inout Slot) -> Void) {
        change(flow: flow) { flow in
            guard let place = flow.slots.firstIndex(where: { $0.name == name }) else { return }
            body(&flow.slots[place])
        }
    }

    /// Changes what an outcome of a state's action leads to.
    mutating func change(_ flow: String, _ state: String, outcome: String, _ body: (inout Transition) -> Void)
    {
        change(flow, state) { state in
            guard let place = state.handlers.firstIndex(where: { $0.trigger == .outcome(outcome) }) else {
                return
            }
            body(&state.handlers[place].transition)
        }
    }

    /// Changes the words of an intent.
    mutating func change(intent name: String, _ body: (inout IntentDefinition) -> Void) {
        guard let place = matching.intents.firstIndex(where: { $0.name == name }) else { return }
        body(&matching.intents[place])
    }
}
