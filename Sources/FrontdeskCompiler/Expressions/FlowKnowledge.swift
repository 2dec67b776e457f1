import FrontdeskDialogue

/// What is sure to be known in each state of a flow: slots that are filled and records that actions gave.
///
/// A state knows what is known on every way that leads to it.
struct FlowKnowledge {
    private let flow: FlowDeclaration
    private let names: Names
    private let resolution: TriggerResolution
    private let inherited: [HandlerDeclaration]
    private let program: Program
    /// How many calls of flows led here; recursion is an error of its own.
    private let depth: Int
    private let context: ExpressionContext
    /// The slots that are worked out.
    private let computed: [SlotDeclaration]
    /// Slots that are filled before any state runs, and again whenever they were taken back.
    let always: Set<FieldPath>
    /// What is known when a state begins, its `needs` filled; nil for states that nothing leads to.
    private(set) var entries: [Set<FieldPath>?]

    init(_ flow: FlowDeclaration, _ program: Program, _ names: Names, depth: Int = 0) {
        self.flow = flow
        self.program = program
        self.depth = depth
        self.names = names
        resolution = TriggerResolution(names: names)
        inherited = flow.handlers + program.handlers
        let deferred = Set(flow.states.flatMap { $0.needs.map(\.text) })
        let context = ExpressionContext(flow, program, names)
        // A call that does not give what a flow takes is an error.
        var always = Set(flow.takes.map { FieldPath(root: $0.text) })
        always.formUnion(program.needs(of: flow, names))
        for slot in flow.slots
        where slot.ask != nil && slot.terms.isAlwaysFilled && !deferred.contains(slot.name.text) {
            always.insert(FieldPath(root: slot.name.text))
        }
        self.context = context
        computed = flow.slots.filter { $0.terms.value != nil }
        self.always = Self.closed(always, computed, context)
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
        if let record = record(of: flow.states[state], outcome: key) {
            // A new row may lack what the one before it had.
            known = known.filter { $0.root != record }
            known.insert(FieldPath(root: record))
        }
        if case .call(let call) = flow.states[state].step {
            known.formUnion(given(by: call, endingIn: key))
        }
        return known
    }

    /// What a called flow is sure to give when it ends so: slots of the same names, and all fields of its result.
    private func given(by call: FlowCallDeclaration, endingIn outcome: String) -> Set<FieldPath> {
        guard depth < 4, let called = program.flows.first(where: { $0.name.text == call.flow.text }) else {
            return []
        }
        let gives = called.gives.map { FieldPath(root: $0.text) }
        let known = FlowKnowledge.of(called, program, names, depth: depth + 1).known(endingIn: outcome)
        let slots = Set(flow.slots.map(\.name.text))
        var given = Set(gives.filter { known.contains($0) && slots.contains($0.root) })
        if gives.allSatisfy(known.contains) { given.insert(FieldPath(root: call.result.text)) }
        return given
    }

    /// What is known on every way on which the flow ends so.
    private func known(endingIn outcome: String) -> Set<FieldPath> {
        var found: Set<FieldPath>?
        func take(_ transition: TransitionDeclaration?, _ known: Set<FieldPath>) {
            for branch in transition?.branches ?? [] {
                guard case .end(let end) = branch.target, end.rawValue == outcome else { continue }
                let left = changed(known, clear: branch.clear, set: branch.set)
                found = found.map { $0.intersection(left) } ?? left
            }
        }
        for slot in flow.slots { take(slot.otherwise, []) }
        for (index, state) in flow.states.enumerated() where entries[index] != nil {
            let after = after(index)
            if case .go(let transition) = state.step { take(transition, after) }
            if case .ask(let question) = state.step { take(question.otherwise, after) }
            for handler in state.handlers {
                take(handler.transition, self.after(index, handler: handler.key.text))
            }
        }
        for handler in inherited { take(handler.transition, always) }
        return found ?? []
    }

    /// The name of the record that comes with an outcome of a state's action.
    private func record(of state: StateDeclaration, outcome: String) -> String? {
        guard case .act(let call) = state.step, let action = names.actions[call.action.text],
            action.comesWithRow(outcome), action.outcomes.contains(outcome)
        else { return nil }
        return action.gives
    }

    /// What is worked out from what is known is known, in any order.
    private static func closed(
        _ known: Set<FieldPath>,
        _ computed: [SlotDeclaration],
        _ context: ExpressionContext
    ) -> Set<FieldPath> {
        var known = known
        for _ in computed {
            for slot in computed where !known.contains(FieldPath(root: slot.name.text)) {
                guard let value = slot.terms.value,
                    TypeCheck.check(value, expecting: nil, in: context.knowing(known), nil) != nil
                else { continue }
                known.insert(FieldPath(root: slot.name.text))
            }
        }
        return known
    }

    // MARK: Solving

    private mutating func solve() {
        guard !flow.states.isEmpty else { return }
        var open = arrive([], at: 0)
        for slot in flow.slots { open += targets(of: slot.otherwise, knowing: []) }
        while let state = open.popLast() {
            let declaration = flow.states[state]
            let after = after(state)
            switch declaration.step {
            case .go(let transition), .enclose(let transition):
                open += targets(of: transition, knowing: after)
            default: break
            }
            if case .ask(let question) = declaration.step {
                open += targets(of: question.otherwise, knowing: after)
            }
            for handler in declaration.handlers {
                open += targets(of: handler.transition, knowing: self.after(state, handler: handler.key.text))
            }
            for around in flow.chain(of: state).dropFirst() {
                for handler in flow.states[around].handlers {
                    open += targets(of: handler.transition, knowing: self.after(around))
                }
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
        var known = known
        for branch in transition?.branches ?? [] {
            // What a guard has found out is known where it leads, and its opposite behind it.
            let typed = branch.when.flatMap {
                TypeCheck.check($0, expecting: .boolean, in: context.knowing(known), nil)
            }
            let inside = known.union(typed?.knownWhenTrue ?? [])
            known.formUnion(typed?.knownWhenFalse ?? [])
            let reached: [Int]
            switch branch.target {
            case .state(let name): reached = [flow.position(of: name.text)].compactMap { $0 }
            case .history(let name):
                let parent = flow.position(of: name.text)
                reached = parent.map { [$0] + flow.substates(of: $0) } ?? []
            default: continue
            }
            let carried = changed(inside, clear: branch.clear, set: branch.set)
            for target in reached { changedStates += arrive(carried, at: target) }
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
        let filled = known.union(always).union(needs.map { FieldPath(root: $0) })
        let arriving = Self.closed(filled, computed, context)
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

extension Program {
    /// What every intent that starts a flow needs of the customer; nothing when other flows lead to it as well.
    fileprivate func needs(of flow: FlowDeclaration, _ names: Names) -> Set<FieldPath> {
        let name = flow.name.text
        guard !names.memory.flowsLedTo(in: self).contains(name) else { return [] }
        var common: Set<CustomerNeed>?
        for intent in intents {
            guard case .flow(let started) = intent.effect, started.text == name else { continue }
            common = common?.intersection(intent.needs) ?? Set(intent.needs)
        }
        return Set((common ?? []).map(\.path))
    }
}
