public import FrontdeskMatching

extension DateExpression {
    /// The day that is meant, if it was said on the given day.
    ///
    /// - Returns: nil when there is no such day, such as 31 February.
    public func resolve(on today: CivilDate) -> CivilDate? {
        switch self {
        case .calendar(let year?, let month, let day):
            return Self.valid(CivilDate(year: year, month: month, day: day))
        case .calendar(nil, let month, let day):
            // 29 February can be eight years away, as after 2096.
            return (0...8).lazy
                .map { CivilDate(year: today.year + $0, month: month, day: day) }
                .first { $0.isValid && $0 >= today }
        case .days(let days):
            guard days.magnitude < 1_000_000 else { return nil }
            return Self.valid(today.adding(days: days))
        case .months(let months):
            guard months.magnitude < 100_000 else { return nil }
            return Self.valid(today.adding(months: months))
        case .weekday(let weekday, let reading):
            guard (1...7).contains(weekday) else { return nil }
            return Self.day(weekday, reading, from: today)
        case .workingDays(let count):
            guard (0...1000).contains(count) else { return nil }
            // Five of them are a week, whatever day it is; a weekend counts from its Friday on.
            let start = today.adding(days: -max(0, today.weekday - 5))
            let ahead = start.weekday - 1 + count
            let day = start.adding(days: ahead / 5 * 7 + ahead % 5 - (start.weekday - 1))
            return Self.valid(count == 0 ? today : day)
        case .dayOfMonth(let day):
            // A month that is too short for the day is passed over.
            return (0...3).lazy
                .map { months -> CivilDate in
                    let month = CivilDate(year: today.year, month: today.month, day: 1).adding(months: months)
                    return CivilDate(year: month.year, month: month.month, day: day)
                }
                .first { $0.isValid && $0 >= today }
        }
    }

    private static func day(_ weekday: Int, _ reading: WeekdayReading, from today: CivilDate) -> CivilDate {
        let ahead = (weekday - today.weekday + 7) % 7
        return switch reading {
        case .coming: today.adding(days: ahead)
        case .following: today.adding(days: ahead == 0 ? 7 : ahead)
        case .next: today.adding(days: 7 + weekday - today.weekday)
        case .last: today.adding(days: ahead - 7)
        }
    }

    private static func valid(_ date: CivilDate) -> CivilDate? {
        date.isValid && (1...9999).contains(date.year) ? date : nil
    }
}
