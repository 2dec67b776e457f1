import FrontdeskMatching

/// Opening times. A calendar is kept in the zone of the desk: hand in moments of that zone.
extension BusinessCalendar {
    /// How many days ahead an opening is looked for.
    private static let horizon = 400

    /// Whether somebody is there.
    public func isOpen(at moment: Moment) -> Bool {
        stretches(on: moment.date, in: moment.zone).contains { $0.contains(moment.milliseconds) }
    }

    /// When it opens next, later than the given moment.
    ///
    /// - Returns: The start of opening time, in the moment's zone; nil when it does not open within 400 days, or
    ///   never closes.
    public func nextOpening(after moment: Moment) -> Moment? {
        let zone = moment.zone
        var latestEnd: Int64?
        var date = moment.date.adding(days: -1)
        for _ in 0...Self.horizon + 1 {
            for stretch in stretches(on: date, in: zone) {
                // A stretch that begins where the last one ended, as at midnight, is no opening.
                if stretch.lowerBound > moment.milliseconds, stretch.lowerBound != latestEnd {
                    return Moment(milliseconds: stretch.lowerBound, zone: zone)
                }
                latestEnd = stretch.upperBound
            }
            date = date.adding(days: 1)
        }
        return nil
    }

    /// When so many minutes of opening time have passed.
    ///
    /// - Parameters:
    ///   - moment: From when.
    ///   - openMinutes: How much opening time is allowed; with 0 it is the moment itself or the next opening.
    /// - Returns: The deadline in the moment's zone; nil when it is more than 400 days away.
    public func deadline(after moment: Moment, openMinutes: Int) -> Moment? {
        var left = Int64(max(0, openMinutes)) * 60_000
        var date = moment.date
        for _ in 0...Self.horizon {
            for stretch in stretches(on: date, in: moment.zone) where stretch.upperBound > moment.milliseconds
            {
                let start = max(stretch.lowerBound, moment.milliseconds)
                if left <= stretch.upperBound - start {
                    return Moment(milliseconds: start + left, zone: moment.zone)
                }
                left -= stretch.upperBound - start
            }
            date = date.adding(days: 1)
        }
        return nil
    }

    /// The opening times of a day as instants, in order; none on a holiday.
    func stretches(on date: CivilDate, in zone: Zone) -> [Range<Int64>] {
        guard !holidays.contains(date) else { return [] }
        let weekday = date.weekday
        return hours.filter { $0.weekday == weekday }
            .map { hours -> Range<Int64> in
                let opens = zone.milliseconds(of: date, at: hours.opens)
                return opens..<max(opens, zone.milliseconds(of: date, at: hours.closes))
            }
            .filter { !$0.isEmpty }
            .sorted { $0.lowerBound < $1.lowerBound }
    }
}
