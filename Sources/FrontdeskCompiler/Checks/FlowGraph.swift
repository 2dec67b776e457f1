import FrontdeskDialogue

/// Which states of a flow follow which, through states within states, calls of other flows and history.
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

    /// A step out of the flow.
    struct Exit {
        enum Way: Hashable {
            case end(FlowOutcome)
            case handoff
            case flow(String)
        }

        var way: Way
        /// Whether the customer said something that led out.
        var needsCustomer: Bool
    }

    let flow: FlowDeclaration
    /// The steps out of each state to others.
    private(set) var edges: [[Edge]] = []
    /// The steps out of each state that leave the flow.
    private(set) var exits: [[Exit]] = []
    /// The steps that lead into the flow: its start, and what follows when a slot stays empty.
    private(set) var entries: [Edge] = []
    /// Slots that some state asks for, instead of the flow's start.
    let deferred: Set<String>
    /// For each state, the slots whose lack makes it ask: its needs, and what a flow it calls would ask for instead.
    private(set) var asksFor: [Set<String>] = []
    /// Slots that are read back whenever they change.
    let confirmed: Set<String>
    /// Whether there is surely something to read back.
    let isAlwaysComplete: Bool
    /// Whether slots are read back before the first state runs.
    let readsBack: Bool

    /// Makes the graph of a flow.
    ///
    /// - Parameter silentEnds: With which outcomes a called flow can end before the customer has said anything.
    init(
        _ flow: FlowDeclaration,
        _ program: Program,
        _ names: Names,
        silentEnds: (FlowCallDeclaration) -> Set<String> = { _ in [] }
    ) {
        self.flow = flow
        let deferred = Set(flow.states.flatMap { $0.needs.map(\.text) })
        self.deferred = deferred
        let confirmed = (flow.confirmation?.slots ?? []).map(\.text)
        self.confirmed = Set(confirmed)
        isAlwaysComplete = flow.slots.contains {
            confirmed.contains($0.name.text) && $0.terms.isAlwaysFilled
        }
        readsBack = isAlwaysComplete && !confirmed.contains(where: deferred.contains)
        let resolution = TriggerResolution(names: names)
        for state in flow.states.indices {
            var steps = Steps(flow: flow, state: state)
            steps.takeOwn()
            var silent: Set<String>?
            if case .call(let call) = flow.states[state].step { silent = silentEnds(call) }
            for handler in Self.handlers(of: state, flow, program, resolution) {
                steps.take(handler, silentEnds: silent)
            }
            edges.append(steps.edges)
            exits.append(steps.exits)
            asksFor.append(Self.asks(state, flow, program))
        }
        var start = Steps(flow: flow, state: nil)
        if !flow.states.isEmpty { start.go(to: 0, clears: [], needsCustomer: true) }
        for slot in flow.slots where !deferred.contains(slot.name.text) {
            start.take(slot.otherwise, needsCustomer: true)
            for handler in slot.handlers { start.take(handler.transition, needsCustomer: true) }
        }
        start.take(flow.confirmation?.question.otherwise, needsCustomer: true)
        entries = start.edges
        // The slots that are read back before the first state runs are confirmed in it.
        if !entries.isEmpty, !flow.states.isEmpty { entries[0].confirms = readsBack }
    }

    /// The slots a state itself forgets and does not set again.
    func clears(of state: Int) -> [String] {
        let set = Set(flow.states[state].set.map(\.slot.text))
        return flow.states[state].clear.map(\.text).filter { !set.contains($0) }
    }

    /// The states that can be reached from the given ones.
    ///
    /// - Parameter onlySilent: Whether only steps count that nobody has to say anything for.
    func reached(from starts: [Int], onlySilent: Bool = false) -> Set<Int> {
        var reached: Set<Int> = []
        var open = starts
        while let state = open.popLast() {
            guard reached.insert(state).inserted else { continue }
            open += edges[state].filter { !onlySilent || !$0.needsCustomer }.map(\.target)
        }
        return reached
    }

    /// The slots whose lack makes the state, those around it, or the flow it calls ask the customer.
    private static func asks(_ state: Int, _ flow: FlowDeclaration, _ program: Program) -> Set<String> {
        var asked = Set(flow.chain(of: state).flatMap { flow.states[$0].needs.map(\.text) })
        guard case .call(let call) = flow.states[state].step,
            let called = program.flows.first(where: { $0.name.text == call.flow.text })
        else { return asked }
        let deferred = Set(called.states.flatMap { $0.needs.map(\.text) })
        for argument in call.arguments {
            guard let use = argument.use, use.path.field == nil else { continue }
            let slot = called.slots.first { $0.name.text == argument.slot.text }
            if let slot, slot.ask != nil, slot.prefill == nil, !deferred.contains(slot.name.text) {
                asked.insert(use.path.root)
            }
        }
        return asked
    }

    // MARK: Handlers

    /// A handler that holds in a state.
    struct Held {
        var handler: HandlerDeclaration
        var trigger: Handler.Trigger?
        /// The state it is written in; nil: the flow or the assistant.
        var level: Int?
    }

    /// The handlers that hold in a state: of several for the same, the innermost.
    static func handlers(
        of state: Int,
        _ flow: FlowDeclaration,
        _ program: Program,
        _ resolution: TriggerResolution
    ) -> [Held] {
        let declaration = flow.states[state]
        var handled: Set<String> = []
        var held: [Held] = []
        for handler in declaration.handlers where handled.insert(handler.key.text).inserted {
            held.append(
                Held(handler: handler, trigger: resolution.trigger(handler, in: declaration), level: state)
            )
        }
        for level in flow.chain(of: state).dropFirst() {
            for handler in flow.states[level].handlers where !handled.contains(handler.key.text) {
                let trigger = resolution.trigger(handler, in: flow.states[level])
                guard resolution.fits(trigger, in: declaration) else { continue }
                handled.insert(handler.key.text)
                held.append(Held(handler: handler, trigger: trigger, level: level))
            }
        }
        for handler in flow.handlers + program.handlers where !handled.contains(handler.key.text) {
            let trigger = resolution.trigger(handler)
            guard resolution.fits(trigger, in: declaration) else { continue }
            handled.insert(handler.key.text)
            held.append(Held(handler: handler, trigger: trigger, level: nil))
        }
        return held.filter { held in
            !held.handler.transition.branches.allSatisfy { branch in
                if case .pass = branch.target { true } else { false }
            }
        }
    }
}

