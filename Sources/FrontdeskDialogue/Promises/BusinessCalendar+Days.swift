import FrontdeskMatching

extension BusinessCalendar {
    /// The same time of day so many open days later.
    ///
    /// What comes in while nobody is there counts from the next opening. A day that closes earlier ends with its last
    /// hours; a time at which the day is closed in between is put off to the next hours of that day.
    ///
    /// - Parameters:
    ///   - moment: From when, in the zone that the calendar is kept in.
    ///   - openDays: How many days later on which somebody is there.
    /// - Returns: The deadline; nil when it is more than 400 days away.
    public func deadline(after moment: Moment, openDays: Int) -> Moment? {
        guard let start = isOpen(at: moment) ? moment : nextOpening(after: moment) else { return nil }
        var date = start.date
        var left = max(0, openDays)
        for _ in 0...400 {
            let today = stretches(on: date, in: start.zone)
            if !today.isEmpty {
                if left == 0 { return fitted(start.time, on: date, today, start.zone) }
                left -= 1
            }
            date = date.adding(days: 1)
        }
        return nil
    }

    private func fitted(
        _ time: TimeOfDay,
        on date: CivilDate,
        _ stretches: [Range<Int64>],
        _ zone: Zone
    ) -> Moment? {
        let wanted = zone.milliseconds(of: date, at: time)
        let fitting = stretches.first { wanted <= $0.upperBound }
        let chosen = fitting.map { max($0.lowerBound, wanted) } ?? stretches.last?.upperBound
        return chosen.map { Moment(milliseconds: $0, zone: zone) }
    }
}
