import FrontdeskDialogue
import FrontdeskMatching

// Calculating.
extension TypeCheck {
    func arithmetic(
        _ sign: Expression.Operator,
        _ left: ExpressionTree,
        _ right: ExpressionTree,
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        guard var first = operand(left), var second = operand(right) else { return nil }
        // A field of unknown type is read as a number, or as a text beside a text.
        let plain: (ExpressionType) -> ExpressionType = { $0.isText && sign == .plus ? .text : .number }
        if first.type == .any {
            guard let fitted = fit(first, plain(second.type), left).flatMap({ present($0, left) }) else {
                return nil
            }
            first = fitted
        }
        if second.type == .any {
            guard let fitted = fit(second, plain(first.type), right).flatMap({ present($0, right) }) else {
                return nil
            }
            second = fitted
        }
        guard let (type, mayFail) = Self.result(sign, first.type, second.type) else {
            mismatch(
                tree.sign,
                "'\(sign.rawValue)' does not work on \(first.type.described) and \(second.type.described)",
                help: Self.advice(sign, first.type, second.type)
            )
            return nil
        }
        let isDivision = sign == .over && !second.expression.isNonzero
        return TypedExpression(
            expression: .operation(sign, first.expression, second.expression),
            type: type,
            mayBeMissing: first.mayBeMissing || second.mayBeMissing || mayFail || isDivision
        )
    }

    /// The type that comes out, and whether it may be missing because currencies differ.
    private static func result(
        _ sign: Expression.Operator,
        _ left: ExpressionType,
        _ right: ExpressionType
    ) -> (ExpressionType, Bool)? {
        switch (left, sign, right) {
        case (.number, _, .number): (.number, false)
        case (_, .plus, _) where left.isText && right.isText: (.text, false)
        case (.duration, .plus, .duration), (.duration, .minus, .duration), (.duration, .times, .number),
            (.number, .times, .duration), (.duration, .over, .number):
            (.duration, false)
        case (.duration, .over, .duration): (.number, false)
        case (.months, .plus, .months), (.months, .minus, .months): (.months, false)
        case (.date, .plus, .duration), (.date, .minus, .duration), (.date, .plus, .months),
            (.date, .minus, .months), (.duration, .plus, .date), (.months, .plus, .date):
            (.date, false)
        case (.moment, .plus, .duration), (.moment, .minus, .duration), (.moment, .plus, .months),
            (.moment, .minus, .months), (.duration, .plus, .moment), (.months, .plus, .moment):
            (.moment, false)
        case (.date, .minus, .date), (.moment, .minus, .moment): (.duration, false)
        case (.money, .times, .number), (.money, .over, .number): (left, false)
        case (.number, .times, .money): (right, false)
        case (.money(let one), .plus, .money(let other)), (.money(let one), .minus, .money(let other)):
            one == nil || other == nil ? (.money(currency: nil), true) : one == other ? (left, false) : nil
        case (.money(let one), .over, .money(let other)):
            one == nil || other == nil ? (.number, true) : one == other ? (.number, false) : nil
        default: nil
        }
    }

    private static func advice(
        _ sign: Expression.Operator,
        _ left: ExpressionType,
        _ right: ExpressionType
    ) -> String? {
        switch (left, right) {
        case (.date, .number), (.number, .date), (.moment, .number): "write the unit: today + 14 days"
        case (.moment, .date), (.date, .moment): "write 'today' instead of 'now'"
        case (.money(let currency), .number) where sign == .plus || sign == .minus:
            "write the currency: 20 \(currency ?? "EUR")"
        case (.months, _), (_, .months): "months and years are added to a day: today + 2 months"
        default: nil
        }
    }
}

extension Expression {
    /// Whether it is a written value other than zero.
    fileprivate var isNonzero: Bool {
        switch self {
        case .constant(.number(let number)): number != 0
        case .constant(.money(let money)): money.minorUnits != 0
        case .constant(.duration(let duration)): duration != 0
        case .negative(let inner): inner.isNonzero
        default: false
        }
    }
}
