/// One gazetteer of up to a million values and more, in flat arrays; it may also find mistyped values.
///
/// Values are sequences of word numbers in order, read as a tree: a node is a stretch of values that begin alike. The last
/// word also counts in its simple plural, as in ``GazetteerIndex``. A word that no value has and the assistant does not know
/// otherwise stands for the words near to it, when typing errors are allowed.
final class LargeGazetteer: Sendable {
    /// How many words a value has at most; longer ones are found by their own words alone.
    private static let longest = 12
    /// How many words of one utterance are taken for mistyped ones at most, so that its time is bounded.
    private static let mistypedLimit = 16
    /// How many words one mistyped word may stand for.
    private static let nearLimit = 8

    let type: String
    private let entries: [GazetteerEntry]
    private let words: WordList
    private let near: NearWords?
    /// The words of all values, value after value.
    private let sequence: [UInt32]
    private let offsets: [UInt32]
    /// The entry that each value belongs to.
    private let entryNumbers: [UInt32]

    /// Sorts the values of a gazetteer.
    init(type: String, entries: [GazetteerEntry], findsMistyped: Bool) {
        self.type = type
        self.entries = entries
        var forms: [(words: Range<Int>, entry: UInt32)] = []
        var texts: [[UInt8]] = []
        for (number, entry) in entries.enumerated() {
            for form in [entry.value] + entry.synonyms {
                let start = texts.count
                for token in Tokenizer.tokenize(form) { texts.append(Array(token.text.utf8)) }
                if texts.count > start, texts.count - start <= Self.longest {
                    forms.append((start..<texts.count, UInt32(number)))
                }
            }
        }
        let words = WordList(texts)
        let numbers = texts.map { UInt32(words.number(of: $0) ?? 0) }
        forms.sort { left, right in
            for (one, other) in zip(numbers[left.words], numbers[right.words]) where one != other {
                return one < other
            }
            return left.words.count != right.words.count
                ? left.words.count < right.words.count : left.entry < right.entry
        }
        var sequence: [UInt32] = []
        var offsets: [UInt32] = [0]
        for form in forms {
            sequence += numbers[form.words]
            offsets.append(UInt32(sequence.count))
        }
        self.words = words
        self.sequence = sequence
        self.offsets = offsets
        entryNumbers = forms.map(\.entry)
        near = findsMistyped ? NearWords(words) : nil
    }

    /// How many bytes of memory it takes besides the entries themselves.
    var byteCount: Int {
        words.byteCount + (near?.byteCount ?? 0) + 4 * (sequence.count + offsets.count + entryNumbers.count)
    }

    // MARK: Words

    /// What a word of the utterance may stand for.
    fileprivate struct Meaning: Sendable {
        var number: Int
        var distance: Int
        var isPlural: Bool
    }

    /// What finding values needs beside the lists.
    struct Buffers: Sendable {
        /// What the words may stand for, word after word, and where those of each word begin.
        fileprivate var meanings: [Meaning] = []
        fileprivate var starts: [Int] = []
        /// The letters of one word, and of one that it may be the plural of.
        fileprivate var letters: [UInt8] = []
        fileprivate var singular: [UInt8] = []
        fileprivate var near = NearWords.Buffers()

        init() {}
    }

    private func addMeanings(
        of word: String,
        _ attempts: inout Int,
        isKnown: (String) -> Bool,
        _ buffers: inout Buffers
    ) {
        let count = buffers.meanings.count
        buffers.letters.removeAll(keepingCapacity: true)
        buffers.letters.append(contentsOf: word.utf8)
        if let number = words.number(of: buffers.letters) {
            buffers.meanings.append(Meaning(number: number, distance: 0, isPlural: false))
        }
        Self.visitSingulars(of: buffers.letters, &buffers.singular) { singular in
            guard let number = words.number(of: singular) else { return }
            buffers.meanings.append(Meaning(number: number, distance: 0, isPlural: true))
        }
        guard buffers.meanings.count == count, let near, attempts > 0, buffers.letters.count >= 4,
            !buffers.letters.contains(where: \.isDigit), !isKnown(word)
        else { return }
        attempts -= 1
        near.find(near: buffers.letters, using: &buffers.near)
        for found in buffers.near.found.prefix(Self.nearLimit) {
            buffers.meanings.append(Meaning(number: found.number, distance: found.distance, isPlural: false))
        }
    }

