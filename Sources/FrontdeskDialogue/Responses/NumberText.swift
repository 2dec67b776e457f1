import Glibc

/// Numbers as people write them.
package enum NumberText {
    /// A number without a trailing `.0`.
    package static func plain(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e15, number == number.rounded(.towardZero) else {
            return String(number)
        }
        return String(Int64(number))
    }

    /// A whole number of smallest units with so many decimals: 4990 with 2 is `49.90`.
    package static func decimal(_ units: Int, places: Int) -> String {
        guard places > 0 else { return String(units) }
        var digits = String(units.magnitude)
        digits = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let whole = digits.dropLast(places)
        return "\(units < 0 ? "-" : "")\(whole).\(digits.suffix(places))"
    }
}

/// What is known of currencies; ``Locale`` writes amounts.
package enum MoneyText {
    /// How many decimals an amount of a currency has (ISO 4217).
    package static func decimals(of currency: String) -> Int {
        switch currency {
        case "JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF", "RWF", "KMF", "GNF", "DJF",
            "BIF",
            "VUV":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }
}
