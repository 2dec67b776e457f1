import FrontdeskDialogue

// States within states, calls of flows, silences and events.
extension FileReader {
    /// The step of a state with substates: it goes to the first of them, or to the one that `start` names.
    func enclosing(
        _ substates: SyntaxNode.Entry?,
        _ start: SyntaxNode.Entry?,
        _ keys: inout Keys,
        of state: Name
    ) -> StateDeclaration.Step? {
        let others = ["do", "ask", "call", "go", "end", "handoff"].compactMap { keys.take($0) }
        let names = entries(substates?.value, "states").map(\.name)
        guard others.isEmpty, let first = names.first else {
            report.report(
                .chooseOne,
                others.first?.key.place ?? state.place,
                others.isEmpty
                    ? "the state '\(state.text)' has 'states' without any state"
                    : "the state '\(state.text)' has substates, so it cannot also have '\(others[0].key.text ?? "")'",
                help: others.isEmpty
                    ? "add a state, or take 'states' out" : "move it into the substate that comes first"
            )
            return nil
        }
        var target = first
        if let start, let name = name(start.value, "'start'") {
            guard names.contains(where: { $0.text == name.text }) else {
                report.reportUnknown(.unknownState, "substate", name, known: names.map(\.text))
                return nil
            }
            target = name
        }
        return .enclose(start: TransitionDeclaration(target: .state(target), place: target.place))
    }

    /// `find_order(order_number, email: customer.email)`.
    func flowCall(_ node: SyntaxNode, as result: SyntaxNode?) -> FlowCallDeclaration? {
        guard let text = text(node, "'call'") else { return nil }
        guard let call = Notation.call(text), call.name.text.utf8.allSatisfy({ $0 > 0x20 }) else {
            report.report(
                .badCall,
                node.place,
                "'\(text)' is not a call of a flow",
                help: "write the flow's name and what it gets in brackets: find_order(order_number)"
            )
            return nil
        }
        let range = call.name.range
        let flow = Name(text: call.name.text, place: inner(node, range.lowerBound, range.upperBound))
        var arguments: [FlowCallDeclaration.Argument] = []
        for part in call.arguments {
            guard let argument = argument(part, of: node) else { return nil }
            arguments.append(argument)
        }
        var given: Name?
        if let result, let written = name(result, "'as'") { given = declaredName(written, "a result") }
        return FlowCallDeclaration(
            flow: flow,
            arguments: arguments,
            result: given ?? Name(text: "result", place: flow.place)
        )
    }

    /// `slot: value`, or one name for a slot that both flows have.
    private func argument(_ part: Notation.Part, of node: SyntaxNode) -> FlowCallDeclaration.Argument? {
        let bytes = Array(part.text.utf8)
        let start = part.range.lowerBound
        let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        let name = String(decoding: bytes[..<(colon ?? bytes.count)], as: UTF8.self).spaceless
        let slot = Name(text: name, place: inner(node, start, start + name.utf8.count))
        guard let colon else { return valueArgument(slot, part.text, slot.place) }
        let rest = bytes[(colon + 1)...]
        let lead = rest.prefix { $0 <= 0x20 }.count
        let value = String(decoding: rest, as: UTF8.self).spaceless
        let at = start + colon + 1 + lead
        return valueArgument(slot, value, inner(node, at, at + value.utf8.count))
    }

    private func valueArgument(
        _ slot: Name,
        _ value: String,
        _ place: Place
    ) -> FlowCallDeclaration.Argument? {
        if let literal = Self.literal(value) {
            return FlowCallDeclaration.Argument(slot: slot, source: .literal(literal))
        }
        let parts = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isPath =
            (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && !$0.utf8.contains(0x20) }
        guard isPath, !slot.text.isEmpty, !slot.text.contains(".") else {
            report.report(
                .badCall,
                place,
                "'\(value)' cannot be an argument",
                help:
                    "write 'slot: value', where the value is a slot, a field such as customer.email, a number or a quoted text"
            )
            return nil
        }
        let path = FieldPath(root: parts[0], field: parts.count > 1 ? parts[1] : nil)
        return FlowCallDeclaration.Argument(
            slot: slot,
            source: .path(path),
            use: FieldUse(path: path, place: place)
        )
    }

    private static func literal(_ text: String) -> Value? {
        if text == "true" || text == "false" { return .boolean(text == "true") }
        if let first = text.utf8.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
            text.utf8.count > 1, text.utf8.last == first
        {
            return .text(String(text.dropFirst().dropLast()))
        }
        guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-") else {
            return nil
        }
        return Double(text).map(Value.number)
    }

    /// The event that a key such as `event(order.delayed)` waits for.
    func event(_ key: Name) -> Handler.Trigger? {
        guard key.text.hasPrefix("event("), let call = Notation.call(key.text), call.name.text == "event",
            call.arguments.count == 1, call.arguments[0].text.utf8.allSatisfy({ $0 > 0x20 })
        else { return nil }
        return .event(call.arguments[0].text)
    }

    /// The entries of an `after`: how long the customer says nothing, and what follows.
    func silences(_ node: SyntaxNode?) -> [HandlerDeclaration] {
        entries(node, "after").compactMap { entry in
            if node?.style == .flow, entry.value.isAbsent {
                entry.reportCut(to: report)
                return nil
            }
            guard let seconds = seconds(entry.name),
                let transition = transition(entry.value, reason: .policyRequired)
            else { return nil }
            return HandlerDeclaration(key: entry.name, trigger: .after(seconds), transition: transition)
        }
    }

    /// The longest silence that can be waited for: 30 days.
    private static let longestSilence = 30 * 86_400

    func seconds(_ name: Name) -> Int? {
        let units: [String: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        if let unit = units[String(name.text.suffix(1))], let count = Int(name.text.dropLast()),
            count > 0, count <= Self.longestSilence / unit
        {
            return count * unit
        }
        report.report(
            .badDuration,
            name.place,
            "'\(name.text)' is not a length of time",
            help: "write a number and s, m, h or d, at most 30 days: 30s, 10m, 2h, 1d"
        )
        return nil
    }
}

extension String {
    /// The text without the spaces at its ends.
    fileprivate var spaceless: String {
        var bytes = Substring(self).utf8
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
