/// How often the matcher is how sure, and how often it is right then.
public struct ConfidenceHistogram: Sendable, Hashable, Codable {
    /// The sentences whose confidence lies in one stretch.
    public struct Bin: Sendable, Hashable, Codable {
        /// Where the stretch begins; it ends where the next one does, the last one at 1, which belongs to it.
        public var from: Double
        /// How many in-scope sentences were taken for their own intent.
        public var right = 0
        /// How many were taken for another one.
        public var wrong = 0
        /// How many are out of scope.
        public var outOfScope = 0
        /// The mean confidence of all; nil when there is none.
        public var meanConfidence: Double?

        /// How many there are.
        public var count: Int { right + wrong + outOfScope }
        /// The share that is right, sentences out of scope counting as wrong; nil when there is none.
        public var accuracy: Double? { count == 0 ? nil : Double(right) / Double(count) }
    }

    /// The bins, all of the same width, from 0 to 1.
    public var bins: [Bin]

    /// Counts judgements.
    public init(_ judgements: [Judgement], bins count: Int = 15) {
        precondition(count > 0, "there must be at least one bin")
        var bins = (0..<count).map { Bin(from: Double($0) / Double(count)) }
        var sums = [Double](repeating: 0, count: count)
        for judgement in judgements {
            let place = Metrics.bin(of: judgement.confidence, among: count)
            sums[place] += judgement.confidence
            if judgement.truth == nil {
                bins[place].outOfScope += 1
            } else if judgement.isRight {
                bins[place].right += 1
            } else {
                bins[place].wrong += 1
            }
        }
        for place in bins.indices where bins[place].count > 0 {
            bins[place].meanConfidence = sums[place] / Double(bins[place].count)
        }
        self.bins = bins
    }
}
