/// What actions say and fill in by themselves.
extension Turn {
    /// Fills the slots that an action filled, as far as the flow has them, and says what it wants said.
    mutating func take(repliesOf result: ActionResult, _ definition: ActionDefinition?) {
        guard case .rasa(let call)? = definition?.kind else { return }
        let flow = tracker.flow.flatMap { index.flow($0.flow) }
        for field in result.slots ?? [] {
            guard flow?.slot(field.name) != nil,
                let declared = call.slots.first(where: { $0.name == field.name })
            else { continue }
            let value = ExpressionValue(field.value)
            assign(
                declared.type == .any
                    ? value.value : value.converted(to: declared.type, zone: moment.zone).value,
                to: field.name
            )
        }
        for message in result.messages ?? [] { say(message, origin: definition?.name ?? "") }
    }

    private mutating func say(_ message: ActionMessage, origin: String) {
        // The text is a value and no template, so that it is escaped as one.
        let text = FieldPath(root: "message", field: "text")
        var content: RichContent<Template>?
        if let image = message.image {
            content = RichContent()
            content?.images = [RichContent.Image(url: Template(text: image), alt: Template(text: origin))]
        }
        let response = Response(
            variants: [Template(segments: [.field(text, [])], source: "{{message.text}}")],
            choices: message.choices,
            content: content
        )
        let record = Record([Record.Field("text", .text(message.text))])
        say(response, kind: .answer, origin: origin, with: [NamedRecord(name: "message", record: record)])
    }
}
