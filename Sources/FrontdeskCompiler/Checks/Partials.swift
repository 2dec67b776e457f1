import FrontdeskDialogue

/// Partials exist and do not lead to themselves.
enum Partials: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let known = program.partials.map(\.name.text)
        for response in names.memory.responses(in: program).flatMap(\.response.inAllLanguages) {
            let inForms = response.channels.flatMap { ($0.wordings?.partials ?? []) + $0.pieces.partials }
            for name in response.partials + inForms where !known.contains(name.text) {
                reportUnknown(name, known, report)
            }
        }
        for assignment in program.assignments {
            for name in assignment.template.partials where !known.contains(name) {
                reportUnknown(Name(text: name, place: assignment.slot.place), known, report)
            }
        }
        reportCycles(program, report)
    }

    private static func reportUnknown(_ name: Name, _ known: [String], _ report: Reporter) {
        report.reportUnknown(
            .unknownPartial,
            "partial",
            name,
            known: known,
            otherwise: "declare it under 'partials:', as in 'partials: {\(name.text): …}'"
        )
    }

    private static func reportCycles(_ program: Program, _ report: Reporter) {
        var said: [String: [String]] = [:]
        for partial in program.partials {
            said[partial.name.text, default: []] += partial.response.partials.map(\.text)
        }
        var reported: Set<String> = []
        for partial in program.partials where !reported.contains(partial.name.text) {
            guard let cycle = cycle(from: partial.name.text, said) else { continue }
            let shown = (cycle + cycle.prefix(1)).joined(separator: " → ")
            report.report(
                .partialCycle,
                partial.name.place,
                "this partial says itself: \(shown)",
                help: "write out one of them"
            )
            reported.formUnion(cycle)
        }
    }

    /// The shortest way from a partial back to itself.
    private static func cycle(from start: String, _ said: [String: [String]]) -> [String]? {
        var paths = [[start]]
        var seen: Set<String> = []
        while !paths.isEmpty {
            let path = paths.removeFirst()
            for next in said[path[path.count - 1]] ?? [] {
                if next == start { return path }
                if seen.insert(next).inserted { paths.append(path + [next]) }
            }
        }
        return nil
    }
}

extension Program {
    /// Something the desk says, with the flow in which it says it.
    typealias Saying = (response: ResponseDeclaration, flow: FlowDeclaration?)

    /// Everything the desk says, that of these transitions last.
    func responses(and transitions: [Way]) -> [Saying] {
        var result: [(ResponseDeclaration?, FlowDeclaration?)] = [(assistant.greeting, nil)]
        result += texts.map { ($0.response, nil) }
        result += partials.map { ($0.response, nil) }
        for intent in intents {
            switch intent.effect {
            case .answer(let response): result.append((response, nil))
            case .handoff(let handoff): result.append((handoff.say, nil))
            default: break
            }
        }
        for flow in flows {
            for slot in flow.slots { result += [(slot.ask, flow), (slot.again, flow)] }
            for state in flow.states {
                result.append((state.say, flow))
                result += [(state.promise?.text, flow), (state.promise?.late, nil)]
                if case .ask(let question) = state.step {
                    result += [(question.ask, flow), (question.again, flow)]
                }
            }
        }
        for (flow, transition) in transitions {
            result.append((transition.say, flow))
            result += [(transition.promise?.text, flow), (transition.promise?.late, nil)]
            if case .handoff(let handoff) = transition.target { result.append((handoff.say, flow)) }
        }
        return result.compactMap { response, flow in response.map { ($0, flow) } }
    }

    /// All slots that states and transitions set.
    var assignments: [AssignmentDeclaration] {
        flows.flatMap { $0.states.flatMap(\.set) } + transitions.flatMap(\.transition.set)
    }
}
