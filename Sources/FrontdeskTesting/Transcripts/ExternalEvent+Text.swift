public import FrontdeskDialogue

extension ExternalEvent {
    /// The event as a transcript's line: `event order.delayed {order_number: A-10021}`.
    ///
    /// - Parameter replacing: What stands in for a field's text.
    public func transcriptLine(_ replacing: (String) -> String = { $0 }) -> String {
        let list = fields.fields.map { field in
            let text =
                switch FlatFields.Scalar(field.value) {
                case .text(let text): text
                case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
                case .boolean(let flag): flag ? "true" : "false"
                }
            return "\(field.name): \(replacing(text).transcriptValue)"
        }
        return list.isEmpty ? "event \(name)" : "event \(name) {\(list.joined(separator: ", "))}"
    }
}
