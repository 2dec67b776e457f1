/// What an entity means, apart from how it was written.
public enum EntityValue: Sendable, Hashable {
    /// A normalised text: a gazetteer's canonical value, a regex entity's normal form, an address or a name.
    case text(String)
    /// A cardinal number.
    case number(Double)
    /// A position, from 1: "the second" is 2; "the last" is -1.
    case ordinal(Int)
    /// An amount of money.
    case money(Money)
    /// A day, not yet resolved against a clock.
    case date(DateExpression)
    /// A time of day.
    case time(TimeOfDay)
    /// A length of time.
    case duration(TimeLength)
    /// So much in some unit.
    case quantity(Quantity)
    /// A stretch of days, not yet resolved against a clock.
    case dateRange(DateRangeExpression)
    /// A stretch of the day.
    case timeRange(TimeRange)
}

/// An amount of money in the smallest unit of its currency.
public struct Money: Sendable, Hashable, Codable {
    /// The amount in minor units (cents for EUR).
    public var minorUnits: Int
    /// The ISO 4217 code, such as `EUR`.
    public var currency: String

    /// Makes an amount.
    public init(minorUnits: Int, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

/// A time of day on a 24-hour clock.
public struct TimeOfDay: Sendable, Hashable, Codable, Comparable {
    /// The hour, 0…23.
    public var hour: Int
    /// The minute, 0…59.
    public var minute: Int

    /// Makes a time of day.
    public init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// Compares by hour, then minute.
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}

/// A day as it was said; the dialogue resolves it against the conversation's clock and zone.
public enum DateExpression: Sendable, Hashable {
    /// A day of the calendar; without a year, the nearest such day in the future counts, today included.
    case calendar(year: Int?, month: Int, day: Int)
    /// So many days from today: 0 is today, 1 tomorrow, -1 yesterday, 14 "in two weeks".
    case days(Int)
    /// So many months from today, same day of the month or its last one.
    case months(Int)
    /// A weekday (1 is Monday … 7 is Sunday, as in ISO 8601).
    case weekday(Int, WeekdayReading)
    /// A day of the current or else the next month: "on the 5th".
    case dayOfMonth(Int)
    /// So many days from today of which only Monday to Friday count: "in 3 business days".
    case workingDays(Int)
}

/// Which of several weekdays is meant.
public enum WeekdayReading: String, Sendable, Hashable, Codable {
    /// "on Tuesday", "this Tuesday": the first one from today on.
    case coming
    /// "next Tuesday": the one in the week after this.
    case next
    /// "el martes que viene", "el próximo martes": the first one after today.
    case following
    /// "last Tuesday": the latest one before today.
    case last
}
