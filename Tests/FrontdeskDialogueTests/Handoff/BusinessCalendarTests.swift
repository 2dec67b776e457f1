import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Opening times")
struct BusinessCalendarTests {
    static let office: BusinessCalendar = {
        var hours: [BusinessCalendar.Hours] = []
        for day in 1...5 {
            hours.append(
                .init(
                    weekday: day,
                    opens: TimeOfDay(hour: 9, minute: 0),
                    closes: TimeOfDay(hour: 12, minute: 0)
                )
            )
            hours.append(
                .init(
                    weekday: day,
                    opens: TimeOfDay(hour: 13, minute: 0),
                    closes: TimeOfDay(hour: 18, minute: 0)
                )
            )
        }
        let holidays = ["2026-12-25", "2026-12-24"].compactMap { CivilDate(iso: $0) }
        return BusinessCalendar(name: "office", hours: hours, holidays: holidays)
    }()

    static let always = BusinessCalendar(
        name: "always",
        hours: (1...7).map {
            .init(weekday: $0, opens: TimeOfDay(hour: 0, minute: 0), closes: TimeOfDay(hour: 24, minute: 0))
        }
    )

    /// Sundays from 01:00 to 04:00, across both changes of the clock.
    static let nights = BusinessCalendar(
        name: "nights",
        hours: [
            .init(weekday: 7, opens: TimeOfDay(hour: 1, minute: 0), closes: TimeOfDay(hour: 4, minute: 0))
        ]
    )

    @Test(
        "Open or closed",
        arguments: [
            ("2026-11-23 08:59", false), ("2026-11-23 09:00", true), ("2026-11-23 11:59", true),
            ("2026-11-23 12:00", false), ("2026-11-23 13:00", true), ("2026-11-23 18:00", false),
            ("2026-11-22 10:00", false), ("2026-12-24 10:00", false), ("2026-12-23 10:00", true),
        ]
    )
    func tellsOpenFromClosed(at: String, isOpen: Bool) {
        #expect(Self.office.isOpen(at: Moment(at)) == isOpen)
    }

    @Test(
        "The next opening is later than now, and passes over weekends and holidays",
        arguments: [
            ("2026-11-22 09:00", "2026-11-23 09:00"), ("2026-11-23 08:59", "2026-11-23 09:00"),
            ("2026-11-23 09:00", "2026-11-23 13:00"), ("2026-11-23 12:30", "2026-11-23 13:00"),
            ("2026-11-23 18:00", "2026-11-24 09:00"), ("2026-11-27 19:00", "2026-11-30 09:00"),
            ("2026-12-23 18:00", "2026-12-28 09:00"),
        ]
    )
    func findsNextOpening(after: String, opens: String) {
        #expect(Self.office.nextOpening(after: Moment(after))?.stamp == opens)
    }

    @Test("A calendar that never closes or never opens has no next opening")
    func hasNoNextOpening() {
        #expect(Self.always.nextOpening(after: Moment("2026-11-22 09:00")) == nil)
        #expect(Self.always.isOpen(at: Moment("2026-11-22 23:59")))
        let never = BusinessCalendar(name: "never", hours: [])
        #expect(never.nextOpening(after: Moment("2026-11-22 09:00")) == nil)
        #expect(never.deadline(after: Moment("2026-11-22 09:00"), openMinutes: 1) == nil)
    }

    @Test(
        "A deadline counts opening time alone",
        arguments: [
            ("2026-11-23 09:00", 60, "2026-11-23 10:00"), ("2026-11-23 11:30", 60, "2026-11-23 13:30"),
            ("2026-11-23 17:30", 60, "2026-11-24 09:30"), ("2026-11-27 17:00", 120, "2026-11-30 10:00"),
            ("2026-12-23 17:00", 480, "2026-12-28 17:00"), ("2026-11-22 09:00", 0, "2026-11-23 09:00"),
            ("2026-11-23 10:00", 0, "2026-11-23 10:00"), ("2026-11-23 09:00", 480, "2026-11-23 18:00"),
        ]
    )
    func countsOpeningTime(after: String, minutes: Int, due: String) {
        #expect(Self.office.deadline(after: Moment(after), openMinutes: minutes)?.stamp == due)
    }

    @Test("A deadline more than 400 days away is none")
    func boundsTheSearch() {
        #expect(Self.office.deadline(after: Moment("2026-11-23 09:00"), openMinutes: 60 * 24 * 400) == nil)
    }

    @Test("When the clocks change, opening time has the hours that really pass")
    func followsTheClocks() throws {
        // In spring 01:00–04:00 lasts two hours, in autumn four.
        let spring = try #require(Self.nights.deadline(after: Moment("2026-03-29 00:00"), openMinutes: 120))
        #expect(spring.stamp == "2026-03-29 04:00")
        let autumn = try #require(Self.nights.deadline(after: Moment("2026-10-25 00:00"), openMinutes: 240))
        #expect(autumn.stamp == "2026-10-25 04:00")
        #expect(Self.office.nextOpening(after: Moment("2026-10-24 10:00"))?.milliseconds == 1_793_001_600_000)
    }

    @Test("The moment-by-moment count agrees with the deadline")
    func agreesWithCounting() {
        for start in stride(from: 0, to: 5000, by: 487) {
            let from = Moment(
                milliseconds: Moment("2026-12-21 07:13").milliseconds + Int64(start) * 60_000,
                zone: .berlin
            )
            for minutes in [1, 59, 200, 480, 700] {
                var counted = 0
                var now = from.milliseconds
                while counted < minutes {
                    if Self.office.isOpen(at: Moment(milliseconds: now, zone: .berlin)) { counted += 1 }
                    now += 60_000
                }
                #expect(Self.office.deadline(after: from, openMinutes: minutes)?.milliseconds == now)
            }
        }
    }

    @Test(
        "An opening is told as people say it",
        arguments: [
            ("2026-11-23 09:00", "2026-11-22 10:00", "tomorrow at 09:00"),
            ("2026-11-22 14:00", "2026-11-22 10:00", "today at 14:00"),
            ("2026-11-24 09:00", "2026-11-22 10:00", "on Tuesday at 09:00"),
            ("2026-11-30 09:00", "2026-11-22 10:00", "on Monday 30 November at 09:00"),
            ("2027-01-04 09:00", "2026-12-24 10:00", "on Monday 4 January 2027 at 09:00"),
        ]
    )
    func tellsOpenings(opens: String, now: String, text: String) {
        #expect(DateText.opening(Moment(opens), now: Moment(now)) == text)
    }

    @Test("A customer elsewhere hears their own time, and that it is theirs")
    func tellsCustomersTime() {
        let opening = Moment("2026-11-23 09:00")
        let now = Moment("2026-11-22 10:00", .newYork)
        #expect(DateText.opening(opening, now: now) == "tomorrow at 03:00 your time")
        let paris = Zone(name: "Europe/Paris", firstOffset: 3600)
        #expect(DateText.opening(opening, now: Moment("2026-11-22 10:00", paris)) == "tomorrow at 09:00")
    }
}
