public import FrontdeskMatching

/// An instant as the pure core receives it: the clock's reading and the zone it is to be read in.
public struct Moment: Sendable, Hashable, Codable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64
    /// The zone in which dates and times are said and understood.
    public var zone: Zone

    /// Makes a moment.
    public init(milliseconds: Int64, zone: Zone = .utc) {
        self.milliseconds = milliseconds
        self.zone = zone
    }

    private var localMilliseconds: Int64 {
        milliseconds + Int64(zone.offset(at: milliseconds)) * 1000
    }

    /// The day on a calendar in the zone.
    public var date: CivilDate {
        let local = localMilliseconds
        let days = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        return CivilDate(daysSinceEpoch: Int(days))
    }

    /// The time on a clock in the zone, seconds dropped.
    public var time: TimeOfDay {
        let local = localMilliseconds
        let ofDay = ((local % 86_400_000) + 86_400_000) % 86_400_000
        return TimeOfDay(hour: Int(ofDay / 3_600_000), minute: Int(ofDay / 60_000 % 60))
    }
}
