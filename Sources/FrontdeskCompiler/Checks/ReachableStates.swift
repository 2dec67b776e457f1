/// Every state of a flow can be reached.
enum ReachableStates: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for flow in program.flows where flow.isWhole && !report.hasErrors(inFile: flow.name.place.file) {
            let graph = FlowGraph(flow, program, names)
            var reached: Set<Int> = []
            var open = graph.entries.map(\.target)
            while let state = open.popLast() {
                guard reached.insert(state).inserted else { continue }
                open += graph.edges[state].map(\.target)
            }
            for (index, state) in flow.states.enumerated() where !reached.contains(index) {
                report.report(
                    .unreachableState,
                    state.name.place,
                    "nothing leads to the state '\(state.name.text)'",
                    help: "let another state go there, or take it out"
                )
            }
        }
    }
}
