/// The classes that an utterance may mean when there are too many to try each: those whose features score best, and
/// those whose examples mean something alike.
///
/// The score of a class on the list is the exact one. Other classes have no vector's part, and are not ranked.
struct Shortlist: Sendable {
    /// How many classes come by their features.
    static let size = 64

    /// The classes: first those by their features, then those by the vector.
    private(set) var classes: [Int32] = []
    private var nearest: [(group: Int32, product: Int32)] = []

    /// Chooses the classes by what their features score.
    mutating func choose(by scores: [Float]) {
        classes.removeAll(keepingCapacity: true)
        for label in 0..<min(Self.size, scores.count) {
            classes.append(Int32(truncatingIfNeeded: label))
            siftUp(scores)
        }
        guard scores.count > Self.size else { return }
        // Most stretches have none that is better than the worst of the chosen.
        typealias Stretch = SIMD8<Float>
        var label = Self.size
        scores.withUnsafeBytes { bytes in
            while label &+ Stretch.scalarCount <= scores.count {
                let stretch = bytes.loadUnaligned(fromByteOffset: label &* 4, as: Stretch.self)
                if any(stretch .> scores[Int(classes[0])]) {
                    for own in label..<(label + Stretch.scalarCount) { replaceWorst(by: own, scores) }
                }
                label &+= Stretch.scalarCount
            }
        }
        while label < scores.count {
            replaceWorst(by: label, scores)
            label += 1
        }
    }

    private mutating func replaceWorst(by label: Int, _ scores: [Float]) {
        guard scores[label] > scores[Int(classes[0])] else { return }
        classes[0] = Int32(truncatingIfNeeded: label)
        siftDown(scores)
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
        for (group, _) in nearest { classes.append(contentsOf: groups.classes(of: group)) }
        for label in classes { scores[Int(label)] += dense.score(query, label: Int(label)) }
    }

    /// The best of the chosen classes, best first; of equal ones the earlier class.
    func findBest(of scores: [Float], limit: Int, into best: inout [Int]) {
        best.removeAll(keepingCapacity: true)
        for label in classes {
            let label = Int(label)
            let score = scores[label]
            if best.count == limit {
                if !Self.isBetter(score, label, than: best[limit - 1], scores) { continue }
                best.removeLast()
            }
            var place = best.count
            while place > 0, Self.isBetter(score, label, than: best[place - 1], scores) { place -= 1 }
            best.insert(label, at: place)
        }
    }

    private static func isBetter(_ score: Float, _ label: Int, than other: Int, _ scores: [Float]) -> Bool {
        score > scores[other] || (score == scores[other] && label < other)
    }

    // A heap whose root is the worst of the chosen.

    private mutating func siftUp(_ scores: [Float]) {
        var place = classes.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard scores[Int(classes[place])] < scores[Int(classes[parent])] else { return }
            classes.swapAt(place, parent)
            place = parent
        }
    }

    private mutating func siftDown(_ scores: [Float]) {
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < classes.count else { return }
            if child + 1 < classes.count, scores[Int(classes[child + 1])] < scores[Int(classes[child])] {
                child += 1
            }
            guard scores[Int(classes[child])] < scores[Int(classes[place])] else { return }
            classes.swapAt(place, child)
            place = child
        }
    }
}
