import Glibc

/// How many of how many, with the interval that holds the true share in 95 of 100 cases.
public struct Share: Sendable, Hashable, Codable {
    /// How many it is true of.
    public var count: Int
    /// Of how many.
    public var of: Int
    /// The share, 0…1; nil of none.
    public var share: Double?
    /// The lower end of the 95 % interval.
    public var low: Double?
    /// The upper end of it.
    public var high: Double?

    /// Makes a share.
    ///
    /// The interval is Wilson's: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    /// J. Am. Stat. Assoc. 22 (1927).
    public init(_ count: Int, of all: Int) {
        precondition(count >= 0 && count <= all, "no part is greater than the whole")
        self.count = count
        of = all
        guard all > 0 else { return }
        let n = Double(all)
        let p = Double(count) / n
        let z = Self.deviations
        let scale = 1 + z * z / n
        let middle = (p + z * z / (2 * n)) / scale
        let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        share = p
        low = count == 0 ? 0 : max(0, middle - half)
        high = count == all ? 1 : min(1, middle + half)
    }

    /// How many standard deviations 95 % of a normal distribution lie within.
    static let deviations = 1.959963984540054
}
