import Glibc

/// Two versions side by side, by the sentences that both were asked.
public struct Comparison: Sendable, Hashable, Codable {
    /// A sentence that only one version gets right, or that one answers and the other does not.
    public struct Change: Sendable, Hashable, Codable {
        /// The sentence.
        public var text: String
        /// The intent it belongs to; nil when it is out of scope.
        public var truth: String?
        /// What the version before made of it; nil when it did not answer.
        public var before: String?
        /// What the version now makes of it.
        public var after: String?
    }

    /// How many sentences both were asked.
    public var shared: Int
    /// How many both get right.
    public var bothRight: Int
    /// Those that only the version now gets right.
    public var better: [Change]
    /// Those that only the version before got right.
    public var worse: [Change]

    /// Compares the judgements of two versions.
    ///
    /// In scope an answer is right when it is the sentence's intent and reaches the version's threshold; out of scope,
    /// not answering is right. Sentences that only one version was asked are left aside.
    public init(
        before: (judgements: [Judgement], threshold: Double),
        after: (judgements: [Judgement], threshold: Double)
    ) {
        var earlier: [String: Judgement] = [:]
        for judgement in before.judgements { earlier[Self.key(judgement)] = judgement }
        shared = 0
        bothRight = 0
        better = []
        worse = []
        for judgement in after.judgements {
            guard let old = earlier.removeValue(forKey: Self.key(judgement)) else { continue }
            shared += 1
            let (then, now) = (Self.answer(old, before.threshold), Self.answer(judgement, after.threshold))
            let change = Change(text: judgement.text, truth: judgement.truth, before: then, after: now)
            switch (then == old.truth, now == judgement.truth) {
            case (true, true): bothRight += 1
            case (false, true): better.append(change)
            case (true, false): worse.append(change)
            case (false, false): break
            }
        }
    }

    /// How likely so uneven a change is by chance alone: McNemar's exact test, two-sided; 1 without any change.
    public var chance: Double {
        let (fewer, all) = (min(better.count, worse.count), better.count + worse.count)
        guard all > 0 else { return 1 }
        let tail = (0...fewer).reduce(0.0) { sum, count in
            let ways = lgamma(Double(all + 1)) - lgamma(Double(count + 1)) - lgamma(Double(all - count + 1))
            return sum + exp(ways - Double(all) * log(2.0))
        }
        return min(1, 2 * tail)
    }

    private static func key(_ judgement: Judgement) -> String {
        "\(judgement.truth ?? DataSet.outOfScope)\t\(judgement.text)"
    }

    private static func answer(_ judgement: Judgement, _ threshold: Double) -> String? {
        judgement.confidence >= threshold ? judgement.predicted : nil
    }
}
