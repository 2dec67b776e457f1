/// Everything that can be said of a matcher's judgements.
public struct EvaluationDetails: Sendable, Hashable, Codable {
    /// What was measured.
    public var name: String
    /// How the sentences were asked: `test lines`, or `5 folds`.
    public var method: String
    /// How many sentences are in scope.
    public var inScope: Int
    /// For how many of those the best guess is right.
    public var right: Int
    /// How many are out of scope.
    public var outOfScope: Int
    /// The answer threshold, chosen without the sentences it is applied to.
    public var threshold: Double
    /// How well each intent is told from the others.
    public var intents: [IntentFigures]
    /// What was taken for what.
    public var confusion: ConfusionMatrix
    /// The worst pairs with their sentences and what brings them about.
    public var worstPairs: [ConfusedPair]
    /// How sure the matcher was.
    public var histogram: ConfidenceHistogram
    /// What other thresholds would give.
    public var curve: ThresholdCurve
    /// What fewer examples reach; nil when it was not tried.
    public var learning: LearningCurve?
    /// What has changed since another version; nil when there is none.
    public var comparison: Comparison?

    /// Works everything out from judgements.
    ///
    /// - Parameters:
    ///   - name: What was measured.
    ///   - method: How the sentences were asked.
    ///   - judged: The judgements and the answer threshold.
    ///   - examples: What the matcher was trained on.
    public init(
        name: String,
        method: String,
        judged: (judgements: [Judgement], threshold: Double),
        trainedOn examples: [DataSet.Line]
    ) {
        let (judgements, threshold) = judged
        self.name = name
        self.method = method
        self.threshold = threshold
        inScope = judgements.count { $0.truth != nil }
        outOfScope = judgements.count - inScope
        right = judgements.count(where: \.isRight)
        intents = IntentFigures.of(judgements, threshold: threshold)
        confusion = ConfusionMatrix(judgements, threshold: threshold)
        worstPairs = ConfusedPair.worst(of: judgements, trainedOn: examples, threshold: threshold)
        histogram = ConfidenceHistogram(judgements)
        curve = ThresholdCurve(judgements)
    }

    /// The share of the in-scope sentences whose best guess is right; nil without such sentences.
    public var accuracy: Double? { inScope == 0 ? nil : Double(right) / Double(inScope) }
}
