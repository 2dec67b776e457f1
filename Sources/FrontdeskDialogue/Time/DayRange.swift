/// A stretch of days, both ends included.
public struct DayRange: Sendable, Hashable, Codable {
    /// The first day.
    public var first: CivilDate
    /// The last day; never before the first.
    public var last: CivilDate

    /// Makes a stretch of days; nil when it ends before it begins.
    public init?(_ first: CivilDate, _ last: CivilDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// The stretch as ISO 8601 writes it, `2026-11-23/2026-11-27`.
    public var iso: String { "\(first.iso)/\(last.iso)" }
}
