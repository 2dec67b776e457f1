/// What each class makes of a text's vector: a row of bytes a class, and the direction its examples lie in.
struct DenseWeights: Sendable {
    /// The table's name and fingerprint.
    var table: String
    var fingerprint: UInt64
    var dimensions: Int
    /// Class by class, in units of the class's scale.
    var values: [Int8] = []
    var scales: [Float] = []
    /// Class by class the mean of its examples' vectors, scaled to length one, in units of 1/127.
    var centers: [Int8] = []

    /// A text's vector in bytes: the unit is `scale`.
    struct Query {
        var values: [Int16]
        var scale: Float

        init(_ vector: [Float]) {
            let largest = vector.reduce(0) { max($0, abs($1)) }
            scale = largest / 127
            let factor = largest > 0 ? 127 / largest : 0
            values = vector.map { Int16(($0 * factor).rounded()) }
        }
    }

    /// Adds each class's part to its score.
    func add(_ query: Query, to scores: inout [Float]) {
        for label in scores.indices {
            scores[label] += Float(Self.dot(query, values, label, dimensions)) * scales[label] * query.scale
        }
    }

    func score(_ query: Query, label: Int) -> Float {
        Float(Self.dot(query, values, label, dimensions)) * scales[label] * query.scale
    }

    /// The cosine between a text and the middle of a class's examples.
    func similarity(_ query: Query, label: Int) -> Double {
        Double(Float(Self.dot(query, centers, label, dimensions)) * query.scale / 127)
    }

    @inline(__always)
    private static func dot(_ query: Query, _ rows: [Int8], _ label: Int, _ width: Int) -> Int32 {
        let start = label * width
        precondition(start + width <= rows.count && query.values.count == width, "a class has a row")
        return rows.withUnsafeBufferPointer { rows in
            query.values.withUnsafeBufferPointer { query in
                var sum: Int32 = 0
                // Products of 16-bit numbers: eight at a time on any x86-64.
                for place in 0..<width {
                    sum &+= Int32(Int16(rows[start + place])) &* Int32(query[place])
                }
                return sum
            }
        }
    }

    /// Rounds a class's row to bytes and appends it.
    mutating func append(_ weights: [Float], center: [Float]) {
        let largest = weights.reduce(0) { max($0, abs($1)) }
        scales.append(largest / 127)
        let factor = largest > 0 ? 127 / largest : 0
        values += weights.map { Int8(($0 * factor).rounded()) }
        centers += center.map { Int8(($0 * 127).rounded()) }
    }
}
