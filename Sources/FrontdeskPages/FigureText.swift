/// Figures as people read them.
package enum FigureText {
    /// `93.5 %`, or `-` for none.
    package static func percent(_ share: Double?, places: Int = 1) -> String {
        share.map { decimal($0 * 100, places: places) + " %" } ?? "-"
    }

    /// `0.412`.
    package static func confidence(_ confidence: Double) -> String {
        decimal(confidence, places: 3)
    }

    /// `1 example`, `2 examples`.
    package static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// A decimal number with a fixed count of places, rounded half away from zero.
    package static func decimal(_ number: Double, places: Int) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return "null" }
        var unit = 1
        for _ in 0..<places { unit *= 10 }
        let scaled = Int((abs(number) * Double(unit)).rounded())
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % unit)
        let zeros = String(repeating: "0", count: places - fraction.count)
        return "\(sign)\(scaled / unit)." + zeros + fraction
    }
}
