/// The measures of a classifier that knows how sure it is.
public enum Metrics {
    /// The area under the receiver operating characteristic: how well confidence tells in scope from out of scope.
    ///
    /// It is the probability that a random in-scope line has more confidence than a random out-of-scope one; a tie
    /// counts half (Mann-Whitney U).
    ///
    /// - Returns: 0…1, or nil when one of the lists is empty.
    public static func auroc(inScope: [Double], outOfScope: [Double]) -> Double? {
        guard !inScope.isEmpty, !outOfScope.isEmpty else { return nil }
        let all = (inScope.map { ($0, true) } + outOfScope.map { ($0, false) }).sorted { $0.0 < $1.0 }
        var rankSum = 0.0
        var start = 0
        while start < all.count {
            var end = start
            var members = 0
            while end < all.count, all[end].0 == all[start].0 {
                members += all[end].1 ? 1 : 0
                end += 1
            }
            // Ties share the mean of the ranks start+1 ... end.
            rankSum += Double(members) * Double(start + 1 + end) / 2
            start = end
        }
        let positives = Double(inScope.count)
        let smaller = rankSum - positives * (positives + 1) / 2
        return smaller / (positives * Double(outOfScope.count))
    }

    /// The expected calibration error: how far confidence is from the share of right answers.
    ///
    /// Predictions fall into equal-width bins by confidence; the error is the mean over bins, weighted by their size,
    /// of |share right − mean confidence| (Naeini et al. 2015).
    ///
    /// - Returns: 0…1, or nil when there is no prediction.
    public static func expectedCalibrationError(
        _ predictions: [(confidence: Double, isRight: Bool)],
        bins: Int = 15
    ) -> Double? {
        precondition(bins > 0, "there must be at least one bin")
        guard !predictions.isEmpty else { return nil }
        var confidence = [Double](repeating: 0, count: bins)
        var right = [Double](repeating: 0, count: bins)
        for prediction in predictions {
            let bin = bin(of: prediction.confidence, among: bins)
            confidence[bin] += min(max(prediction.confidence, 0), 1)
            right[bin] += prediction.isRight ? 1 : 0
        }
        var error = 0.0
        for bin in 0..<bins { error += abs(right[bin] - confidence[bin]) }
        return error / Double(predictions.count)
    }

    /// The equal-width bin that a confidence falls into; 1 belongs to the last.
    static func bin(of confidence: Double, among count: Int) -> Int {
        min(Int(min(max(confidence, 0), 1) * Double(count)), count - 1)
    }

    /// The value below which a given share of the values lie (nearest rank).
    ///
    /// - Returns: One of the values, or nil when there is none.
    public static func quantile(_ values: [Double], _ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank - 1, 0), sorted.count - 1)]
    }
}
