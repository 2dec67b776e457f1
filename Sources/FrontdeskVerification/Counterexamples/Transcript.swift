import FrontdeskDialogue

/// A conversation that shows a finding, as a transcript: what is done, and what must come of the last of it.
struct ShownConversation {
    var title: String
    var beginning: Beginning
    var moves: [Move]
    /// What must come of the last move.
    var demands: [Demand]
    /// What the desk must say to the last move, a line for each message; nil: whatever it says.
    var lines: [String]?

    /// The transcript; run as it is, it fails at the last move until the finding is mended.
    func text(assistant: String) -> String {
        var text = "# \(title)\nassistant: \(assistant)\n"
        if let customer = beginning.customer { text += "customer: \(Self.profile(customer))\n" }
        if beginning.isAtNight { text += "clock: 2026-11-22T23:00\n" }
        text += "\n"
        for (place, move) in moves.enumerated() {
            for given in move.given { text += Self.stub(given) }
            text += Self.line(of: move.act)
            let isLast = place == moves.count - 1
            if isLast, let lines {
                for line in lines { text += "< \(Self.oneLine(line))\n" }
            } else if Self.isAnswered(move.act) {
                text += "< ...\n"
            }
            if isLast { for demand in demands { text += "  \(demand.expectation)\n" } }
        }
        return text
    }

    private static func isAnswered(_ act: Move.Act) -> Bool {
        switch act {
        case .says, .presses: true
        case .waits, .reports: false
        }
    }

    private static func line(of act: Move.Act) -> String {
        switch act {
        case .says(let text): return "> \(oneLine(text))\n"
        case .presses(let choice): return ">> \(choice.id)\n"
        case .waits(let minutes): return "@ +\(minutes)m\n"
        case .reports(let event):
            let fields = event.fields.fields.map { "\($0.name): \(plain($0.value))" }.joined(separator: ", ")
            return fields.isEmpty ? "event \(event.name)\n" : "event \(event.name) {\(fields)}\n"
        }
    }

    private static func stub(_ given: Move.Given) -> String {
        let fields = (given.record?.fields ?? []).map { "\($0.name): \(plain($0.value))" }
        let row = fields.isEmpty ? "" : " {\(fields.joined(separator: ", "))}"
        return "action \(given.action) gives \(given.outcome)\(row)\n"
    }

    private static func plain(_ value: Value) -> String {
        if case .text(let text) = value { text } else { "" }
    }

    private static func profile(_ customer: CustomerProfile) -> String {
        let verified = customer.isVerified ? "true" : nil
        let fields = [
            ("id", customer.id), ("name", customer.name), ("email", customer.email),
            ("phone", customer.phone), ("language", customer.language), ("verified", verified),
        ]
        return "{"
            + fields.compactMap { name, value in value.map { "\(name): \($0)" } }.joined(separator: ", ")
            + "}"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
