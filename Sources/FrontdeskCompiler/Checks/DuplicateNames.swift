/// A name is declared once, in whichever file.
enum DuplicateNames: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        check("intent", program.intents.map(\.name), report)
        check("flow", program.flows.map(\.name), report)
        check("entity type", program.entities.map(\.name), report)
        check("rule", program.rules.map(\.name), report)
        check("set of synonyms", program.synonyms.map(\.name), report)
        check("action", program.actions.map(\.name), report)
        for flow in program.flows {
            check("slot", flow.slots.map(\.name), report)
            checkResults(flow, names, report)
        }
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
                "there are two \(what == "set of synonyms" ? "sets of synonyms" : "\(what)s") named '\(name.text)'",
                help: "rename one, or join them",
                notes: [("the other one is here", other.place)]
            )
        }
    }

    /// In a text `{{order}}` is a slot and `{{order.status}}` a field of a result: the names must differ.
    private static func checkResults(_ flow: FlowDeclaration, _ names: Names, _ report: Reporter) {
        for slot in flow.slots where names.results[slot.name.text] != nil {
            report.report(
                .duplicateName,
                slot.name.place,
                "the slot '\(slot.name.text)' has the same name as what an action gives",
                help: "rename the slot, or the action's 'gives'"
            )
        }
    }
}
