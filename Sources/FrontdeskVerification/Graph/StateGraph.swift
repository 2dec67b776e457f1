package import FrontdeskDialogue

/// Where all flows can stand, and which steps lead from one place to the next: guards are taken both ways, actions and
/// called flows give every outcome, and handlers answer to everything they wait for.
package struct StateGraph {
    /// Somewhere a conversation can stand.
    package enum Place: Hashable {
        /// Before the first question or state of a flow.
        case start(flow: String)
        /// Where a slot is asked for.
        case slot(String, flow: String)
        /// Where slots are read back.
        case confirmation(flow: String)
        /// In a state, by its path.
        case state(String, flow: String)
        /// Where a flow ended.
        case end(FlowOutcome, flow: String)
        /// With a human.
        case human
    }

    /// A step from one place to another.
    struct Edge: Hashable {
        var to: Int
        /// Whether somebody says or does something outside of the desk.
        var needsCustomer: Bool
    }

    private(set) var places: [Place] = []
    private(set) var edges: [[Edge]] = []
    /// How many handlers there are.
    private(set) var handlerCount = 0
    /// The places where conversations begin.
    private(set) var entries: [Int] = []
    private var numbers: [Place: Int] = [:]

    init(_ assistant: Assistant) {
        for flow in assistant.flows { number(everythingOf: flow) }
        _ = number(.human)
        for flow in assistant.flows {
            var builder = FlowSteps(flow: flow, assistant: assistant)
            builder.build()
            for step in builder.steps {
                guard let from = numbers[step.from], let to = numbers[step.to] else { continue }
                edges[from].append(Edge(to: to, needsCustomer: step.needsCustomer))
            }
        }
        for place in edges.indices {
            var seen: Set<Edge> = []
            edges[place] = edges[place].filter { seen.insert($0).inserted }
        }
        handlerCount = assistant.handlers.count + assistant.anywhere.count
        for flow in assistant.flows {
            handlerCount += flow.handlers.count + flow.slots.reduce(0) { $0 + $1.handlers.count }
            handlerCount += flow.states.reduce(0) { $0 + $1.handlers.count }
        }
        var flows: [String] = []
        for intent in assistant.intents { if case .flow(let flow) = intent.effect { flows.append(flow) } }
        for branch in assistant.anywhere.flatMap(\.transition.branches) {
            if case .flow(let flow) = branch.target { flows.append(flow) }
        }
        entries = flows.compactMap { numbers[.start(flow: $0)] }
    }

    /// How many states, questions and confirmations there are.
    var stateCount: Int {
        places.count { place in
            switch place {
            case .slot, .confirmation, .state: true
            case .start, .end, .human: false
            }
        }
    }

    /// How many steps there are.
    var transitionCount: Int { edges.reduce(0) { $0 + $1.count } }

    func number(of place: Place) -> Int? { numbers[place] }

    private mutating func number(everythingOf flow: Flow) {
        _ = number(.start(flow: flow.name))
        for slot in flow.slots where slot.isAsked && slot.terms.value == nil {
            _ = number(.slot(slot.name, flow: flow.name))
        }
        if flow.confirmation != nil { _ = number(.confirmation(flow: flow.name)) }
        for state in flow.states { _ = number(.state(state.name, flow: flow.name)) }
        for outcome in flow.outcomes { _ = number(.end(outcome, flow: flow.name)) }
    }

    private mutating func number(_ place: Place) -> Int {
        if let number = numbers[place] { return number }
        numbers[place] = places.count
        places.append(place)
        edges.append([])
        return places.count - 1
    }

    /// The places that steps lead to from the given ones, these included.
    func reached(from starts: [Int]) -> Set<Int> {
        var reached: Set<Int> = []
        var open = starts
        while let place = open.popLast() {
            guard reached.insert(place).inserted else { continue }
            open += edges[place].map(\.to)
        }
        return reached
    }

    /// The places from which steps lead to one of the given ones, these included.
    func leading(to ends: [Int]) -> Set<Int> {
        var backwards = [[Int]](repeating: [], count: places.count)
        for (from, steps) in edges.enumerated() { for step in steps { backwards[step.to].append(from) } }
        var found: Set<Int> = []
        var open = ends
        while let place = open.popLast() {
            guard found.insert(place).inserted else { continue }
            open += backwards[place]
        }
        return found
    }
}

extension Transition {
    /// The transition and what is tried when its condition does not hold.
    var branches: [Transition] { [self] + alternatives }
}

extension Flow {
    /// Everything it can end with.
    var outcomes: [FlowOutcome] {
        var found = FlowOutcome.common
        for transition in transitions {
            if case .end(let outcome) = transition.target, !found.contains(outcome) { found.append(outcome) }
        }
        return found
    }

    /// All its transitions, wherever they stand.
    var transitions: [Transition] {
        var all = handlers.map(\.transition)
        for slot in slots { all += [slot.otherwise] + slot.handlers.map(\.transition) }
        if let confirmation { all.append(confirmation.question.otherwise) }
        for state in states {
            switch state.step {
            case .ask(let question): all.append(question.otherwise)
            case .go(let transition): all.append(transition)
            case .act, .call: break
            }
            all += state.handlers.map(\.transition)
        }
        return all.flatMap(\.branches)
    }
}
