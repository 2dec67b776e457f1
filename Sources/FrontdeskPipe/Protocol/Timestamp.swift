package import FrontdeskDialogue
import FrontdeskMatching

/// Instants as RFC 3339 writes them: `2026-11-22T09:00:00.250+01:00`.
package enum Timestamp {
    /// The instant a text names, in milliseconds since 1970-01-01T00:00:00Z, or nil when it names none.
    ///
    /// The offset is required. A leap second counts as the second after it; what is finer than a millisecond is
    /// dropped.
    package static func milliseconds(of text: String) -> Int64? {
        var parts = Parts(text)
        guard let date = parts.date(), parts.take("T") || parts.take("t") || parts.take(" "),
            let hour = parts.number(digits: 2), hour < 24, parts.take(":"),
            let minute = parts.number(digits: 2), minute < 60, parts.take(":"),
            let second = parts.number(digits: 2), second <= 60,
            let fraction = parts.fraction(),
            let offset = parts.offset(), parts.isAtEnd
        else { return nil }
        let seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
        return seconds * 1000 + Int64(fraction)
    }

    /// The instant in a zone, to the second, or to the millisecond where it has such a part.
    package static func text(of milliseconds: Int64, in zone: Zone = .utc) -> String {
        let offset = zone.offset(at: milliseconds)
        let local = milliseconds + Int64(offset) * 1000
        let days = Int(local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000)
        let ofDay = Int(local - Int64(days) * 86_400_000)
        let time = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60].map { padded($0, 2) }
        let fraction = ofDay % 1000 == 0 ? "" : ".\(padded(ofDay % 1000, 3))"
        return
            "\(CivilDate(daysSinceEpoch: days).iso)T\(time.joined(separator: ":"))\(fraction)\(suffix(offset))"
    }

    private static func suffix(_ offset: Int) -> String {
        guard offset != 0 else { return "Z" }
        let minutes = abs(offset) / 60
        return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = number.description
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private struct Parts {
        private let bytes: [UInt8]
        private var position = 0

        init(_ text: String) {
            bytes = Array(text.utf8)
        }

        var isAtEnd: Bool { position == bytes.count }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
            position += 1
            return true
        }

        mutating func number(digits: Int) -> Int? {
            guard position + digits <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[position..<position + digits] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            position += digits
            return value
        }

        mutating func date() -> CivilDate? {
            guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
                let day = number(digits: 2)
            else { return nil }
            let date = CivilDate(year: year, month: month, day: day)
            return date.isValid ? date : nil
        }

        /// The milliseconds behind the point; 0 when there is none.
        mutating func fraction() -> Int? {
            guard take(".") else { return 0 }
            var value = 0
            var scale = 100
            guard let first = number(digits: 1) else { return nil }
            value = first * scale
            while let digit = number(digits: 1) {
                scale /= 10
                value += digit * scale
            }
            return value
        }

        /// The offset in seconds east of UTC.
        mutating func offset() -> Int? {
            if take("Z") || take("z") { return 0 }
            let isEast = take("+")
            guard isEast || take("-"), let hours = number(digits: 2), hours < 24, take(":"),
                let minutes = number(digits: 2), minutes < 60
            else { return nil }
            return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
        }
    }
}
