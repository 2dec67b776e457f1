import FrontdeskMatching
import Glibc

// Calculating: never traps; what goes beyond a range stops at its end, a division by zero is missing.
extension ExpressionValue {
    private static let day: Int64 = 86_400_000

    /// Whether it is a day or an instant.
    var isDated: Bool {
        switch self {
        case .date, .moment: true
        default: false
        }
    }

    /// The value with its sign turned.
    var negated: ExpressionValue {
        switch self {
        case .number(let number): .number(number == 0 ? 0 : -number)
        case .duration(let duration): .duration(-duration)
        case .months(let months): .months(-months)
        case .money(let money): .money(Money(minorUnits: -money.minorUnits, currency: money.currency))
        default: .missing
        }
    }

    func plus(_ other: ExpressionValue, zone: Zone) -> ExpressionValue {
        switch (self, other) {
        case (.number(let left), .number(let right)): .number(Limits.settled(left + right))
        case (.text(let left), .text(let right)): .text(left + right)
        case (.duration(let left), .duration(let right)): .duration(Limits.settled(left + right))
        case (.months(let left), .months(let right)): .months(Self.bounded(left + right))
        case (.money(let left), .money(let right)):
            left.currency == right.currency
                ? .money(
                    Limits.settled(
                        Money(minorUnits: left.minorUnits + right.minorUnits, currency: left.currency)
                    )
                ) : .missing
        case (.date(let date), .duration(let duration)):
            // Hours do not move a day, whole days do.
            .date(Self.moved(date, byDays: Int(duration / Self.day)))
        case (.date(let date), .months(let months)): .date(Self.moved(date, byMonths: months))
        case (.moment(let moment), .duration(let duration)): .moment(Limits.settled(moment + duration))
        case (.moment(let instant), .months(let months)):
            .moment(Self.moved(Moment(milliseconds: instant, zone: zone), byMonths: months))
        case (.duration, .date), (.duration, .moment), (.months, .date), (.months, .moment):
            other.plus(self, zone: zone)
        default: .missing
        }
    }

    /// The time between two days, in whole days, or between two instants.
    func distance(from other: ExpressionValue) -> ExpressionValue {
        switch (self, other) {
        case (.date(let left), .date(let right)):
            .duration(Int64(left.daysSinceEpoch - right.daysSinceEpoch) * Self.day)
        case (.moment(let left), .moment(let right)): .duration(Limits.settled(left - right))
        default: .missing
        }
    }

    func times(_ other: ExpressionValue) -> ExpressionValue {
        switch (self, other) {
        case (.number(let left), .number(let right)): .number(Limits.settled(left * right))
        case (.money(let money), .number(let number)):
            .money(
                Money(minorUnits: Limits.units(Double(money.minorUnits) * number), currency: money.currency)
            )
        case (.duration(let duration), .number(let number)):
            .duration(Int64(Limits.units(Double(duration) * number)))
        case (.number, .money), (.number, .duration): other.times(self)
        default: .missing
        }
    }

    func over(_ other: ExpressionValue) -> ExpressionValue {
        switch (self, other) {
        case (.number(let left), .number(let right)) where right != 0:
            .number(Limits.settled(left / right))
        case (.money(let money), .number(let number)) where number != 0:
            .money(
                Money(minorUnits: Limits.units(Double(money.minorUnits) / number), currency: money.currency)
            )
        case (.duration(let duration), .number(let number)) where number != 0:
            .duration(Int64(Limits.units(Double(duration) / number)))
        case (.money(let left), .money(let right))
        where right.minorUnits != 0 && left.currency == right.currency:
            .number(Limits.settled(Double(left.minorUnits) / Double(right.minorUnits)))
        case (.duration(let left), .duration(let right)) where right != 0:
            .number(Limits.settled(Double(left) / Double(right)))
        default: .missing
        }
    }

    // MARK: Days

    /// As many months as ten thousand years have, at most.
    private static func bounded(_ months: Int) -> Int { Swift.min(120_000, Swift.max(-120_000, months)) }

    private static func moved(_ date: CivilDate, byDays days: Int) -> CivilDate {
        Limits.settled(date.adding(days: Swift.min(4_000_000, Swift.max(-4_000_000, days))))
    }

    private static func moved(_ date: CivilDate, byMonths months: Int) -> CivilDate {
        Limits.settled(date.adding(months: bounded(months)))
    }

    /// The same time of day so many months later.
    private static func moved(_ moment: Moment, byMonths months: Int) -> Int64 {
        let date = moved(Limits.settled(moment.date), byMonths: months)
        let withinMinute = ((moment.milliseconds % 60_000) + 60_000) % 60_000
        return Limits.settled(moment.zone.milliseconds(of: date, at: moment.time) + withinMinute)
    }
}
