private import Foundation
public import FrontdeskDialogue

extension Zone {
    /// Reads a zone from the machine's tz database.
    ///
    /// - Parameters:
    ///   - name: A tz database name such as `Europe/Berlin`, `UTC`, or a fixed offset such as `+01:00`.
    ///   - milliseconds: Changes of offset up to three years before and after this instant are known.
    /// - Returns: nil when there is no such zone.
    public static func named(_ name: String, around milliseconds: Int64) -> Zone? {
        if name == "UTC" || name == "Z" { return .utc }
        let period = milliseconds / ZoneBook.period
        return ZoneBook.shared.withLock { book in
            let key = ZoneBook.Key(name: name, period: period)
            if let known = book.zones[key] { return known }
            let zone = Zone(fixed: name) ?? Zone(database: name, period: period)
            // Names come from customers' profiles: what is kept is bounded.
            if book.zones.count >= ZoneBook.limit { book.zones = [:] }
            book.zones[key] = .some(zone)
            return zone
        }
    }

    /// Reads `+01:00` or `-0530`.
    private init?(fixed name: String) {
        guard let sign = name.first, sign == "+" || sign == "-" else { return nil }
        let digits = name.dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 18, minutes < 60
        else { return nil }
        self.init(name: name, firstOffset: (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60))
    }

    private init?(database name: String, period: Int64) {
        let isPlain =
            name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "+") || (48...57).contains(byte) || (65...90).contains(byte)
                    || (97...122).contains(byte)
            }
        guard isPlain, let timeZone = TimeZone(identifier: name) else { return nil }
        let start = Date(timeIntervalSince1970: Double((period - 3) * ZoneBook.period) / 1000)
        let end = Date(timeIntervalSince1970: Double((period + 4) * ZoneBook.period) / 1000)
        var transitions: [Transition] = []
        var instant = start
        while transitions.count < 64, let next = timeZone.nextDaylightSavingTimeTransition(after: instant),
            next > instant, next < end
        {
            let at = Int64((next.timeIntervalSince1970 * 1000).rounded())
            transitions.append(Transition(at: at, offset: timeZone.secondsFromGMT(for: next)))
            instant = next
        }
        self.init(name: name, firstOffset: timeZone.secondsFromGMT(for: start), transitions: transitions)
    }
}

/// The zones read so far.
private struct ZoneBook: Sendable {
    struct Key: Hashable {
        var name: String
        var period: Int64
    }

    /// A year, in milliseconds: zones are read anew when the clock reaches the next one.
    static let period: Int64 = 366 * 86_400_000
    /// How many zones are kept; the tz database has about 600.
    static let limit = 1024
    static let shared = Locked(ZoneBook())

    /// What is nil is known not to exist.
    var zones: [Key: Zone?] = [:]
}
