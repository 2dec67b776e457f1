/// What was found out about flows while one assistant is checked: several checks ask for the same.
///
/// ``forget()`` must be called when the program changes and at the end: what is remembered holds on to the names.
final class FlowMemory {
    private struct Key: Hashable {
        var flow: Place
        var depth: Int
    }

    private var known: [Key: FlowKnowledge] = [:]
    private var led: Set<String>?

    /// What is known in the states of a flow; worked out once.
    func knowledge(_ flow: FlowDeclaration, depth: Int, _ make: () -> FlowKnowledge) -> FlowKnowledge {
        let key = Key(flow: flow.name.place, depth: depth)
        if let knowledge = known[key] { return knowledge }
        let knowledge = make()
        known[key] = knowledge
        return knowledge
    }

    /// The names of the flows that transitions and calls lead to; worked out once.
    func flowsLedTo(in program: Program) -> Set<String> {
        if let led { return led }
        var names: Set<String> = []
        for (_, transition) in program.transitions {
            for branch in transition.branches {
                if case .flow(let target) = branch.target { names.insert(target.text) }
            }
        }
        for flow in program.flows { names.formUnion(flow.calls.map(\.flow.text)) }
        led = names
        return names
    }

    func forget() {
        known = [:]
        led = nil
    }
}

extension FlowKnowledge {
    /// What is known in the states of a flow; worked out once for all checks.
    static func of(_ flow: FlowDeclaration, _ program: Program, _ names: Names, depth: Int = 0)
        -> FlowKnowledge
    {
        names.memory.knowledge(flow, depth: depth) { FlowKnowledge(flow, program, names, depth: depth) }
    }
}
