import FrontdeskDialogue
import FrontdeskMatching

extension ClockStamp {
    /// Reads `+20m`, `+1h30m`, `+2d`, `2026-11-23T18:30` or `2026-11-23T18:30:00+01:00`.
    init?(_ text: some StringProtocol) {
        if text.hasPrefix("+") {
            guard let distance = Self.distance(text.dropFirst()) else { return nil }
            self = .later(distance)
            return
        }
        guard let stamp = StampText(iso: String(text)), let day = stamp.day, let time = stamp.clock else {
            return nil
        }
        self = .at(day, minutes: time.hour * 60 + time.minute, offset: stamp.offset)
    }

    /// The instant in milliseconds since 1970.
    func milliseconds(after now: Int64, in zone: Zone) -> Int64 {
        switch self {
        case .later(let distance): now + distance
        case .at(let day, let minutes, let offset?):
            Int64(day.daysSinceEpoch) * 86_400_000 + Int64(minutes) * 60_000 - Int64(offset) * 1000
        case .at(let day, let minutes, nil):
            zone.milliseconds(of: day, at: TimeOfDay(hour: minutes / 60, minute: minutes % 60))
        }
    }

    private static func distance(_ text: some StringProtocol) -> Int64? {
        var total: Int64 = 0
        var number: Int64?
        for character in text {
            if let digit = character.wholeNumberValue, character.isASCII {
                number = min((number ?? 0) * 10 + Int64(digit), 1_000_000_000)
                continue
            }
            guard let count = number else { return nil }
            switch character {
            case "d": total += count * 86_400_000
            case "h": total += count * 3_600_000
            case "m": total += count * 60_000
            case "s": total += count * 1000
            default: return nil
            }
            number = nil
        }
        return number == nil && !text.isEmpty ? total : nil
    }
}
