import FrontdeskDialogue
import Testing

@testable import FrontdeskPipe

@Suite("RFC 3339 times")
struct TimestampTests {
    @Test(
        "A time with an offset names an instant",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-22T09:00:00+01:00", 1_795_334_400_000),
            ("2026-11-22T08:00:00Z", 1_795_334_400_000), ("2026-11-22t08:00:00z", 1_795_334_400_000),
            ("2026-11-22 08:00:00Z", 1_795_334_400_000), ("2026-11-22T08:00:00.250Z", 1_795_334_400_250),
            ("2026-11-22T08:00:00.25Z", 1_795_334_400_250),
            ("2026-11-22T08:00:00.2509999Z", 1_795_334_400_250),
            ("1969-12-31T23:59:59.5Z", -500), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
            ("2024-02-29T00:00:00-05:30", 1_709_184_600_000),
        ] as [(String, Int64)]
    )
    func instants(text: String, milliseconds: Int64) {
        #expect(Timestamp.milliseconds(of: text) == milliseconds)
    }

    @Test(
        "Anything else names none",
        arguments: [
            "", "now", "2026-11-22", "2026-11-22T09:00:00", "2026-11-22T09:00Z", "2026-02-30T00:00:00Z",
            "2026-13-01T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T09:60:00Z", "2026-11-22T09:00:61Z",
            "2026-11-22T09:00:00+1:00", "2026-11-22T09:00:00+01:00 ", "2026-11-22T09:00:00.Z", "1795334400",
            "２026-11-22T09:00:00Z",
        ]
    )
    func others(text: String) {
        #expect(Timestamp.milliseconds(of: text) == nil)
    }

    @Test(
        "What is written reads back",
        arguments: [0, 1, -1, 999, 1_795_334_400_250, -62_135_596_800_000] as [Int64]
    )
    func roundTrip(milliseconds: Int64) {
        for offset in [0, 3600, -12_600] {
            let zone = Zone(name: "test", firstOffset: offset)
            #expect(Timestamp.milliseconds(of: Timestamp.text(of: milliseconds, in: zone)) == milliseconds)
        }
    }

    @Test("A zone's own time is written with its offset")
    func inZone() {
        let berlin = Zone(name: "Europe/Berlin", firstOffset: 3600)
        #expect(Timestamp.text(of: 1_795_334_400_000, in: berlin) == "2026-11-22T09:00:00+01:00")
        #expect(Timestamp.text(of: 1_795_334_400_005) == "2026-11-22T08:00:00.005Z")
    }
}
