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
        var search = CycleSearch(uses)
        for rule in program.rules {
            guard let cycle = search.cycle(from: rule.name.text) else { continue }
            let shown = (cycle + cycle.prefix(1)).map { "<\($0)>" }.joined(separator: " → ")
            let place = program.rules.first { $0.name.text == cycle.first }?.name.place ?? rule.name.place
            report.report(
                .ruleCycle,
                place,
                "this rule contains itself: \(shown)",
                help: "write out one of them; '*' and '+' stand for any words"
            )
        }
    }
}
