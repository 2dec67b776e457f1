/// No cycle of states runs without the customer saying something, through substates, called flows and history too.
enum EndlessCycles: Check {
    /// How many steps the search for cycles takes in one flow before it gives up; the engine has a limit of its own.
    private static let searchLimit = 20_000

    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let network = FlowNetwork(program, names)
        for position in program.flows.indices {
            let graph = network.graph(of: position)
            let flow = graph.flow
            var reported: Set<Int> = []
            var steps = 0
            for start in flow.states.indices where !reported.contains(start) {
                var path: [(state: Int, clears: [String])] = []
                guard let cycle = cycle(from: start, to: start, graph, &path, &steps) else { continue }
                reported.formUnion(cycle)
                let shown = (cycle + [start]).map { flow.states[$0].path }.joined(separator: " → ")
                report.report(
                    .endlessCycle,
                    flow.states[start].name.place,
                    "these states go round without waiting for the customer: \(shown)",
                    help: "ask something on the way, clear a slot so that it is asked for again, or hand off"
                )
            }
        }
    }

    /// A cycle back to `start`, through states that stand behind it in the file, on which nobody is asked.
    private static func cycle(
        from state: Int,
        to start: Int,
        _ graph: FlowGraph,
        _ path: inout [(state: Int, clears: [String])],
        _ steps: inout Int
    ) -> [Int]? {
        for edge in graph.edges[state] where !edge.needsCustomer && edge.target >= start {
            steps += 1
            guard steps < searchLimit else { return nil }
            path.append((state, edge.clears + graph.clears(of: state)))
            defer { path.removeLast() }
            if edge.target == start {
                if !asksAgain(path, graph) { return path.map(\.state) }
            } else if !path.contains(where: { $0.state == edge.target }) {
                if let found = cycle(from: edge.target, to: start, graph, &path, &steps) { return found }
            }
        }
        return nil
    }

    /// Whether a slot that the cycle clears must be asked for again on the way.
    private static func asksAgain(_ path: [(state: Int, clears: [String])], _ graph: FlowGraph) -> Bool {
        let asked = Set(
            graph.flow.slots.filter {
                $0.ask != nil && $0.terms.isAlwaysFilled && !graph.deferred.contains($0.name.text)
            }.map(
                \.name.text
            )
        )
        return path.flatMap(\.clears).contains { slot in
            asked.contains(slot) || path.contains { graph.asksFor[$0.state].contains(slot) }
        }
    }
}
