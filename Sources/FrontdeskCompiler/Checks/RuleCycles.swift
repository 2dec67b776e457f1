import FrontdeskMatching

/// No rule contains itself, not even through others.
enum RuleCycles: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        var uses: [String: [String]] = [:]
        for rule in program.rules {
            var references = PatternReferences()
            rule.pattern?.pattern.root.collect(into: &references)
            uses[rule.name.text] = references.rules
        }
        var done: Set<String> = []
        for rule in program.rules {
            var path: [String] = []
            guard let cycle = cycle(from: rule.name.text, uses, &path, &done) else { continue }
            let shown = (cycle + cycle.prefix(1)).map { "<\($0)>" }.joined(separator: " → ")
            let place = program.rules.first { $0.name.text == cycle.first }?.name.place ?? rule.name.place
            report.report(
                .ruleCycle,
                place,
                "this rule contains itself: \(shown)",
                help: "write out one of them; '*' and '+' stand for any words"
            )
            done.formUnion(cycle)
        }
    }

    private static func cycle(
        from rule: String,
        _ uses: [String: [String]],
        _ path: inout [String],
        _ done: inout Set<String>
    ) -> [String]? {
        if let start = path.firstIndex(of: rule) { return Array(path[start...]) }
        guard !done.contains(rule) else { return nil }
        path.append(rule)
        for next in uses[rule] ?? [] {
            if let cycle = cycle(from: next, uses, &path, &done) { return cycle }
        }
        path.removeLast()
        done.insert(rule)
        return nil
    }
}
