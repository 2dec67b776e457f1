/// A longest row of words that two texts have in the same order.
struct CommonWords {
    /// So many comparisons are made at most; of longer texts only the equal ends count.
    private static let comparisonLimit = 4_000_000

    /// The words, by their places in both.
    private(set) var pairs: [(old: Int, new: Int)] = []

    init(_ old: [Substring], _ new: [Substring]) {
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        pairs = (0..<start).map { ($0, $0) }
        let inner = Self.inner(old[start..<(old.count - end)], new[start..<(new.count - end)])
        pairs += inner
        pairs += (0..<end).reversed().map { (old.count - 1 - $0, new.count - 1 - $0) }
    }

    private static func inner(
        _ old: ArraySlice<Substring>,
        _ new: ArraySlice<Substring>
    ) -> [(old: Int, new: Int)] {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= comparisonLimit else { return [] }
        let width = new.count + 1
        // best[i * width + j]: how many words the rest of both from there on have in common.
        var best = Array(repeating: 0, count: (old.count + 1) * width)
        for i in (0..<old.count).reversed() {
            for j in (0..<new.count).reversed() {
                best[i * width + j] =
                    old[old.startIndex + i] == new[new.startIndex + j]
                    ? best[(i + 1) * width + j + 1] + 1
                    : max(best[(i + 1) * width + j], best[i * width + j + 1])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            if old[old.startIndex + i] == new[new.startIndex + j] {
                pairs.append((old.startIndex + i, new.startIndex + j))
                i += 1
                j += 1
            } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}
