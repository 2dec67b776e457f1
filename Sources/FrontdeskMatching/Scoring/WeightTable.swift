/// The classifier's weights: for each feature the classes it speaks for or against, as bytes times a scale.
struct WeightTable: Sendable {
    /// Where each feature's weights begin; one more than there are features.
    var starts: [UInt32]
    /// The class of each weight, ascending within a feature.
    var classes: [UInt16]
    /// The weight in units of its feature's scale.
    var values: [Int8]
    /// The unit of each feature's weights, a ``WeightScale``; 0 for a feature without any.
    var scales: [Float]
    /// The weight of the constant feature, by class.
    var biases: [Float]

    /// Replaces `scores` by the sums of all classes.
    ///
    /// - Parameters:
    ///   - wide: The wide rows of this table; they are added first.
    ///   - terms: Memory from call to call.
    func score(
        features: [Int32],
        values vector: [Float],
        wide: WideRows,
        terms: inout [WideRows.Term],
        into scores: inout [Float]
    ) {
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: biases)
        terms.removeAll(keepingCapacity: true)
        for place in features.indices {
            let row = wide.rows[Int(features[place])]
            if row.row >= 0 {
                terms.append(WideRows.Term(row: row.row, factor: row.factor * vector[place]))
            }
        }
        wide.add(terms, to: &scores)
        guard terms.count < features.count else { return }
        precondition(classes.count == values.count, "each weight has a class")
        scores.withUnsafeMutableBufferPointer { sums in
            classes.withUnsafeBufferPointer { classes in
                values.withUnsafeBufferPointer { values in
                    for place in features.indices {
                        let feature = Int(features[place])
                        guard wide.rows[feature].row < 0 else { continue }
                        let entries = Int(starts[feature])..<Int(starts[feature + 1])
                        precondition(entries.upperBound <= classes.count, "a feature has its weights")
                        Self.add(entries, classes, values, times: scales[feature] * vector[place], to: sums)
                    }
                }
            }
        }
    }

    /// Adds one feature's weights, without checks: that each names a class was seen to when the table was made.
    @inline(__always)
    private static func add(
        _ entries: Range<Int>,
        _ classes: UnsafeBufferPointer<UInt16>,
        _ values: UnsafeBufferPointer<Int8>,
        times factor: Float,
        to sums: UnsafeMutableBufferPointer<Float>
    ) {
        guard let classes = classes.baseAddress, let values = values.baseAddress,
            let sums = sums.baseAddress
        else { return }
        var entry = entries.lowerBound
        while entry < entries.upperBound {
            let place = Int(classes[entry])
            sums[place] = sums[place] + factor * Float(values[entry])
            entry &+= 1
        }
    }
}

/// What a weight of one is worth: a number between 2^-24 and 235 in steps of an eighth, which one byte holds.
struct WeightScale {
    let byte: UInt8

    /// The exponent and three more bits of a number, in steps from 2^-24.
    private static let least: UInt32 = (127 - 24) << 3

    init(byte: UInt8) { self.byte = byte }

    /// The next greater one.
    init(atLeast scale: Float) {
        let step = (scale.bitPattern + 0xF_FFFF) >> 20
        byte = UInt8(min(max(step, Self.least) - Self.least, 255))
    }

    var value: Float { Float(bitPattern: (UInt32(byte) + Self.least) << 20) }
}

/// Collects the weights worth keeping while training goes from class group to class group.
struct WeightCollector {
    private struct Entry {
        var feature: Int32
        var label: UInt16
        var weight: Float
    }

    private var entries: [Entry] = []
    private var biases: [Float] = []
    private let featureCount: Int
    /// The share of each class's weights that is kept, the largest first.
    private let share: Double
    /// How many weights each class keeps in any case, and at most.
    private let minimum: Int
    private let maximum: Int
    /// A feature's usual value: a weight counts for as much as it can add to a score.
    private let importance: [Float]

    init(importance: [Float], share: Double, minimum: Int, maximum: Int = .max) {
        self.maximum = maximum
        self.importance = importance
        featureCount = importance.count
        self.share = share
        self.minimum = minimum
    }

    mutating func take(_ weights: borrowing WeightMatrix) {
        let bounds = bounds(of: weights)
        for feature in 0..<featureCount {
            for index in 0..<weights.classCount {
                let weight = weights.weight(of: feature, for: index)
                guard weight != 0, magnitude(weight, feature) >= bounds[index] else { continue }
                let label = UInt16(weights.firstClass + index)
                entries.append(Entry(feature: Int32(feature), label: label, weight: weight))
            }
        }
        for index in 0..<weights.classCount {
            biases.append(weights.weight(of: featureCount, for: index))
        }
    }

    private func magnitude(_ weight: Float, _ feature: Int) -> UInt32 {
        // The bit patterns of positive numbers are ordered as the numbers are.
        (abs(weight) * importance[feature]).bitPattern >> Self.coarseness
    }

    private static let coarseness: UInt32 = 19

    /// The least magnitude to keep, by class: found by counting, in steps of 1/16 of a power of two.
    private func bounds(of weights: borrowing WeightMatrix) -> [UInt32] {
        let steps = 1 << (31 - Int(Self.coarseness))
        var histogram = [Int32](repeating: 0, count: steps * weights.classCount)
        for feature in 0..<featureCount {
            for index in 0..<weights.classCount {
                let weight = weights.weight(of: feature, for: index)
                guard weight != 0 else { continue }
                histogram[index * steps + Int(magnitude(weight, feature))] += 1
            }
        }
        return (0..<weights.classCount).map { index in
            let counts = histogram[(index * steps)..<((index + 1) * steps)]
            let total = counts.reduce(0) { $0 + Int($1) }
            let budget = min(max(minimum, Int((Double(total) * share).rounded(.up))), maximum)
            var kept = 0
            for step in stride(from: steps - 1, through: 0, by: -1) {
                kept += Int(counts[counts.startIndex + step])
                if kept >= budget { return UInt32(step) }
            }
            return 0
        }
    }

    /// Sorts what was kept by feature and rounds it to bytes.
    func table() -> WeightTable {
        var ends = [UInt32](repeating: 0, count: featureCount + 1)
        var largest = [Float](repeating: 0, count: featureCount)
        for entry in entries {
            ends[Int(entry.feature) + 1] += 1
            largest[Int(entry.feature)] = max(largest[Int(entry.feature)], abs(entry.weight))
        }
        for feature in 0..<featureCount { ends[feature + 1] += ends[feature] }
        let scales = largest.map { $0 > 0 ? WeightScale(atLeast: $0 / 127).value : 0 }
        var next = ends
        var classes = [UInt16](repeating: 0, count: entries.count)
        var values = [Int8](repeating: 0, count: entries.count)
        for entry in entries {
            let feature = Int(entry.feature)
            let place = Int(next[feature])
            next[feature] += 1
            classes[place] = entry.label
            values[place] = Int8(clamping: Int((entry.weight / scales[feature]).rounded()))
        }
        return WeightTable(starts: ends, classes: classes, values: values, scales: scales, biases: biases)
    }
}
