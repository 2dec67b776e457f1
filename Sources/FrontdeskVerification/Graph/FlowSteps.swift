import FrontdeskDialogue

/// The steps within one flow, and out of it.
struct FlowSteps {
    struct Step {
        var from: StateGraph.Place
        var to: StateGraph.Place
        var needsCustomer: Bool
    }

    let flow: Flow
    let assistant: Assistant
    private(set) var steps: [Step] = []
    private var substates: [String: [String]] = [:]
    private var states: [String: State] = [:]

    init(flow: Flow, assistant: Assistant) {
        self.flow = flow
        self.assistant = assistant
        for state in flow.states {
            states[state.name] = state
            for around in Flow.active(state.name).dropFirst() {
                substates[around, default: []].append(state.name)
            }
        }
    }

    mutating func build() {
        let start = StateGraph.Place.start(flow: flow.name)
        let asked = flow.slots.filter { $0.isAsked && $0.terms.value == nil }
        let first = flow.states.first.map { StateGraph.Place.state($0.name, flow: flow.name) }
        for slot in asked where !slot.isDeferred { add(start, .slot(slot.name, flow: flow.name), false) }
        if let first {
            add(start, first, false)
        } else {
            add(start, .end(.unresolved, flow: flow.name), false)
        }
        for slot in asked { build(slot, start, isUnderWay: true) }
        if let confirmation = flow.confirmation {
            let place = StateGraph.Place.confirmation(flow: flow.name)
            add(start, place, false)
            add(place, start, true)
            follow(confirmation.question.otherwise, from: place, true)
            take(outer(of: nil), from: place)
        }
        for state in flow.states { build(state) }
    }

    private mutating func build(_ slot: Slot, _ start: StateGraph.Place, isUnderWay: Bool) {
        let place = StateGraph.Place.slot(slot.name, flow: flow.name)
        add(place, start, true)
        follow(slot.otherwise, from: place, true)
        take(slot.handlers, from: place)
        take(outer(of: nil), from: place)
        for state in flow.states where Flow.active(state.name).contains(where: { needs(slot, $0) }) {
            let asking = StateGraph.Place.state(state.name, flow: flow.name)
            add(asking, place, false)
            add(place, asking, true)
        }
    }

    private func asks(_ name: String) -> Bool {
        flow.slot(named: name).map { $0.isAsked && $0.terms.value == nil } ?? false
    }

    private func needs(_ slot: Slot, _ path: String) -> Bool {
        states[path]?.needs.contains(slot.name) ?? false
    }

    private mutating func build(_ state: State) {
        let place = StateGraph.Place.state(state.name, flow: flow.name)
        let handlers = outer(of: state.name)
        switch state.step {
        case .act(let call):
            let outcomes = assistant.actions.first { $0.name == call.action }?.outcomes ?? []
            answer(outcomes, from: place, handlers, needsCustomer: false)
        case .call(let call):
            add(place, .start(flow: call.flow), false)
            let outcomes = assistant.flows.first { $0.name == call.flow }?.outcomes ?? []
            answer(outcomes.map(\.rawValue), from: place, handlers, needsCustomer: true)
        case .ask(let question): follow(question.otherwise, from: place, true)
        case .go(let transition): follow(transition, from: place, false)
        }
        take(handlers, from: place)
    }

    /// What outcomes lead to; one that nothing handles leads to a human.
    private mutating func answer(
        _ outcomes: [String],
        from place: StateGraph.Place,
        _ handlers: [Handler],
        needsCustomer: Bool
    ) {
        for outcome in outcomes {
            if let handler = handlers.first(where: { $0.trigger == .outcome(outcome) }) {
                follow(handler.transition, from: place, needsCustomer)
            } else {
                add(place, .human, needsCustomer)
            }
        }
    }

    /// The handlers that hold in a state, the innermost first.
    private func outer(of path: String?) -> [Handler] {
        (path.map(Flow.active) ?? []).flatMap { states[$0]?.handlers ?? [] } + flow.handlers
            + assistant.handlers
    }

    private mutating func take(_ handlers: [Handler], from place: StateGraph.Place) {
        var seen: Set<Handler.Trigger> = []
        for handler in handlers where seen.insert(handler.trigger).inserted {
            if case .outcome = handler.trigger { continue }
            follow(handler.transition, from: place, true)
        }
    }

    private mutating func follow(
        _ transition: Transition,
        from place: StateGraph.Place,
        _ needsCustomer: Bool
    ) {
        for branch in transition.branches {
            // What is forgotten is asked for before anything else.
            let needsCustomer =
                needsCustomer
                || branch.clear.contains { name in
                    asks(name) && !branch.set.contains { $0.slot == name }
                }
            switch branch.target {
            case .state(let path): add(place, .state(path, flow: flow.name), needsCustomer)
            case .history(let parent):
                for path in [parent] + (substates[parent] ?? []) {
                    add(place, .state(path, flow: flow.name), needsCustomer)
                }
            case .end(let outcome): add(place, .end(outcome, flow: flow.name), needsCustomer)
            case .handoff: add(place, .human, needsCustomer)
            case .flow(let name): add(place, .start(flow: name), needsCustomer)
            case .stay: if needsCustomer { add(place, place, true) }
            case .pass: break
            }
            if branch.promise != nil { add(place, .human, needsCustomer) }
        }
    }

    private mutating func add(_ from: StateGraph.Place, _ to: StateGraph.Place, _ needsCustomer: Bool) {
        steps.append(Step(from: from, to: to, needsCustomer: needsCustomer))
    }
}
