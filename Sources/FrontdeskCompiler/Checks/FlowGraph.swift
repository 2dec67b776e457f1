import FrontdeskDialogue

/// Which states of a flow follow which.
struct FlowGraph {
    /// A step from one state to another.
    struct Edge {
        /// The state it leads to.
        var target: Int
        /// Slots it forgets and does not set again.
        var clears: [String]
        /// Whether the customer said something that led here.
        var needsCustomer: Bool
        /// Whether that was a "yes" or a choice.
        var confirms: Bool
    }

    let flow: FlowDeclaration
    /// The steps out of each state.
    private(set) var edges: [[Edge]] = []
    /// The steps that lead into the flow: its start, and what follows when a slot stays empty.
    private(set) var entries: [Edge] = []
    /// Slots that some state asks for, instead of the flow's start.
    let deferred: Set<String>

    init(_ flow: FlowDeclaration, _ program: Program, _ names: Names) {
        self.flow = flow
        deferred = Set(flow.states.flatMap { $0.needs.map(\.text) })
        let resolution = TriggerResolution(names: names)
        let inherited = flow.handlers + program.handlers
        for state in flow.states { edges.append(edges(of: state, inherited, resolution)) }
        if !flow.states.isEmpty {
            entries.append(Edge(target: 0, clears: [], needsCustomer: true, confirms: false))
        }
        for slot in flow.slots where !deferred.contains(slot.name.text) {
            entries += edge(slot.otherwise, needsCustomer: true)
        }
    }

    private func edges(
        of state: StateDeclaration,
        _ inherited: [HandlerDeclaration],
        _ resolution: TriggerResolution
    ) -> [Edge] {
        var result: [Edge] = []
        if case .go(let transition) = state.step { result += edge(transition, needsCustomer: false) }
        if case .ask(let question) = state.step { result += edge(question.otherwise, needsCustomer: true) }
        for slot in flow.slots where state.needs.contains(where: { $0.text == slot.name.text }) {
            result += edge(slot.otherwise, needsCustomer: true)
        }
        var handled: Set<String> = []
        for handler in state.handlers {
            handled.insert(handler.key.text)
            result += edge(handler, trigger: resolution.trigger(handler.key.text, in: state))
        }
        for handler in inherited where !handled.contains(handler.key.text) {
            let trigger = resolution.trigger(handler.key.text)
            if case .outcome(let outcome) = trigger {
                guard resolution.known(in: state).contains(outcome), case .act = state.step else { continue }
            }
            handled.insert(handler.key.text)
            result += edge(handler, trigger: trigger)
        }
        return result
    }

    private func edge(_ handler: HandlerDeclaration, trigger: Handler.Trigger?) -> [Edge] {
        switch trigger {
        case .outcome, nil: edge(handler.transition, needsCustomer: false)
        case .yes, .choice: edge(handler.transition, needsCustomer: true, confirms: true)
        case .no, .intent, .entity: edge(handler.transition, needsCustomer: true)
        }
    }

    private func edge(
        _ transition: TransitionDeclaration?,
        needsCustomer: Bool,
        confirms: Bool = false
    ) -> [Edge] {
        (transition?.branches ?? []).compactMap { branch in
            guard case .state(let name) = branch.target,
                let target = flow.states.firstIndex(where: { $0.name.text == name.text })
            else { return nil }
            let set = Set(branch.set.map(\.slot.text))
            let clears = branch.clear.map(\.text).filter { !set.contains($0) }
            return Edge(target: target, clears: clears, needsCustomer: needsCustomer, confirms: confirms)
        }
    }

    /// The slots a state itself forgets and does not set again.
    func clears(of state: Int) -> [String] {
        let set = Set(flow.states[state].set.map(\.slot.text))
        return flow.states[state].clear.map(\.text).filter { !set.contains($0) }
    }
}
