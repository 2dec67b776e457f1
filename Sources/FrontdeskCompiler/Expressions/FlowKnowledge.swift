import FrontdeskDialogue

/// What is sure to be known in each state of a flow: slots that are filled and records that actions gave.
///
/// A state knows what is known on every way that leads to it.
struct FlowKnowledge {
    private let flow: FlowDeclaration
    private let names: Names
    private let resolution: TriggerResolution
    private let inherited: [HandlerDeclaration]
    /// Slots that are filled before any state runs, and again whenever they were taken back.
    let always: Set<FieldPath>
    /// What is known when a state begins, its `needs` filled; nil for states that nothing leads to.
    private(set) var entries: [Set<FieldPath>?]

    init(_ flow: FlowDeclaration, _ program: Program, _ names: Names) {
        self.flow = flow
        self.names = names
        resolution = TriggerResolution(names: names)
        inherited = flow.handlers + program.handlers
        let deferred = Set(flow.states.flatMap { $0.needs.map(\.text) })
        let context = ExpressionContext(flow, program, names)
        var always: Set<FieldPath> = []
        for slot in flow.slots where slot.terms.isAlwaysFilled && !deferred.contains(slot.name.text) {
            always.insert(FieldPath(root: slot.name.text))
        }
        // What is worked out from what is known is known, in any order.
        for _ in flow.slots {
            for slot in flow.slots {
                guard let value = slot.terms.value,
                    TypeCheck.check(value, expecting: nil, in: context.knowing(always), nil) != nil
                else { continue }
                always.insert(FieldPath(root: slot.name.text))
            }
        }
        self.always = always
        entries = Array(repeating: nil, count: flow.states.count)
        solve()
    }

    /// What is known once a state has cleared and set its slots: where its guards and handlers stand.
    func after(_ state: Int) -> Set<FieldPath> {
        let declaration = flow.states[state]
        return changed(entries[state] ?? always, clear: declaration.clear, set: declaration.set)
    }

    /// What is known where a state's handler for a trigger stands.
    func after(_ state: Int, handler key: String) -> Set<FieldPath> {
        var known = after(state)
        if let record = record(of: flow.states[state], outcome: key) { known.insert(FieldPath(root: record)) }
        return known
    }

    /// The name of the record that comes with an outcome of a state's action.
    private func record(of state: StateDeclaration, outcome: String) -> String? {
        guard case .act(let call) = state.step, let action = names.actions[call.action.text],
            !ActionDefinition.outcomesWithoutRow.contains(outcome), action.outcomes.contains(outcome)
        else { return nil }
        return action.gives
    }

    // MARK: Solving

    private mutating func solve() {
        guard !flow.states.isEmpty else { return }
        var open = arrive([], at: 0)
        for slot in flow.slots { open += targets(of: slot.otherwise, knowing: []) }
        while let state = open.popLast() {
            let declaration = flow.states[state]
            let after = after(state)
            if case .go(let transition) = declaration.step { open += targets(of: transition, knowing: after) }
            if case .ask(let question) = declaration.step {
                open += targets(of: question.otherwise, knowing: after)
            }
            for handler in declaration.handlers {
                open += targets(of: handler.transition, knowing: self.after(state, handler: handler.key.text))
            }
            // Handlers of the whole flow may be reached from every state and before the first one.
            for handler in inherited { open += targets(of: handler.transition, knowing: []) }
        }
    }

    private mutating func targets(
        of transition: TransitionDeclaration?,
        knowing known: Set<FieldPath>
    ) -> [Int] {
        var changedStates: [Int] = []
        for branch in transition?.branches ?? [] {
            guard case .state(let name) = branch.target,
                let target = flow.states.firstIndex(where: { $0.name.text == name.text })
            else { continue }
            changedStates += arrive(changed(known, clear: branch.clear, set: branch.set), at: target)
        }
        return changedStates
    }

    /// Takes in one more way to a state.
    ///
    /// - Returns: The state, when less is known there than before.
    private mutating func arrive(_ known: Set<FieldPath>, at state: Int) -> [Int] {
        let needs = flow.states[state].needs.map(\.text).filter { name in
            flow.slots.contains { $0.name.text == name && $0.terms.isAlwaysFilled }
        }
        let arriving = known.union(always).union(needs.map { FieldPath(root: $0) })
        let before = entries[state]
        let now = before.map { $0.intersection(arriving) } ?? arriving
        entries[state] = now
        return before == now ? [] : [state]
    }

    private func changed(
        _ known: Set<FieldPath>,
        clear: [Name],
        set: [AssignmentDeclaration]
    ) -> Set<FieldPath> {
        known.subtracting(clear.map { FieldPath(root: $0.text) }).union(
            set.map { FieldPath(root: $0.slot.text) }
        )
    }
}
