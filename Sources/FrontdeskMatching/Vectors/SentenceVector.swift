/// A text's vector, of length one: the weighted mean of its pieces' vectors plus the mean of its pairs' vectors.
struct SentenceVector: Sendable {
    /// The numbers; all zero when no piece is known.
    private(set) var values: [Float] = []
    /// What each word gave, `dimensions` numbers a word; they add up to `values`.
    ///
    /// Empty unless asked for.
    private(set) var parts: [Float] = []

    private var found: [(piece: Int, word: Int)] = []
    /// The keys of the pairs, and then their numbers.
    private var pairs: [UInt64] = []

    /// How long a word may be, in bytes: a longer one is a code, and means nothing.
    static let longestWord = 40
    /// How many pieces count; those behind them don't.
    static let pieceLimit = 256

    /// No vector yet.
    init() {}

    init(_ text: FeatureText, in table: VectorTable, withParts: Bool = false) {
        read(text, in: table, withParts: withParts)
    }

    /// Takes a text's vector in place of the one it has.
    mutating func read(_ text: FeatureText, in table: VectorTable, withParts: Bool = false) {
        let width = table.dimensions
        values.removeAll(keepingCapacity: true)
        values.append(contentsOf: repeatElement(0, count: width))
        parts.removeAll(keepingCapacity: true)
        if withParts { parts.append(contentsOf: repeatElement(0, count: width * text.words.count)) }
        findPieces(of: text, in: table)
        guard !found.isEmpty else { return }
        let total = found.reduce(Float(0)) { $0 + table.weights[$1.piece] } + 1e-6
        for (piece, word) in found {
            add(table.pieces, piece, times: table.weights[piece] / total, word...word, width)
        }
        addPairs(table)
        scale()
    }

    private mutating func addPairs(_ table: VectorTable) {
        let share = 1 / Float(found.count + 1)
        let edge = (start: table.pieces.keys.count, end: table.pieces.keys.count + 1)
        pairs.removeAll(keepingCapacity: true)
        for place in 0...found.count {
            let left = place > 0 ? found[place - 1].piece : edge.start
            let right = place < found.count ? found[place].piece : edge.end
            pairs.append(UInt64(Hash.key(UInt64(left) << 32 | UInt64(right), seed: 8)))
        }
        table.pairs.look(up: &pairs)
        for place in 0...found.count where pairs[place] != VectorTable.Index.unknown {
            let first = found[max(place - 1, 0)].word
            let last = found[min(place, found.count - 1)].word
            add(table.pairs, Int(pairs[place]), times: share, first...last, table.dimensions)
        }
    }

    /// Adds a row, and to the parts of the first and the last word half of it each.
    private mutating func add(
        _ index: VectorTable.Index,
        _ number: Int,
        times factor: Float,
        _ words: ClosedRange<Int>,
        _ width: Int
    ) {
        let scale = factor * index.scales[number]
        index.rows.bytes.withStretch(number * width..<(number + 1) * width) { row in
            Self.add(row, times: scale, to: &values, at: 0)
            guard !parts.isEmpty else { return }
            Self.add(row, times: scale / 2, to: &parts, at: words.lowerBound * width)
            Self.add(row, times: scale / 2, to: &parts, at: words.upperBound * width)
        }
    }

    @inline(__always)
    private static func add(
        _ row: UnsafeRawBufferPointer,
        times scale: Float,
        to sums: inout [Float],
        at start: Int
    ) {
        precondition(start + row.count <= sums.count, "there is room for a row")
        sums.withUnsafeMutableBufferPointer { sums in
            guard let numbers = row.baseAddress?.assumingMemoryBound(to: Int8.self),
                let target = sums.baseAddress
            else { return }
            let count = row.count
            var place = 0
            while place < count {
                target[start &+ place] = target[start &+ place] + scale * Float(numbers[place])
                place &+= 1
            }
        }
    }

    private mutating func scale() {
        let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0 else { return }
        for place in values.indices { values[place] /= length }
        for place in parts.indices { parts[place] /= length }
    }

    /// The pieces of all words: always the longest one that the table has; a word with an unknown rest gives none.
    private mutating func findPieces(of text: FeatureText, in table: VectorTable) {
        found.removeAll(keepingCapacity: true)
        let bytes = text.bytes.span
        for (number, word) in text.words.enumerated()
        where !word.isClass && word.end - word.start <= Self.longestWord {
            // Most words are one piece, and no other can be longer.
            if word.end - word.start <= Self.longestPiece,
                let piece = table.pieces.number(of: Hash.key(word.hash, seed: 7))
            {
                found.append((piece, number))
            } else {
                findPieces(of: word, number, bytes, table)
            }
            if found.count > Self.pieceLimit {
                found.removeLast(found.count - Self.pieceLimit)
                break
            }
        }
    }

    private mutating func findPieces(
        of word: FeatureText.Word,
        _ number: Int,
        _ bytes: Span<UInt8>,
        _ table: VectorTable
    ) {
        let before = found.count
        var start = word.start
        while start < word.end {
            guard let next = Self.longest(start, word, bytes, table) else {
                found.removeLast(found.count - before)
                return
            }
            found.append((next.piece, number))
            start = next.end
        }
    }

    private static func longest(
        _ start: Int,
        _ word: FeatureText.Word,
        _ bytes: Span<UInt8>,
        _ table: VectorTable
    ) -> (piece: Int, end: Int)? {
        var hash = start == word.start ? Hash.start : Hash.adding(UInt8(ascii: "#"), to: Hash.start)
        var best: (piece: Int, end: Int)?
        for place in start..<min(word.end, start + longestPiece) {
            hash = Hash.adding(bytes[place], to: hash)
            if let piece = table.pieces.number(of: Hash.key(hash, seed: 7)) { best = (piece, place + 1) }
        }
        return best
    }

    /// The longest piece of any table, in bytes.
    private static let longestPiece = 18
}

extension VectorTable {
    /// A text's vector, of length one; all zero when no word is known.
    package func vector(of utterance: String) -> [Float] {
        SentenceVector(
            FeatureText(Tokenizer.tokenize(utterance), entities: [], classes: []),
            in: self
        ).values
    }
}
