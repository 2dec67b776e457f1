import FrontdeskDialogue

/// Tells what the key of an `on` entry stands for.
struct TriggerResolution {
    let names: Names

    /// What a handler of a state waits for.
    func trigger(_ handler: HandlerDeclaration, in state: StateDeclaration) -> Handler.Trigger? {
        handler.trigger ?? trigger(handler.key.text, in: state)
    }

    /// What a handler of a flow or of the assistant waits for.
    func trigger(_ handler: HandlerDeclaration) -> Handler.Trigger? {
        handler.trigger ?? trigger(handler.key.text)
    }

    /// In a state: its outcomes, its answers, then intents and entity types.
    func trigger(_ key: String, in state: StateDeclaration) -> Handler.Trigger? {
        switch state.step {
        case .act(let call):
            if names.actions[call.action.text]?.outcomes.contains(key) == true { return .outcome(key) }
        case .ask(let question):
            if question.ask.choices.contains(where: { $0.id.text == key }) { return .choice(key) }
            if question.ask.choices.isEmpty, key == "yes" { return .yes }
            if question.ask.choices.isEmpty, key == "no" { return .no }
        case .call(let call):
            if known(after: call).contains(key) { return .outcome(key) }
        case .enclose:
            // Its substates ask and act.
            if key == "yes" { return .yes }
            if key == "no" { return .no }
            return trigger(key)
        case .go, nil: break
        }
        return intentOrEntity(key)
    }

    /// In a flow or the assistant: outcomes of any action, intents and entity types.
    func trigger(_ key: String) -> Handler.Trigger? {
        names.outcomes.contains(key) ? .outcome(key) : intentOrEntity(key)
    }

    /// What the keys of a state's `on` can be, the nearest first.
    func known(in state: StateDeclaration) -> [String] {
        switch state.step {
        case .act(let call): names.actions[call.action.text]?.outcomes ?? []
        case .ask(let question):
            question.ask.choices.isEmpty ? ["yes", "no"] : question.ask.choices.map(\.id.text)
        case .call(let call): names.ends[call.flow.text] ?? []
        case .go, .enclose, nil: []
        }
    }

    /// With what a called flow can end; that the customer may no longer want it need not be handled.
    private func known(after call: FlowCallDeclaration) -> [String] {
        (names.ends[call.flow.text] ?? []) + FlowOutcome.common.map(\.rawValue)
    }

    /// Whether an inherited handler can ever be met in a state: outcomes and answers only where they can come.
    func fits(_ trigger: Handler.Trigger?, in state: StateDeclaration) -> Bool {
        switch (trigger, state.step) {
        case (.outcome(let outcome), .act): known(in: state).contains(outcome)
        case (.outcome(let outcome), .call(let call)): known(after: call).contains(outcome)
        case (.outcome, _): false
        case (.yes, .ask), (.no, .ask): known(in: state).contains("yes")
        case (.yes, _), (.no, _), (.choice, _): false
        default: true
        }
    }

    private func intentOrEntity(_ key: String) -> Handler.Trigger? {
        if names.intents.contains(key) { return .intent(key) }
        return names.entities.contains(key) ? .entity(key) : nil
    }
}
