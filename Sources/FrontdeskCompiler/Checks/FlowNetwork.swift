import FrontdeskDialogue

/// The graphs of all flows, and which flows lead to which.
final class FlowNetwork {
    /// A step from one flow to another before the customer has said anything.
    struct Link {
        var target: Int
        /// Whether it comes back.
        var isCall: Bool
        var place: Place
    }

    private let program: Program
    private let names: Names
    private var positions: [String: Int] = [:]
    private var known: [Int: FlowGraph] = [:]
    private var ends: [Int: Set<String>] = [:]
    private var underWay: Set<Int> = []

    init(_ program: Program, _ names: Names) {
        self.program = program
        self.names = names
        for (position, flow) in program.flows.enumerated() where positions[flow.name.text] == nil {
            positions[flow.name.text] = position
        }
    }

    /// The graph of a flow.
    func graph(of flow: Int) -> FlowGraph {
        if let graph = known[flow] { return graph }
        let graph = FlowGraph(program.flows[flow], program, names) { self.silentEnds(of: $0) }
        // While flows that call each other are looked at, what one ends with is not known yet.
        if underWay.isEmpty { known[flow] = graph }
        return graph
    }

    /// With which outcomes a called flow can end before the customer has said anything.
    private func silentEnds(of call: FlowCallDeclaration) -> Set<String> {
        guard let flow = positions[call.flow.text], !asksSurely(flow, givenAll: call) else { return [] }
        if let ends = ends[flow] { return ends }
        guard underWay.insert(flow).inserted else { return [] }
        let graph = FlowGraph(program.flows[flow], program, names) { self.silentEnds(of: $0) }
        underWay.remove(flow)
        var found: Set<String> = []
        for state in silentStates(of: graph) {
            for exit in graph.exits[state] where !exit.needsCustomer {
                if case .end(let outcome) = exit.way { found.insert(outcome.rawValue) }
            }
        }
        if underWay.isEmpty { ends[flow] = found }
        return found
    }

    private func silentStates(of graph: FlowGraph) -> [Int] {
        graph.flow.states.isEmpty ? [] : graph.reached(from: [0], onlySilent: true).sorted()
    }

    /// Whether a called flow asks for a slot whatever it is given and whatever is known.
    private func asksSurely(_ flow: Int, givenAll call: FlowCallDeclaration) -> Bool {
        asksSurely(flow, besides: Set(call.arguments.map(\.slot.text)))
    }

    private func asksSurely(_ flow: Int, besides given: Set<String>) -> Bool {
        let flow = program.flows[flow]
        let spared = Set(flow.states.flatMap { $0.needs.map(\.text) } + flow.takes.map(\.text)).union(given)
        return flow.slots.contains { $0.ask != nil && $0.prefill == nil && !spared.contains($0.name.text) }
    }

    /// The flows that a flow leads to before the customer has said anything, neither on the way nor at their start.
    func links(of flow: Int) -> [Link] {
        let graph = graph(of: flow)
        let slots = Set(graph.flow.slots.map(\.name.text))
        var links: [Link] = []
        for state in silentStates(of: graph) {
            let declaration = graph.flow.states[state]
            for exit in graph.exits[state] where !exit.needsCustomer {
                guard case .flow(let name) = exit.way, let target = positions[name],
                    !asksSurely(target, besides: slots)
                else { continue }
                links.append(Link(target: target, isCall: false, place: declaration.name.place))
            }
            guard case .call(let call) = declaration.step, let target = positions[call.flow.text],
                !asksSurely(target, givenAll: call)
            else { continue }
            links.append(Link(target: target, isCall: true, place: call.flow.place))
        }
        return links
    }
}
