import FrontdeskDialogue
import FrontdeskMatching

// Functions.
extension TypeCheck {
    func call(_ name: Name, _ arguments: [ExpressionTree], _ tree: ExpressionTree) -> TypedExpression? {
        if name.text == "hours.open" { return open(arguments, tree) }
        guard let function = Expression.Function(rawValue: name.text) else {
            report?.reportUnknown(
                .unknownFunction,
                "function",
                name,
                known: Expression.Function.allCases.map(\.rawValue) + ["hours.open"],
                otherwise: "known are \(Expression.Function.allCases.map(\.rawValue).joined(separator: ", "))"
            )
            return nil
        }
        let limits = Self.arity(of: function)
        guard limits.contains(arguments.count) else {
            let wanted = limits.lowerBound == limits.upperBound ? "one value" : "one or more values"
            mismatch(name.place, "'\(name.text)' takes \(wanted), but gets \(arguments.count)")
            return nil
        }
        switch function {
        case .count, .sum, .first, .min, .max: return overall(function, arguments, tree)
        default: return scalar(function, arguments, tree)
        }
    }

    private static func arity(of function: Expression.Function) -> ClosedRange<Int> {
        switch function {
        case .min, .max: 1...20
        case .round: 1...2
        default: 1...1
        }
    }

    /// Whether the business hours of a queue are open now.
    private func open(_ arguments: [ExpressionTree], _ tree: ExpressionTree) -> TypedExpression? {
        guard arguments.count == 1, case .name(let queue) = arguments[0].kind else {
            mismatch(
                tree.place,
                "'hours.open' takes the name of one queue",
                help: "write hours.open(\(context.queue))"
            )
            return nil
        }
        guard context.queues.contains(queue) else {
            report?.reportUnknown(
                .unknownQueue,
                "queue",
                Name(text: queue, place: arguments[0].place),
                known: context.queues
            )
            return nil
        }
        return TypedExpression(expression: .isOpen(queue: queue), type: .boolean)
    }

    private func scalar(
        _ function: Expression.Function,
        _ arguments: [ExpressionTree],
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        let result: (takes: [ExpressionType], gives: ExpressionType, mayFail: Bool) =
            switch function {
            case .length: ([.text], .number, false)
            case .lower: ([.text], .text, false)
            case .round: ([.number, .number], .number, false)
            case .days, .hours: ([.duration], .number, false)
            case .weekday: ([.date], .choice(Expression.Function.weekdays), false)
            case .year, .month, .day: ([.date], .number, false)
            case .time: ([.moment], .time, false)
            case .number: ([.text], .number, true)
            default: ([], .number, false)
            }
        if function == .abs || function == .date { return special(function, arguments[0]) }
        var fitted: [TypedExpression] = []
        for (argument, type) in zip(arguments, result.takes) {
            guard let typed = operand(argument, type) else { return nil }
            fitted.append(typed)
        }
        return TypedExpression(
            expression: .call(function, fitted.map(\.expression)),
            type: result.gives,
            mayBeMissing: result.mayFail || fitted.contains(where: \.mayBeMissing)
        )
    }

    /// Functions whose result depends on what they are given.
    private func special(_ function: Expression.Function, _ argument: ExpressionTree) -> TypedExpression? {
        guard let typed = operand(argument) else { return nil }
        switch (function, typed.type) {
        case (.abs, .number), (.abs, .money), (.abs, .duration), (.date, .date):
            return result(function, typed, typed.type)
        case (.date, .moment): return result(function, typed, .date)
        case (.abs, .any): return operand(argument, .number).map { result(function, $0, .number) }
        case (.date, .text), (.date, .any):
            return TypedExpression(
                expression: .converted(typed.expression, to: .date),
                type: .date,
                mayBeMissing: true
            )
        default:
            mismatch(
                argument.place,
                function == .abs
                    ? "'abs' takes a number, an amount or a length of time, but this is \(typed.type.described)"
                    : "'date' takes an instant or a text, but this is \(typed.type.described)"
            )
            return nil
        }
    }

    private func result(
        _ function: Expression.Function,
        _ typed: TypedExpression,
        _ type: ExpressionType
    ) -> TypedExpression {
        TypedExpression(
            expression: .call(function, [typed.expression]),
            type: type,
            mayBeMissing: typed.mayBeMissing
        )
    }

    private func overall(
        _ function: Expression.Function,
        _ arguments: [ExpressionTree],
        _ tree: ExpressionTree
    ) -> TypedExpression? {
        let isRow = arguments.count > 1
        let whole = ExpressionTree(.list(arguments), tree.place)
        guard let list = operand(isRow ? whole : arguments[0]) else { return nil }
        guard case .list(let element) = list.type else {
            mismatch(
                arguments[0].place,
                "'\(function.rawValue)' takes a list, but this is \(list.type.described)",
                help: "write the values in brackets: \(function.rawValue)([…])"
            )
            return nil
        }
        let isFine: Bool
        switch (function, element) {
        case (.count, _), (.first, _), (.sum, .number), (.sum, .money), (.sum, .duration): isFine = true
        case (.min, _), (.max, _): isFine = element.isOrdered
        default: isFine = false
        }
        guard isFine else {
            mismatch(
                arguments[0].place,
                "'\(function.rawValue)' does not work on \(list.type.described)",
                help: element == .any ? "declare the types under 'fields' of the action" : nil
            )
            return nil
        }
        var parts = [list.expression]
        if isRow, case .list(let elements) = list.expression { parts = elements }
        return TypedExpression(
            expression: .call(function, parts),
            type: function == .count ? .number : element,
            mayBeMissing: list.mayBeMissing
                || (element == .money(currency: nil) && function != .count && function != .first)
        )
    }
}
