/// Where the items of each row stand from left to right: near what they are joined with, never over each other.
struct Placement {
    let layering: Layering
    let widths: [Double]
    let gap: Double
    private(set) var centres: [Double]

    init(_ layering: Layering, widths: [Double], gap: Double) {
        self.layering = layering
        self.widths = widths
        self.gap = gap
        centres = [Double](repeating: 0, count: widths.count)
        for row in layering.rows {
            var left = 0.0
            for item in row {
                centres[item] = left + widths[item] / 2
                left += widths[item] + gap
            }
        }
        for _ in 0..<12 {
            for row in layering.rows.indices { settle(row, layering.above) }
            for row in layering.rows.indices.reversed() { settle(row, layering.below) }
        }
        let both = zip(layering.above, layering.below).map { $0 + $1 }
        for row in layering.rows.indices { settle(row, both) }
        let left = layering.rows.joined().map { centres[$0] - widths[$0] / 2 }.min() ?? 0
        for item in centres.indices { centres[item] -= left }
    }

    /// Moves a row's items as near to their neighbours as their order and widths allow: the least sum of squares, by pooling
    /// adjacent violators.
    private mutating func settle(_ row: Int, _ neighbours: [[Int]]) {
        let items = layering.rows[row]
        guard !items.isEmpty else { return }
        // What each stands right of the first one at least.
        var offsets: [Double] = [0]
        for (left, right) in zip(items, items.dropFirst()) {
            offsets.append(offsets[offsets.count - 1] + (widths[left] + widths[right]) / 2 + gap)
        }
        var pools: [(sum: Double, weight: Double, count: Int)] = []
        for (index, item) in items.enumerated() {
            let own = neighbours[item]
            let wanted = own.isEmpty ? centres[item] : own.reduce(0) { $0 + centres[$1] } / Double(own.count)
            var weight = own.isEmpty ? 0.05 : 1
            if case .bend = layering.items[item] { weight *= 24 }
            var pool = (sum: (wanted - offsets[index]) * weight, weight: weight, count: 1)
            while let last = pools.last, last.sum / last.weight > pool.sum / pool.weight {
                pool = (pool.sum + last.sum, pool.weight + last.weight, pool.count + last.count)
                pools.removeLast()
            }
            pools.append(pool)
        }
        var index = 0
        for pool in pools {
            for _ in 0..<pool.count {
                centres[items[index]] = pool.sum / pool.weight + offsets[index]
                index += 1
            }
        }
    }
}
