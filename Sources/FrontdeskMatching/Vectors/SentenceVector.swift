/// A text's vector, of length one: the weighted mean of its pieces' vectors plus the mean of its pairs' vectors.
struct SentenceVector {
    /// The numbers; all zero when no piece is known.
    private(set) var values: [Float]
    /// What each word gave, `dimensions` numbers a word; they add up to `values`.
    ///
    /// Empty unless asked for.
    private(set) var parts: [Float] = []

    /// How long a word may be, in bytes: a longer one is a code, and means nothing.
    static let longestWord = 40
    /// How many pieces count; those behind them don't.
    static let pieceLimit = 256

    init(_ text: FeatureText, in table: VectorTable, withParts: Bool = false) {
        let width = table.dimensions
        values = [Float](repeating: 0, count: width)
        if withParts { parts = [Float](repeating: 0, count: width * text.words.count) }
        let found = Self.pieces(of: text, in: table)
        guard !found.isEmpty else { return }
        let total = found.reduce(Float(0)) { $0 + table.weights[$1.piece] } + 1e-6
        for (piece, word) in found {
            add(table.pieces, piece, times: table.weights[piece] / total, word...word, width)
        }
        addPairs(found, table)
        scale()
    }

    private mutating func addPairs(_ found: [(piece: Int, word: Int)], _ table: VectorTable) {
        let share = 1 / Float(found.count + 1)
        let edge = (start: table.pieces.keys.count, end: table.pieces.keys.count + 1)
        for place in 0...found.count {
            let left = place > 0 ? found[place - 1].piece : edge.start
            let right = place < found.count ? found[place].piece : edge.end
            let key = Hash.key(UInt64(left) << 32 | UInt64(right), seed: 8)
            guard let pair = table.pairs.number(of: key) else { continue }
            let first = found[max(place - 1, 0)].word
            let last = found[min(place, found.count - 1)].word
            add(table.pairs, pair, times: share, first...last, table.dimensions)
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

    private static func add(
        _ row: UnsafeRawBufferPointer,
        times scale: Float,
        to sums: inout [Float],
        at start: Int
    ) {
        precondition(start + row.count <= sums.count, "there is room for a row")
        sums.withUnsafeMutableBufferPointer { sums in
            for place in 0..<row.count {
                sums[start + place] += scale * Float(Int8(bitPattern: row[place]))
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
    private static func pieces(of text: FeatureText, in table: VectorTable) -> [(piece: Int, word: Int)] {
        var found: [(piece: Int, word: Int)] = []
        found.reserveCapacity(text.words.count + 8)
        let bytes = text.bytes.span
        for (number, word) in text.words.enumerated()
        where !word.isClass && word.end - word.start <= longestWord {
            let before = found.count
            var start = word.start
            while start < word.end {
                guard let next = longest(start, word, bytes, table) else {
                    found.removeLast(found.count - before)
                    break
                }
                found.append((next.piece, number))
                start = next.end
            }
            if found.count > pieceLimit {
                found.removeLast(found.count - pieceLimit)
                break
            }
        }
        return found
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
