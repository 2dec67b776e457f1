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
    /// The weights that are held at once, in groups of eight classes; bounds the memory, not the result.
    var weightLimit = 1 << 21

    /// Dense weights of a group of classes, feature by feature, `lanes` vectors of eight classes each.
    struct Weights {
        var firstClass: Int
        var classCount: Int
        var lanes: Int
        var values: [SIMD8<Float>]
    }

    /// Trains class group by class group and hands each to `consume` in class order.
    func train(_ rows: SparseRows, classCount: Int, featureCount: Int, consume: (borrowing Weights) -> Void) {
        let allLanes = (classCount + 7) / 8
        let lanes = max(1, min(allLanes, weightLimit / max(featureCount, rows.count, 1)))
        var first = 0
        while first < classCount {
            let count = min(lanes * 8, classCount - first)
            consume(train(rows, classes: first..<(first + count), featureCount: featureCount))
            first += count
        }
    }

    private func train(_ rows: SparseRows, classes: Range<Int>, featureCount: Int) -> Weights {
        let lanes = (classes.count + 7) / 8
        var weights = [SIMD8<Float>](repeating: .zero, count: featureCount * lanes)
        var duals = [SIMD8<Float>](repeating: .zero, count: rows.count * lanes)
        var lengths = [Float](repeating: 0, count: rows.count)
        for row in 0..<rows.count {
            for place in rows.offsets[row]..<rows.offsets[row + 1] {
                lengths[row] += rows.values[place] * rows.values[place]
            }
        }
        var order = Array(0..<rows.count)
        var generator = SeededGenerator(seed: 42)
        var scratch = Scratch(lanes: lanes)
        for _ in 0..<epochs {
            generator.shuffle(&order)
            for row in order {
                visit(
                    row,
                    of: rows,
                    classes: classes,
                    length: lengths[row],
                    weights: &weights,
                    duals: &duals,
                    scratch: &scratch
                )
            }
        }
        return Weights(
            firstClass: classes.lowerBound,
            classCount: classes.count,
            lanes: lanes,
            values: weights
        )
    }

    private struct Scratch {
        var scores: [SIMD8<Float>]
        var changed: [Int]

        init(lanes: Int) {
            scores = [SIMD8<Float>](repeating: .zero, count: lanes)
            changed = []
        }
    }

    /// One step for one row: the exact minimum along its dual coordinate, for each class by itself.
    private func visit(
        _ row: Int,
        of rows: SparseRows,
        classes: Range<Int>,
        length: Float,
        weights: inout [SIMD8<Float>],
        duals: inout [SIMD8<Float>],
        scratch: inout Scratch
    ) {
        let lanes = scratch.scores.count
        let label = Int(rows.labels[row]) - classes.lowerBound
        let only = Int(rows.onlyAgainst[row]) - classes.lowerBound
        let isRestricted = rows.onlyAgainst[row] >= 0
        if isRestricted, !(0..<classes.count).contains(only) { return }
        let entries = rows.offsets[row]..<rows.offsets[row + 1]

        add(entries, of: rows, weights.span, to: &scratch.scores)

        scratch.changed.removeAll(keepingCapacity: true)
        for lane in 0..<lanes {
            var sign = SIMD8<Float>(repeating: -1)
            var slack = SIMD8<Float>(repeating: 1 / (2 * cost))
            if label >= 0, label >> 3 == lane {
                sign[label & 7] = 1
                slack[label & 7] = 1 / (2 * cost * positiveWeight)
            }
            let dual = duals[row * lanes + lane]
            let gradient = sign * scratch.scores[lane] - 1 + dual * slack
            var updated = dual - gradient / (slack + length)
            updated.replace(with: 0, where: updated .< 0)
            if isRestricted {
                let kept = only >> 3 == lane ? updated[only & 7] : 0
                updated = .zero
                if only >> 3 == lane { updated[only & 7] = kept }
            }
            let change = (updated - dual) * sign
            if change != .zero {
                duals[row * lanes + lane] = updated
                scratch.scores[lane] = change
                scratch.changed.append(lane)
            }
        }
        if !scratch.changed.isEmpty { apply(scratch, entries, of: rows, to: &weights) }
    }

    private func add(
        _ entries: Range<Int>,
        of rows: SparseRows,
        _ weights: Span<SIMD8<Float>>,
        to sums: inout [SIMD8<Float>]
    ) {
        var scores = sums.mutableSpan
        let lanes = scores.count
        for lane in 0..<lanes { scores[lane] = .zero }
        for place in entries {
            let base = Int(rows.features[place]) * lanes
            let value = rows.values[place]
            for lane in 0..<lanes { scores[lane] += weights[base + lane] * value }
        }
    }

    private func apply(
        _ scratch: Scratch,
        _ entries: Range<Int>,
        of rows: SparseRows,
        to weights: inout [SIMD8<Float>]
    ) {
        let lanes = scratch.scores.count
        var target = weights.mutableSpan
        for place in entries {
            let base = Int(rows.features[place]) * lanes
            let value = rows.values[place]
            for lane in scratch.changed { target[base + lane] += scratch.scores[lane] * value }
        }
    }
}
