import FrontdeskDialogue
import FrontdeskMatching

// Guards: lists of targets of which the first whose condition holds is taken; and values to set.
extension FileReader {
    /// A list of guarded targets, the last one without a guard.
    func guarded(_ items: [SyntaxNode], _ node: SyntaxNode, reason: HandoffReason) -> TransitionDeclaration? {
        guard !items.isEmpty else {
            report.report(
                .badTarget,
                node.place,
                "this list of targets is empty",
                help: "write at least one target, such as the name of a state"
            )
            return nil
        }
        let branches = items.compactMap { transition($0, reason: reason, isOneOfSeveral: true) }
        guard branches.count == items.count, let first = branches.first else { return nil }
        for (branch, following) in zip(branches, items.dropFirst()) where branch.when == nil {
            // A guard that could not be read is no missing guard.
            guard !branch.lostWhen else { continue }
            report.report(
                .unreachableTarget,
                following.place,
                "this target is never reached, because the one before it has no 'when'",
                help: "give the one before it a 'when', or take this one out",
                mends: [.takeOut],
                notes: [("it always goes here", branch.place)]
            )
            break
        }
        if let last = branches.last, last.when != nil { reportUncaught(last.place) }
        var whole = first
        whole.alternatives = Array(branches.dropFirst())
        return whole
    }

    func reportUncaught(_ place: Place) {
        report.report(
            .uncaughtRest,
            place,
            "nothing catches the rest: when this condition does not hold, there is nowhere to go",
            help: "write a list, and as its last entry a target without 'when'"
        )
    }

    // MARK: Values to set

    /// `slot: {value: EXPRESSION}`.
    func computedAssignment(_ entry: SyntaxNode.Entry) -> AssignmentDeclaration? {
        guard var keys = keys(entry.value, .assignment, "what a slot is set to") else { return nil }
        let value = keys["value"]
        keys.finish("in what a slot is set to")
        guard let value else {
            missing("value", of: "this", entry.value.place, help: "write a text, or {value: EXPRESSION}")
            return nil
        }
        guard let expression = expression(value, "'value'") else { return nil }
        return AssignmentDeclaration(
            slot: entry.name,
            template: Template(text: ""),
            fields: [],
            value: expression
        )
    }

    /// Whether YAML took `{{slot}}` without quotes for keys.
    func isUnquotedField(_ node: SyntaxNode) -> Bool {
        guard case .keys(let entries) = node.kind else { return false }
        return entries.allSatisfy { $0.key.text == nil || $0.value.isAbsent }
    }

    // MARK: Types of rows

    /// The fields of a row: their names, or their names with types.
    func rowFields(_ node: SyntaxNode?) -> (names: [String], types: [TypedField]) {
        guard let node, case .keys(let entries) = node.kind else {
            return (names(node, "a field's name").map(\.text), [])
        }
        let types = entries.compactMap { entry in
            entry.key.text.flatMap { name in
                fieldType(entry.value).map {
                    TypedField(name: name, type: $0.type, isOptional: $0.isOptional)
                }
            }
        }
        return (entries.compactMap(\.key.text), types.filter { $0.type != .any })
    }

    private func fieldType(_ node: SyntaxNode) -> (type: ExpressionType, isOptional: Bool)? {
        if case .list = node.kind {
            let texts = texts(node, "a value").compactMap(\.text)
            return texts.isEmpty ? nil : (.choice(texts), false)
        }
        guard let text = text(node, "a field's type") else { return nil }
        var words = text.split(separator: " ").map(String.init)
        let isOptional = words.first == "optional"
        if isOptional { words.removeFirst() }
        if words.count == 2, words[0] == "money", words[1].utf8.count == 3,
            words[1].utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        {
            return (.money(currency: words[1]), isOptional)
        }
        if words.count == 1, let type = Self.fieldTypes[words[0]] { return (type, isOptional) }
        let name = Name(text: words.joined(separator: " "), place: node.place)
        report.reportUnknown(
            .unknownWord,
            "type of a field",
            name,
            known: Self.fieldTypes.keys.sorted(),
            otherwise:
                "write text, number, yes_no, date, time, moment, money with its currency (money EUR), or a list of texts; 'optional' before it when it may be missing"
        )
        return nil
    }

    private static let fieldTypes: [String: ExpressionType] = [
        "text": .text, "number": .number, "yes_no": .boolean, "date": .date, "time": .time, "moment": .moment,
        "any": .any,
    ]
}
