import FrontdeskMatching
import Glibc

extension Expression.Function {
    /// The function of some values, none of which is missing.
    func apply(to values: [ExpressionValue], zone: Zone) -> ExpressionValue {
        guard let value = values.first else { return .missing }
        switch self {
        case .length, .lower, .number, .days, .hours, .abs, .round: return scalar(value, values)
        case .count, .sum, .first, .min, .max: return overall(values, zone)
        case .weekday, .year, .month, .day:
            guard case .date(let date) = value else { return .missing }
            return part(of: date)
        case .date, .time:
            if case .date = value, self == .date { return value }
            guard case .moment(let instant) = value else { return .missing }
            let moment = Moment(milliseconds: instant, zone: zone)
            return self == .date ? .date(Limits.settled(moment.date)) : .time(moment.time)
        }
    }

    private func scalar(_ value: ExpressionValue, _ values: [ExpressionValue]) -> ExpressionValue {
        switch (self, value) {
        case (.length, .text(let text)): .number(Double(text.count))
        case (.lower, .text(let text)): .text(text.lowercased())
        case (.number, _): value.converted(to: .number, zone: .utc)
        case (.days, .duration(let duration)): .number(Limits.settled(Double(duration) / 86_400_000))
        case (.hours, .duration(let duration)): .number(Limits.settled(Double(duration) / 3_600_000))
        case (.abs, .number), (.abs, .money), (.abs, .duration): value.isNegative ? value.negated : value
        case (.round, .number(let number)): .number(rounded(number, decimals: values.dropFirst().first))
        default: .missing
        }
    }

    /// Half a step goes away from zero.
    private func rounded(_ number: Double, decimals: ExpressionValue?) -> Double {
        guard case .number(let wanted)? = decimals else { return number.rounded() }
        var scale = 1.0
        for _ in 0..<Int(Swift.min(9, Swift.max(0, wanted))) { scale *= 10 }
        guard Swift.abs(number) < 1e6 else { return number }
        return Limits.settled((number * scale).rounded() / scale)
    }

    private func overall(_ values: [ExpressionValue], _ zone: Zone) -> ExpressionValue {
        var elements = values
        if values.count == 1, case .list(let list) = values[0] { elements = list }
        guard let first = elements.first else { return self == .count ? .number(0) : .missing }
        switch self {
        case .count: return .number(Double(elements.count))
        case .first: return first
        case .sum: return elements.dropFirst().reduce(first) { $0.plus($1, zone: zone) }
        default:
            return elements.dropFirst().reduce(first) { best, next in
                guard let order = next.order(best) else { return .missing }
                return self == .min ? (order < 0 ? next : best) : (order > 0 ? next : best)
            }
        }
    }

    private func part(of date: CivilDate) -> ExpressionValue {
        switch self {
        case .year: .number(Double(date.year))
        case .month: .number(Double(date.month))
        case .day: .number(Double(date.day))
        default: .text(Self.weekdays[(date.weekday - 1) % 7])
        }
    }

    /// The names that `weekday` gives, Monday first.
    package static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}

extension ExpressionValue {
    fileprivate var isNegative: Bool {
        switch self {
        case .number(let number): number < 0
        case .money(let money): money.minorUnits < 0
        case .duration(let duration): duration < 0
        default: false
        }
    }
}
