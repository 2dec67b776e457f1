public import FrontdeskMatching

/// What a slot, a profile field or an action's result holds.
public enum Value: Sendable, Hashable {
    /// Nothing: a field that is known to be empty.
    case none
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// Yes or no.
    case boolean(Bool)
    /// An amount of money.
    case money(Money)
    /// A day.
    case date(CivilDate)
    /// A time of day.
    case time(TimeOfDay)
    /// An instant, in milliseconds since 1970-01-01T00:00:00Z.
    case instant(Int64)
    /// A length of time, in milliseconds; a month counts as 30 days and a year as 365.
    case duration(Int64)
    /// So much in some unit.
    case quantity(Quantity)
    /// A stretch of days.
    case days(DayRange)
    /// A stretch of the day.
    case times(TimeRange)
}

/// Named values in a fixed order, such as a row that an action read.
public struct Record: Sendable, Hashable, Codable {
    /// One named value.
    public struct Field: Sendable, Hashable, Codable {
        /// The field's name, such as a column's.
        public var name: String
        /// What it holds.
        public var value: Value

        /// Makes a field.
        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// The fields, in order.
    public var fields: [Field]

    /// Makes a record.
    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// The value of a field, or nil when there is no such field.
    public subscript(_ name: String) -> Value? {
        fields.first { $0.name == name }?.value
    }
}
