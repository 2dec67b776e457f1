import FrontdeskDialogue
import FrontdeskMatching

extension Zone {
    /// Berlin in 2026 and 2027.
    static let berlin = Zone(
        name: "Europe/Berlin",
        firstOffset: 3600,
        transitions: [
            Transition(at: 1_774_746_000_000, offset: 7200),  // 2026-03-29T01:00Z
            Transition(at: 1_792_890_000_000, offset: 3600),  // 2026-10-25T01:00Z
            Transition(at: 1_806_195_600_000, offset: 7200),  // 2027-03-28T01:00Z
        ]
    )
    static let newYork = Zone(name: "America/New_York", firstOffset: -18_000)
}

extension Moment {
    /// `2026-11-22 09:00` in a zone.
    init(_ text: String, _ zone: Zone = .berlin) {
        let parts = text.split(separator: " ")
        let clock = parts[1].split(separator: ":").map { Int($0) ?? 0 }
        self.init(
            milliseconds: zone.milliseconds(
                of: CivilDate(iso: parts[0]) ?? CivilDate(year: 0, month: 0, day: 0),
                at: TimeOfDay(hour: clock[0], minute: clock[1])
            ),
            zone: zone
        )
    }

    /// The moment as `2026-11-22 09:00` in its zone.
    var stamp: String { "\(date.iso) \(DateText.time(time))" }
}
