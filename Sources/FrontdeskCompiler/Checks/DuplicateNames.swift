/// A name is declared once, in whichever file.
enum DuplicateNames: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        check("intent", program.intents.map(\.name), report)
        check("flow", program.flows.map(\.name), report)
        check("entity type", program.entities.map(\.name), report)
        check("rule", program.rules.map(\.name), report)
        check("action", program.actions.map(\.name), report)
        for flow in program.flows { check("slot", flow.slots.map(\.name), report) }
    }

    private static func check(_ what: String, _ names: [Name], _ report: Reporter) {
        var first: [String: Name] = [:]
        for name in names {
            guard let other = first[name.text] else {
                first[name.text] = name
                continue
            }
            report.report(
                .duplicateName,
                name.place,
                "there are two \(what)s named '\(name.text)'",
                help: "rename one, or join them",
                notes: [("the other one is here", other.place)]
            )
        }
    }
}
