/// Weights of a group of classes while they are trained: those of the features feature by feature, those of the
/// vector's numbers class by class.
///
/// A row has few features, and each speaks about all classes; it has all numbers, which are multiplied with a class's
/// weights in one go. The loops run over plain pointers: in a debug build, where an assistant is trained by every test
/// that needs one, they take a twentieth of the time that vectors or checked subscripts take. Bounds are checked once a
/// feature.
struct WeightMatrix {
    let firstClass: Int
    let classCount: Int
    let denseCount: Int
    private var values: [Float]
    private var dense: [Float]

    init(classes: Range<Int>, featureCount: Int, denseCount: Int) {
        firstClass = classes.lowerBound
        classCount = classes.count
        self.denseCount = denseCount
        values = [Float](repeating: 0, count: featureCount * classes.count)
        dense = [Float](repeating: 0, count: denseCount * classes.count)
    }

    func weight(of feature: Int, for index: Int) -> Float { values[feature * classCount + index] }

    /// A class's weights of the vector's numbers.
    func denseWeights(for index: Int) -> ArraySlice<Float> {
        dense[index * denseCount..<(index + 1) * denseCount]
    }

    /// Adds to a class's weights of the vector's numbers.
    mutating func addDense(_ changes: [Float], times factor: Float, for index: Int) {
        for (place, change) in changes.enumerated() { dense[index * denseCount + place] += change * factor }
    }

    /// Replaces `sums` by the scores of one row, class by class.
    func score(_ row: Int, of rows: SparseRows, into sums: inout [Float]) {
        precondition(sums.count == classCount, "one sum for each class")
        sums.withUnsafeMutableBufferPointer { sums in
            guard let target = sums.baseAddress else { return }
            addFeatures(row, of: rows, to: target)
            addDense(row, of: rows, classes: 0..<classCount, to: target)
        }
    }

    /// Replaces some classes' sums by their scores of one row; those of the others are of no use afterwards.
    func score(_ row: Int, of rows: SparseRows, classes: ArraySlice<Int>, into sums: inout [Float]) {
        precondition(sums.count == classCount, "one sum for each class")
        sums.withUnsafeMutableBufferPointer { sums in
            guard let target = sums.baseAddress else { return }
            // All classes in one go are as fast as a fifth of them one by one.
            if classes.count * 5 > classCount {
                addFeatures(row, of: rows, to: target)
            } else {
                classes.withUnsafeBufferPointer { classes in
                    for index in classes { target[index] = 0 }
                    values.withUnsafeBufferPointer { weights in
                        Self.walk(row, of: rows, weights, classCount) { weights, value in
                            for index in classes { target[index] = target[index] + weights[index] * value }
                        }
                    }
                }
            }
            addDense(row, of: rows, classes: classes, to: target)
        }
    }

    /// Replaces all sums by what a row's features add to the scores.
    @inline(__always)
    private func addFeatures(_ row: Int, of rows: SparseRows, to target: UnsafeMutablePointer<Float>) {
        target.update(repeating: 0, count: classCount)
        values.withUnsafeBufferPointer { weights in
            // The first class alone: the weights of all features are fetched at once, and not one after the other.
            var first: Float = 0
            Self.walk(row, of: rows, weights, classCount) { weights, value in
                first += weights[0] * value
            }
            target[0] = first
            Self.walk(row, of: rows, weights, classCount) { weights, value in
                Self.add(weights + 1, times: value, to: target + 1, count: classCount - 1)
            }
        }
    }

