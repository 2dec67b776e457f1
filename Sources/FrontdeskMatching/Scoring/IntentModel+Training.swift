extension IntentModel {
    /// Trains a model, deterministically: the same definition gives the same bytes.
    ///
    /// - Parameters:
    ///   - definition: What to train on.
    ///   - vectors: Where the table comes from that the definition asks for, if it does.
    /// - Returns: The model, or nil when no intent of the definition has examples.
    public static func train(_ definition: MatcherDefinition, vectors: VectorSource = .none) -> IntentModel? {
        let table = definition.vectors.flatMap { vectors.table($0) }
        precondition(
            definition.vectors == nil || table != nil,
            "the definition asks for the vectors '\(definition.vectors ?? "")': hand in a source that has them"
        )
        guard let set = TrainingSet(definition, vectors: table) else { return nil }
        return train(set, trainer: trainer(for: set))
    }

    /// The settings by the number of examples an intent has.
    static func trainer(for set: TrainingSet) -> LinearTrainer {
        set.hasManyExamples
            ? LinearTrainer(cost: 0.5, positiveWeight: 3, epochs: 4)
            : LinearTrainer(cost: 1, positiveWeight: 5, epochs: 8, centerWeight: 1)
    }

    /// How many weights a model keeps of more classes than can each be tried.
    private static let manyClassesLimit = 1 << 20

    static func train(_ set: TrainingSet, trainer: LinearTrainer) -> IntentModel {
        let all = Array(set.rows.indices)
        let frequencies = set.frequencies(in: all)
        let weighting = FeatureWeighting(frequencies: frequencies, rowCount: all.count)
        var collector = WeightCollector(
            importance: weighting.inverseFrequencies,
            share: 0.2,
            minimum: set.vectors != nil && set.hasManyExamples ? 3500 : 4000,
            maximum: set.classCount > ClassGroups.exactLimit ? manyClassesLimit / set.classCount : .max
        )
        let rows = set.values(of: all, weighting: weighting)
        var dense = set.vectors.map {
            DenseWeights(table: $0.name, fingerprint: $0.fingerprint, dimensions: $0.dimensions)
        }
        trainer.train(rows, classCount: set.classCount) { weights in
            collector.take(weights)
            dense?.take(weights, rows)
        }
        let observations = CrossValidation(set: set, trainer: trainer).observations()
        return IntentModel(
            table: set.table,
            frequencies: frequencies,
            rowCount: all.count,
            weights: collector.table(),
            intentCount: set.intentCount,
            intents: set.intents,
            classes: set.classes,
            calibration: CalibrationFit().fit(observations),
            plan: set.plan,
            spelling: SpellingIndex(words: set.words, counts: set.wordCounts),
            dense: dense,
            vectors: set.vectors
        )
    }
}

extension DenseWeights {
    /// Takes the weights of the vector's numbers from a trained group of classes.
    fileprivate mutating func take(_ weights: borrowing WeightMatrix, _ rows: SparseRows) {
        let classes = weights.firstClass..<(weights.firstClass + weights.classCount)
        let centers = rows.centers(of: classes)
        for index in 0..<weights.classCount {
            append(weights.denseWeights(for: index).map { $0 * rows.denseScale }, center: centers[index])
        }
    }
}
