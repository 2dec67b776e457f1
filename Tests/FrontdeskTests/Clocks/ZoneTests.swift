import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Zones of the tz database")
struct ZoneTests {
    /// 2026-07-01T12:00:00Z.
    private static let summer: Int64 = 1_782_907_200_000

    @Test(
        "know when clocks change",
        arguments: [
            ("Europe/Berlin", Int64(0), 7200), ("Europe/Berlin", 180, 3600), ("America/New_York", 0, -14_400),
            ("America/New_York", -180, -18_000), ("Asia/Kolkata", 0, 19_800), ("UTC", 0, 0),
            ("+01:00", 0, 3600),
            ("-0530", 0, -19_800),
        ]
    )
    func offsets(name: String, days: Int64, offset: Int) throws {
        let zone = try #require(Zone.named(name, around: Self.summer))
        #expect(zone.offset(at: Self.summer + days * 86_400_000) == offset)
    }

    @Test("agree with the rules for the coming two years, to the minute")
    func changes() throws {
        let zone = try #require(Zone.named("Europe/Berlin", around: Self.summer))
        // Last Sunday of October 2026 and of March 2028, 01:00 UTC.
        for (date, before, after) in [
            (CivilDate(year: 2026, month: 10, day: 25), 7200, 3600),
            (CivilDate(year: 2028, month: 3, day: 26), 3600, 7200),
        ] {
            let change = Int64(date.daysSinceEpoch) * 86_400_000 + 3_600_000
            #expect(zone.offset(at: change - 1) == before)
            #expect(zone.offset(at: change) == after)
        }
    }

    @Test(
        "do not exist under made-up names",
        arguments: [
            "Mars/Olympus", "", "../../etc/passwd", "+25:00", "+1", String(repeating: "x", count: 5000),
        ]
    )
    func unknown(name: String) {
        for _ in 0..<2 { #expect(Zone.named(name, around: Self.summer) == nil) }
    }
}
