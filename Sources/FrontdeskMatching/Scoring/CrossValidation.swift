/// Answers a classifier gives on sentences it was not trained on, from training it on parts of its own examples.
///
/// In each fold some examples of every intent are held out, and a few intents as a whole: their sentences stand for
/// what is out of scope. Held-out background lines do the same.
struct CrossValidation {
    let set: TrainingSet
    let trainer: LinearTrainer

    func observations() -> [CalibrationFit.Observation] {
        let plan = Plan(set)
        var observations: [CalibrationFit.Observation] = []
        for fold in 0..<plan.usedFolds { observe(fold, plan, into: &observations) }
        return observations
    }

    private func observe(_ fold: Int, _ plan: Plan, into observations: inout [CalibrationFit.Observation]) {
        let training = set.rows.indices.filter { !plan.isHeldOut($0, fold) }
        let heldOut = set.rows.indices.filter { plan.isHeldOut($0, fold) && plan.foldOfRow[$0] == fold }
        guard !training.isEmpty, !heldOut.isEmpty else { return }
        var isTrained = [Bool](repeating: false, count: set.classCount)
        for row in training where set.rows[row].label >= 0 { isTrained[Int(set.rows[row].label)] = true }
        let frequencies = set.frequencies(in: training)
        let weighting = FeatureWeighting(frequencies: frequencies, rowCount: training.count)
        let rows = set.values(of: training, weighting: weighting)
        let questions = set.values(of: heldOut, weighting: weighting)
        var best = [Ranking](repeating: Ranking(), count: heldOut.count)
        trainer.train(rows, classCount: set.classCount) { weights in
            var scores = [Float](repeating: 0, count: weights.classCount)
            for row in 0..<questions.count { Self.rank(questions, row, weights, &scores, &best[row]) }
        }
        let centers = rows.centers(of: 0..<set.classCount)
        for (place, row) in heldOut.enumerated() {
            let vector = weighting.vector(of: set.rows[row].counts)
            let label = set.rows[row].label
            // An intent's only example leaves none to learn from: to that fold it is out of scope.
            let isInScope = label >= 0 && isTrained[Int(label)]
            let ranking = best[place]
            let signals = Calibration.Signals(
                score: Double(ranking.first),
                margin: Double(ranking.first - ranking.second),
                knownWords: vector.knownWords,
                knownPairs: vector.knownPairs,
                similarity: Self.cosine(set.rows[row].vector, centers, ranking.label)
            )
            observations.append(
                .init(
                    signals: signals,
                    isRight: isInScope && ranking.label == label,
                    isInScope: isInScope,
                    isControl: label >= 0 && set.isControl[Int(label)]
                )
            )
        }
    }

    /// The cosine between a sentence's vector and the middle of a class; 0 without vectors.
    private static func cosine(_ vector: [Float], _ centers: [[Float]], _ label: Int32) -> Double {
        guard centers.indices.contains(Int(label)) else { return 0 }
        return Double(zip(vector, centers[Int(label)]).reduce(0) { $0 + $1.0 * $1.1 })
    }

    private struct Ranking {
        var label: Int32 = -1
        var first: Float = -2
        var second: Float = -2
    }

    private static func rank(
        _ rows: SparseRows,
        _ row: Int,
        _ weights: borrowing WeightMatrix,
        _ scores: inout [Float],
        _ ranking: inout Ranking
    ) {
        weights.score(row, of: rows, into: &scores)
        for index in 0..<weights.classCount {
            let score = scores[index]
            if score > ranking.first {
                ranking.second = ranking.first
                ranking.first = score
                ranking.label = Int32(weights.firstClass + index)
            } else if score > ranking.second {
                ranking.second = score
            }
        }
    }

    /// Which rows and which intents are held out in which fold.
    private struct Plan {
        let folds: Int
        let usedFolds: Int
        var foldOfRow: [Int]
        private var foldOfClass: [Int]
        private let labels: [Int32]

        init(_ set: TrainingSet) {
            labels = set.rows.map(\.label)
            folds = set.rows.count < 2000 ? 5 : 4
            // Some thousands of observations are enough for five coefficients.
            usedFolds = set.rows.count < 6000 ? folds : 1
            var generator = SeededGenerator(seed: 7)
            foldOfRow = [Int](repeating: -1, count: labels.count)
            var members = [[Int]](repeating: [], count: set.classCount + 1)
            for row in set.rows.indices where set.rows[row].isQuestion {
                members[Int(labels[row]) + 1].append(row)
            }
            for (label, rows) in members.enumerated() {
                var rows = rows
                generator.shuffle(&rows)
                for (place, row) in rows.enumerated() { foldOfRow[row] = (place + label) % folds }
            }
            foldOfClass = [Int](repeating: -1, count: set.classCount)
            guard set.classCount >= 4 else { return }
            var order = Array(0..<set.classCount)
            generator.shuffle(&order)
            for (place, label) in order.enumerated() { foldOfClass[label] = place % (folds * 2) }
        }

        func isExcluded(_ label: Int, _ fold: Int) -> Bool { foldOfClass[label] == fold }

        func isHeldOut(_ row: Int, _ fold: Int) -> Bool {
            foldOfRow[row] == fold || (labels[row] >= 0 && isExcluded(Int(labels[row]), fold))
        }
    }
}
