import FrontdeskDialogue
import FrontdeskMatching

// Operators.
extension TypeCheck {
    func operation(
        _ sign: Expression.Operator,
        _ left: ExpressionTree,
        _ right: ExpressionTree,
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        switch sign {
        case .and, .or: logic(sign, left, right)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            comparison(sign, left, right, tree)
        case .within: within(left, right, tree)
        case .contains, .startsWith, .endsWith: search(sign, left, right, tree)
        case .fallback: fallback(left, right, tree)
        case .plus, .minus, .times, .over: arithmetic(sign, left, right, tree)
        }
    }

    /// What stands after `and` is only looked at when what stands before it holds.
    private func logic(
        _ sign: Expression.Operator,
        _ left: ExpressionTree,
        _ right: ExpressionTree
    ) -> TypedExpression? {
        guard let first = operand(left, .boolean) else { return nil }
        let isAnd = sign == .and
        let known = isAnd ? first.knownWhenTrue : first.knownWhenFalse
        guard let second = with(known).operand(right, .boolean) else { return nil }
        let both: (KeyPath<TypedExpression, Set<FieldPath>>) -> Set<FieldPath> = {
            first[keyPath: $0].union(second[keyPath: $0])
        }
        let either: (KeyPath<TypedExpression, Set<FieldPath>>) -> Set<FieldPath> = {
            first[keyPath: $0].intersection(second[keyPath: $0])
        }
        return TypedExpression(
            expression: .operation(sign, first.expression, second.expression),
            type: .boolean,
            mayBeMissing: first.mayBeMissing || second.mayBeMissing,
            knownWhenTrue: isAnd ? both(\.knownWhenTrue) : either(\.knownWhenTrue),
            knownWhenFalse: isAnd ? either(\.knownWhenFalse) : both(\.knownWhenFalse)
        )
    }

    private func comparison(
        _ sign: Expression.Operator,
        _ left: ExpressionTree,
        _ right: ExpressionTree,
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        guard let (first, second) = matched(left, right, tree) else { return nil }
        if sign != .equal, sign != .notEqual, !first.type.isOrdered {
            mismatch(
                tree.sign,
                "'\(sign.rawValue)' compares numbers, amounts, days and times, but this is \(first.type.described)"
            )
            return nil
        }
        return TypedExpression(
            expression: .operation(sign, first.expression, second.expression),
            type: .boolean,
            mayBeMissing: first.mayBeMissing || second.mayBeMissing
                || Self.maysDiffer(first.type, second.type)
        )
    }

    /// Two operands of one type: each may tell what the other is read as.
    private func matched(
        _ left: ExpressionTree,
        _ right: ExpressionTree,
        _ tree: ExpressionTree
    ) -> (TypedExpression, TypedExpression)? {
        guard let first = operand(left), let second = operand(right) else { return nil }
        return matched((first, left), (second, right), tree)
    }

    private func matched(
        _ left: (typed: TypedExpression, tree: ExpressionTree),
        _ right: (typed: TypedExpression, tree: ExpressionTree),
        _ tree: ExpressionTree
    ) -> (TypedExpression, TypedExpression)? {
        let (first, second) = (left.typed, right.typed)
        switch (first.type, second.type) {
        case (.choice, .text),
            (.any, _) where second.type != .any:
            return fit(first, first.type, left.tree).flatMap { _ in
                first.type == .any
                    ? fit(first, second.type.isText ? .text : second.type, left.tree)
                        .flatMap { present($0, left.tree) }.map { ($0, second) }
                    : fit(second, first.type, right.tree).flatMap { present($0, right.tree) }.map {
                        (first, $0)
                    }
            }
        case (.text, .choice),
            (_, .any) where first.type != .any:
            return matched(right, left, tree).map { ($1, $0) }
        case (.money(let one), .money(let other)):
            guard one == nil || other == nil || one == other else { break }
            return (first, second)
        default:
            if first.type.isText, second.type.isText { return (first, second) }
            if first.type == second.type { return (first, second) }
        }
        mismatch(
            tree.sign,
            "\(first.type.described) cannot be compared with \(second.type.described)",
            help: Self.comparing(first.type, second.type)
        )
        return nil
    }

    private static func comparing(_ first: ExpressionType, _ second: ExpressionType) -> String? {
        switch (first, second) {
        case (.money(let currency), .number), (.number, .money(let currency)):
            "write the currency: 20 \(currency ?? "EUR")"
        case (.moment, .date), (.date, .moment): "write date(now) or 'today'"
        case (.duration, .number), (.number, .duration): "write the unit: 14 days"
        case (.date, .text), (.text, .date): "write the day without quotes: 2026-10-01"
        case (.duration, .months), (.months, .duration): "months differ in length; write days"
        default: nil
        }
    }

