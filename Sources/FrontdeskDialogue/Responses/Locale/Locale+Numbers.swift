package import FrontdeskMatching
import Glibc

// Numbers, amounts and shares.
extension Locale {
    /// A number with group separators and at most three decimals, `1,234.5`.
    package func number(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return NumberText.plain(number) }
        let thousandths = Int((number * 1000).rounded())
        var text = decimal(thousandths, places: 3)
        while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
        if text.hasSuffix(numbers.decimal) { text.removeLast(numbers.decimal.count) }
        return text
    }

    /// A number as it stands in running text: no group separators, so that a year or a house number stays one.
    package func plain(_ number: Double) -> String {
        let text = NumberText.plain(number)
        guard numbers.decimal != ".", !text.contains("e") else { return text }
        return text.split(separator: ".", omittingEmptySubsequences: false).joined(separator: numbers.decimal)
    }

    /// A whole number of smallest units with so many decimals: 123450 with 2 is `1,234.50`.
    func decimal(_ units: Int, places: Int) -> String {
        let parts = NumberText.decimal(abs(units), places: places).split(separator: ".")
        let whole = grouped(String(parts[0]))
        let sign = units < 0 ? "-" : ""
        return parts.count == 1 ? sign + whole : sign + whole + numbers.decimal + parts[1]
    }

    private func grouped(_ digits: String) -> String {
        guard digits.utf8.count >= 3 + numbers.minimumGrouping else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { result += numbers.group }
            result.append(digit)
        }
        return result
    }

    /// An amount with its currency: the euro and the pound with their signs, the region's own dollar or peso with
    /// `$`, all others with their ISO 4217 codes.
    package func money(_ money: Money) -> String {
        let code = money.currency
        let places = MoneyText.decimals(of: code)
        guard !code.isEmpty else { return decimal(money.minorUnits, places: places) }
        let amount = decimal(abs(money.minorUnits), places: places)
        let sign = money.minorUnits < 0 ? "-" : ""
        let symbol: String? =
            switch code {
            case "EUR": "€"
            case "GBP": "£"
            case numbers.dollar: "$"
            default: nil
            }
        guard let symbol else {
            return "\(sign)\(amount)\(numbers.currencySpace.isEmpty ? " " : numbers.currencySpace)\(code)"
        }
        return numbers.leadsWithCurrency
            ? "\(sign)\(symbol)\(numbers.currencySpace)\(amount)"
            : "\(sign)\(amount)\(numbers.currencySpace)\(symbol)"
    }

    /// A plain number as an amount; nil when it is too large.
    package func money(_ number: Double, currency: String?) -> String? {
        let code = currency?.uppercased() ?? ""
        var scale = 1.0
        for _ in 0..<MoneyText.decimals(of: code) { scale *= 10 }
        guard number.isFinite, abs(number * scale) < 1e15 else { return nil }
        return money(Money(minorUnits: Int((number * scale).rounded()), currency: code))
    }

    /// A share of one, 0.15 as `15%`, with at most one decimal.
    package func percent(_ share: Double) -> String? {
        guard share.isFinite, abs(share) < 1e9 else { return nil }
        return number((share * 1000).rounded() / 10) + numbers.percent
    }

    /// The members of a list as one: `A, B and C`.
    package func list(_ members: [String]) -> String {
        guard let last = members.last, members.count > 1 else { return members.first ?? "" }
        return "\(members.dropLast().joined(separator: ", ")) \(conjunction(before: last)) \(last)"
    }

    /// Spanish `y` becomes `e` before the sound it has itself, but not before `hie…`, `hia…` and `hio…`, where the i
    /// is none.
    private func conjunction(before word: String) -> String {
        guard let andBeforeI else { return and }
        let start = word.lowercased()
        if start.hasPrefix("i") || start.hasPrefix("í") || start.hasPrefix("hí") { return andBeforeI }
        guard start.hasPrefix("hi") else { return and }
        let next = start.dropFirst(2).first
        return next == "e" || next == "a" || next == "o" ? and : andBeforeI
    }

    /// A length of time in the two largest units it has, `2 hours 30 minutes`; nil when negative or too long.
    package func duration(minutes total: Double) -> String? {
        guard total.isFinite, total >= 0, total < 1e9 else { return nil }
        let whole = Int(total.rounded())
        let counts = [(whole / 1440, days), (whole / 60 % 24, hours), (whole % 60, minutes)]
        let first = counts.firstIndex { $0.0 > 0 } ?? 2
        let shown = counts[first..<min(first + 2, 3)].filter { $0.0 > 0 }
        let parts = (shown.isEmpty ? [counts[2]] : Array(shown)).map { count, unit in
            "\(count) \(unit.text(plural(Double(count))))"
        }
        return parts.joined(separator: " ")
    }
}
