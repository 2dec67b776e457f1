/// Dense weights of a group of classes, feature by feature: what training works on.
///
/// The loops run over plain pointers: in a debug build, where an assistant is trained by every test that needs one,
/// they take a twentieth of the time that vectors or checked subscripts take. Bounds are checked once a feature.
struct WeightMatrix {
    let firstClass: Int
    let classCount: Int
    private(set) var values: [Float]

    init(classes: Range<Int>, featureCount: Int) {
        firstClass = classes.lowerBound
        classCount = classes.count
        values = [Float](repeating: 0, count: featureCount * classes.count)
    }

    func weight(of feature: Int, for index: Int) -> Float { values[feature * classCount + index] }

    mutating func add(_ change: Float, to feature: Int, for index: Int) {
        values[feature * classCount + index] += change
    }

    /// Replaces `sums` by the scores of one row, class by class.
    func score(_ row: Int, of rows: SparseRows, into sums: inout [Float]) {
        precondition(sums.count == classCount, "one sum for each class")
        values.withUnsafeBufferPointer { weights in
            sums.withUnsafeMutableBufferPointer { sums in
                guard let start = weights.baseAddress, let target = sums.baseAddress else { return }
                target.update(repeating: 0, count: classCount)
                for place in rows.offsets[row]..<rows.offsets[row + 1] {
                    let offset = Int(rows.features[place]) * classCount
                    precondition(
                        offset >= 0 && offset + classCount <= weights.count,
                        "the feature has weights"
                    )
                    Self.add(start + offset, times: rows.values[place], to: target, count: classCount)
                }
            }
        }
    }

    /// Replaces some classes' sums by their scores of one row; those of the others stay as they are.
    func score(_ row: Int, of rows: SparseRows, classes: ArraySlice<Int>, into sums: inout [Float]) {
        precondition(sums.count == classCount, "one sum for each class")
        for index in classes { sums[index] = 0 }
        values.withUnsafeBufferPointer { weights in
            sums.withUnsafeMutableBufferPointer { sums in
                guard let start = weights.baseAddress, let target = sums.baseAddress else { return }
                for place in rows.offsets[row]..<rows.offsets[row + 1] {
                    let offset = Int(rows.features[place]) * classCount
                    precondition(
                        offset >= 0 && offset + classCount <= weights.count,
                        "the feature has weights"
                    )
                    let value = rows.values[place]
                    for index in classes { target[index] = target[index] + (start + offset)[index] * value }
                }
            }
        }
    }

    /// Adds one row to the weights, times a change for each class.
    ///
    /// - Parameters:
    ///   - changed: The classes whose change is not zero, ascending.
    ///   - isComplete: Whether `changes` holds the change of every class, and not of those that changed alone.
    mutating func add(
        _ row: Int,
        of rows: SparseRows,
        changes: [Float],
        changed: [Int],
        isComplete: Bool
    ) {
        precondition(changes.count == classCount, "one change for each class")
        let isDense = isComplete && changed.count * 4 > classCount
        let classCount = classCount
        values.withUnsafeMutableBufferPointer { weights in
            changes.withUnsafeBufferPointer { changes in
                guard let start = weights.baseAddress, let source = changes.baseAddress else { return }
                for place in rows.offsets[row]..<rows.offsets[row + 1] {
                    let offset = Int(rows.features[place]) * classCount
                    precondition(
                        offset >= 0 && offset + classCount <= weights.count,
                        "the feature has weights"
                    )
                    let value = rows.values[place]
                    if isDense {
                        Self.add(source, times: value, to: start + offset, count: classCount)
                    } else {
                        for index in changed { start[offset + index] += source[index] * value }
                    }
                }
            }
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
}
