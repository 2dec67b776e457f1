import FrontdeskDialogue
import FrontdeskMatching

// What names mean.
extension TypeCheck {
    func name(_ written: String, _ tree: ExpressionTree) -> TypedExpression? {
        let parts = written.split(separator: ".", maxSplits: 1).map(String.init)
        let path = FieldPath(root: parts[0], field: parts.count > 1 ? parts[1] : nil)
        if let field = path.field {
            if let type = context.slots[path.root] {
                return unknownField(
                    field,
                    of: "the slot '\(path.root)', which is \(type.described),",
                    path,
                    tree
                )
            }
            return self.field(field, path, tree)
        }
        if let type = context.slots[path.root] { return value(at: path, type) }
        if let circumstance = Expression.Circumstance(rawValue: written) {
            return self.circumstance(circumstance)
        }
        return unknown(written, tree)
    }

    /// A value that is known, or may be missing.
    private func value(at path: FieldPath, _ type: ExpressionType, isKnown: Bool = false) -> TypedExpression {
        TypedExpression(
            expression: type == .any ? .field(path) : .converted(.field(path), to: type),
            type: type,
            mayBeMissing: !isKnown && !context.known.contains(path),
            path: path,
            missingPart: path.written
        )
    }

    private func circumstance(_ circumstance: Expression.Circumstance) -> TypedExpression {
        let type: ExpressionType =
            switch circumstance {
            case .now: .moment
            case .today: .date
            case .channel, .language, .partOfDay: .text
            case .turns: .number
            }
        return TypedExpression(expression: .circumstance(circumstance), type: type)
    }

    private func field(_ field: String, _ path: FieldPath, _ tree: ExpressionTree) -> TypedExpression? {
        switch path.root {
        case "customer" where field == "verified":
            return value(at: path, .boolean, isKnown: true)
        case "customer" where field == "conversations":
            return value(at: path, .number, isKnown: true)
        case "time"
        where path.written == Expression.Circumstance.partOfDay.rawValue && context.fields["time"] == nil:
            return circumstance(.partOfDay)
        case "customer":
            guard ProfileFields.isCustomer(field) else {
                return unknownField(field, known: ProfileFields.customer, of: "'customer'", path, tree)
            }
            let isInstant = field == "last_contact" || field == "promise_due"
            return value(at: path, isInstant ? .moment : .text)
        case "assistant":
            guard ProfileFields.assistant.contains(field) else {
                return unknownField(field, known: ProfileFields.assistant, of: "'assistant'", path, tree)
            }
            return value(at: path, .text, isKnown: true)
        case "conversation" where path.written == Expression.Circumstance.turns.rawValue:
            return circumstance(.turns)
        case "queue" where field == "open":
            return TypedExpression(expression: .isOpen(queue: context.queue), type: .boolean)
        default: break
        }
        if let type = context.records[path.root]?[field] {
            let isHere = context.known.contains(FieldPath(root: path.root))
            return value(at: path, type.type, isKnown: isHere && !type.isOptional)
        }
        guard let fields = context.fields[path.root] else {
            let known = ["customer", "conversation"] + context.fields.keys.sorted()
            report?.reportUnknown(
                .unknownField,
                "record",
                Name(text: path.root, place: tree.place),
                known: known
            )
            return nil
        }
        guard fields.isEmpty || fields.contains(field) else {
            return unknownField(field, known: fields, of: "'\(path.root)'", path, tree)
        }
        return value(at: path, .any)
    }

    private func unknownField(
        _ field: String,
        known: [String] = [],
        of what: String,
        _ path: FieldPath,
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        let near = Spelling.nearest(to: field, among: known)
        report?.report(
            .unknownField,
            tree.place,
            "\(what) has no field '\(field)'",
            help: near.map { "did you mean '\($0)'?" }
                ?? (known.isEmpty || known.count > 12 ? nil : "known are \(Spelling.list(known))"),
            mends: near.map { [.write("\(path.root).\($0)")] } ?? []
        )
        return nil
    }

    private func unknown(_ name: String, _ tree: ExpressionTree) -> TypedExpression? {
        let words = context.slots.keys.sorted() + Expression.Circumstance.allCases.map(\.rawValue)
        report?.reportUnknown(
            .unknownSlot,
            "slot",
            Name(text: name, place: tree.place),
            known: words,
            otherwise: ProfileFields.customer.contains(name)
                ? "did you mean 'customer.\(name)'?" : "a text stands in quotes: '\(name)'"
        )
        return nil
    }
}
