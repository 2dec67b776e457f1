import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("When something promised is due")
struct PromiseDeadlineTests {
    /// Mon–Fri 9–12 and 13–18, Sat 10–14; closed on 25 and 26 December.
    static let office = BusinessCalendar(
        name: "office",
        hours: (1...5).flatMap { day in
            [stretch(day, 9, 12), stretch(day, 13, 18)]
        } + [stretch(6, 10, 14)],
        holidays: [CivilDate(year: 2026, month: 12, day: 25), CivilDate(year: 2026, month: 12, day: 26)]
    )

    private static func stretch(_ day: Int, _ opens: Int, _ closes: Int) -> BusinessCalendar.Hours {
        .init(
            weekday: day,
            opens: TimeOfDay(hour: opens, minute: 0),
            closes: TimeOfDay(hour: closes, minute: 0)
        )
    }

    static let open: [(String, PromiseLength, String)] = [
        ("2026-11-23 10:00", .minutes(60), "2026-11-23 11:00"),
        ("2026-11-23 11:30", .minutes(60), "2026-11-23 13:30"),
        ("2026-11-23 17:00", .minutes(240), "2026-11-24 12:00"),
        ("2026-11-27 17:00", .minutes(120), "2026-11-28 11:00"),
        ("2026-11-28 13:30", .minutes(60), "2026-11-30 09:30"),
        ("2026-11-29 12:00", .minutes(30), "2026-11-30 09:30"),
        ("2026-12-24 17:30", .minutes(60), "2026-12-28 09:30"),
        ("2026-11-23 10:00", .days(2), "2026-11-25 10:00"),
        // The fifth open day is a Saturday, which closes at 14:00.
        ("2026-11-23 16:00", .days(5), "2026-11-28 14:00"),
        ("2026-11-27 10:00", .days(2), "2026-11-30 10:00"),
        ("2026-11-27 17:59", .days(1), "2026-11-28 14:00"),
        // What comes in at lunch or at night counts from the next opening.
        ("2026-11-23 12:30", .days(1), "2026-11-24 13:00"),
        ("2026-11-23 20:00", .days(1), "2026-11-25 09:00"),
        ("2026-11-28 13:00", .days(1), "2026-11-30 13:00"),
        ("2026-12-24 10:00", .days(1), "2026-12-28 10:00"),
        // Clocks change on 29 March and 25 October 2026: the time of day stays.
        ("2026-03-27 10:00", .days(2), "2026-03-30 10:00"),
        ("2026-10-23 10:00", .days(2), "2026-10-26 10:00"),
        ("2026-10-24 13:00", .minutes(120), "2026-10-26 10:00"),
    ]

    @Test("follows the hours in which somebody is there", arguments: open)
    func followsHours(_ start: String, _ length: PromiseLength, _ due: String) {
        #expect(length.deadline(in: Self.office, after: Moment(start))?.stamp == due)
    }

    static let always: [(String, PromiseLength, String)] = [
        ("2026-11-28 23:30", .minutes(60), "2026-11-29 00:30"),
        ("2026-11-28 23:30", .days(1), "2026-11-29 23:30"),
        ("2026-10-24 12:00", .days(1), "2026-10-25 12:00"),
        ("2026-10-24 12:00", .minutes(1440), "2026-10-25 11:00"),
        ("2026-03-28 12:00", .minutes(1440), "2026-03-29 13:00"),
        ("2026-03-28 02:30", .days(1), "2026-03-29 03:30"),
    ]

    @Test("counts all time where there are no hours", arguments: always)
    func countsAllTime(_ start: String, _ length: PromiseLength, _ due: String) {
        #expect(length.deadline(in: nil, after: Moment(start))?.stamp == due)
    }

    @Test("is never, where nobody ever is there", arguments: [PromiseLength.minutes(1), .days(1)])
    func never(_ length: PromiseLength) {
        let closed = BusinessCalendar(name: "closed", hours: [])
        #expect(length.deadline(in: closed, after: Moment("2026-11-23 10:00")) == nil)
    }

    /// Minutes from the promise to its end, and how many before that the queue is told.
    @Test(
        "comes near a quarter before, at least 15 minutes, never before half of the time",
        arguments: [(10, 5), (20, 10), (30, 15), (40, 15), (60, 15), (120, 30), (2880, 720)]
    )
    func dueSoon(_ span: Int64, _ lead: Int64) {
        let promise = Promise(id: "p", text: "", dueAt: span * 60_000, route: nil, madeAt: 0)
        var ledger = PromiseLedger()
        ledger.apply(Event(at: 0, turn: 1, fact: .promised(promise)))
        #expect(ledger.nextCheck == (span - lead) * 60_000)
    }

    static let nights: [(String, String?)] = [
        ("2026-11-23 20:59", nil), ("2026-11-23 21:00", "2026-11-24 08:00"),
        ("2026-11-23 23:59", "2026-11-24 08:00"), ("2026-11-24 00:00", "2026-11-24 08:00"),
        ("2026-11-24 07:59", "2026-11-24 08:00"), ("2026-11-24 08:00", nil),
        ("2026-10-24 22:00", "2026-10-25 08:00"), ("2026-03-29 01:30", "2026-03-29 08:00"),
    ]

    @Test("is not told while the customer sleeps", arguments: nights)
    func quiet(_ now: String, _ over: String?) {
        let hours = QuietHours(start: TimeOfDay(hour: 21, minute: 0), end: TimeOfDay(hour: 8, minute: 0))
        let moment = Moment(now)
        let end = hours.over(at: moment).map { Moment(milliseconds: $0, zone: .berlin).stamp }
        #expect(end == over)
    }

    @Test("quiet hours can lie within a day")
    func noon() {
        let hours = QuietHours(start: TimeOfDay(hour: 13, minute: 0), end: TimeOfDay(hour: 15, minute: 0))
        #expect(hours.over(at: Moment("2026-11-23 12:59")) == nil)
        #expect(hours.over(at: Moment("2026-11-23 14:00")) == Moment("2026-11-23 15:00").milliseconds)
    }
}
