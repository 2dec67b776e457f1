import FrontdeskDialogue

/// Calls name actions that exist, with as many arguments as they take.
enum ActionCalls: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for state in program.flows.flatMap(\.states) {
            guard case .act(let call) = state.step else { continue }
            guard let action = names.actions[call.action.text] else {
                report.reportUnknown(
                    .unknownAction,
                    "action",
                    call.action,
                    known: names.actionList,
                    otherwise: names.actionList.isEmpty ? "declare it under 'actions'" : nil
                )
                continue
            }
            guard action.takes.count != call.arguments.count else { continue }
            let takes = action.takes.isEmpty ? "none" : action.takes.joined(separator: ", ")
            report.report(
                .argumentCount,
                call.action.place,
                "'\(action.name)' takes \(count(action.takes.count)), but gets \(call.arguments.count)",
                help: "it takes \(takes)"
            )
        }
    }

    private static func count(_ number: Int) -> String {
        number == 1 ? "1 argument" : "\(number) arguments"
    }
}
