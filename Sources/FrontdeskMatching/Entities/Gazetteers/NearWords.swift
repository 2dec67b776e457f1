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

    /// The words as near as ``EditDistance/allowed(forLength:)`` says for their own length, nearest first, then in order.
    func near(_ word: [UInt8]) -> [(number: Int, distance: Int)] {
        let count = word.count
        // A word may have lost as many letters as it may have errors.
        let limit = EditDistance.allowed(forLength: count + (count >= 7 ? 2 : 1))
        guard limit > 0, count <= Self.longest else { return [] }
        let half = count / 2
        var found: [Int: Int] = [:]
        let forward = TreeWalk(
            words: words,
            query: word,
            limit: limit,
            tight: max(0, half - 1),
            tightLimit: limit - 1
        )
        for (number, distance) in forward.results() { found[number] = distance }
        let backward = TreeWalk(
            words: backwards,
            query: word.reversed(),
            limit: limit,
            tight: count - half,
            tightLimit: 0
        )
        for (number, distance) in backward.results() {
            let own = Int(forwardNumbers[number])
            found[own] = min(found[own] ?? distance, distance)
        }
        return found.filter { $0.value <= EditDistance.allowed(forLength: words.length($0.key)) }
            .map { ($0.key, $0.value) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// How many bytes of memory it takes besides the words themselves.
    var byteCount: Int { backwards.byteCount + 4 * forwardNumbers.count }
}
