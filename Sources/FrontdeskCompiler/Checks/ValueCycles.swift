/// No slot is worked out from itself, be it through others.
enum ValueCycles: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for flow in program.flows {
            var roots: [String: [String]] = [:]
            for slot in flow.slots {
                let expressions = [slot.terms.value, slot.terms.initial].compactMap { $0 }
                if !expressions.isEmpty { roots[slot.name.text] = expressions.flatMap(\.roots) }
            }
            var reported: Set<String> = []
            for slot in flow.slots where !reported.contains(slot.name.text) {
                guard let cycle = cycle(from: slot.name.text, roots) else { continue }
                reported.formUnion(cycle)
                report.report(
                    .valueCycle,
                    slot.name.place,
                    cycle.count == 1
                        ? "the slot '\(slot.name.text)' is worked out from itself"
                        : "these slots are worked out from each other: \((cycle + [cycle[0]]).joined(separator: " → "))",
                    help: "ask for one of them, or work it out from something else"
                )
            }
        }
    }

    /// A way from a slot back to itself.
    private static func cycle(from start: String, _ roots: [String: [String]]) -> [String]? {
        var open: [[String]] = [[start]]
        var seen: Set<String> = []
        while let path = open.popLast() {
            guard let last = path.last else { continue }
            for next in roots[last] ?? [] {
                if next == start { return path }
                if roots[next] != nil, seen.insert(next).inserted { open.append(path + [next]) }
            }
        }
        return nil
    }
}
