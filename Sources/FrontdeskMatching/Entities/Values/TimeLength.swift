/// A length of time as it was said: calendar months, and what the clock can count.
///
/// "A year and two days" is 12 months and 172,800,000 ms.
public struct TimeLength: Sendable, Hashable, Codable {
    /// Whole months; a year is 12.
    public var months: Int
    /// Milliseconds; a day is 24 hours.
    public var milliseconds: Int64

    /// Makes a length of time.
    public init(months: Int = 0, milliseconds: Int64 = 0) {
        self.months = months
        self.milliseconds = milliseconds
    }

    /// The length in milliseconds, a year taken as 365 days and any other month as 30.
    public var approximateMilliseconds: Int64 {
        Int64(months / 12 * 365 + months % 12 * 30) * 86_400_000 + milliseconds
    }

    /// The length as ISO 8601 writes it: `PT2H30M`, `P3D`, `P1Y2M`; weeks are days.
    package var plainText: String {
        var date = ""
        if months / 12 > 0 { date += "\(months / 12)Y" }
        if months % 12 > 0 { date += "\(months % 12)M" }
        if milliseconds / 86_400_000 > 0 { date += "\(milliseconds / 86_400_000)D" }
        let rest = milliseconds % 86_400_000
        var time = ""
        if rest / 3_600_000 > 0 { time += "\(rest / 3_600_000)H" }
        if rest / 60_000 % 60 > 0 { time += "\(rest / 60_000 % 60)M" }
        let seconds = Double(rest % 60_000) / 1000
        if seconds > 0 || (date.isEmpty && time.isEmpty) {
            time += seconds == seconds.rounded(.down) ? "\(Int(seconds))S" : "\(seconds)S"
        }
        return "P\(date)\(time.isEmpty ? "" : "T\(time)")"
    }
}
