/// Classes in groups of like meaning: where a search looks first when there are too many classes to try each.
///
/// The groups are found by spherical k-means over the directions in which the classes' examples lie (Dhillon and Modha
/// 2001), from a fixed start: the same classes give the same groups. A search looks through the groups whose middles
/// are nearest to the text: an inverted file (Jégou, Douze and Schmid 2011).
struct ClassGroups: Sendable {
    /// Up to so many classes are all tried.
    static let exactLimit = 512
    /// The groups that a search looks through.
    static let probes = 8
    private static let rounds = 4

    private let dimensions: Int
    /// Group by group the direction of its middle.
    private var middles: [Int16]
    /// The group of each class.
    private(set) var groups: [Int32]
    /// Where each group's classes begin in `members`; one more than there are groups.
    private var starts: [Int] = []
    private var members: [Int32] = []
    /// Group by group the rows of its classes and their scales: what a search reads lies side by side.
    private var rows: [Int16] = []
    private var scales: [Float] = []

    init(_ dense: DenseWeights) {
        let count = dense.scales.count
        dimensions = dense.dimensions
        let size = max(1, Int(Double(count).squareRoot()))
        middles = []
        for group in 0..<size {
            let label = group * count / size
            middles += dense.center(of: label).map { Int16($0) * Self.unit }
        }
        groups = [Int32](repeating: 0, count: count)
        for round in 0..<Self.rounds {
            if round > 0 { moveMiddles(dense) }
            for label in 0..<count { groups[label] = nearest(to: dense.center(of: label)) }
        }
        collectMembers(size)
        rows.reserveCapacity(dense.values.count)
        for label in members {
            let start = Int(label) * dimensions
            rows.append(contentsOf: dense.values[start..<start + dimensions])
            scales.append(dense.scales[Int(label)])
        }
    }

    /// How much finer a middle's numbers are than a center's.
    private static let unit: Int16 = 8

    private func nearest(to center: ArraySlice<Int8>) -> Int32 {
        let query = center.map { Int16($0) }
        var best: (group: Int32, product: Int32) = (0, .min)
        for group in 0..<(middles.count / dimensions) {
            let product = DenseWeights.dot(query, middles, group, dimensions)
            if product > best.product { best = (Int32(group), product) }
        }
        return best.group
    }

    /// Puts the middles where the groups' classes lie; that of an empty group stays.
    private mutating func moveMiddles(_ dense: DenseWeights) {
        var sums = [Int32](repeating: 0, count: middles.count)
        for (label, group) in groups.enumerated() {
            for (place, value) in dense.center(of: label).enumerated() {
                sums[Int(group) * dimensions + place] += Int32(value)
            }
        }
        for group in 0..<(middles.count / dimensions) {
            let range = group * dimensions..<(group + 1) * dimensions
            let length = sums[range].reduce(Float(0)) { $0 + Float($1) * Float($1) }.squareRoot()
            guard length > 0 else { continue }
            let factor = 127 * Float(Self.unit) / length
            for place in range { middles[place] = Int16((Float(sums[place]) * factor).rounded()) }
        }
    }

    private mutating func collectMembers(_ count: Int) {
        starts = [Int](repeating: 0, count: count + 1)
        for group in groups { starts[Int(group) + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        var next = starts
        members = groups
        for (label, group) in groups.enumerated() {
            members[next[Int(group)]] = Int32(label)
            next[Int(group)] += 1
        }
    }

    /// Replaces `found` by the groups nearest to a text, at most ``probes``, nearest first.
    func findNearest(to query: DenseWeights.Query, into found: inout [(group: Int32, product: Int32)]) {
        found.removeAll(keepingCapacity: true)
        for group in 0..<count {
            let product = DenseWeights.dot(query.values, middles, group, dimensions)
            if found.count == Self.probes {
                if product <= found[Self.probes - 1].product { continue }
                found.removeLast()
            }
            var place = found.count
            while place > 0, found[place - 1].product < product { place -= 1 }
            found.insert((Int32(group), product), at: place)
        }
    }

    /// How many groups there are.
    var count: Int { starts.count - 1 }

    /// The classes of a group.
    func classes(of group: Int32) -> ArraySlice<Int32> {
        members[starts[Int(group)]..<starts[Int(group) + 1]]
    }

    /// Adds the vector's part to the scores of a group's classes.
    func add(_ query: DenseWeights.Query, of group: Int32, to scores: inout [Float]) {
        for place in starts[Int(group)]..<starts[Int(group) + 1] {
            let product = DenseWeights.dot(query.values, rows, place, dimensions)
            scores[Int(members[place])] += Float(product) * scales[place] * query.scale
        }
    }
}
