public import FrontdeskMatching

/// When somebody is there: weekly hours and days off, in one zone.
public struct BusinessCalendar: Sendable, Hashable, Codable {
    /// A stretch of a day; `closes` is later than `opens`, 24:00 is hour 24.
    public struct Hours: Sendable, Hashable, Codable {
        /// 1 is Monday … 7 is Sunday.
        public var weekday: Int
        /// When it opens.
        public var opens: TimeOfDay
        /// When it closes.
        public var closes: TimeOfDay

        /// Makes a stretch.
        public init(weekday: Int, opens: TimeOfDay, closes: TimeOfDay) {
            self.weekday = weekday
            self.opens = opens
            self.closes = closes
        }
    }

    /// The calendar's name.
    public var name: String
    /// The weekly hours, by weekday, then by opening time; stretches do not overlap.
    public var hours: [Hours]
    /// Days off.
    public var holidays: [CivilDate]

    /// Makes a calendar.
    public init(name: String, hours: [Hours], holidays: [CivilDate] = []) {
        self.name = name
        self.hours = hours
        self.holidays = holidays
    }
}
