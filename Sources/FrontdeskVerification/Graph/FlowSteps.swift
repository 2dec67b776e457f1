package import FrontdeskDialogue

/// The steps within one flow, and out of it.
package struct FlowSteps {
    package struct Step {
        package var from: StateGraph.Place
        package var to: StateGraph.Place
        package var needsCustomer: Bool
        /// What makes it happen.
        package var cause: StepCause
    }

    let flow: Flow
    let assistant: Assistant
    package private(set) var steps: [Step] = []
    /// What makes the steps happen that are added next.
    private var cause = StepCause(.begins)
    private var substates: [String: [String]] = [:]
    private var states: [String: State] = [:]

    package init(flow: Flow, assistant: Assistant) {
        self.flow = flow
        self.assistant = assistant
        for state in flow.states {
            states[state.name] = state
            for around in Flow.active(state.name).dropFirst() {
                substates[around, default: []].append(state.name)
            }
        }
    }

    package mutating func build() {
        cause = StepCause(.begins)
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
            cause = StepCause(.begins)
            add(start, place, false)
            cause = StepCause(.answered)
            add(place, start, true)
            cause = StepCause(.otherwise)
            follow(confirmation.question.otherwise, from: place, true)
            take(outer(of: nil), from: place)
        }
        for state in flow.states { build(state) }
    }

    private mutating func build(_ slot: Slot, _ start: StateGraph.Place, isUnderWay: Bool) {
        let place = StateGraph.Place.slot(slot.name, flow: flow.name)
        cause = StepCause(.answered)
        add(place, start, true)
        cause = StepCause(.otherwise)
        follow(slot.otherwise, from: place, true)
        take(slot.handlers.map { Standing(handler: $0, level: .state) }, from: place)
        take(outer(of: nil), from: place)
        for state in flow.states where Flow.active(state.name).contains(where: { needs(slot, $0) }) {
            let asking = StateGraph.Place.state(state.name, flow: flow.name)
            cause = StepCause(.needs)
            add(asking, place, false)
            cause = StepCause(.answered)
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
            cause = StepCause(.calls)
            add(place, .start(flow: call.flow), false)
            let outcomes = assistant.flows.first { $0.name == call.flow }?.outcomes ?? []
            answer(outcomes.map(\.rawValue), from: place, handlers, needsCustomer: true)
        case .ask(let question):
            cause = StepCause(.otherwise)
            follow(question.otherwise, from: place, true)
        case .go(let transition):
            cause = StepCause(.goesOn)
            follow(transition, from: place, false)
        }
        take(handlers, from: place)
    }

    /// What outcomes lead to; one that nothing handles leads to a human.
    private mutating func answer(
        _ outcomes: [String],
        from place: StateGraph.Place,
        _ handlers: [Standing],
        needsCustomer: Bool
    ) {
        for outcome in outcomes {
            if let standing = handlers.first(where: { $0.handler.trigger == .outcome(outcome) }) {
                cause = StepCause(.handler(.outcome(outcome)), level: standing.level)
                follow(standing.handler.transition, from: place, needsCustomer)
            } else {
                cause = StepCause(.handler(.outcome(outcome)))
                add(place, .human, needsCustomer)
            }
        }
    }

    /// The handlers that hold in a state, the innermost first.
    private func outer(of path: String?) -> [Standing] {
        (path.map(Flow.active) ?? []).flatMap { states[$0]?.handlers ?? [] }
            .map { Standing(handler: $0, level: .state) }
            + flow.handlers.map { Standing(handler: $0, level: .flow) }
            + assistant.handlers.map { Standing(handler: $0, level: .assistant) }
    }

    private mutating func take(_ handlers: [Standing], from place: StateGraph.Place) {
        var seen: Set<Handler.Trigger> = []
        for standing in handlers where seen.insert(standing.handler.trigger).inserted {
            if case .outcome = standing.handler.trigger { continue }
            cause = StepCause(.handler(standing.handler.trigger), level: standing.level)
            follow(standing.handler.transition, from: place, true)
        }
    }

    /// A handler, and where it stands.
    private struct Standing {
        var handler: Handler
        var level: StepCause.Level
    }

    private mutating func follow(
        _ transition: Transition,
        from place: StateGraph.Place,
        _ needsCustomer: Bool
    ) {
        let unconditional = cause
        defer { cause = unconditional }
        for branch in transition.branches {
            cause = unconditional
            cause.condition = branch.when
            cause.isAlternative = branch.when == nil && transition.when != nil
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
            case .handoff(let target):
                cause.handoff = target
                add(place, .human, needsCustomer)
            case .flow(let name): add(place, .start(flow: name), needsCustomer)
            case .stay: if needsCustomer { add(place, place, true) }
            case .pass: break
            }
            if branch.promise != nil {
                cause.isPromise = true
                add(place, .human, needsCustomer)
            }
        }
    }

    private mutating func add(_ from: StateGraph.Place, _ to: StateGraph.Place, _ needsCustomer: Bool) {
        steps.append(Step(from: from, to: to, needsCustomer: needsCustomer, cause: cause))
    }
}
