import Glibc

/// How likely a word is behind another: what training counted of words, of neighbouring pairs and of sentence ends.
///
/// A pair's count is drawn towards what the word's own frequency says (MacKay and Peto 1995).
struct WordContext: Sendable {
    /// A word, and in how many sentences of the training it occurs; 0 is unknown.
    struct Word {
        var hash: UInt64
        var count: Double
    }

    /// The logarithm of the share of words that training didn't see: as many as it saw once (Good 1953).
    let novelty: Double
    private let table: FeatureTable
    private let frequencies: [Int32]
    private let rowCount: Double
    private let wordCount: Double

    /// How many sentences a word's own frequency counts for beside the pairs that were seen.
    private static let smoothing = 20.0

    init(table: FeatureTable, frequencies: [Int32], rowCount: Int, wordCounts: [Int32]) {
        self.table = table
        self.frequencies = frequencies
        self.rowCount = Double(rowCount)
        wordCount = Double(wordCounts.reduce(1) { $0 + Int($1) })
        novelty = log(Double(wordCounts.count { $0 == 1 } + 1) / wordCount)
    }

    func word(_ letters: some Sequence<UInt8>) -> Word { word(Hash.letters(letters)) }

    func word(_ hash: UInt64) -> Word { Word(hash: hash, count: count(Hash.key(hash, seed: 1))) }

    /// The logarithm of a known word's probability behind another, or at a sentence's start when there is none.
    func logProbability(of word: Word, after left: Word?) -> Double {
        let share = word.count / wordCount
        guard let left else {
            let first = count(Hash.key(word.hash, seed: 3))
            return log((first + Self.smoothing * share) / (rowCount + Self.smoothing))
        }
        guard left.count > 0 else { return log(share) }
        let pair = count(Hash.key(Hash.pair(left.hash, word.hash), seed: 2))
        return log((pair + Self.smoothing * share) / (left.count + Self.smoothing))
    }

    /// The logarithm of the probability that a sentence ends behind a word.
    func logProbabilityOfEnd(after left: Word?) -> Double {
        let share = rowCount / wordCount
        guard let left, left.count > 0 else { return log(share) }
        let last = count(Hash.key(left.hash, seed: 4))
        return log((last + Self.smoothing * share) / (left.count + Self.smoothing))
    }

    private func count(_ key: UInt32) -> Double {
        table.number(of: key).map { Double(frequencies[$0]) } ?? 0
    }
}
