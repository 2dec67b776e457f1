package import FrontdeskDialogue

/// The `action` lines of a saved conversation: what other systems gave, so that it can be played without them.
///
/// What SQL gave is not written: a transcript has the assistant's own data.
package struct TranscriptActions {
    private let definitions: [String: ActionDefinition]
    /// What each action gives from here on.
    private var current: [String: String] = [:]

    /// Makes the lines of one conversation.
    package init(_ assistant: Assistant) {
        let outside = assistant.actions.filter { action in
            if case .sql = action.kind { false } else { true }
        }
        definitions = Dictionary(outside.map { ($0.name, $0) }) { first, _ in first }
    }

    /// What an action gave in a step.
    package struct Outcome: Sendable, Hashable {
        /// The action's name.
        package var action: String
        /// What it gave.
        package var result: ActionResult
        /// Whether the customer was told that it takes a while.
        package var isSlow: Bool

        /// Puts an outcome together.
        package init(action: String, result: ActionResult, isSlow: Bool) {
            self.action = action
            self.result = result
            self.isSlow = isSlow
        }
    }

    /// The lines that must stand before a step, given the events that came of it.
    package mutating func lines(before step: ArraySlice<Event>) -> String {
        let isSlow = step.contains(where: \.isEarlyNotice)
        var requested: [String: String] = [:]
        var outcomes: [Outcome] = []
        for event in step {
            switch event.fact {
            case .actionRequested(let request): requested[request.key] = request.action
            case .actionFinished(let result):
                guard let name = requested[result.key] else { continue }
                outcomes.append(Outcome(action: name, result: result, isSlow: isSlow))
            default: break
            }
        }
        return lines(before: outcomes)
    }

    /// The lines that must stand before a step, given what its actions gave.
    package mutating func lines(before outcomes: [Outcome]) -> String {
        var text = ""
        var said: Set<String> = []
        for outcome in outcomes {
            let name = outcome.action
            guard let definition = definitions[name] else { continue }
            let line = Self.line(name, definition, outcome.result, isSlow: outcome.isSlow)
            guard current[name] != line else { continue }
            if !said.insert(name).inserted {
                text +=
                    "// '\(name)' gave something else later in the same turn, which no line can say:\n// \(line)\n"
                continue
            }
            current[name] = line
            text += line + "\n"
        }
        return text
    }

    private static func line(
        _ name: String,
        _ definition: ActionDefinition,
        _ result: ActionResult,
        isSlow: Bool
    ) -> String {
        var line = "action \(name) gives \(result.outcome)"
        if isSlow, let patience = definition.patience { line += " after \(patience.limit / 1000 + 1)s" }
        let fields = result.slots ?? result.record?.fields ?? []
        guard !fields.isEmpty else { return line }
        return line + " {\(fields.map { "\($0.name): \(written($0.value))" }.joined(separator: ", "))}"
    }

    /// A value as it can stand within braces.
    private static func written(_ value: Value) -> String {
        let text: String
        switch FlatFields.Scalar(value) {
        case .text(let plain): text = plain.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .number(let number): text = Int(exactly: number).map(String.init) ?? String(number)
        case .boolean(let flag): text = flag ? "yes" : "no"
        }
        guard text.contains(where: { ",'\"{}".contains($0) }) || text.first == " " || text.last == " " else {
            return text
        }
        return text.contains("\"") ? "'\(text.replacing("'", with: "’"))'" : "\"\(text)\""
    }
}

extension Event {
    fileprivate var isEarlyNotice: Bool {
        if case .said(let outbound) = fact { outbound.isEarlyNotice } else { false }
    }

    /// Whether a step of a transcript begins with it.
    package var beginsStep: Bool {
        switch fact {
        case .received, .agentJoined, .agentSaid, .agentReturned, .agentClosed, .rated: true
        default: false
        }
    }
}
