/// The classes that an utterance may mean when there are too many to try each: those whose features score best, and
/// those whose examples mean something alike.
///
/// The score of a class on the list is the exact one. Other classes have no vector's part, and are not ranked.
struct Shortlist: Sendable {
    /// How many classes come by their features, at least.
    static let size = 64

    /// The classes: first those by their features, then those by the vector.
    private(set) var classes: [Int32] = []
    private var nearest: [(group: Int32, product: Int32)] = []
    /// The highest score of each stretch of classes, and of those the highest: a heap whose root is the least.
    private var highest: [Float] = []
    private var heap: [Float] = []

    /// Chooses the classes by what their features score: those above a bound that at least ``size`` reach.
    ///
    /// The bound is the ``size``-th of the highest scores of stretches of classes: each of so many stretches has one that
    /// reaches it. Most stretches have none above it, and are not looked at again.
    mutating func choose(by scores: [Float]) {
        classes.removeAll(keepingCapacity: true)
        guard scores.count > Self.size * Self.lanes else {
            classes.append(contentsOf: 0..<Int32(truncatingIfNeeded: scores.count))
            return
        }
        // Twice as many stretches as classes are wanted, in whole lanes: then few more than those are above the bound.
        let length = max(1, scores.count / (2 * Self.size * Self.lanes)) * Self.lanes
        let bound = bound(scores, length)
        for stretch in highest.indices where highest[stretch] > bound {
            let start = stretch * length
            for label in start..<min(start + length, scores.count) where scores[label] > bound {
                classes.append(Int32(truncatingIfNeeded: label))
            }
        }
        // Others have just that score: the first ones, as everywhere.
        for stretch in highest.indices where classes.count < Self.size && highest[stretch] >= bound {
            let start = stretch * length
            for label in start..<min(start + length, scores.count)
            where scores[label] == bound && classes.count < Self.size {
                classes.append(Int32(truncatingIfNeeded: label))
            }
        }
    }

    /// Finds the highest score of each stretch, and gives the ``size``-th of them.
    private mutating func bound(_ scores: [Float], _ length: Int) -> Float {
        highest.removeAll(keepingCapacity: true)
        scores.withUnsafeBytes { bytes in
            var label = 0
            while label &+ length <= scores.count {
                highest.append(Self.highest(of: bytes, label, length))
                label &+= length
            }
            if label < scores.count { highest.append(scores[label...].max() ?? -.infinity) }
        }
        heap.removeAll(keepingCapacity: true)
        heap.append(contentsOf: highest[..<Self.size])
        for place in (0..<Self.size / 2).reversed() { siftDown(from: place) }
        for score in highest[Self.size...] where score > heap[0] {
            heap[0] = score
            siftDown(from: 0)
        }
        return heap[0]
    }

    /// How many scores are compared at once.
    private static let lanes = 8

    /// The highest score of a stretch of classes, whose length is a multiple of ``lanes``.
    @inline(__always)
    private static func highest(of scores: UnsafeRawBufferPointer, _ start: Int, _ length: Int) -> Float {
        typealias Lanes = SIMD8<Float>
        var best = scores.loadUnaligned(fromByteOffset: start &* 4, as: Lanes.self)
        var place = lanes
        while place < length {
            let next = scores.loadUnaligned(fromByteOffset: (start &+ place) &* 4, as: Lanes.self)
            best.replace(with: next, where: next .> best)
            place &+= lanes
        }
        return best.max()
    }

    /// Adds the classes near the text, and to the scores of all that were chosen the vector's part.
    mutating func complete(
        _ scores: inout [Float],
        _ query: DenseWeights.Query,
        _ dense: DenseWeights,
        _ groups: ClassGroups
    ) {
        groups.findNearest(to: query, into: &nearest)
        // A class of a group that is looked through anyway comes with its group.
        classes.removeAll { label in nearest.contains { $0.group == groups.groups[Int(label)] } }
        for label in classes { scores[Int(label)] += dense.score(query, label: Int(label)) }
        for (group, _) in nearest {
            classes.append(contentsOf: groups.classes(of: group))
            groups.add(query, of: group, to: &scores)
        }
    }

    /// The best of the chosen classes, best first; of equal ones the earlier class.
    func findBest(of scores: [Float], limit: Int, into best: inout [Int]) {
        best.removeAll(keepingCapacity: true)
        var least = -Float.infinity
        for label in classes {
            let label = Int(label)
            let score = scores[label]
            if score < least { continue }
            if best.count == limit {
                if !Self.isBetter(score, label, than: best[limit - 1], scores) { continue }
                best.removeLast()
            }
            var place = best.count
            while place > 0, Self.isBetter(score, label, than: best[place - 1], scores) { place -= 1 }
            best.insert(label, at: place)
            if best.count == limit { least = scores[best[limit - 1]] }
        }
    }

    private static func isBetter(_ score: Float, _ label: Int, than other: Int, _ scores: [Float]) -> Bool {
        score > scores[other] || (score == scores[other] && label < other)
    }

    /// Makes a heap of what lies at a place and below, if what lies below is one.
    private mutating func siftDown(from start: Int) {
        var place = start
        var heap = heap.mutableSpan
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
            guard heap[child] < heap[place] else { return }
            heap.swapAt(place, child)
            place = child
        }
    }
}
