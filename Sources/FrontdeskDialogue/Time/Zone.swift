public import FrontdeskMatching

/// A time zone as data: the offsets from UTC that hold in the years around now.
///
/// The pure modules read no clock and no zone database; the program that runs the desk makes zones from its own.
public struct Zone: Sendable, Hashable, Codable {
    /// A change of offset, such as the start of summer time.
    public struct Transition: Sendable, Hashable, Codable {
        /// When the new offset begins, in milliseconds since 1970-01-01T00:00:00Z.
        public var at: Int64
        /// The new offset, in seconds east of UTC.
        public var offset: Int

        /// Makes a transition.
        public init(at: Int64, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The zone's name in the tz database, such as `Europe/Berlin`, or a fixed offset such as `+01:00`.
    public var name: String
    /// The offset before the first transition, in seconds east of UTC.
    public var firstOffset: Int
    /// Changes of offset, earliest first.
    public var transitions: [Transition]

    /// Makes a zone.
    public init(name: String, firstOffset: Int, transitions: [Transition] = []) {
        self.name = name
        self.firstOffset = firstOffset
        self.transitions = transitions
    }

    /// Coordinated Universal Time.
    public static let utc = Zone(name: "UTC", firstOffset: 0)

    /// The offset that holds at an instant, in seconds east of UTC.
    public func offset(at milliseconds: Int64) -> Int {
        transitions.last { $0.at <= milliseconds }?.offset ?? firstOffset
    }

    /// The instant at which clocks of this zone show the given day and time, in milliseconds since 1970.
    ///
    /// A time that a change of offset skips is read with the offset before the change; of a time that comes twice,
    /// the first.
    public func milliseconds(of date: CivilDate, at time: TimeOfDay) -> Int64 {
        let local = Int64(date.daysSinceEpoch) * 86_400_000 + Int64(time.hour * 60 + time.minute) * 60_000
        let earlier = offset(at: local - 86_400_000)
        let candidate = local - Int64(earlier) * 1000
        if offset(at: candidate) == earlier { return candidate }
        let later = local - Int64(offset(at: candidate)) * 1000
        return offset(at: later) == offset(at: candidate) ? later : candidate
    }
}
