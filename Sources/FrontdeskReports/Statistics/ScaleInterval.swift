import FrontdeskPages

/// The interval that holds the mean of answers on a scale in about 95 of 100 cases; of three answers in at least 86.
///
/// It is the adjusted Wald interval for net promoter scores: B. Rocks, Interval estimation for the net promoter score,
/// Am. Stat. 70 (2016). Three answers nobody gave are added, a quarter at each end of the scale and half in its middle; the
/// normal interval of all together does not collapse when everybody gives the same score. A net promoter score is the mean of
/// -1, 0 and 1; scales with more steps are taken in the same way, as they lie between the same ends.
enum ScaleInterval {
    /// How many answers are added.
    private static let added = 3.0

    /// The interval around the mean of answers; it holds the mean itself and never leaves the scale.
    ///
    /// - Parameters:
    ///   - counts: How often each score of the scale was given, the lowest first, one apart; at least one answer.
    ///   - lowest: The lowest score.
    static func of(_ counts: [Int], lowest: Int) -> ClosedRange<Double> {
        let all = counts.reduce(0, +)
        precondition(all > 0 && counts.count > 1, "a mean is one of answers on a scale")
        let (low, high) = (Double(lowest), Double(lowest + counts.count - 1))
        let total = Double(all) + added
        var sum = added * (low + high) / 2
        var squares = added / 4 * (low * low + high * high) + added / 2 * (low + high) * (low + high) / 4
        var given = 0.0
        for (place, count) in counts.enumerated() {
            let score = Double(lowest + place)
            given += Double(count) * score
            squares += Double(count) * score * score
        }
        sum += given
        let middle = sum / total
        let half = WilsonInterval.deviations * ((squares / total - middle * middle) / total).squareRoot()
        let mean = given / Double(all)
        // A single answer at an end of the scale would lie a hair outside.
        return max(low, min(mean, middle - half))...min(high, max(mean, middle + half))
    }
}
