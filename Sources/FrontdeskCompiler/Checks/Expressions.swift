import FrontdeskDialogue

/// Names and types of expressions are right, and conditions can come out either way.
enum Expressions: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let uses = ExpressionUses(program: program, names: names)
        for use in uses.all(in: nil) + program.flows.flatMap({ uses.all(in: $0) }) {
            let typed = TypeCheck.check(
                use.declaration,
                expecting: use.expecting,
                in: use.context,
                allowsMissing: use.allowsMissing,
                report
            )
            guard let typed else { continue }
            if use.isForSlot, !typed.type.fitsSlot {
                report.report(
                    .wrongType,
                    use.declaration.tree.place,
                    "a slot cannot hold \(typed.type.described)",
                    help: typed.type == .duration ? "write days(…) or hours(…)" : nil
                )
            }
            if use.isCondition, let constant = typed.expression.constantValue {
                reportConstant(constant, use.declaration, report)
            }
        }
    }

    private static func reportConstant(
        _ value: ExpressionValue,
        _ declaration: ExpressionDeclaration,
        _ report: Reporter
    ) {
        let isTrue = value == .boolean(true)
        report.report(
            .constantCondition,
            declaration.tree.place,
            "this condition \(isTrue ? "always" : "never") holds, because it names nothing that changes",
            help: isTrue ? "leave the condition out" : "take out what depends on it",
            mends: isTrue ? [.takeOut] : []
        )
    }
}