    /// Whether amounts of both types may be of different currencies, which cannot be compared or added.
    private static func maysDiffer(_ first: ExpressionType, _ second: ExpressionType) -> Bool {
        guard case .money(let one) = first, case .money(let other) = second else { return false }
        return one == nil || other == nil
    }

    func between(
        _ part: ExpressionTree,
        _ low: ExpressionTree,
        _ high: ExpressionTree,
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        guard let (value, lower) = matched(part, low, tree), let (same, upper) = matched(part, high, tree)
        else {
            return nil
        }
        guard value.type.isOrdered else {
            mismatch(
                tree.sign,
                "'between' needs numbers, amounts, days or times, but this is \(value.type.described)"
            )
            return nil
        }
        return TypedExpression(
            expression: .between(value.expression, lower.expression, upper.expression),
            type: .boolean,
            mayBeMissing: value.mayBeMissing || lower.mayBeMissing || upper.mayBeMissing
                || Self.maysDiffer(value.type, lower.type) || Self.maysDiffer(same.type, upper.type)
        )
    }

    private func within(_ left: ExpressionTree, _ right: ExpressionTree, _ tree: ExpressionTree)
        -> TypedExpression?
    {
        guard let value = operand(left) else { return nil }
        // What is looked up tells what the list holds: choices, or fields of unknown type.
        let wanted: ExpressionType? = if case .choice = value.type { .list(value.type) } else { nil }
        guard let list = operand(right, hint: wanted) else { return nil }
        guard case .list(let element) = list.type else {
            mismatch(right.place, "after 'in' stands a list in brackets, but this is \(list.type.described)")
            return nil
        }
        guard
            let (fitted, _) = matched(
                (value, left),
                (TypedExpression(expression: list.expression, type: element), right),
                tree
            )
        else { return nil }
        return TypedExpression(
            expression: .operation(.within, fitted.expression, list.expression),
            type: .boolean,
            mayBeMissing: fitted.mayBeMissing || list.mayBeMissing || Self.maysDiffer(fitted.type, element)
        )
    }

    private func operand(_ tree: ExpressionTree, hint: ExpressionType?) -> TypedExpression? {
        typed(tree, hint: hint).flatMap { present($0, tree) }
    }

    private func search(
        _ sign: Expression.Operator,
        _ left: ExpressionTree,
        _ right: ExpressionTree,
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        guard let whole = operand(left) else { return nil }
        if case .list(let element) = whole.type {
            guard sign == .contains else {
                mismatch(
                    tree.sign,
                    "'\(sign.rawValue)' looks into a text, but this is \(whole.type.described)"
                )
                return nil
            }
            guard let part = operand(right, element) else { return nil }
            return TypedExpression(
                expression: .operation(sign, whole.expression, part.expression),
                type: .boolean,
                mayBeMissing: whole.mayBeMissing || part.mayBeMissing || Self.maysDiffer(element, part.type)
            )
        }
        guard let text = fit(whole, .text, left).flatMap({ present($0, left) }),
            let part = operand(right, .text)
        else {
            return nil
        }
        return TypedExpression(
            expression: .operation(sign, text.expression, part.expression),
            type: .boolean,
            mayBeMissing: text.mayBeMissing || part.mayBeMissing
        )
    }

    private func fallback(_ left: ExpressionTree, _ right: ExpressionTree, _ tree: ExpressionTree)
        -> TypedExpression?
    {
        guard let value = typed(left), let other = typed(right, hint: value.type) else { return nil }
        // A default of a plain type tells what a field of unknown type is read as.
        let type = value.type == .any ? other.type : join(value.type, other.type)
        guard let type, let first = fit(value, type, left), let second = fit(other, type, right) else {
            if type == nil {
                mismatch(
                    right.place,
                    "the default is \(other.type.described), but what it stands for is \(value.type.described)"
                )
            }
            return nil
        }
        return TypedExpression(
            expression: .operation(.fallback, first.expression, second.expression),
            type: type,
            mayBeMissing: second.mayBeMissing,
            missingPart: second.missingPart
        )
    }
}

extension ExpressionType {
    /// Whether one value can be more than another.
    var isOrdered: Bool {
        switch self {
        case .number, .date, .time, .moment, .duration, .money: true
        default: false
        }
    }
}
