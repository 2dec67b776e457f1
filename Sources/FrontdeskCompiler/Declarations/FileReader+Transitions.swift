import FrontdeskDialogue
import FrontdeskMatching

// Transitions: what follows from an outcome, an answer, an intent.
extension FileReader {
    /// The entries of an `on`.
    func handlers(_ node: SyntaxNode?) -> [HandlerDeclaration] {
        entries(node, "on").compactMap { entry in
            if node?.style == .flow, entry.value.isAbsent {
                entry.reportCut(to: report)
                return nil
            }
            let reason: HandoffReason = entry.key.text == "failed" ? .error : .policyRequired
            return transition(entry.value, reason: reason).map {
                HandlerDeclaration(key: entry.name, trigger: event(entry.name), transition: $0)
            }
        }
    }

    /// A short text such as `tell` or `handoff(orders)`, or keys with `say`, `clear`, `set` and where to go.
    ///
    /// Or a list of these, of which the first whose `when` holds is followed.
    func transition(
        _ node: SyntaxNode,
        reason: HandoffReason,
        isOneOfSeveral: Bool = false
    ) -> TransitionDeclaration? {
        if case .list(let items) = node.kind, !isOneOfSeveral {
            return guarded(items, node, reason: reason)
        }
        if node.text != nil {
            return shortTarget(node, reason: reason).map {
                TransitionDeclaration(target: $0, place: node.place)
            }
        }
        guard var keys = keys(node, .transition, "what follows") else { return nil }
        let when = keys["when"]
        let condition = when.flatMap { expression($0, "'when'") }
        let say = keys["say"].flatMap { response($0, "'say'") }
        let promise = keys["promise"].flatMap { self.promise($0) }
        let consent = keys["consent"].flatMap { name($0, "'consent'") }
        let clear = names(keys["clear"], "a slot's name")
        let set = assignments(keys["set"])
        let go = keys.take("go")
        let end = keys.take("end")
        let handoff = keys.take("handoff")
        keys.finish("in what follows")
        if let when, !isOneOfSeveral { reportUncaught(when.place) }
        let given = [go, end, handoff].compactMap { $0 }
        guard given.count == 1 else {
            report.report(
                .chooseOne,
                given.count > 1 ? given[1].key.place : node.place,
                "what follows needs exactly one of 'go', 'end' and 'handoff'",
                help: given.isEmpty
                    ? "add 'go: STATE', 'end: resolved' or 'handoff: QUEUE'" : "keep one of them",
                mends: given.count > 1 ? [.takeOut] : []
            )
            return nil
        }
        return target(go: go?.value, end: end?.value, handoff: handoff?.value, reason: reason).map {
            TransitionDeclaration(
                say: say,
                clear: clear,
                set: set,
                target: $0,
                place: node.place,
                when: condition,
                lostWhen: when != nil && condition == nil,
                promise: promise,
                consent: consent
            )
        }
    }

    func target(
        go: SyntaxNode?,
        end: SyntaxNode?,
        handoff: SyntaxNode?,
        reason: HandoffReason
    ) -> TransitionDeclaration.Target? {
        if let go { return shortTarget(go, reason: reason) }
        if let end { return name(end, "'end'").flatMap { outcome($0) }.map { .end($0) } }
        return handoff.flatMap { self.handoff($0, reason: reason) }.map { .handoff($0) }
    }

    private func shortTarget(_ node: SyntaxNode, reason: HandoffReason) -> TransitionDeclaration.Target? {
        guard let text = text(node, "where to go") else { return nil }
        // `{failed: handoff(orders, error)}`: YAML cuts at the ',', which is reported where the rest begins.
        if node.style == .plain, text.utf8.contains(UInt8(ascii: "(")), !text.utf8.contains(UInt8(ascii: ")"))
        {
            return cutTarget(node)
        }
        guard let call = Notation.call(text) else { return refuse(node, text) }
        let arguments = call.arguments.map {
            Name(text: $0.text, place: inner(node, $0.range.lowerBound, $0.range.upperBound))
        }
        switch (call.name.text, arguments.count) {
        case ("handoff", 0): return .handoff(HandoffDeclaration(reason: reason))
        case ("handoff", 1): return .handoff(HandoffDeclaration(queue: arguments[0], reason: reason))
        case ("handoff", 2):
            let named = word(arguments[1], "handoff reason", as: HandoffReason.self)
            return .handoff(HandoffDeclaration(queue: arguments[0], reason: named ?? reason))
        case ("end", 0): return .end(.resolved)
        case ("end", 1): return outcome(arguments[0]).map { .end($0) }
        case ("flow", 1): return .flow(arguments[0])
        case ("resume", 1): return .history(arguments[0])
        case ("stay", 0): return .stay
        case ("pass", 0): return .pass
        case (let state, 0) where !text.utf8.contains(UInt8(ascii: "(")) && !state.utf8.contains(0x20):
            return .state(Name(text: state, place: node.place))
        default: return refuse(node, text)
        }
    }

    private func cutTarget(_ node: SyntaxNode) -> TransitionDeclaration.Target? {
        report.report(
            .mustBeQuoted,
            node.place,
            "within { } a ',' ends a text, so this one has no ')'",
            help: "put the text that holds the ',' in quotes"
        )
        return nil
    }

    private func refuse(_ node: SyntaxNode, _ text: String) -> TransitionDeclaration.Target? {
        report.report(
            .badTarget,
            node.place,
            "'\(text)' is not a place to go to",
            help:
                "write a state, end, end(unresolved), handoff, handoff(queue), handoff(queue, reason), flow(name), resume(state) or stay"
        )
        return nil
    }

    private func outcome(_ name: Name) -> FlowOutcome? {
        let known = FlowOutcome.common.map(\.rawValue) + outcomes
        if known.contains(name.text) { return FlowOutcome(rawValue: name.text) }
        report.reportUnknown(.unknownWord, "end of a flow", name, known: known)
        return nil
    }

    /// A queue, or keys with `queue`, `reason` and `say`.
    func handoff(_ node: SyntaxNode, reason: HandoffReason = .policyRequired) -> HandoffDeclaration? {
        if node.text != nil {
            return name(node, "'handoff'").map { HandoffDeclaration(queue: $0, reason: reason) }
        }
        guard var keys = keys(node, .handoff, "'handoff'") else { return nil }
        let queue = keys["queue"].flatMap { name($0, "a queue's name") }
        let named = keys["reason"].flatMap { name($0, "'reason'") }
            .flatMap { word($0, "handoff reason", as: HandoffReason.self) }
        let say = keys["say"].flatMap { response($0, "'say'") }
        keys.finish("in 'handoff'")
        return HandoffDeclaration(queue: queue, reason: named ?? reason, say: say)
    }

    /// The entries of a `set`.
    func assignments(_ node: SyntaxNode?) -> [AssignmentDeclaration] {
        entries(node, "set").compactMap { entry in
            if case .keys = entry.value.kind, entry.value.style != .flow || !isUnquotedField(entry.value) {
                return computedAssignment(entry)
            }
            guard text(entry.value, "the value of '\(entry.key.text ?? "")'") != nil,
                let (template, fields) = template(entry.value)
            else { return nil }
            return AssignmentDeclaration(slot: entry.name, template: template, fields: fields)
        }
    }
}
