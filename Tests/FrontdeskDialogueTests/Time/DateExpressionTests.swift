import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Days as they are said")
struct DateExpressionTests {
    @Test(
        "An expression means a day, seen from the day it was said",
        arguments: [
            // 2026-11-22 is a Sunday.
            (DateExpression.days(0), "2026-11-22", "2026-11-22"),
            (.days(-1), "2026-11-22", "2026-11-21"),
            (.days(14), "2026-12-25", "2027-01-08"),
            (.months(1), "2026-01-31", "2026-02-28"),
            (.months(-12), "2024-02-29", "2023-02-28"),
            (.calendar(year: 2026, month: 2, day: 28), "2026-11-22", "2026-02-28"),
            (.calendar(year: 2026, month: 2, day: 29), "2026-11-22", nil),
            (.calendar(year: nil, month: 11, day: 22), "2026-11-22", "2026-11-22"),
            (.calendar(year: nil, month: 11, day: 21), "2026-11-22", "2027-11-21"),
            (.calendar(year: nil, month: 2, day: 29), "2026-11-22", "2028-02-29"),
            (.calendar(year: nil, month: 2, day: 29), "2096-03-01", "2104-02-29"),
            (.calendar(year: nil, month: 2, day: 31), "2026-11-22", nil),
            (.weekday(7, .coming), "2026-11-22", "2026-11-22"),
            (.weekday(2, .coming), "2026-11-22", "2026-11-24"),
            (.weekday(2, .next), "2026-11-22", "2026-11-24"),
            (.weekday(2, .next), "2026-11-23", "2026-12-01"),
            (.weekday(7, .next), "2026-11-22", "2026-11-29"),
            (.weekday(7, .following), "2026-11-22", "2026-11-29"),
            (.weekday(1, .following), "2026-11-22", "2026-11-23"),
            (.weekday(5, .following), "2026-11-23", "2026-11-27"),
            (.weekday(7, .last), "2026-11-22", "2026-11-15"),
            (.weekday(6, .last), "2026-11-22", "2026-11-21"),
            (.weekday(8, .coming), "2026-11-22", nil),
            (.workingDays(0), "2026-11-22", "2026-11-22"),
            (.workingDays(1), "2026-11-20", "2026-11-23"),
            (.workingDays(1), "2026-11-21", "2026-11-23"),
            (.workingDays(1), "2026-11-22", "2026-11-23"),
            (.workingDays(3), "2026-11-23", "2026-11-26"),
            (.workingDays(3), "2026-11-25", "2026-11-30"),
            (.workingDays(5), "2026-11-25", "2026-12-02"),
            (.workingDays(11), "2026-11-27", "2026-12-14"),
            (.workingDays(-1), "2026-11-22", nil),
            (.dayOfMonth(22), "2026-11-22", "2026-11-22"),
            (.dayOfMonth(5), "2026-11-22", "2026-12-05"),
            (.dayOfMonth(31), "2026-11-22", "2026-12-31"),
            (.dayOfMonth(30), "2027-01-31", "2027-03-30"),
            (.dayOfMonth(32), "2026-11-22", nil),
            (.days(Int.max), "2026-11-22", nil),
            (.months(Int.min), "2026-11-22", nil),
        ] as [(DateExpression, String, String?)]
    )
    func resolves(expression: DateExpression, today: String, day: String?) throws {
        let date = try #require(CivilDate(iso: today))
        #expect(expression.resolve(on: date)?.iso == day)
    }
}
