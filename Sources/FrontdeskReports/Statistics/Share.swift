import FrontdeskPages

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
        let interval = WilsonInterval.of(count, of: all)
        share = Double(count) / Double(all)
        // What rounding leaves at the ends is nothing, or all.
        low = count == 0 ? 0 : interval.lowerBound
        high = count == all ? 1 : interval.upperBound
    }
}
