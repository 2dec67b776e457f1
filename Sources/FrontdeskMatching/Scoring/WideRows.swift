/// The weights of the features that speak of many classes, one byte for every class: they are added in one sweep.
///
/// In a small assistant nearly all rows are wide; adding them weight by weight, each to a class of its own, was the
/// dearest part of a turn.
struct WideRows: Sendable {
    /// The share of the classes that a feature must have weights for, as a divisor: a wide row takes a byte for each
    /// class, a narrow one three for each weight.
    private static let divisor = 3

    /// The number of each feature's wide row; -1 for a feature without one.
    let numbers: [Int32]
    private let values: [Int8]
    private let width: Int

    init(_ weights: WeightTable) {
        width = weights.biases.count
        var numbers = [Int32](repeating: -1, count: weights.scales.count)
        var values: [Int8] = []
        var count: Int32 = 0
        for feature in weights.scales.indices {
            let entries = Int(weights.starts[feature])..<Int(weights.starts[feature + 1])
            guard entries.count * Self.divisor >= width, !entries.isEmpty else { continue }
            let start = values.count
            values.append(contentsOf: repeatElement(0, count: width))
            for entry in entries { values[start + Int(weights.classes[entry])] = weights.values[entry] }
            numbers[feature] = count
            count += 1
        }
        self.numbers = numbers
        self.values = values
    }

    /// Adds a row, times a factor, to the sums of all classes.
    @inline(__always)
    func add(_ row: Int, times factor: Float, to sums: UnsafeMutableBufferPointer<Float>) {
        precondition(
            sums.count == width && (row + 1) * width <= values.count,
            "a row has a weight for each class"
        )
        values.withUnsafeBufferPointer { values in
            guard let row = values.baseAddress?.advanced(by: row * width), let sums = sums.baseAddress else {
                return
            }
            var label = 0
            while label &+ 8 <= width {
                let place = UnsafeMutableRawPointer(sums + label)
                let weights = UnsafeRawPointer(row + label).loadUnaligned(as: SIMD8<Int8>.self)
                let sum = place.loadUnaligned(as: SIMD8<Float>.self) + factor * SIMD8<Float>(weights)
                place.storeBytes(of: sum, as: SIMD8<Float>.self)
                label &+= 8
            }
            while label < width {
                sums[label] += factor * Float(row[label])
                label &+= 1
            }
        }
    }
}
