package import FrontdeskMatching
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

/// Amounts as people write them: the euro and the pound with their signs, all others with their ISO 4217 codes.
package enum MoneyText {
    /// An amount with its currency, `€49.90`.
    package static func text(_ money: Money) -> String {
        let code = money.currency
        let amount = NumberText.decimal(money.minorUnits, places: decimals(of: code))
        switch code {
        case "EUR", "GBP":
            let sign = code == "EUR" ? "€" : "£"
            return money.minorUnits < 0 ? "-\(sign)\(amount.dropFirst())" : "\(sign)\(amount)"
        case "": return amount
        default: return "\(amount) \(code)"
        }
    }

    /// A plain number as an amount; without a currency it is just given its two decimals; nil when it is too large.
    package static func text(_ number: Double, currency: String?) -> String? {
        let code = currency?.uppercased() ?? ""
        var scale = 1.0
        for _ in 0..<decimals(of: code) { scale *= 10 }
        guard number.isFinite, abs(number * scale) < 1e15 else { return nil }
        return text(Money(minorUnits: Int((number * scale).rounded()), currency: code))
    }

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
