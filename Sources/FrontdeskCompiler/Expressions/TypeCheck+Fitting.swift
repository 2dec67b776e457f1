import FrontdeskDialogue
import FrontdeskMatching

// Which type fits where, and what may be missing.
extension TypeCheck {
    /// A part as an operand: known, and of the given type.
    func operand(_ tree: ExpressionTree, _ type: ExpressionType? = nil) -> TypedExpression? {
        guard let typed = typed(tree, hint: type) else { return nil }
        guard let type else { return present(typed, tree) }
        return fit(typed, type, tree).flatMap { present($0, tree) }
    }

    /// Reports what may be missing; a lenient context lets it pass.
    func present(_ typed: TypedExpression, _ tree: ExpressionTree) -> TypedExpression? {
        guard typed.mayBeMissing, !context.isLenient else { return typed }
        let what = typed.missingPart ?? typed.path?.written
        report?.report(
            .mayBeMissing,
            tree.place,
            what.map { "'\($0)' may be missing here" } ?? "this may be missing, as after a division by zero",
            help: typed.path.map { "write '\($0.written) is known and …', or '(\($0.written) default …)'" }
                ?? "put it in brackets and say what it is then: '(… default …)'"
        )
        return nil
    }

    /// A value as one of the given type, or nil, reported.
    func fit(_ typed: TypedExpression, _ type: ExpressionType, _ tree: ExpressionTree) -> TypedExpression? {
        if typed.type == type { return typed }
        var fitted = typed
        fitted.type = type
        switch (typed.type, type) {
        case (.choice, .text), (.choice, .any), (.text, .any), (.number, .any), (.boolean, .any):
            return fitted
        case (.money, .money(nil)): return fitted
        case (.money(nil), .money(let currency?)):
            fitted.expression = .converted(typed.expression, to: type)
            fitted.mayBeMissing = true
            fitted.missingPart = typed.path.map(\.written) ?? currency
            return fitted
        case (.text, .choice(let texts)):
            guard case .constant(.text(let text)) = typed.expression else {
                fitted.expression = .converted(typed.expression, to: type)
                fitted.mayBeMissing = true
                return fitted
            }
            return constant(text, among: texts, fitted, tree)
        case (.choice(let some), .choice(let texts)) where Set(some).isSubset(of: texts): return fitted
        case (.any, .text):
            fitted.expression = .converted(typed.expression, to: type)
            return fitted
        case (.any, .number), (.any, .boolean), (.any, .date), (.any, .time), (.any, .moment),
            (.any, .choice),
            (.any, .money(_?)):
            fitted.expression = .converted(typed.expression, to: type)
            fitted.mayBeMissing = true
            return fitted
        case (.list(let from), .list(let to)) where from != .any:
            guard fit(TypedExpression(expression: typed.expression, type: from), to, tree) != nil else {
                return nil
            }
            fitted.expression = .converted(typed.expression, to: type)
            return fitted
        default:
            mismatch(
                tree.place,
                "here \(type.described) is expected, but this is \(typed.type.described)",
                help: Self.advice(typed.type, type)
            )
            return nil
        }
    }

    /// A written text that must be one of a few.
    private func constant(
        _ text: String,
        among texts: [String],
        _ fitted: TypedExpression,
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        if let exact = texts.first(where: { $0.lowercased() == text.lowercased() }) {
            var fitted = fitted
            fitted.expression = .constant(.text(exact))
            return fitted
        }
        report?.reportUnknown(
            .unknownWord,
            "value",
            Name(text: text, place: tree.place),
            known: texts,
            otherwise: texts.count > 12 ? nil : "it is \(ExpressionType.choice(texts).described)"
        )
        return nil
    }

    /// The type that values of both types have, if there is one.
    func join(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType? {
        if left == right { return left }
        switch (left, right) {
        case (.choice, .text), (.text, .choice), (.choice, .choice): return .text
        case (.money(let first), .money(let second)) where first == nil || second == nil:
            return .money(currency: nil)
        case (.any, .text), (.any, .number), (.any, .boolean), (.any, .choice), (.text, .any),
            (.number, .any),
            (.boolean, .any), (.choice, .any):
            return .any
        case (.list(let first), .list(let second)): return join(first, second).map { .list($0) }
        default: return nil
        }
    }

    func mismatch(_ place: Place, _ message: String, help: String? = nil) {
        report?.report(.wrongType, place, message, help: help)
    }

    private static func advice(_ found: ExpressionType, _ wanted: ExpressionType) -> String? {
        switch (found, wanted) {
        case (.number, .money(let currency)): "write the currency: 20 \(currency ?? "EUR")"
        case (.any, .money(nil)), (.any, .duration):
            "declare the type of the field under 'fields' of the action"
        case (.number, .duration): "write the unit: 14 days"
        case (.duration, .number): "write days(…) or hours(…)"
        case (.moment, .date): "write date(…)"
        case (.text, .date): "write the day without quotes, such as 2026-10-01"
        case (_, .boolean): "compare it with something, or write '… is known'"
        default: nil
        }
    }
}