    /// Adds one row to the weights, times a change for each class.
    ///
    /// - Parameters:
    ///   - changed: The classes whose change is not zero, ascending.
    mutating func add(
        _ row: Int,
        of rows: SparseRows,
        changes: [Float],
        changed: [Int]
    ) {
        precondition(changes.count == classCount, "one change for each class")
        let isDense = changed.count * 4 > classCount
        let classCount = classCount
        let denseCount = denseCount
        changes.withUnsafeBufferPointer { changes in
            guard let source = changes.baseAddress else { return }
            values.withUnsafeMutableBufferPointer { weights in
                Self.walk(row, of: rows, UnsafeBufferPointer(weights), classCount) { weights, value in
                    let weights = UnsafeMutablePointer(mutating: weights)
                    if isDense {
                        Self.add(source, times: value, to: weights, count: classCount)
                    } else {
                        for index in changed { weights[index] += source[index] * value }
                    }
                }
            }
            dense.withUnsafeMutableBufferPointer { weights in
                Self.withDense(row, of: rows, denseCount) { numbers in
                    guard let start = weights.baseAddress else { return }
                    for index in changed {
                        let target = start + index * denseCount
                        Self.add(numbers, times: source[index], to: target, count: denseCount)
                    }
                }
            }
        }
    }

    /// The loop over a row's features: hands on where each one's weights begin, and its value.
    @inline(__always)
    private static func walk(
        _ row: Int,
        of rows: SparseRows,
        _ weights: UnsafeBufferPointer<Float>,
        _ classCount: Int,
        _ body: (UnsafePointer<Float>, Float) -> Void
    ) {
        guard let start = weights.baseAddress else { return }
        for place in rows.offsets[row]..<rows.offsets[row + 1] {
            let offset = Int(rows.features[place]) * classCount
            precondition(offset >= 0 && offset + classCount <= weights.count, "the feature has weights")
            body(start + offset, rows.values[place])
        }
    }

    /// Adds the vector's part to some classes' sums.
    @inline(__always)
    private func addDense(
        _ row: Int,
        of rows: SparseRows,
        classes: some Collection<Int>,
        to target: UnsafeMutablePointer<Float>
    ) {
        let count = denseCount
        dense.withUnsafeBufferPointer { weights in
            Self.withDense(row, of: rows, count) { numbers in
                guard let start = weights.baseAddress else { return }
                for index in classes {
                    target[index] = target[index] + Self.dot(numbers, start + index * count, count)
                }
            }
        }
    }

    /// Hands on the vector of a row that has one.
    @inline(__always)
    private static func withDense(
        _ row: Int,
        of rows: SparseRows,
        _ count: Int,
        _ body: (UnsafePointer<Float>) -> Void
    ) {
        guard count > 0 else { return }
        precondition(rows.dense.count >= (row + 1) * count, "the row has a vector")
        rows.dense.withUnsafeBufferPointer { numbers in
            if let start = numbers.baseAddress { body(start + row * count) }
        }
    }

    @inline(__always)
    private static func add(
        _ source: UnsafePointer<Float>,
        times value: Float,
        to target: UnsafeMutablePointer<Float>,
        count: Int
    ) {
        var index = 0
        while index < count {
            target[index] = target[index] + source[index] * value
            index += 1
        }
    }

    /// The sum of products, in lanes that don't wait for each other.
    @inline(__always)
    private static func dot(
        _ left: UnsafePointer<Float>,
        _ right: UnsafePointer<Float>,
        _ count: Int
    ) -> Float {
        typealias Lanes = SIMD8<Float>
        let (first, second) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        var sums = (Lanes.zero, Lanes.zero)
        var place = 0
        while place &+ 16 <= count {
            let (low, high) = (place &* 4, place &* 4 &+ 32)
            sums.0 +=
                first.loadUnaligned(fromByteOffset: low, as: Lanes.self)
                * second.loadUnaligned(fromByteOffset: low, as: Lanes.self)
            sums.1 +=
                first.loadUnaligned(fromByteOffset: high, as: Lanes.self)
                * second.loadUnaligned(fromByteOffset: high, as: Lanes.self)
            place &+= 16
        }
        let eight = sums.0 + sums.1
        let four = eight.lowHalf + eight.highHalf
        var sum = (four[0] + four[2]) + (four[1] + four[3])
        while place < count {
            sum += left[place] * right[place]
            place &+= 1
        }
        return sum
    }
}