    /// The words of which a word may be the simple plural.
    private static func visitSingulars(
        of word: [UInt8],
        _ singular: inout [UInt8],
        _ body: ([UInt8]) -> Void
    ) {
        guard word.count > 3, word.last == UInt8(ascii: "s") else { return }
        let isLong = word[word.count - 2] == UInt8(ascii: "e")
        for dropped in 1...(isLong ? (word[word.count - 3] == UInt8(ascii: "i") ? 3 : 2) : 1) {
            let ending = dropped == 3 ? UInt8(ascii: "y") : nil
            guard GazetteerIndex.isPlural(word, stem: word.count - dropped, ending: ending) else { continue }
            singular.removeAll(keepingCapacity: true)
            singular.append(contentsOf: word[..<(word.count - dropped)])
            if let ending { singular.append(ending) }
            body(singular)
        }
    }

    // MARK: Values

    /// A value that stands in the utterance.
    private struct Hit {
        var value: Int
        var end: Int
        var distance: Int
        var isPlural: Bool

        /// Whether it is the better reading: longer, then nearer, then not a plural, then declared first.
        func isBetter(than other: Hit?, _ entryNumbers: [UInt32]) -> Bool {
            guard let other else { return true }
            if end != other.end { return end > other.end }
            if distance != other.distance { return distance < other.distance }
            if isPlural != other.isPlural { return !isPlural }
            return entryNumbers[value] < entryNumbers[other.value]
        }
    }

    /// Finds the longest value at each place, left to right.
    ///
    /// - Parameter isKnown: Whether the assistant knows a word, so that it is not taken for a mistyped one.
    func recognize(
        _ utterance: UtteranceWords,
        isKnown: (String) -> Bool,
        using buffers: inout Buffers,
        into readings: inout [EntityReading]
    ) {
        var attempts = Self.mistypedLimit
        buffers.meanings.removeAll(keepingCapacity: true)
        buffers.starts.removeAll(keepingCapacity: true)
        for token in utterance.tokens {
            buffers.starts.append(buffers.meanings.count)
            addMeanings(of: token.text, &attempts, isKnown: isKnown, &buffers)
        }
        buffers.starts.append(buffers.meanings.count)
        var start = 0
        while start < utterance.count {
            var best: Hit?
            visit(
                0..<entryNumbers.count,
                depth: 0,
                start,
                Hit(value: 0, end: start, distance: 0, isPlural: false),
                buffers,
                &best
            )
            guard let best else {
                start += 1
                continue
            }
            readings.append(
                EntityReading(
                    .gazetteer,
                    type: type,
                    tokens: start..<best.end,
                    bytes: utterance.span(of: start..<best.end),
                    value: .text(entries[Int(entryNumbers[best.value])].value)
                )
            )
            start = best.end
        }
    }

    private func visit(
        _ values: Range<Int>,
        depth: Int,
        _ start: Int,
        _ state: Hit,
        _ buffers: Buffers,
        _ best: inout Hit?
    ) {
        if depth > 0, length(values.lowerBound) == depth {
            var hit = state
            hit.value = values.lowerBound
            hit.end = start + depth
            if hit.isBetter(than: best, entryNumbers) { best = hit }
        }
        // Only the last word can be a plural.
        let place = start + depth
        guard place + 1 < buffers.starts.count, depth < Self.longest, !state.isPlural else { return }
        for meaning in buffers.meanings[buffers.starts[place]..<buffers.starts[place + 1]] {
            let low = firstIndex(values, depth) { $0 >= meaning.number }
            let high = firstIndex(low..<values.upperBound, depth) { $0 > meaning.number }
            guard low < high else { continue }
            var next = state
            next.distance += meaning.distance
            next.isPlural = meaning.isPlural
            visit(low..<high, depth: depth + 1, start, next, buffers, &best)
        }
    }

    private func length(_ value: Int) -> Int { Int(offsets[value + 1] - offsets[value]) }

    /// The first value whose word at a place meets a condition; values that end before the place come first.
    private func firstIndex(_ values: Range<Int>, _ depth: Int, _ condition: (Int) -> Bool) -> Int {
        var (low, high) = (values.lowerBound, values.upperBound)
        while low < high {
            let middle = (low + high) / 2
            let isBefore = length(middle) <= depth || !condition(Int(sequence[Int(offsets[middle]) + depth]))
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether any value can begin with a word as it is written.
    func mayBegin(with word: String, using buffers: inout Buffers) -> Bool {
        guard near == nil, words.number(of: word.utf8) == nil else { return true }
        guard word.utf8.count > 3, word.utf8.last == UInt8(ascii: "s") else { return false }
        buffers.letters.removeAll(keepingCapacity: true)
        buffers.letters.append(contentsOf: word.utf8)
        var isThere = false
        Self.visitSingulars(of: buffers.letters, &buffers.singular) { singular in
            isThere = isThere || words.number(of: singular) != nil
        }
        return isThere
    }
}
