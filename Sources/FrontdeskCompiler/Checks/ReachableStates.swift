/// Every state of a flow can be reached, and from every state the flow can be left.
enum ReachableStates: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for flow in program.flows where flow.isWhole && !report.hasErrors(inFile: flow.name.place.file) {
            let graph = FlowGraph(flow, program, names)
            let entered = graph.reached(from: graph.entries.map(\.target))
            // Whoever is in a substate is in the states around it.
            let reached = entered.union(entered.flatMap { flow.chain(of: $0) })
            for (index, state) in flow.states.enumerated() where !reached.contains(index) {
                report.report(
                    .unreachableState,
                    state.name.place,
                    "nothing leads to the state '\(state.path)'",
                    help: "let another state go there, or take it out"
                )
            }
            reportTraps(graph, entered, report)
        }
    }

    /// States from which neither an end, nor a human, nor another flow is in reach; a customer may always ask for a
    /// human, but no state may leave it at that.
    private static func reportTraps(_ graph: FlowGraph, _ entered: Set<Int>, _ report: Reporter) {
        var leaving: Set<Int> = []
        var before: [[Int]] = Array(repeating: [], count: graph.edges.count)
        for (state, edges) in graph.edges.enumerated() {
            for edge in edges { before[edge.target].append(state) }
        }
        var open = graph.exits.indices.filter { !graph.exits[$0].isEmpty }
        while let state = open.popLast() {
            if leaving.insert(state).inserted { open += before[state] }
        }
        guard let trap = entered.sorted().first(where: { !leaving.contains($0) }) else { return }
        let state = graph.flow.states[trap]
        report.report(
            .noWayOut,
            state.name.place,
            "from the state '\(state.path)' nothing leads to an end, a human or another flow",
            help: "let one of its answers or outcomes end the flow or hand off"
        )
    }
}
