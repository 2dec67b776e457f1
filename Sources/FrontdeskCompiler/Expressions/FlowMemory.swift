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
    private var ways: [Program.Way]?
    private var said: [Program.Saying]?

    /// Every transition, with its flow; gathered once.
    func transitions(in program: Program) -> [Program.Way] {
        if let ways { return ways }
        let found = program.transitions
        ways = found
        return found
    }

    /// Everything the desk says, with the flow in which it says it; gathered once.
    func responses(in program: Program) -> [Program.Saying] {
        if let said { return said }
        let found = program.responses(and: transitions(in: program))
        said = found
        return found
    }

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
        for (_, transition) in transitions(in: program) {
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
        ways = nil
        said = nil
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
