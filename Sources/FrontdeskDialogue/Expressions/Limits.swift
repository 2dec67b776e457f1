import FrontdeskMatching
import Glibc

/// The ranges that calculations stay within: what goes beyond stops at the end of its range.
enum Limits {
    /// The largest number, amount in minor units, and length of time in milliseconds.
    static let magnitude = 1_000_000_000_000_000

    /// A number within ±10^15, rounded to nine decimals so that 0.1 + 0.2 is 0.3; what is no number is 0.
    static func settled(_ number: Double) -> Double {
        guard number == number else { return 0 }
        let limit = Double(magnitude)
        let kept = Swift.min(limit, Swift.max(-limit, number))
        // Beyond a million a double has no nine decimals to round to.
        guard abs(kept) < 1e6 else { return kept }
        let rounded = (kept * 1e9).rounded() / 1e9
        return rounded == 0 ? 0 : rounded
    }

    /// A whole number of units within ±10^15.
    static func units(_ number: Double) -> Int {
        guard number == number else { return 0 }
        return Int(Swift.min(Double(magnitude), Swift.max(-Double(magnitude), number.rounded())))
    }

    static func settled(_ units: Int) -> Int { Swift.min(magnitude, Swift.max(-magnitude, units)) }

    static func settled(_ milliseconds: Int64) -> Int64 { Int64(settled(Int(clamping: milliseconds))) }

    static func settled(_ money: Money) -> Money {
        Money(minorUnits: settled(money.minorUnits), currency: money.currency)
    }

    /// A day of the years 1 to 9999.
    static func settled(_ date: CivilDate) -> CivilDate {
        if date.year < 1 { return CivilDate(year: 1, month: 1, day: 1) }
        if date.year > 9999 { return CivilDate(year: 9999, month: 12, day: 31) }
        return date
    }
}
