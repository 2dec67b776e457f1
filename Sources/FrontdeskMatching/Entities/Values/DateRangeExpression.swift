/// A stretch of days as it was said; the dialogue resolves it against the conversation's clock and zone.
public enum DateRangeExpression: Sendable, Hashable {
    /// From one day to another, both included.
    case between(DateExpression, DateExpression)
    /// Monday to Sunday, so many weeks from the current one.
    case weeks(Int)
    /// Saturday and Sunday, so many weeks from the coming ones; today's counts.
    case weekends(Int)
    /// The whole month, so many months from the current one.
    case months(Int)
    /// A whole month of the calendar; without a year the one that ends nearest in the future.
    case calendarMonth(year: Int?, month: Int)
    /// The whole year, so many years from the current one.
    case years(Int)

    /// The range in the notation of ``EntityValue/plainText``: `monday/friday`, `week+1`, `weekend+0`, `--05`.
    package var plainText: String {
        func signed(_ count: Int) -> String { count < 0 ? "\(count)" : "+\(count)" }
        switch self {
        case .between(let first, let last): return "\(first.plainText)/\(last.plainText)"
        case .weeks(let count): return "week\(signed(count))"
        case .weekends(let count): return "weekend\(signed(count))"
        case .months(let count): return "month\(signed(count))"
        case .calendarMonth(let year, let month):
            return "\(year.map(String.init) ?? "-")-\(month < 10 ? "0" : "")\(month)"
        case .years(let count): return "year\(signed(count))"
        }
    }
}

/// A stretch of the day between two times; when it ends before it begins, it ends the next day.
public struct TimeRange: Sendable, Hashable, Codable {
    /// When it begins.
    public var from: TimeOfDay
    /// When it ends.
    public var until: TimeOfDay

    /// Makes a stretch of the day.
    public init(from: TimeOfDay, until: TimeOfDay) {
        self.from = from
        self.until = until
    }
}
