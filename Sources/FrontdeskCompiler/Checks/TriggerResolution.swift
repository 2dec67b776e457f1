import FrontdeskDialogue

/// Tells what the key of an `on` entry stands for.
struct TriggerResolution {
    let names: Names

    /// In a state: its outcomes, its answers, then intents and entity types.
    func trigger(_ key: String, in state: StateDeclaration) -> Handler.Trigger? {
        switch state.step {
        case .act(let call):
            if names.actions[call.action.text]?.outcomes.contains(key) == true { return .outcome(key) }
        case .ask(let question):
            if question.ask.choices.contains(where: { $0.id.text == key }) { return .choice(key) }
            if question.ask.choices.isEmpty, key == "yes" { return .yes }
            if question.ask.choices.isEmpty, key == "no" { return .no }
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
        case .go, nil: []
        }
    }

    private func intentOrEntity(_ key: String) -> Handler.Trigger? {
        if names.intents.contains(key) { return .intent(key) }
        return names.entities.contains(key) ? .entity(key) : nil
    }
}
