import FrontdeskDialogue
import FrontdeskMatching

// Slots that are worked out, asked on a condition, or must satisfy rules; slots that are confirmed together.
extension FileReader {
    /// The keys of a slot that take expressions.
    func terms(_ keys: inout Keys) -> SlotTermsDeclaration {
        var terms = SlotTermsDeclaration()
        terms.title = keys["title"].flatMap { response($0, "'title'") }
        terms.initial = keys["default"].flatMap { expression($0, "'default'") }
        let when = keys["when"]
        terms.when = when.flatMap { expression($0, "'when'") }
        terms.rules = rules(keys["valid"])
        terms.remember = keys["remember"].flatMap { remember($0) }
        return terms
    }

    /// One rule `{if, say}`, or a list of them.
    private func rules(_ node: SyntaxNode?) -> [SlotTermsDeclaration.Rule] {
        guard let node, !node.isAbsent else { return [] }
        let items = if case .list(let items) = node.kind { items } else { [node] }
        return items.compactMap { item in
            guard var keys = keys(item, .slotRule, "a rule under 'valid'") else { return nil }
            let (condition, say) = (keys["if"], keys["say"])
            keys.finish("in a rule under 'valid'")
            for (key, value) in [("if", condition), ("say", say)] where value == nil {
                missing(
                    key,
                    of: "this rule",
                    item.place,
                    help: key == "if"
                        ? "write the condition that a value must meet"
                        : "write what is said of a value that does not"
                )
            }
            guard let condition = condition.flatMap({ expression($0, "'if'") }),
                let say = say.flatMap({ response($0, "'say'") })
            else { return nil }
            return SlotTermsDeclaration.Rule(condition: condition, say: say)
        }
    }

    /// A slot that is never asked for.
    func computedSlot(_ name: Name, _ value: SyntaxNode, _ keys: inout Keys) -> SlotDeclaration {
        var slot = SlotDeclaration(name: name)
        slot.terms.value = expression(value, "'value'")
        slot.terms.title = keys["title"].flatMap { response($0, "'title'") }
        slot.type = keys["type"].flatMap { self.name($0, "'type'") }
        slot.choices = keys["choices"].map { choices($0) } ?? []
        slot.isSensitive = keys["sensitive"].flatMap { flag($0, "sensitive") } ?? false
        for key in ["ask", "again", "attempts", "otherwise", "from", "default", "when", "valid", "remember"] {
            guard let entry = keys.take(key) else { continue }
            report.report(
                .misplacedKey,
                entry.key.place,
                "'\(key)' belongs to a slot that is asked for, but this one is worked out by 'value'",
                help: "take one of them out"
            )
        }
        keys.finish("in a slot with 'value'")
        return slot
    }

    /// Slots that are read back together.
    func confirmation(_ node: SyntaxNode) -> ConfirmationDeclaration? {
        guard var keys = keys(node, .confirmation, "'confirm'") else { return nil }
        let slots = names(keys["slots"], "a slot's name")
        let ask = keys["ask"]
        let again = keys["again"].flatMap { response($0, "'again'") }
        let attempts = keys["attempts"].flatMap { integer($0, "attempts", 1...5) } ?? 2
        let otherwise = keys["otherwise"].flatMap { transition($0, reason: .slotRetryLimit) }
        keys.finish("in 'confirm'")
        if slots.isEmpty, keys.lacks("slots") {
            missing(
                "slots",
                of: "'confirm'",
                node.place,
                help: "name the slots that are read back: [street, city]"
            )
        }
        guard let ask else {
            missing(
                "ask",
                of: "'confirm'",
                node.place,
                help: "read the slots back and ask whether they are right"
            )
            return nil
        }
        guard let response = response(ask, "'ask'"), !slots.isEmpty else { return nil }
        return ConfirmationDeclaration(
            slots: slots,
            question: QuestionDeclaration(
                ask: response,
                again: again,
                attempts: attempts,
                otherwise: otherwise
            )
        )
    }
}
