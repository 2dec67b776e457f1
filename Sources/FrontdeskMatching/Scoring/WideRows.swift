/// The weights of the features that speak of many classes, one byte for every class: they are added in one sweep.
///
/// In a small assistant nearly all rows are wide; adding them weight by weight, each to a class of its own, was the
/// dearest part of a turn.
struct WideRows: Sendable {
    /// One of the rows, and what its weights are multiplied by; -1 for none.
    struct Term {
        let row: Int32
        let factor: Float
    }

    /// The share of the classes that a feature must have weights for, as a divisor: a wide row takes a byte for each
    /// class, a narrow one three for each weight.
    private static let divisor = 3
    /// How many classes are summed up at a time; their sums stay in registers.
    private static let block = 16

    /// Each feature's wide row with the scale of its weights, side by side: features are looked up all over the table.
    let rows: [Term]
    /// The rows, each filled up with zeros to whole blocks.
    private let values: [Int8]
    private let width: Int
    private let stride: Int

    init(_ weights: WeightTable) {
        width = weights.biases.count
        stride = (width + Self.block - 1) / Self.block * Self.block
        var rows = [Term](repeating: Term(row: -1, factor: 0), count: weights.scales.count)
        var values: [Int8] = []
        var count: Int32 = 0
        for feature in weights.scales.indices {
            let entries = Int(weights.starts[feature])..<Int(weights.starts[feature + 1])
            guard entries.count * Self.divisor >= width, !entries.isEmpty else { continue }
            let start = values.count
            values.append(contentsOf: repeatElement(0, count: stride))
            for entry in entries { values[start + Int(weights.classes[entry])] = weights.values[entry] }
            rows[feature] = Term(row: count, factor: weights.scales[feature])
            count += 1
        }
        self.rows = rows
        self.values = values
    }

    /// Adds rows, in their order, to the sums of all classes.
    ///
    /// All rows are gone through for one block of classes, then for the next: the processor fetches rows that lie far
    /// apart at the same time, where it would wait for one after the other.
    func add(_ terms: [Term], to sums: inout [Float]) {
        let rowCount = stride == 0 ? 0 : values.count / stride
        precondition(
            sums.count == width && terms.allSatisfy { (0..<rowCount).contains(Int($0.row)) },
            "a row has a weight for each class"
        )
        sums.withUnsafeMutableBytes { sums in
            values.withUnsafeBytes { values in
                var label = 0
                while label < width {
                    let isWhole = label &+ Self.block <= width
                    let place = label &* MemoryLayout<Float>.stride
                    var low = SIMD8<Float>()
                    var high = SIMD8<Float>()
                    if isWhole {
                        low = sums.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
                        high = sums.loadUnaligned(fromByteOffset: place &+ 32, as: SIMD8<Float>.self)
                    } else {
                        for lane in 0..<(width - label) {
                            let sum = sums.load(fromByteOffset: place + 4 * lane, as: Float.self)
                            if lane < 8 { low[lane] = sum } else { high[lane - 8] = sum }
                        }
                    }
                    for term in terms {
                        let start = Int(term.row) &* stride &+ label
                        let first = values.loadUnaligned(fromByteOffset: start, as: SIMD8<Int8>.self)
                        let second = values.loadUnaligned(fromByteOffset: start &+ 8, as: SIMD8<Int8>.self)
                        low += term.factor * SIMD8<Float>(first)
                        high += term.factor * SIMD8<Float>(second)
                    }
                    if isWhole {
                        sums.storeBytes(of: low, toByteOffset: place, as: SIMD8<Float>.self)
                        sums.storeBytes(of: high, toByteOffset: place &+ 32, as: SIMD8<Float>.self)
                    } else {
                        for lane in 0..<(width - label) {
                            let sum = lane < 8 ? low[lane] : high[lane - 8]
                            sums.storeBytes(of: sum, toByteOffset: place + 4 * lane, as: Float.self)
                        }
                    }
                    label &+= Self.block
                }
            }
        }
    }
}
