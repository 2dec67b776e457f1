import Glibc

/// A linear classifier over words and character n-grams with its calibration.
public struct IntentModel: Sendable {
    /// The features training saw.
    let table: FeatureTable
    /// In how many sentences each feature occurred, and how many sentences there were.
    let frequencies: [Int32]
    let rowCount: Int
    let weights: WeightTable
    /// How many intents the definition has.
    package let intentCount: Int
    /// The places in ``MatcherDefinition/intents``, by class, ascending.
    let intents: [Int32]
    /// The entity types that are seen as their class.
    let classes: [String]
    let calibration: Calibration
    /// Which features it looks at.
    let plan: FeaturePlan
    /// What it makes of a text's vector; nil when it was trained without.
    let dense: DenseWeights?
    /// The table it takes vectors from; nil when it needs none, or as long as none is attached.
    package private(set) var vectors: VectorTable?
    let weighting: FeatureWeighting
    /// The words training saw, for those that are typed almost so.
    let spelling: SpellingIndex
    /// How likely those words are beside others.
    let context: WordContext

    init(
        table: FeatureTable,
        frequencies: [Int32],
        rowCount: Int,
        weights: WeightTable,
        intentCount: Int,
        intents: [Int32],
        classes: [String],
        calibration: Calibration,
        plan: FeaturePlan,
        spelling: SpellingIndex,
        dense: DenseWeights? = nil,
        vectors: VectorTable? = nil
    ) {
        self.table = table
        self.frequencies = frequencies
        self.rowCount = rowCount
        self.weights = weights
        self.intentCount = intentCount
        self.intents = intents
        self.classes = classes
        self.calibration = calibration
        self.plan = plan
        self.spelling = spelling
        self.dense = dense
        self.vectors = vectors
        weighting = FeatureWeighting(frequencies: frequencies, rowCount: rowCount)
        context = WordContext(
            table: table,
            frequencies: frequencies,
            rowCount: rowCount,
            wordCounts: spelling.counts
        )
    }

    /// The name of the vector table that the model was trained with and needs to answer; nil when it needs none.
    public var vectorTable: String? { dense?.table }

    /// The model with the table it was trained with.
    ///
    /// - Returns: The model, ready to answer; nil when the source has no such table, or one with other contents.
    public func attaching(_ source: VectorSource) -> IntentModel? {
        guard let dense else { return self }
        guard let table = source.table(dense.table), table.fingerprint == dense.fingerprint,
            table.dimensions == dense.dimensions
        else { return nil }
        var model = self
        model.vectors = table
        return model
    }

    /// The answer threshold that hands off no more than a given share of what is in scope.
    ///
    /// - Parameter budget: The share of in-scope sentences that may stay below the threshold, 0…1.
    /// - Returns: A confidence, from cross-validating the examples at training; 0.5 if there were too few.
    public func threshold(handOffBudget budget: Double) -> Double {
        calibration.threshold(handOffBudget: budget)
    }

    /// What every answer threshold would have given on the examples, each asked unseen.
    public var answerCurve: AnswerCurve { calibration.curve }

    /// Whether the model can have been trained on this definition: it has the same intents and entity classes.
    ///
    /// A matcher refuses a model that doesn't fit; its answers would name other intents.
    package func fits(_ definition: MatcherDefinition) -> Bool {
        intentCount == definition.intents.count && classes == EntityClasses.replaced(in: definition)
    }

    /// Ranks the intents an utterance may mean.
    ///
    /// - Parameters:
    ///   - tokens: The words of the utterance.
    ///   - entities: The entities found in it, by position.
    ///   - evidence: How many pieces of evidence to give for each intent besides bias and rest; 0 gives none at all.
    ///   - corrected: How many of the words were typed otherwise: those are only half known.
    /// - Returns: The best intents, best first, at most ``Matcher/candidateLimit``.
    package func score(
        tokens: [Token],
        entities: [Entity],
        evidence: Int,
        corrected: Int = 0
    ) -> [ScoredIntent] {
        let text = FeatureText(tokens, entities: entities, classes: classes)
        let features = FeatureExtractor.features(of: text, plan)
        var places: [Int32] = []
        places.reserveCapacity(features.count)
        let counts = FeatureCounts(features, in: table, places: &places)
        let vector = weighting.vector(of: counts)
        var scores = weights.scores(features: counts.features, values: vector.values)
        let meaning = vectors.map { SentenceVector(text, in: $0, withParts: evidence > 0) }
        let query = meaning.map { DenseWeights.Query($0.values) }
        if let dense, let query { dense.add(query, to: &scores) }
        let best = Self.best(of: scores, limit: Matcher.candidateLimit)
        guard let top = best.first else { return [] }
        let second = best.count > 1 ? scores[best[1]] : -1
        let known = 1 - 0.5 * Double(corrected) / Double(max(tokens.count, 1))
        let signals = Calibration.Signals(
            score: Double(scores[top]),
            margin: Double(scores[top] - second),
            knownWords: vector.knownWords * known,
            knownPairs: vector.knownPairs * known,
            similarity: query.flatMap { dense?.similarity($0, label: top) } ?? 0
        )
        let confidences = confidences(of: best, scores: scores, first: calibration.confidence(signals))
        let reasons =
            evidence == 0
            ? nil
            : EvidenceTable(
                text: text,
                features: features,
                places: places,
                counts: counts,
                vector: vector,
                weights: weights,
                dense: meaning.flatMap { meaning in dense.map { ($0, meaning) } },
                labels: best
            )
        return best.indices.map { rank in
            ScoredIntent(
                intent: Int(intents[best[rank]]),
                score: Double(scores[best[rank]]),
                confidence: confidences[rank],
                evidence: reasons?.evidence(rank, limit: evidence, score: scores[best[rank]]) ?? []
            )
        }
    }

    /// The classes with the highest scores, best first; of equal ones the earlier class.
    private static func best(of scores: [Float], limit: Int) -> [Int] {
        var best: [Int] = []
        best.reserveCapacity(limit + 1)
        for label in scores.indices {
            if best.count == limit, scores[label] <= scores[best[limit - 1]] { continue }
            var place = best.count
            while place > 0, scores[best[place - 1]] < scores[label] { place -= 1 }
            best.insert(label, at: place)
            if best.count > limit { best.removeLast() }
        }
        return best
    }

    /// The first choice's probability, and for the others their softmax share of what it leaves.
    ///
    /// A runner-up never gets more than its softmax odds against the first: what is left may be out of scope.
    private func confidences(of best: [Int], scores: [Float], first: Double) -> [Double] {
        guard let top = best.first else { return [] }
        func odds(_ score: Float) -> Double { exp(Self.sharpness * Double(score - scores[top])) }
        let others = scores.reduce(0) { $0 + odds($1) } - 1
        return best.indices.map { rank in
            guard rank > 0 else { return first }
            let own = odds(scores[best[rank]])
            return min(first * own, (1 - first) * own / max(others, own))
        }
    }

    /// How fast a softmax share falls with the score.
    private static let sharpness = 4.0
}
