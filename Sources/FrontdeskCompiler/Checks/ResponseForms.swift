import FrontdeskDialogue

/// Channels and the slots of forms exist.
enum ResponseForms: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let known = program.channels.map(\.name.text) + Channel.builtIn.map(\.name)
        for (response, _) in names.memory.responses(in: program) {
            for form in response.channels where !known.contains(form.channel.text) {
                report.reportUnknown(
                    .unknownChannel,
                    "channel",
                    form.channel,
                    known: known,
                    otherwise: "declare it in assistant.yaml, as in 'channels: {\(form.channel.text): {}}'"
                )
            }
        }
        for (response, flow) in names.memory.responses(in: program) {
            let slots = flow?.slots.map(\.name.text) ?? []
            for slot in response.formSlots + response.channels.flatMap(\.pieces.formSlots)
            where !slots.contains(slot.text) {
                report.reportUnknown(
                    .unknownSlot,
                    "slot",
                    slot,
                    known: slots,
                    otherwise: slots.isEmpty ? "a form stands in a flow, whose slots it fills" : nil
                )
            }
        }
    }
}
