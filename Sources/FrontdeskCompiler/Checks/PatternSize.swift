import FrontdeskMatching

/// Every pattern can be matched: with its rules and orders written out it has a size that fits.
enum PatternSize: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let rules = Dictionary(
            program.rules.compactMap { rule in rule.pattern.map { (rule.name.text, $0.pattern.root) } },
            uniquingKeysWith: { first, _ in first }
        )
        // A rule within itself has no size; it is reported already.
        guard !report.hasReported(.ruleCycle) else { return }
        for pattern in program.allPatterns where pattern.pattern.root.positionCount(rules: rules) == nil {
            report.report(
                .patternTooLarge,
                pattern.place,
                "written out, this pattern has more than \(Matcher.patternPositionLimit) words, the limit",
                help: "write several patterns, and fewer parts in any order (';') within each other"
            )
        }
    }
}
