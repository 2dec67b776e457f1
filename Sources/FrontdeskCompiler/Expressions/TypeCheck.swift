import FrontdeskDialogue
import FrontdeskMatching

/// An expression whose names and types are checked.
struct TypedExpression {
    var expression: Expression
    var type: ExpressionType
    /// Whether its value may be missing where it is used.
    var mayBeMissing = false
    /// What is known wherever it is true, and wherever it is false.
    var knownWhenTrue: Set<FieldPath> = []
    var knownWhenFalse: Set<FieldPath> = []
    /// The slot or field that it is, if it is just one.
    var path: FieldPath?
    /// What may be missing in it, for the message: the author's own words.
    var missingPart: String?
}

/// Checks the names and types of expressions.
///
/// What passes cannot fail at run time: every operand has the type its operator takes, and what may be missing has
/// been asked about with `is known` or has a `default`.
struct TypeCheck {
    var context: ExpressionContext
    /// Where problems go; nil when they have been reported before.
    let report: Reporter?

    /// Checks an expression.
    ///
    /// - Parameters:
    ///   - type: The type its value must have; nil when any will do.
    ///   - allowsMissing: Whether its value may be missing.
    /// - Returns: nil, reported, when a name or a type is wrong.
    static func check(
        _ declaration: ExpressionDeclaration,
        expecting type: ExpressionType?,
        in context: ExpressionContext,
        allowsMissing: Bool = false,
        _ report: Reporter?
    ) -> TypedExpression? {
        let check = TypeCheck(context: context, report: report)
        guard var typed = check.typed(declaration.tree, hint: type) else { return nil }
        if let type {
            guard let fitted = check.fit(typed, type, declaration.tree) else { return nil }
            typed = fitted
        }
        guard !allowsMissing, typed.mayBeMissing else { return typed }
        return check.present(typed, declaration.tree)
    }

    // MARK: Parts

    /// The type of a part.
    ///
    /// - Parameter hint: The type wanted, which tells what a text such as 'small' is to be looked up among.
    func typed(_ tree: ExpressionTree, hint: ExpressionType? = nil) -> TypedExpression? {
        switch tree.kind {
        case .constant(let value):
            return TypedExpression(expression: .constant(value), type: Self.type(of: value))
        case .name(let name): return self.name(name, tree)
        case .list(let parts): return list(parts, tree, hint: hint)
        case .not(let part):
            guard let typed = operand(part, .boolean) else { return nil }
            return TypedExpression(
                expression: .not(typed.expression),
                type: .boolean,
                mayBeMissing: typed.mayBeMissing,
                knownWhenTrue: typed.knownWhenFalse,
                knownWhenFalse: typed.knownWhenTrue
            )
        case .negative(let part): return negative(part, tree)
        case .isKnown(let part):
            guard let typed = self.typed(part) else { return nil }
            return TypedExpression(
                expression: .isKnown(typed.expression),
                type: .boolean,
                knownWhenTrue: typed.path.map { [$0] } ?? []
            )
        case .operation(let sign, let left, let right): return operation(sign, left, right, tree)
        case .between(let part, let low, let high): return between(part, low, high, tree)
        case .call(let name, let arguments): return call(name, arguments, tree)
        case .choice(let condition, let then, let otherwise):
            return choice(condition, then, otherwise, tree, hint: hint)
        }
    }

    static func type(of value: ExpressionValue) -> ExpressionType {
        switch value {
        case .missing: .any
        case .text: .text
        case .number: .number
        case .boolean: .boolean
        case .date: .date
        case .time: .time
        case .moment: .moment
        case .duration: .duration
        case .months: .months
        case .money(let money): .money(currency: money.currency)
        case .list(let values): .list(values.first.map { type(of: $0) } ?? .any)
        }
    }

    private func negative(_ part: ExpressionTree, _ tree: ExpressionTree) -> TypedExpression? {
        guard let typed = operand(part) else { return nil }
        switch typed.type {
        case .number, .duration, .months, .money:
            return TypedExpression(
                expression: .negative(typed.expression),
                type: typed.type,
                mayBeMissing: typed.mayBeMissing
            )
        case .any: return fit(typed, .number, part).flatMap { present($0, part) }.map(Self.negated)
        default:
            mismatch(tree.sign, "'-' turns the sign of a number, but this is \(typed.type.described)")
            return nil
        }
    }

    private static func negated(_ typed: TypedExpression) -> TypedExpression {
        TypedExpression(
            expression: .negative(typed.expression),
            type: .number,
            mayBeMissing: typed.mayBeMissing
        )
    }

    private func list(_ parts: [ExpressionTree], _ tree: ExpressionTree, hint: ExpressionType?)
        -> TypedExpression?
    {
        guard !parts.isEmpty else {
            mismatch(tree.place, "this list is empty", help: "write at least one value")
            return nil
        }
        let element: ExpressionType? = if case .list(let element)? = hint { element } else { nil }
        let typed = parts.compactMap { operand($0) }
        guard typed.count == parts.count else { return nil }
        var common = element ?? typed[0].type
        if element == nil {
            for (item, part) in zip(typed, parts) {
                guard let joined = join(common, item.type) else {
                    mismatch(
                        part.place,
                        "the values of a list have one type, but this is \(item.type.described) after \(common.described)"
                    )
                    return nil
                }
                common = joined
            }
        }
        let fitted = zip(typed, parts).compactMap { fit($0, common, $1) }
        guard fitted.count == parts.count else { return nil }
        return TypedExpression(
            expression: .list(fitted.map(\.expression)),
            type: .list(common),
            mayBeMissing: fitted.contains(where: \.mayBeMissing)
        )
    }

    private func choice(
        _ condition: ExpressionTree,
        _ then: ExpressionTree,
        _ otherwise: ExpressionTree,
        _ tree: ExpressionTree,
        hint: ExpressionType?
    ) -> TypedExpression? {
        guard let tested = operand(condition, .boolean) else { return nil }
        let first = with(tested.knownWhenTrue).typed(then, hint: hint)
        let second = with(tested.knownWhenFalse).typed(otherwise, hint: hint)
        guard let first, let second else { return nil }
        guard let type = join(first.type, second.type) else {
            mismatch(
                otherwise.place,
                "after 'else' stands \(second.type.described), but after 'then' \(first.type.described)",
                help: "both must have the same type"
            )
            return nil
        }
        guard let left = fit(first, type, then), let right = fit(second, type, otherwise) else { return nil }
        return TypedExpression(
            expression: .choice(
                condition: tested.expression,
                then: left.expression,
                otherwise: right.expression
            ),
            type: type,
            mayBeMissing: tested.mayBeMissing || left.mayBeMissing || right.mayBeMissing,
            missingPart: left.missingPart ?? right.missingPart
        )
    }

    func with(_ known: Set<FieldPath>) -> TypeCheck {
        TypeCheck(context: context.knowing(known), report: report)
    }
}
