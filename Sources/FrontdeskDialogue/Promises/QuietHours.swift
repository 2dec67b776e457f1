public import FrontdeskMatching

/// The time of day in which nobody wants to hear of anything by itself.
public struct QuietHours: Sendable, Hashable, Codable {
    /// When it begins.
    public var start: TimeOfDay
    /// When it ends; earlier than the start, it is the next morning.
    public var end: TimeOfDay

    /// Makes quiet hours.
    public init(start: TimeOfDay, end: TimeOfDay) {
        self.start = start
        self.end = end
    }

    /// When the quiet that holds at a moment is over, in milliseconds since 1970; nil when it is not quiet.
    ///
    /// - Parameter moment: The moment, in the zone whose clocks count.
    public func over(at moment: Moment) -> Int64? {
        let (now, start, end) = (moment.time.minutes, start.minutes, end.minutes)
        let isQuiet = start <= end ? (start..<end).contains(now) : now >= start || now < end
        guard isQuiet else { return nil }
        let day = now < end ? moment.date : moment.date.adding(days: 1)
        return moment.zone.milliseconds(of: day, at: self.end)
    }
}

extension TimeOfDay {
    fileprivate var minutes: Int { hour * 60 + minute }
}
