import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Stretches of days as they are said")
struct DateRangeExpressionTests {
    @Test(
        "A stretch means days, seen from the day it was said",
        arguments: [
            // 2026-11-22 is a Sunday, 2026-11-25 a Wednesday.
            (.between(.weekday(1, .coming), .weekday(5, .coming)), "2026-11-22", "2026-11-23/2026-11-27"),
            (.between(.weekday(5, .coming), .weekday(1, .coming)), "2026-11-25", "2026-11-27/2026-11-30"),
            (.between(.weekday(1, .next), .weekday(5, .next)), "2026-11-25", "2026-11-30/2026-12-04"),
            // "Del lunes al viernes que viene", "de hoy al miércoles que viene".
            (
                .between(.weekday(1, .following), .weekday(5, .following)), "2026-11-23",
                "2026-11-30/2026-12-04"
            ),
            (.between(.days(0), .weekday(3, .following)), "2026-11-25", "2026-11-25/2026-12-02"),
            (.between(.weekday(1, .last), .weekday(5, .coming)), "2026-11-25", "2026-11-23/2026-11-27"),
            (.between(.days(0), .weekday(5, .coming)), "2026-11-25", "2026-11-25/2026-11-27"),
            (.between(.days(1), .days(3)), "2026-11-30", "2026-12-01/2026-12-03"),
            (.between(.days(3), .days(1)), "2026-11-30", nil),
            (
                .between(.calendar(year: nil, month: 12, day: 28), .calendar(year: nil, month: 1, day: 3)),
                "2026-11-22", "2026-12-28/2027-01-03"
            ),
            (
                .between(.calendar(year: nil, month: 5, day: 3), .calendar(year: nil, month: 5, day: 5)),
                "2026-05-04", "2027-05-03/2027-05-05"
            ),
            (
                .between(.calendar(year: 2026, month: 12, day: 5), .calendar(year: 2026, month: 12, day: 3)),
                "2026-11-22", nil
            ),
            (
                .between(.calendar(year: 2027, month: 2, day: 29), .calendar(year: 2027, month: 3, day: 1)),
                "2026-11-22", nil
            ),
            (.between(.dayOfMonth(28), .dayOfMonth(3)), "2026-11-22", "2026-11-28/2026-12-03"),
            (.weeks(0), "2026-11-22", "2026-11-16/2026-11-22"),
            (.weeks(1), "2026-11-22", "2026-11-23/2026-11-29"),
            (.weeks(-1), "2026-11-25", "2026-11-16/2026-11-22"),
            (.weekends(0), "2026-11-25", "2026-11-28/2026-11-29"),
            (.weekends(0), "2026-11-22", "2026-11-21/2026-11-22"),
            (.weekends(1), "2026-11-25", "2026-12-05/2026-12-06"),
            (.months(0), "2026-11-22", "2026-11-01/2026-11-30"),
            (.months(1), "2026-12-31", "2027-01-01/2027-01-31"),
            (.months(-9), "2026-11-22", "2026-02-01/2026-02-28"),
            (.calendarMonth(year: nil, month: 5), "2026-11-22", "2027-05-01/2027-05-31"),
            (.calendarMonth(year: nil, month: 11), "2026-11-22", "2026-11-01/2026-11-30"),
            (.calendarMonth(year: 2028, month: 2), "2026-11-22", "2028-02-01/2028-02-29"),
            (.calendarMonth(year: 2028, month: 13), "2026-11-22", nil),
            (.years(1), "2026-11-22", "2027-01-01/2027-12-31"),
            (.weeks(Int.max), "2026-11-22", nil),
            (.months(Int.min), "2026-11-22", nil),
            (.years(Int.max), "2026-11-22", nil),
        ] as [(DateRangeExpression, String, String?)]
    )
    func resolves(range: DateRangeExpression, today: String, days: String?) throws {
        let date = try #require(CivilDate(iso: today))
        #expect(range.resolve(on: date)?.iso == days)
    }
}
