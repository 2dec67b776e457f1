/// How well one intent is told from all others.
public struct IntentFigures: Sendable, Hashable, Codable {
    /// The intent's name.
    public var intent: String
    /// How many sentences belong to it.
    public var support: Int
    /// Of the sentences that were taken for it, the share that belong to it; nil when none was.
    public var precision: Double?
    /// Of the sentences that belong to it, the share that were taken for it; nil when there are none.
    public var recall: Double?
    /// The harmonic mean of precision and recall; nil when neither says anything.
    public var f1: Double?

    init(intent: String, right: Int, support: Int, taken: Int) {
        self.intent = intent
        self.support = support
        precision = taken == 0 ? nil : Double(right) / Double(taken)
        recall = support == 0 ? nil : Double(right) / Double(support)
        f1 = support + taken == 0 ? nil : 2 * Double(right) / Double(support + taken)
    }

    /// The figures of every intent that sentences belong to or were taken for, by name.
    ///
    /// Sentences out of scope count as taken for an intent when their confidence reaches the threshold.
    public static func of(_ judgements: [Judgement], threshold: Double) -> [IntentFigures] {
        var right: [String: Int] = [:]
        var support: [String: Int] = [:]
        var taken: [String: Int] = [:]
        for judgement in judgements {
            if let truth = judgement.truth { support[truth, default: 0] += 1 }
            guard let predicted = judgement.predicted,
                judgement.truth != nil || judgement.confidence >= threshold
            else { continue }
            taken[predicted, default: 0] += 1
            if judgement.isRight { right[predicted, default: 0] += 1 }
        }
        return Set(support.keys).union(taken.keys).sorted().map { intent in
            IntentFigures(
                intent: intent,
                right: right[intent] ?? 0,
                support: support[intent] ?? 0,
                taken: taken[intent] ?? 0
            )
        }
    }
}
