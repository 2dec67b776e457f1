/// Every slot has a type that exists.
enum SlotTypes: Check {
    static let plain = ["text", "yes_no"]

    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let known = names.entityList + plain
        for slot in program.flows.flatMap(\.slots) {
            if let type = slot.type {
                guard !known.contains(type.text), !(type.text == "choice" && !slot.choices.isEmpty) else {
                    continue
                }
                report.reportUnknown(
                    .unknownEntity,
                    "slot type",
                    type,
                    known: known,
                    otherwise: "write an entity type, text or yes_no"
                )
            } else if slot.choices.isEmpty, slot.terms.value == nil, !names.entities.contains(slot.name.text)
            {
                let near = Spelling.nearest(to: slot.name.text, among: names.entityList)
                report.report(
                    .slotWithoutType,
                    slot.name.place,
                    "the slot '\(slot.name.text)' has no type, and there is no entity type of its name",
                    help: near.map { "did you mean '\($0)'? Otherwise add 'type:'" }
                        ?? "add 'type:' with an entity type, text or yes_no, or 'choices:'"
                )
            }
        }
    }
}
