import FrontdeskDialogue

extension Expectation {
    struct Problem: Error {
        var message: String
    }

    /// Reads an indented line: `intent order.status >= 0.80`, `no handoff`.
    init(_ text: String, line: Int) throws(Problem) {
        var words = text.split(separator: " ").map(String.init)
        isNegated = words.first == "no"
        if isNegated { words.removeFirst() }
        self.line = line
        source = text
        condition = try Self.condition(words, text)
    }

    private static func condition(_ words: [String], _ text: String) throws(Problem) -> Condition {
        let rest = Array(words.dropFirst())
        switch words.first {
        case "intent": return try intent(rest)
        case "slot": return try slot(rest)
        case "state": return try state(rest)
        case "decision": return try decision(rest)
        case "handoff": return try handoff(rest)
        case "event":
            guard let name = rest.first else {
                throw Problem(message: "'event' takes a name, such as flow_ended")
            }
            return .event(name, words: Array(rest.dropFirst()))
        case "promise":
            return .promise(rest.isEmpty ? nil : try pattern(rest))
        case "choice":
            guard !rest.isEmpty else { throw Problem(message: "'choice' takes a title or an id") }
            return .choice(rest.joined(separator: " "))
        case "shows":
            guard !rest.isEmpty else {
                throw Problem(message: "'shows' takes a line, such as shows Track it: https://...")
            }
            return .shows(try pattern(rest))
        case "language":
            guard rest.count == 1 else { throw Problem(message: "'language' takes a tag: language es") }
            return .language(rest[0])
        case "route":
            guard rest.count == 1 else {
                throw Problem(message: "'route' takes an address: route ada@example.com")
            }
            return .route(rest[0])
        case "conversation":
            guard rest.count == 1 else {
                throw Problem(message: "'conversation' takes a customer's name or a conversation's id")
            }
            return .conversation(rest[0])
        case "refused": return .refused(rest.isEmpty ? nil : try pattern(rest))
        case "measure": return .measure(try MeasureExpectation(rest))
        default:
            throw Problem(
                message:
                    "unknown expectation '\(text)': there are intent, slot, state, decision, handoff, event, promise, "
                    + "choice, shows, language, route, measure, conversation and refused, each with 'no' before it if it must not be so"
            )
        }
    }

    private static func pattern(_ words: [String]) throws(Problem) -> LinePattern {
        do { return try LinePattern(words.joined(separator: " ")) } catch {
            throw Problem(message: error.message)
        }
    }

    private static func intent(_ words: [String]) throws(Problem) -> Condition {
        let form = "'intent' takes a name, and a confidence if you like: intent order.status >= 0.80"
        if words.count == 1 { return .intent(words[0], atLeast: nil) }
        guard words.count == 3, words[1] == ">=", let confidence = Double(words[2]),
            (0...1).contains(confidence)
        else {
            throw Problem(message: form)
        }
        return .intent(words[0], atLeast: confidence)
    }

    private static func slot(_ words: [String]) throws(Problem) -> Condition {
        guard let name = words.first else {
            throw Problem(message: "'slot' takes a name: slot order_number = A-10021 from customer")
        }
        var rest = Array(words.dropFirst())
        var source: SlotEntry.Source?
        if rest.count >= 2, rest[rest.count - 2] == "from" {
            guard let known = SlotEntry.Source(rawValue: rest[rest.count - 1]) else {
                throw Problem(
                    message:
                        "a slot's value is from customer, profile, agent or flow, not '\(rest[rest.count - 1])'"
                )
            }
            source = known
            rest.removeLast(2)
        }
        if rest.isEmpty { return .slot(name, value: nil, source: source) }
        guard rest[0] == "=", rest.count > 1 else {
            throw Problem(
                message: "expected '= VALUE' after the slot's name, not '\(rest.joined(separator: " "))'"
            )
        }
        return .slot(name, value: rest.dropFirst().joined(separator: " "), source: source)
    }

    private static func state(_ words: [String]) throws(Problem) -> Condition {
        guard words.count <= 1 else { throw Problem(message: "'state' takes flow/state") }
        return .state(words.first)
    }

    private static func decision(_ words: [String]) throws(Problem) -> Condition {
        guard let kind = words.first.flatMap(DecisionKind.init(rawValue:)) else {
            let kinds = DecisionKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(message: "'decision' takes one of \(kinds)")
        }
        if words.count == 1 { return .decision(kind, rule: nil) }
        guard words.count == 3, words[1] == "by", let rule = DecisionRule(rawValue: words[2]) else {
            let rules = DecisionRule.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(message: "after the decision, 'by' and a rule may follow: \(rules)")
        }
        return .decision(kind, rule: rule)
    }

    private static func handoff(_ words: [String]) throws(Problem) -> Condition {
        guard words.count <= 2 else { throw Problem(message: "'handoff' takes a queue and a reason") }
        guard words.count == 2 else { return .handoff(queue: words.first, reason: nil) }
        guard let reason = HandoffReason(rawValue: words[1]) else {
            let reasons = HandoffReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(message: "unknown reason '\(words[1])': there are \(reasons)")
        }
        return .handoff(queue: words[0], reason: reason)
    }
}
