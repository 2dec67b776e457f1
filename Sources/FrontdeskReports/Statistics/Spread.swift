import Glibc

/// The median and the 90th percentile of some numbers, each with an interval that assumes nothing of how they lie.
public struct Spread: Sendable, Hashable, Codable {
    /// A number below which a given part lies.
    public struct Quantile: Sendable, Hashable, Codable {
        /// The number.
        public var value: Double
        /// The lower end of the 95 % interval; nil when there are too few numbers for one.
        public var low: Double?
        /// The upper end of it.
        public var high: Double?
    }

    /// How many numbers there are.
    public var n: Int
    /// The median; nil of none.
    public var median: Quantile?
    /// The number that nine of ten do not exceed.
    public var p90: Quantile?

    /// Sums up numbers.
    public init(_ numbers: [Double]) {
        let sorted = numbers.sorted()
        n = sorted.count
        guard !sorted.isEmpty else { return }
        median = Self.quantile(0.5, of: sorted)
        p90 = Self.quantile(0.9, of: sorted)
    }

    /// The interval lies between two of the numbers themselves: so many of `n` numbers are below the quantile as
    /// heads fall in `n` throws of a coin that is loaded with `part`.
    private static func quantile(_ part: Double, of sorted: [Double]) -> Quantile {
        let count = sorted.count
        // The median of an even count lies between the two in the middle.
        let value =
            part == 0.5 && count.isMultiple(of: 2)
            ? (sorted[count / 2 - 1] + sorted[count / 2]) / 2
            : sorted[min(count - 1, Int((part * Double(count)).rounded(.up)) - 1)]
        let ranks = ranks(part, of: count)
        guard let low = ranks.low, let high = ranks.high else { return Quantile(value: value) }
        return Quantile(value: value, low: sorted[low - 1], high: sorted[high - 1])
    }

    /// The ranks, from 1, between which the quantile lies in at least 95 of 100 cases, each side missing at most half of
    /// the rest.
    static func ranks(_ part: Double, of count: Int) -> (low: Int?, high: Int?) {
        let miss = 0.025
        var low: Int?
        var high: Int?
        var below = 0.0
        let odds = log(part) - log(1 - part)
        var logChance = Double(count) * log(1 - part)
        // `below` is the chance that at most `heads` numbers are below the quantile.
        for heads in 0..<count {
            below += exp(logChance)
            if below <= miss { low = heads + 1 }
            if high == nil, below >= 1 - miss { high = heads + 1 }
            logChance += odds + log(Double(count - heads)) - log(Double(heads + 1))
        }
        return (low, high)
    }
}
