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

    /// How many features there are, the constant one with them.
    var featureCount = 0
    /// The rows' vectors, `denseCount` numbers each.
    var dense: [Float] = []
    var denseCount = 0
    /// What the numbers of a vector were multiplied by.
    var denseScale: Float = 1

    var count: Int { labels.count }

    mutating func append(
        label: Int32,
        onlyAgainst: Int32,
        features: [Int32],
        values: [Float],
        bias: Int32,
        dense: [Float] = []
    ) {
        // What does not count in this training has no value, and need not be walked over.
        for (feature, value) in zip(features, values) where value != 0 {
            self.features.append(feature)
            self.values.append(value)
        }
        self.features.append(bias)
        self.values.append(1)
        for value in dense { self.dense.append(value * denseScale) }
        offsets.append(self.features.count)
        labels.append(label)
        self.onlyAgainst.append(onlyAgainst)
    }
}

extension SparseRows {
    /// The mean of each class's vectors, scaled to length one; zero for a class without rows.
    func centers(of classes: Range<Int>) -> [[Float]] {
        let none = [Float](repeating: 0, count: denseCount)
        var sums = [[Float]](repeating: none, count: classes.count)
        for row in 0..<count where classes.contains(Int(labels[row])) {
            let index = Int(labels[row]) - classes.lowerBound
            for place in 0..<denseCount { sums[index][place] += dense[row * denseCount + place] }
        }
        return sums.map { sum in
            let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return length > 0 ? sum.map { $0 / length } : sum
        }
    }
}

extension SparseRows {
    /// The squared length of each row.
    var squaredLengths: [Float] {
        (0..<count).map { row in
            var sum: Float = 0
            for place in offsets[row]..<offsets[row + 1] { sum += values[place] * values[place] }
            for place in (row * denseCount)..<((row + 1) * denseCount) { sum += dense[place] * dense[place] }
            return sum
        }
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

    /// How much the direction in which a class's examples lie adds to what was learned: with few examples, much.
    var centerWeight: Float = 0

    /// How far on the right side of a class a row must lie at its second visit to be passed over from then on.
    static let restMargin: Float = 0.4

    /// Trains class group by class group and hands each to `consume` in class order.
    func train(
        _ rows: SparseRows,
        classCount: Int,
        consume: (borrowing WeightMatrix) -> Void
    ) {
        let featureCount = rows.featureCount
        let size = max(1, min(classCount, weightLimit / max(featureCount, rows.count, 1)))
        let lengths = rows.squaredLengths
        for first in stride(from: 0, to: classCount, by: size) {
            let classes = first..<min(first + size, classCount)
            var weights = train(rows, classes: classes, lengths: lengths)
            addCenters(of: rows, to: &weights)
            consume(weights)
        }
    }

    private func addCenters(of rows: SparseRows, to weights: inout WeightMatrix) {
        guard centerWeight > 0, rows.denseCount > 0 else { return }
        let classes = weights.firstClass..<(weights.firstClass + weights.classCount)
        let unit = centerWeight / rows.denseScale
        for (index, center) in rows.centers(of: classes).enumerated() {
            weights.addDense(center, times: unit, for: index)
        }
    }

    private func train(_ rows: SparseRows, classes: Range<Int>, lengths: [Float]) -> WeightMatrix {
        var weights = WeightMatrix(
            classes: classes,
            featureCount: rows.featureCount,
            denseCount: rows.denseCount
        )
        var duals = [Float](repeating: 0, count: rows.count * classes.count)
        var order = Array(0..<rows.count)
        var generator = SeededGenerator(seed: 42)
        var scores = [Float](repeating: 0, count: classes.count)
        var changes = scores
        var changed: [Int] = []
        // Nearly all rows lie so far on the right side of nearly all classes that no later visit changes anything.
        var busy = BusyClasses(rowCount: rows.count)
        let all = Array(0..<classes.count)
        for epoch in 0..<epochs {
            generator.shuffle(&order)
            for row in order {
                let only = Int(rows.onlyAgainst[row])
                guard only < 0 || classes.contains(only) else { continue }
                if epoch < 2 {
                    weights.score(row, of: rows, into: &scores)
                    if epoch == 1 {
                        busy.begin(row)
                        for index in all where isBusy(row, index, rows, classes, scores[index], duals) {
                            busy.append(index)
                        }
                    }
                    step(row, all, of: rows, classes, lengths[row], scores, &duals, &changes, &changed)
                } else {
                    let some = busy.classes(of: row)
                    guard !some.isEmpty else { continue }
                    weights.score(row, of: rows, classes: some, into: &scores)
                    step(row, some, of: rows, classes, lengths[row], scores, &duals, &changes, &changed)
                }
                guard !changed.isEmpty else { continue }
                weights.add(row, of: rows, changes: changes, changed: changed)
                for index in changed { changes[index] = 0 }
            }
        }
        return weights
    }

    private func isBusy(
        _ row: Int,
        _ index: Int,
        _ rows: SparseRows,
        _ classes: Range<Int>,
        _ score: Float,
        _ duals: [Float]
    ) -> Bool {
        let sign: Float = Int(rows.labels[row]) - classes.lowerBound == index ? 1 : -1
        return duals[row * classes.count + index] > 0 || sign * score - 1 < Self.restMargin
    }

    /// One step for one row: the exact minimum along its dual coordinate, for each class by itself.
    ///
    /// - Parameters:
    ///   - changes: Takes in what changes, class by class; comes with nothing but zeros.
    ///   - changed: The classes in which something changes, ascending.
    private func step(
        _ row: Int,
        _ visited: some Collection<Int>,
        of rows: SparseRows,
        _ classes: Range<Int>,
        _ length: Float,
        _ scores: [Float],
        _ duals: inout [Float],
        _ changes: inout [Float],
        _ changed: inout [Int]
    ) {
        let label = Int(rows.labels[row]) - classes.lowerBound
        let only = Int(rows.onlyAgainst[row])
        changed.removeAll(keepingCapacity: true)
        let slacks = (other: 1 / (2 * cost), own: 1 / (2 * cost * positiveWeight))
        let first = row * classes.count
        for index in visited {
            let place = first + index
            let sign: Float = index == label ? 1 : -1
            let slack = index == label ? slacks.own : slacks.other
            let dual = duals[place]
            let gradient = sign * scores[index] - 1 + dual * slack
            // Most rows lie far on the right side of most classes: nothing to divide, nothing to store.
            guard gradient < 0 || dual > 0, only < 0 || only == classes.lowerBound + index else { continue }
            let updated = max(dual - gradient / (slack + length), 0)
            guard updated != dual else { continue }
            duals[place] = updated
            changes[index] = (updated - dual) * sign
            changed.append(index)
        }
    }
}

/// For each row the classes that its later visits still look at.
struct BusyClasses {
    private var starts: [Int]
    private var counts: [Int]
    private var entries: [Int] = []
    private var current = 0

    init(rowCount: Int) {
        starts = [Int](repeating: 0, count: rowCount)
        counts = starts
    }

    mutating func begin(_ row: Int) {
        current = row
        starts[row] = entries.count
    }

    mutating func append(_ index: Int) {
        entries.append(index)
        counts[current] += 1
    }

    func classes(of row: Int) -> ArraySlice<Int> { entries[starts[row]..<(starts[row] + counts[row])] }
}
