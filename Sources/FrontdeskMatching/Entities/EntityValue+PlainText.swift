extension EntityValue {
    /// The value in a short, language-neutral notation, the same on every machine.
    ///
    /// Texts stand as they are; numbers without a useless fraction (`5`, `2.5`); ordinals as `1`, `-1`; amounts as `EUR 5.50`;
    /// times as `15:45`; days as `2026-12-03`, `--12-03` (without a year), `days+3`, `months-1`, `monday`, `monday next`,
    /// `monday following`, `day 5` (of the month); lengths of time as `PT2H30M`, quantities as `2.5 kg`, stretches as `monday/friday`,
    /// `week+1` or `15:00/17:00`.
    package var plainText: String {
        switch self {
        case .text(let text): text
        case .number(let number): Self.plain(number)
        case .ordinal(let position): String(position)
        case .money(let money): money.plainText
        case .date(let date): date.plainText
        case .time(let time): time.plainText
        case .duration(let length): length.plainText
        case .quantity(let quantity): quantity.plainText
        case .dateRange(let range): range.plainText
        case .timeRange(let range): "\(range.from.plainText)/\(range.until.plainText)"
        }
    }

    private static func plain(_ number: Double) -> String {
        guard abs(number) < 1e15, number == Double(Int(number)) else { return "\(number)" }
        return String(Int(number))
    }
}

extension Money {
    /// The amount as `EUR 5.50`.
    package var plainText: String {
        let isWhole = currency == "JPY" || currency == "HUF"
        let amount = abs(minorUnits)
        let digits = isWhole ? String(amount) : "\(amount / 100).\(padded(amount % 100))"
        return "\(currency) \(minorUnits < 0 ? "-" : "")\(digits)"
    }
}

extension TimeOfDay {
    /// The time as `15:45`.
    fileprivate var plainText: String { "\(padded(hour)):\(padded(minute))" }
}

extension DateExpression {
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// The day as ``EntityValue/plainText`` describes.
    package var plainText: String {
        switch self {
        case .calendar(let year, let month, let day):
            return "\(year.map(String.init) ?? "-")-\(padded(month))-\(padded(day))"
        case .days(let count): return "days\(count < 0 ? "" : "+")\(count)"
        case .months(let count): return "months\(count < 0 ? "" : "+")\(count)"
        case .weekday(let day, let reading):
            let name = Self.weekdays[max(0, min(6, day - 1))]
            return reading == .coming ? name : "\(name) \(reading.rawValue)"
        case .dayOfMonth(let day): return "day \(day)"
        case .workingDays(let count): return "working days+\(count)"
        }
    }
}

private func padded(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
}
