public import FrontdeskMatching

extension DateRangeExpression {
    /// The days that are meant, if it was said on the given day.
    ///
    /// The last day is the first such day from the first one on: said on a Wednesday, "from Friday to Monday" ends the
    /// Monday after that Friday.
    ///
    /// - Returns: nil when there are no such days.
    public func resolve(on today: CivilDate) -> DayRange? {
        switch self {
        case .between(let first, let last):
            guard let start = first.resolve(on: today) else { return nil }
            let end: CivilDate? =
                switch last {
                case .calendar(nil, _, _), .weekday(_, .coming), .weekday(_, .following), .dayOfMonth:
                    last.resolve(on: start)
                default: last.resolve(on: today)
                }
            return end.flatMap { DayRange(start, $0) }
        case .weeks(let count):
            guard count.magnitude < 100_000 else { return nil }
            let monday = today.adding(days: 1 - today.weekday + 7 * count)
            return Self.valid(monday, monday.adding(days: 6))
        case .weekends(let count):
            guard count.magnitude < 100_000 else { return nil }
            let sunday = today.adding(days: 7 - today.weekday + 7 * count)
            return Self.valid(sunday.adding(days: -1), sunday)
        case .months(let count):
            guard count.magnitude < 100_000 else { return nil }
            let first = CivilDate(year: today.year, month: today.month, day: 1).adding(months: count)
            return Self.month(first.year, first.month)
        case .calendarMonth(let year?, let month):
            return Self.month(year, month)
        case .calendarMonth(nil, let month):
            return Self.month(month < today.month ? today.year + 1 : today.year, month)
        case .years(let count):
            guard count.magnitude < 10_000 else { return nil }
            return Self.valid(
                CivilDate(year: today.year + count, month: 1, day: 1),
                CivilDate(year: today.year + count, month: 12, day: 31)
            )
        }
    }

    private static func month(_ year: Int, _ month: Int) -> DayRange? {
        guard (1...12).contains(month) else { return nil }
        return valid(
            CivilDate(year: year, month: month, day: 1),
            CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year))
        )
    }

    private static func valid(_ first: CivilDate, _ last: CivilDate) -> DayRange? {
        (1...9999).contains(first.year) && (1...9999).contains(last.year) ? DayRange(first, last) : nil
    }
}
