/// The words an assistant knows, found by words that are almost the same.
///
/// Two words that differ by one slip have a word in common once each may lose a letter (Garbe's symmetric deletion). So
/// every known word is filed under itself and under what is left when it loses any one letter; an unknown word is
/// looked for under the same forms of its own, and what is found there is measured.
struct SpellingIndex: Sendable {
    /// The known words, those of a training in the order they first occurred.
    let words: [String]
    /// How often each occurred.
    let counts: [Int32]
    /// The letters of each.
    private let letters: [[UInt8]]
    /// Where the words of each bucket begin in `entries`; one more than there are buckets.
    private let starts: [UInt32]
    private let entries: [Entry]

    private struct Entry {
        var key: UInt32
        var word: UInt32
    }

    /// Two slips are forgiven from this length on.
    static let secondFrom = 7
    /// Longer words are codes.
    static let longest = 24

    init(words: [String], counts: [Int32]) {
        self.words = words
        self.counts = counts
        var found: [Entry] = []
        found.reserveCapacity(words.count * 8)
        letters = words.map { Array($0.utf8) }
        for (number, letters) in letters.enumerated() where Self.isWord(letters) {
            Self.forms(of: letters) { found.append(Entry(key: $0, word: UInt32(number))) }
        }
        var size = 64
        while size < found.count { size *= 2 }
        var starts = [UInt32](repeating: 0, count: size + 1)
        for entry in found { starts[Int(entry.key) & (size - 1) + 1] += 1 }
        for bucket in 0..<size { starts[bucket + 1] += starts[bucket] }
        var next = starts
        var sorted = found
        for entry in found {
            let bucket = Int(entry.key) & (size - 1)
            sorted[Int(next[bucket])] = entry
            next[bucket] += 1
        }
        self.starts = starts
        entries = sorted
    }

    /// What a search needs.
    struct Buffers: Sendable {
        /// The words that were found, with what the slips cost.
        fileprivate(set) var found: [(word: Int, cost: Double)] = []
        /// The words that were measured.
        fileprivate var seen: [UInt32] = []

        init() {}

        /// Drops what a customer wrote.
        mutating func forget() {
            found.removeAll(keepingCapacity: true)
            seen.removeAll(keepingCapacity: true)
        }
    }

    /// The known words that lie a slip or two from an unknown one, with what the slips cost.
    func slips(of letters: [UInt8]) -> [(word: Int, cost: Double)] {
        var buffers = Buffers()
        findSlips(of: letters, using: &buffers)
        return buffers.found
    }

    /// The same, left behind as ``Buffers/found``.
    func findSlips(of letters: [UInt8], using buffers: inout Buffers) {
        buffers.forget()
        guard Self.isWord(letters) else { return }
        let limit = letters.count >= Self.secondFrom ? 2 : 1
        Self.forms(of: letters) { key in
            let bucket = Int(key) & (starts.count - 2)
            for place in Int(starts[bucket])..<Int(starts[bucket + 1])
            where entries[place].key == key && !buffers.seen.contains(entries[place].word) {
                buffers.seen.append(entries[place].word)
                let number = Int(entries[place].word)
                let known = self.letters[number]
                guard !Self.isPlural(letters, of: known), !Self.isPlural(known, of: letters),
                    let cost = EditCost.cost(from: letters, to: known, limit: limit)
                else { continue }
                buffers.found.append((number, cost))
            }
        }
    }

    /// Whether one is the other with `s` or `es` behind it: another form of a word is no slip.
    private static func isPlural(_ letters: [UInt8], of other: [UInt8]) -> Bool {
        guard letters.starts(with: other) else { return false }
        let ending = letters.dropFirst(other.count)
        return ending.elementsEqual("s".utf8) || ending.elementsEqual("es".utf8)
    }

    /// Whether it is made of the letters a–z alone: digits make codes, and other scripts other slips.
    static func isWord(_ letters: some Collection<UInt8>) -> Bool {
        (1...longest).contains(letters.count)
            && letters.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// The word itself and what is left of it without each of its letters.
    private static func forms(of letters: [UInt8], _ body: (UInt32) -> Void) {
        body(Hash.key(letters.reduce(Hash.start) { Hash.adding($1, to: $0) }, seed: 9))
        for left in letters.indices where left == 0 || letters[left] != letters[left - 1] {
            var hash = Hash.start
            for place in letters.indices where place != left { hash = Hash.adding(letters[place], to: hash) }
            body(Hash.key(hash, seed: 9))
        }
    }
}
