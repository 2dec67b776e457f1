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
        CycleSearch.report(
            .ruleCycle,
            "rule",
            among: program.rules.map(\.name),
            uses: uses,
            written: { "<\($0)>" },
            help: "write out one of them; '*' and '+' stand for any words",
            report
        )
    }
}
