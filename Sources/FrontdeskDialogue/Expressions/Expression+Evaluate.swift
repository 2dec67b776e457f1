import FrontdeskMatching

extension Expression {
    /// What the expression comes to.
    ///
    /// Never fails. Something missing makes everything missing that is worked out from it, except `default`,
    /// `is known`, and an `and` or `or` that is decided without it.
    public func evaluate(in scope: some ExpressionScope) -> ExpressionValue {
        switch self {
        case .constant(let value): return value
        case .field(let path): return ExpressionValue(scope.value(of: path))
        case .circumstance(let circumstance): return circumstance.value(in: scope)
        case .isOpen(let queue): return .boolean(scope.isOpen(queue: queue))
        case .converted(let inner, let type):
            return inner.evaluate(in: scope).converted(to: type, zone: scope.moment.zone)
        case .not(let inner):
            guard case .boolean(let flag) = inner.evaluate(in: scope) else { return .missing }
            return .boolean(!flag)
        case .negative(let inner): return inner.evaluate(in: scope).negated
        case .isKnown(let inner): return .boolean(inner.evaluate(in: scope) != .missing)
        case .operation(let sign, let left, let right):
            return sign.apply(left, right, in: scope)
        case .between(let inner, let low, let high):
            let value = inner.evaluate(in: scope)
            guard let above = value.order(low.evaluate(in: scope)),
                let below = value.order(high.evaluate(in: scope))
            else { return .missing }
            return .boolean(above >= 0 && below <= 0)
        case .list(let elements):
            let values = elements.map { $0.evaluate(in: scope) }
            return values.contains(.missing) ? .missing : .list(values)
        case .call(let function, let arguments):
            let values = arguments.map { $0.evaluate(in: scope) }
            return values.contains(.missing) ? .missing : function.apply(to: values, zone: scope.moment.zone)
        case .choice(let condition, let then, let otherwise):
            guard case .boolean(let flag) = condition.evaluate(in: scope) else { return .missing }
            return (flag ? then : otherwise).evaluate(in: scope)
        }
    }

    /// Whether a condition holds; a missing value does not.
    public func holds(in scope: some ExpressionScope) -> Bool {
        let holds = evaluate(in: scope) == .boolean(true)
        if let watch = ConditionWatch.current {
            watch.note(ConditionWatch.Condition(self, in: scope.flowName), holds)
        }
        return holds
    }
}

extension Expression.Circumstance {
    fileprivate func value(in scope: some ExpressionScope) -> ExpressionValue {
        switch self {
        case .now: .moment(Limits.settled(scope.moment.milliseconds))
        case .today: .date(Limits.settled(scope.moment.date))
        case .channel: .text(scope.channel)
        case .language: .text(scope.language)
        case .turns: .number(Limits.settled(Double(scope.turns)))
        case .partOfDay: .text(scope.partOfDay.rawValue)
        }
    }
}

extension Expression.Operator {
    fileprivate func apply(
        _ left: Expression,
        _ right: Expression,
        in scope: some ExpressionScope
    ) -> ExpressionValue {
        let first = left.evaluate(in: scope)
        switch self {
        case .and, .or:
            // "No and unknown" is no, "yes or unknown" is yes.
            let decides = self == .or
            if first == .boolean(decides) { return first }
            let second = right.evaluate(in: scope)
            if second == .boolean(decides) { return second }
            return first == .missing || second == .missing ? .missing : .boolean(!decides)
        case .fallback: return first == .missing ? right.evaluate(in: scope) : first
        default:
            let second = right.evaluate(in: scope)
            guard first != .missing, second != .missing else { return .missing }
            return apply(first, second, zone: scope.moment.zone)
        }
    }

    private func apply(_ left: ExpressionValue, _ right: ExpressionValue, zone: Zone) -> ExpressionValue {
        switch self {
        case .equal: left.equals(right).map(ExpressionValue.boolean) ?? .missing
        case .notEqual: left.equals(right).map { .boolean(!$0) } ?? .missing
        case .less: left.order(right).map { .boolean($0 < 0) } ?? .missing
        case .lessOrEqual: left.order(right).map { .boolean($0 <= 0) } ?? .missing
        case .greater: left.order(right).map { .boolean($0 > 0) } ?? .missing
        case .greaterOrEqual: left.order(right).map { .boolean($0 >= 0) } ?? .missing
        case .within: left.isWithin(right)
        case .contains, .startsWith, .endsWith: left.search(for: right, by: self)
        case .plus: left.plus(right, zone: zone)
        case .minus:
            right.isDated && left.isDated ? left.distance(from: right) : left.plus(right.negated, zone: zone)
        case .times: left.times(right)
        case .over: left.over(right)
        case .and, .or, .fallback: .missing
        }
    }
}
