/// What each answer threshold would give and cost.
public struct ThresholdCurve: Sendable, Hashable, Codable {
    /// One threshold.
    public struct Point: Sendable, Hashable, Codable {
        /// The threshold, 0…1.
        public var threshold: Double
        /// Of the in-scope sentences, the share that is answered rightly; nil without such sentences.
        public var right: Double?
        /// Of the in-scope sentences, the share that is answered wrongly.
        public var wrong: Double?
        /// Of the sentences out of scope, the share that is not answered; nil without such sentences.
        public var outOfScopeRecall: Double?
        /// Of all that is answered, the share that is wrong, sentences out of scope included; nil when nothing is.
        public var wrongAnswers: Double?
    }

    /// The points, by threshold.
    public var points: [Point]

    /// Tries thresholds from 0 to 1.
    ///
    /// - Parameter steps: How many steps there are from 0 to 1.
    public init(_ judgements: [Judgement], steps: Int = 20) {
        precondition(steps > 0, "there must be at least one step")
        let inScope = judgements.filter { $0.truth != nil }
        let outOfScope = judgements.filter { $0.truth == nil }
        func share(_ part: Int, of all: Int) -> Double? { all == 0 ? nil : Double(part) / Double(all) }
        points = (0...steps).map { step in
            let threshold = Double(step) / Double(steps)
            let answered = inScope.filter { $0.predicted != nil && $0.confidence >= threshold }
            let right = answered.count(where: \.isRight)
            let stray = outOfScope.count { $0.predicted != nil && $0.confidence >= threshold }
            return Point(
                threshold: threshold,
                right: share(right, of: inScope.count),
                wrong: share(answered.count - right, of: inScope.count),
                outOfScopeRecall: share(outOfScope.count - stray, of: outOfScope.count),
                wrongAnswers: share(answered.count - right + stray, of: answered.count + stray)
            )
        }
    }

    /// The lowest threshold at which at most this share of the answers is wrong; nil when none keeps to it.
    public func lowest(wrongAnswers limit: Double) -> Point? {
        points.first { ($0.wrongAnswers ?? 0) <= limit && $0.wrongAnswers != nil }
    }
}
