extension IntentModel {
    /// Trains a model, deterministically: the same definition gives the same bytes.
    ///
    /// - Returns: The model, or nil when no intent of the definition has examples.
    public static func train(_ definition: MatcherDefinition) -> IntentModel? {
        guard let set = TrainingSet(definition) else { return nil }
        return train(set, trainer: trainer(for: set))
    }

    /// The settings by the number of examples an intent has.
    static func trainer(for set: TrainingSet) -> LinearTrainer {
        let many = set.rows.count >= 40 * max(set.classCount, 1)
        return many
            ? LinearTrainer(cost: 0.7, positiveWeight: 3, epochs: 5)
            : LinearTrainer(cost: 1, positiveWeight: 5, epochs: 8)
    }

    static func train(_ set: TrainingSet, trainer: LinearTrainer) -> IntentModel {
        let all = Array(set.rows.indices)
        let frequencies = set.frequencies(in: all)
        let weighting = FeatureWeighting(frequencies: frequencies, rowCount: all.count)
        var collector = WeightCollector(
            importance: weighting.inverseFrequencies,
            share: 0.2,
            minimum: 4000
        )
        trainer.train(
            set.values(of: all, weighting: weighting),
            classCount: set.classCount,
            featureCount: set.table.count + 1
        ) { weights in collector.take(weights) }
        let observations = CrossValidation(set: set, trainer: trainer).observations()
        return IntentModel(
            table: set.table,
            frequencies: frequencies,
            rowCount: all.count,
            weights: collector.table(),
            intentCount: set.intentCount,
            intents: set.intents,
            classes: set.classes,
            calibration: CalibrationFit().fit(observations)
        )
    }
}
