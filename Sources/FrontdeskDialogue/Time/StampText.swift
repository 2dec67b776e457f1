package import FrontdeskMatching

/// A date, a time, or both, read from text such as a database keeps it: `2026-11-25`, `14:30`, `2026-11-25 14:30`,
/// `2026-11-25T14:30:00Z`, `2026-11-25T14:30:00.000+01:00`.
package struct StampText: Sendable, Hashable {
    /// The day as written.
    package var day: CivilDate?
    /// The time as written, seconds dropped.
    package var clock: TimeOfDay?
    /// The seconds east of UTC, when the text says so; else the text is in the reader's zone.
    package var offset: Int?

    /// Reads a text; nil when it is anything else.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4, bytes.count <= 35 else { return nil }
        var rest = bytes[...]
        if bytes.count >= 10, bytes[4] == UInt8(ascii: "-") {
            guard let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)) else { return nil }
            day = date
            rest = bytes[10...]
            guard let separator = rest.first else { return }
            guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "T") else { return nil }
            rest = rest.dropFirst()
        }
        guard let time = Self.time(&rest) else { return nil }
        clock = time
        if rest.isEmpty { return }
        guard day != nil, let seconds = Self.offset(rest) else { return nil }
        offset = seconds
    }

    /// The day in a zone.
    package func date(in zone: Zone) -> CivilDate? {
        moment(in: zone)?.date ?? day
    }

    /// The time in a zone.
    package func time(in zone: Zone) -> TimeOfDay? {
        moment(in: zone)?.time ?? clock
    }

    private func moment(in zone: Zone) -> Moment? {
        guard let day, let clock, let offset else { return nil }
        let minutes = Int64(clock.hour * 60 + clock.minute)
        let local = Int64(day.daysSinceEpoch) * 86_400_000 + minutes * 60_000
        return Moment(milliseconds: local - Int64(offset) * 1000, zone: zone)
    }

    /// An instant in UTC, `2026-11-22T09:00:00Z`; milliseconds are dropped.
    package static func utc(_ milliseconds: Int64) -> String {
        let moment = Moment(milliseconds: milliseconds)
        let second = ((milliseconds / 1000 % 60) + 60) % 60
        return "\(moment.date.iso)T\(DateText.time(moment.time)):\(second < 10 ? "0" : "")\(second)Z"
    }

    private static func time(_ rest: inout ArraySlice<UInt8>) -> TimeOfDay? {
        guard let hour = twoDigits(&rest), rest.first == UInt8(ascii: ":") else { return nil }
        rest = rest.dropFirst()
        guard let minute = twoDigits(&rest), hour < 24, minute < 60 else { return nil }
        if rest.first == UInt8(ascii: ":") {
            rest = rest.dropFirst()
            guard let second = twoDigits(&rest), second <= 60 else { return nil }
            if rest.first == UInt8(ascii: ".") {
                rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
        }
        return TimeOfDay(hour: hour, minute: minute)
    }

    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        guard let sign = rest.popFirst() else { return nil }
        if sign == UInt8(ascii: "Z") { return rest.isEmpty ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hour = twoDigits(&rest) else {
            return nil
        }
        if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
        guard let minute = rest.isEmpty ? 0 : twoDigits(&rest), rest.isEmpty, hour <= 14, minute < 60 else {
            return nil
        }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hour * 3600 + minute * 60)
    }

    private static func twoDigits(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= 2 else { return nil }
        var number = 0
        for _ in 0..<2 {
            guard let byte = rest.popFirst(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                return nil
            }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}
