import FrontdeskMatching
import Glibc

extension Expression: CustomStringConvertible {
    /// The expression as an author could write it; reading that gives the same expression.
    public var description: String { text(within: 0) }

    /// How tightly it holds together; what stands within something tighter needs brackets.
    private var strength: Int {
        switch self {
        case .choice: 0
        case .operation(let sign, _, _): sign.strength
        case .not(.isKnown), .isKnown, .between: Operator.equal.strength
        case .not: 3
        case .negative: 8
        case .converted(let inner, _): inner.strength
        case .constant(let value): value.isSigned ? 8 : 9
        case .field, .circumstance, .isOpen, .list, .call: 9
        }
    }

    private func text(within outer: Int) -> String {
        strength < outer ? "(\(bare))" : bare
    }

    private var bare: String {
        switch self {
        case .constant(let value): value.written
        case .field(let path): path.field.map { "\(path.root).\($0)" } ?? path.root
        case .circumstance(let circumstance): circumstance.rawValue
        case .isOpen(let queue): "hours.open(\(queue))"
        case .converted(let inner, _): inner.bare
        case .not(.isKnown(let inner)): "\(inner.text(within: 5)) is missing"
        case .isKnown(let inner): "\(inner.text(within: 5)) is known"
        case .not(let inner): "not \(inner.text(within: 3))"
        case .negative(let inner): "-\(inner.text(within: 9))"
        case .operation(let sign, let left, let right):
            // Comparisons do not chain; everything else gathers from the left.
            "\(left.text(within: sign.strength + (sign.strength == 4 ? 1 : 0))) \(sign.rawValue) \(right.text(within: sign.strength + 1))"
        case .between(let inner, let low, let high):
            "\(inner.text(within: 5)) between \(low.text(within: 5)) and \(high.text(within: 5))"
        case .list(let elements): "[\(elements.map { $0.text(within: 0) }.joined(separator: ", "))]"
        case .call(let function, let arguments):
            "\(function.rawValue)(\(arguments.map { $0.text(within: 0) }.joined(separator: ", ")))"
        case .choice(let condition, let then, let otherwise):
            "if \(condition.text(within: 1)) then \(then.text(within: 1)) else \(otherwise.text(within: 0))"
        }
    }
}

extension Expression.Operator {
    /// How tightly it holds its operands together, 1…7; equals that of the grammar.
    package var strength: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .within, .contains,
            .startsWith,
            .endsWith:
            4
        case .fallback: 5
        case .plus, .minus: 6
        case .times, .over: 7
        }
    }
}

extension ExpressionValue {
    fileprivate var isSigned: Bool {
        switch self {
        case .number(let number): number < 0
        case .duration(let duration): duration < 0
        case .months(let months): months < 0
        case .money(let money): money.minorUnits < 0
        default: false
        }
    }

    /// The value as an author writes it.
    fileprivate var written: String {
        switch self {
        case .missing: "missing"
        case .text(let text):
            "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
        case .number(let number): Self.decimal(number)
        case .boolean(let flag): flag ? "yes" : "no"
        case .date(let date): date.iso
        case .time(let time): DateText.time(time)
        case .moment(let instant): StampText.utc(instant)
        case .duration(let duration): Self.duration(duration)
        case .months(let months): "\(months) months"
        case .money(let money):
            "\(NumberText.decimal(money.minorUnits, places: MoneyText.decimals(of: money.currency))) \(money.currency)"
        case .list(let values): "[\(values.map(\.written).joined(separator: ", "))]"
        }
    }

    private static func duration(_ milliseconds: Int64) -> String {
        for (unit, length) in [("days", 86_400_000), ("hours", 3_600_000)] as [(String, Int64)]
        where milliseconds % length == 0 {
            return "\(milliseconds / length) \(unit)"
        }
        return "\(decimal(Double(milliseconds) / 60_000)) minutes"
    }

    /// A number with at most nine decimals and no exponent.
    private static func decimal(_ number: Double) -> String {
        let whole = number.rounded(.towardZero)
        guard whole != number else { return NumberText.plain(number) }
        var digits = NumberText.decimal(Limits.units(abs(number - whole) * 1e9), places: 9).dropFirst(2)
        while digits.last == "0" { digits.removeLast() }
        return "\(number < 0 ? "-" : "")\(String(Int64(abs(whole)))).\(digits)"
    }
}
