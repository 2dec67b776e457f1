/// What each class makes of a text's vector: a row of bytes a class, and the direction its examples lie in.
struct DenseWeights: Sendable {
    /// The table's name and fingerprint.
    var table: String
    var fingerprint: UInt64
    var dimensions: Int
    /// Class by class, in units of the class's scale.
    ///
    /// Each is of one byte, and held in two: the processor multiplies those as they are.
    var values: [Int16] = []
    var scales: [Float] = []
    /// Class by class the mean of its examples' vectors, scaled to length one, in units of 1/127.
    var centers: [Int8] = []

    /// A text's vector in bytes: the unit is `scale`.
    struct Query: Sendable {
        private(set) var values: [Int16] = []
        private(set) var scale: Float = 0

        /// Takes a vector in place of the one it has.
        mutating func read(_ vector: [Float]) {
            // The bit patterns of numbers without a sign are ordered as the numbers are, and quicker to compare.
            var largest: UInt32 = 0
            for value in vector { largest = max(largest, value.bitPattern & 0x7FFF_FFFF) }
            let limit = Float(bitPattern: largest)
            scale = limit / 127
            let factor = limit > 0 ? 127 / limit : 0
            values.removeAll(keepingCapacity: true)
            for value in vector {
                // Added to 1.5 · 2^23, a number is rounded to the nearest integer, which the lowest bits then are.
                values.append(Int16(truncatingIfNeeded: (value * factor + 12_582_912).bitPattern))
            }
        }
    }

    /// Adds each class's part to its score.
    func add(_ query: Query, to scores: inout [Float]) {
        precondition(scores.count == scales.count, "each class has a score")
        for label in scores.indices { scores[label] += score(query, label: label) }
    }

    /// A class's part of the score.
    @inline(__always)
    func score(_ query: Query, label: Int) -> Float {
        Float(Self.dot(query.values, values, label, dimensions)) * scales[label] * query.scale
    }

    /// The cosine between a text and the middle of a class's examples.
    func similarity(_ query: Query, label: Int) -> Double {
        Double(Float(Self.dot(query.values, centers, label, dimensions)) * query.scale / 127)
    }

    /// The product of a text's numbers and a class's.
    @inline(__always)
    static func dot(_ query: [Int16], _ rows: [some FixedWidthInteger], _ label: Int, _ width: Int)
        -> Int32
    {
        let start = label * width
        precondition(start + width <= rows.count && query.count == width, "a class has a row")
        return rows.withUnsafeBufferPointer { rows in
            query.withUnsafeBufferPointer { query in
                guard let rows = rows.baseAddress, let query = query.baseAddress else { return 0 }
                return dot(rows + start, query, width)
            }
        }
    }

    /// The direction in which a class's examples lie.
    func center(of label: Int) -> ArraySlice<Int8> {
        centers[label * dimensions..<(label + 1) * dimensions]
    }

    /// A sum of products that is written so that the compiler takes eight at a time on any x86-64.
    @inline(__always)
    private static func dot(
        _ row: UnsafePointer<some FixedWidthInteger>,
        _ query: UnsafePointer<Int16>,
        _ count: Int
    ) -> Int32 {
        var sum: Int32 = 0
        var place = 0
        while place < count {
            sum &+= Int32(truncatingIfNeeded: row[place]) &* Int32(query[place])
            place &+= 1
        }
        return sum
    }

    /// Rounds a class's row to bytes and appends it.
    mutating func append(_ weights: [Float], center: [Float]) {
        let largest = weights.reduce(0) { max($0, abs($1)) }
        scales.append(largest / 127)
        let factor = largest > 0 ? 127 / largest : 0
        values += weights.map { Int16(($0 * factor).rounded()) }
        centers += center.map { Int8(($0 * 127).rounded()) }
    }
}
