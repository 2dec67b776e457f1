/// Rows of feature values with their classes: what a linear classifier learns from.
struct SparseRows {
    /// Where each row begins in `features` and `values`; one more than there are rows.
    var offsets: [Int] = [0]
    var features: [Int32] = []
    var values: [Float] = []
    /// The class of each row; -1 is no class: negative for all.
    var labels: [Int32] = []
    /// The only class a row speaks about, as a negative; -1 for rows that speak about all.
    var onlyAgainst: [Int32] = []

    var count: Int { labels.count }

    mutating func append(label: Int32, onlyAgainst: Int32, features: [Int32], values: [Float], bias: Int32) {
        self.features.append(contentsOf: features)
        self.values.append(contentsOf: values)
        self.features.append(bias)
        self.values.append(1)
        offsets.append(self.features.count)
        labels.append(label)
        self.onlyAgainst.append(onlyAgainst)
    }
}

/// One-against-rest linear support vector machines with squared hinge loss.
///
/// They are trained by dual coordinate descent over all classes at once (Hsieh et al. 2008, "A dual coordinate
/// descent method for large-scale linear SVM").
struct LinearTrainer {
    /// What a mistake costs.
    var cost: Float = 1
    /// How many times more a mistake on a row of the class itself costs.
    var positiveWeight: Float = 5
    /// How often each row is visited.
    var epochs = 8
    /// How many weights are held at once; bounds the memory, not the result.
    var weightLimit = 1 << 24

    /// Trains class group by class group and hands each to `consume` in class order.
    func train(
        _ rows: SparseRows,
        classCount: Int,
        featureCount: Int,
        consume: (borrowing WeightMatrix) -> Void
    ) {
        let size = max(1, min(classCount, weightLimit / max(featureCount, rows.count, 1)))
        for first in stride(from: 0, to: classCount, by: size) {
            let classes = first..<min(first + size, classCount)
            consume(train(rows, classes: classes, featureCount: featureCount))
        }
    }

    private func train(_ rows: SparseRows, classes: Range<Int>, featureCount: Int) -> WeightMatrix {
        var weights = WeightMatrix(classes: classes, featureCount: featureCount)
        var duals = [Float](repeating: 0, count: rows.count * classes.count)
        let lengths = (0..<rows.count).map { row in
            rows.values[rows.offsets[row]..<rows.offsets[row + 1]].reduce(0) { $0 + $1 * $1 }
        }
        var order = Array(0..<rows.count)
        var generator = SeededGenerator(seed: 42)
        var scores = [Float](repeating: 0, count: classes.count)
        var changed: [Int] = []
        for _ in 0..<epochs {
            generator.shuffle(&order)
            for row in order {
                let only = Int(rows.onlyAgainst[row])
                guard only < 0 || classes.contains(only) else { continue }
                weights.score(row, of: rows, into: &scores)
                step(row, of: rows, classes: classes, length: lengths[row], &scores, &duals, &changed)
                if !changed.isEmpty { weights.add(row, of: rows, changes: scores, changed: changed) }
            }
        }
        return weights
    }

    /// One step for one row: the exact minimum along its dual coordinate, for each class by itself.
    ///
    /// - Parameter scores: Comes with the row's scores, goes with what changes, class by class.
    private func step(
        _ row: Int,
        of rows: SparseRows,
        classes: Range<Int>,
        length: Float,
        _ scores: inout [Float],
        _ duals: inout [Float],
        _ changed: inout [Int]
    ) {
        let label = Int(rows.labels[row]) - classes.lowerBound
        let only = Int(rows.onlyAgainst[row])
        changed.removeAll(keepingCapacity: true)
        let slacks = (other: 1 / (2 * cost), own: 1 / (2 * cost * positiveWeight))
        var place = row * classes.count
        for index in 0..<classes.count {
            let sign: Float = index == label ? 1 : -1
            let slack = index == label ? slacks.own : slacks.other
            let dual = duals[place]
            let gradient = sign * scores[index] - 1 + dual * slack
            var change: Float = 0
            // Most rows lie far on the right side of most classes: nothing to divide, nothing to store.
            if gradient < 0 || dual > 0, only < 0 || only == classes.lowerBound + index {
                let updated = max(dual - gradient / (slack + length), 0)
                change = (updated - dual) * sign
                duals[place] = updated
            }
            scores[index] = change
            if change != 0 { changed.append(index) }
            place += 1
        }
    }
}
