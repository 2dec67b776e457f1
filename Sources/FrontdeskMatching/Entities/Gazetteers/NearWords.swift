/// Finds the words of a list that a mistyped word may stand for.
///
/// Letters are counted in bytes of the folded text, where accents are gone; one of another script counts as several.
///
/// The sorted list is read as a tree of letters without a byte of its own: a node is a stretch of words that begin alike.
/// Two errors cannot both be many in both halves of a word, so two narrow walks find what one wide walk would: from the
/// front with at most one error (of one: none) in the first half, and from the back, over the words spelled backwards, with
/// none in the second half.
struct NearWords: Sendable {
    /// Longer words are never corrected.
    static let longest = 32

    private let words: WordList
    private let backwards: WordList
    /// The number in ``words`` of each word spelled backwards.
    private let forwardNumbers: [UInt32]

    init(_ words: WordList) {
        self.words = words
        let backwards = WordList((0..<words.count).map { Array(words[$0].reversed()) })
        forwardNumbers = (0..<backwards.count).map { number in
            UInt32(words.number(of: Array(backwards[number].reversed())) ?? 0)
        }
        self.backwards = backwards
    }

    /// What a search needs beside the words.
    struct Buffers: Sendable {
        /// The words that were found, nearest first, then in order.
        fileprivate(set) var found: [(number: Int, distance: Int)] = []
        fileprivate var walk = TreeWalk.Buffers()
        fileprivate var reversed: [UInt8] = []

        init() {}
    }

    /// The words as near as ``EditDistance/allowed(forLength:)`` says for their own length, nearest first, then in order.
    func near(_ word: [UInt8]) -> [(number: Int, distance: Int)] {
        var buffers = Buffers()
        find(near: word, using: &buffers)
        return buffers.found
    }

    /// The same, left behind as ``Buffers/found``.
    func find(near word: [UInt8], using buffers: inout Buffers) {
        buffers.found.removeAll(keepingCapacity: true)
        let count = word.count
        // A word may have lost as many letters as it may have errors.
        let limit = EditDistance.allowed(forLength: count + (count >= 7 ? 2 : 1))
        guard limit > 0, count <= Self.longest else { return }
        let half = count / 2
        let forward = TreeWalk(
            words: words,
            query: word,
            limit: limit,
            tight: max(0, half - 1),
            tightLimit: limit - 1
        )
        forward.findResults(using: &buffers.walk)
        for (number, distance) in buffers.walk.found { add(number, distance, to: &buffers.found) }
        buffers.reversed.removeAll(keepingCapacity: true)
        buffers.reversed.append(contentsOf: word.reversed())
        let backward = TreeWalk(
            words: backwards,
            query: buffers.reversed,
            limit: limit,
            tight: count - half,
            tightLimit: 0
        )
        backward.findResults(using: &buffers.walk)
        for (number, distance) in buffers.walk.found {
            add(Int(forwardNumbers[number]), distance, to: &buffers.found)
        }
        // Both walks find some words: the smaller distance counts.
        buffers.found.sortInPlace { ($0.number, $0.distance) < ($1.number, $1.distance) }
        var kept = 0
        for place in buffers.found.indices
        where kept == 0 || buffers.found[kept - 1].number != buffers.found[place].number {
            buffers.found[kept] = buffers.found[place]
            kept += 1
        }
        buffers.found.removeSubrange(kept...)
        buffers.found.sortInPlace { ($0.distance, $0.number) < ($1.distance, $1.number) }
    }

    private func add(_ number: Int, _ distance: Int, to found: inout [(number: Int, distance: Int)]) {
        if distance <= EditDistance.allowed(forLength: words.length(number)) {
            found.append((number, distance))
        }
    }

    /// How many bytes of memory it takes besides the words themselves.
    var byteCount: Int { backwards.byteCount + 4 * forwardNumbers.count }
}
