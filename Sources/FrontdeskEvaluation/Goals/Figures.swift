/// The figures that goals are set in, of the judgements on one data set.
enum Figures {
    /// The share of in-scope lines whose best intent is right.
    static func accuracy(_ judgements: [Judgement]) -> Double? {
        let inScope = judgements.filter { $0.truth != nil }
        return inScope.isEmpty ? nil : Double(inScope.count(where: \.isRight)) / Double(inScope.count)
    }

    /// How well confidence tells in scope from out of scope.
    static func auroc(_ judgements: [Judgement]) -> Double? {
        Metrics.auroc(
            inScope: judgements.filter { $0.truth != nil }.map(\.confidence),
            outOfScope: judgements.filter { $0.truth == nil }.map(\.confidence)
        )
    }

    /// The share of in-scope lines that are answered, and rightly.
    static func answered(_ judgements: [Judgement], at threshold: Double) -> Double? {
        let inScope = judgements.filter { $0.truth != nil }
        let right = inScope.count { $0.isRight && $0.confidence >= threshold }
        return inScope.isEmpty ? nil : Double(right) / Double(inScope.count)
    }

    /// The share of out-of-scope lines that are not answered.
    static func recall(_ judgements: [Judgement], at threshold: Double) -> Double? {
        let outOfScope = judgements.filter { $0.truth == nil }
        let refused = outOfScope.count { $0.confidence < threshold }
        return outOfScope.isEmpty ? nil : Double(refused) / Double(outOfScope.count)
    }

    /// The greatest recall at a threshold that costs no more than so much of the in-scope accuracy.
    static func recall(_ judgements: [Judgement], losing loss: Double) -> Double? {
        let right = judgements.filter(\.isRight).map(\.confidence).sorted()
        let inScope = judgements.count { $0.truth != nil }
        guard inScope > 0, !right.isEmpty else { return nil }
        let spared = min(Int((loss * Double(inScope) + 1e-9).rounded(.down)), right.count - 1)
        return recall(judgements, at: right[spared])
    }

    /// The calibration error, a line out of scope counting as wrong.
    static func calibrationError(_ judgements: [Judgement]) -> Double? {
        Metrics.expectedCalibrationError(judgements.map { ($0.confidence, $0.isRight) })
    }

    /// The harmonic mean of precision and recall over all intents but one, which counts as a miss or a false alarm.
    static func f1(_ judgements: [Judgement], without none: String) -> Double? {
        let right = judgements.count { $0.isRight && $0.truth != none }
        let claimed = judgements.count { $0.predicted != none && $0.predicted != nil }
        let meant = judgements.count { $0.truth != none && $0.truth != nil }
        return claimed + meant > 0 ? 2 * Double(right) / Double(claimed + meant) : nil
    }
}