/// Gathers the steps out of one state.
private struct Steps {
    let flow: FlowDeclaration
    let state: Int?
    var edges: [FlowGraph.Edge] = []
    var exits: [FlowGraph.Exit] = []

    /// The steps that are no handlers.
    mutating func takeOwn() {
        guard let state else { return }
        let declaration = flow.states[state]
        switch declaration.step {
        case .go(let transition), .enclose(let transition): take(transition, needsCustomer: false)
        case .ask(let question): takeOrHandOff(question.otherwise)
        case .act, .call, nil: break
        }
        for slot in flow.slots where declaration.needs.contains(where: { $0.text == slot.name.text }) {
            takeOrHandOff(slot.otherwise)
            for handler in slot.handlers { take(handler.transition, needsCustomer: true) }
        }
    }

    private mutating func takeOrHandOff(_ otherwise: TransitionDeclaration?) {
        guard let otherwise else {
            exits.append(FlowGraph.Exit(way: .handoff, needsCustomer: true))
            return
        }
        take(otherwise, needsCustomer: true)
    }

    mutating func take(_ held: FlowGraph.Held, silentEnds: Set<String>?) {
        let transition = held.handler.transition
        switch held.trigger {
        case .outcome(let outcome):
            take(transition, needsCustomer: silentEnds.map { !$0.contains(outcome) } ?? false)
        case nil: take(transition, needsCustomer: false)
        case .yes, .choice: take(transition, needsCustomer: true, confirms: true)
        case .after: take(transition, needsCustomer: !repeats(held))
        case .no, .intent, .entity, .event: take(transition, needsCustomer: true)
        }
    }

    /// Whether a silence can end again and again: it is counted anew when its state is entered anew.
    private func repeats(_ held: FlowGraph.Held) -> Bool {
        guard let level = held.level, let state, rests(state) else { return false }
        return held.handler.transition.branches.contains { branch in
            guard level != state, case .state(let name) = branch.target,
                let target = flow.position(of: name.text)
            else { return true }
            return target == level || !flow.chain(of: target).contains(level)
        }
    }

    /// Whether the flow can wait for the customer in a state.
    private func rests(_ state: Int) -> Bool {
        switch flow.states[state].step {
        case .ask, .call: true
        default: !flow.states[state].needs.isEmpty
        }
    }

    mutating func take(_ transition: TransitionDeclaration?, needsCustomer: Bool, confirms: Bool = false) {
        for branch in transition?.branches ?? [] { follow(branch, needsCustomer, confirms) }
    }

    private mutating func follow(_ transition: TransitionDeclaration, _ needsCustomer: Bool, _ confirms: Bool)
    {
        let set = Set(transition.set.map(\.slot.text))
        let clears = transition.clear.map(\.text).filter { !set.contains($0) }
        switch transition.target {
        case .state(let name):
            guard let target = flow.position(of: name.text) else { return }
            go(to: target, clears: clears, needsCustomer: needsCustomer, confirms: confirms)
        case .history(let name):
            guard let parent = flow.position(of: name.text) else { return }
            for target in [parent] + flow.substates(of: parent) {
                go(to: target, clears: clears, needsCustomer: needsCustomer)
            }
        case .end(let outcome): leave(.end(outcome), needsCustomer)
        case .handoff: leave(.handoff, needsCustomer)
        case .flow(let name): leave(.flow(name.text), needsCustomer)
        case .stay, .pass: break
        }
    }

    private mutating func leave(_ way: FlowGraph.Exit.Way, _ needsCustomer: Bool) {
        exits.append(FlowGraph.Exit(way: way, needsCustomer: needsCustomer))
    }

    mutating func go(to target: Int, clears: [String], needsCustomer: Bool, confirms: Bool = false) {
        edges.append(
            FlowGraph.Edge(target: target, clears: clears, needsCustomer: needsCustomer, confirms: confirms)
        )
    }
}
