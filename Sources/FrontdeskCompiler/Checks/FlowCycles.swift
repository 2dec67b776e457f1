/// No flow leads back to itself, by calls or by `flow(name)`, before the customer has said anything.
enum FlowCycles: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let network = FlowNetwork(program, names)
        let links = program.flows.indices.map { network.links(of: $0) }
        var reported: Set<Int> = []
        for start in program.flows.indices where !reported.contains(start) {
            var path: [FlowNetwork.Link] = []
            var seen: Set<Int> = []
            guard findCycle(from: start, to: start, links, &path, &seen) else { continue }
            reported.formUnion(path.map(\.target))
            let shown = ([start] + path.map(\.target)).map { program.flows[$0].name.text }
            let hasCall = path.contains(where: \.isCall)
            report.report(
                hasCall ? .endlessCall : .endlessFlows,
                path[0].place,
                hasCall
                    ? "these flows call each other without waiting for the customer: \(shown.joined(separator: " → "))"
                    : "these flows lead to each other without waiting for the customer: \(shown.joined(separator: " → "))",
                help: "ask something on the way, or let one of them end instead"
            )
        }
    }

    private static func findCycle(
        from flow: Int,
        to start: Int,
        _ links: [[FlowNetwork.Link]],
        _ path: inout [FlowNetwork.Link],
        _ seen: inout Set<Int>
    ) -> Bool {
        for link in links[flow] where link.target >= start {
            path.append(link)
            if link.target == start { return true }
            if seen.insert(link.target).inserted, findCycle(from: link.target, to: start, links, &path, &seen)
            {
                return true
            }
            path.removeLast()
        }
        return false
    }
}
