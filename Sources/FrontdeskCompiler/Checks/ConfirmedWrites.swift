import FrontdeskDialogue

/// Nothing is changed before the customer has confirmed it, with all slots filled.
enum ConfirmedWrites: Check {
    /// Where a flow can be, and whether the customer has confirmed what is known there.
    private struct Situation: Hashable {
        var state: Int
        var isConfirmed: Bool
        /// Slots asked for later that are not filled yet.
        var missing: Set<String>
    }

    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let network = FlowNetwork(program, names)
        for (position, flow) in program.flows.enumerated()
        where flow.states.contains(where: { write($0, names) != nil }) {
            let graph = network.graph(of: position)
            for state in unconfirmed(graph, names) {
                guard let call = write(flow.states[state], names) else { continue }
                report.report(
                    .unconfirmedWrite,
                    call.action.place,
                    "'\(call.action.text)' changes data, but can be reached without a confirmation",
                    help:
                        "let a state with 'ask' come directly before, and go here from its 'yes' or a choice"
                )
            }
        }
    }

    /// The states with a writing action that can be reached without confirmation.
    private static func unconfirmed(_ graph: FlowGraph, _ names: Names) -> [Int] {
        var found: Set<Int> = []
        var seen: Set<Situation> = []
        var open = graph.entries.map {
            entering(
                Situation(state: $0.target, isConfirmed: $0.confirms, missing: graph.deferred),
                graph,
                clears: $0.clears
            )
        }
        while let situation = open.popLast() {
            guard seen.insert(situation).inserted, seen.count < 20_000 else { continue }
            let state = graph.flow.states[situation.state]
            if !situation.isConfirmed, write(state, names) != nil { found.insert(situation.state) }
            let asks =
                switch state.step {
                case .ask, .call: true
                default: false
                }
            let cleared = graph.clears(of: situation.state)
            for edge in graph.edges[situation.state] {
                var next = situation
                next.state = edge.target
                if asks || edge.needsCustomer { next.isConfirmed = edge.confirms }
                open.append(entering(next, graph, clears: cleared + edge.clears))
            }
        }
        return found.sorted()
    }

    /// Clears slots and asks for what the state needs; whoever is asked has not confirmed the answer, unless it is read
    /// back.
    private static func entering(_ situation: Situation, _ graph: FlowGraph, clears: [String]) -> Situation {
        var situation = situation
        var isReadBack = false
        for slot in clears {
            if graph.deferred.contains(slot) {
                situation.missing.insert(slot)
            } else {
                situation.isConfirmed = false
                isReadBack = isReadBack || graph.confirmed.contains(slot)
            }
        }
        let needs = graph.flow.chain(of: situation.state).flatMap { graph.flow.states[$0].needs }
        for slot in needs where situation.missing.contains(slot.text) {
            situation.missing.remove(slot.text)
            situation.isConfirmed = false
            isReadBack = isReadBack || graph.confirmed.contains(slot.text)
        }
        // Once the last of them is filled, all are read back before the state runs.
        if isReadBack, graph.isAlwaysComplete, situation.missing.isDisjoint(with: graph.confirmed) {
            situation.isConfirmed = true
        }
        return situation
    }

    /// The call of an action that changes data, if the state makes one.
    private static func write(_ state: StateDeclaration, _ names: Names) -> CallDeclaration? {
        guard case .act(let call) = state.step, names.writes.contains(call.action.text) else { return nil }
        return call
    }
}
