/// An utterance as recognizers read it: its words, and the folded bytes within and between them.
struct UtteranceWords {
    let text: NormalizedText
    let tokens: [Token]
    /// Where each token stands in the folded bytes.
    let ranges: [Range<Int>]
    /// The words with which an expression of numbers, days, times or amounts can begin.
    let starts: [Int]

    var bytes: [UInt8] { text.bytes }
    var count: Int { tokens.count }

    /// Lets every word begin an expression.
    init(_ text: NormalizedText, _ tokens: [Token]) {
        self.text = text
        self.tokens = tokens
        ranges = tokens.map { text.foldedRange($0.span) }
        starts = Array(tokens.indices)
    }

    /// Lets some words begin an expression.
    ///
    /// - Parameters:
    ///   - ranges: Where each token stands in the folded bytes.
    ///   - starts: The words with which an expression can begin, ascending.
    init(_ text: NormalizedText, _ tokens: [Token], ranges: [Range<Int>], starts: [Int]) {
        self.text = text
        self.tokens = tokens
        self.ranges = ranges
        self.starts = starts
    }

    /// The utterance up to the word that is the last of so many with which an expression can begin.
    func upToStart(_ limit: Int) -> UtteranceWords {
        guard starts.count > limit else { return self }
        let end = starts[limit]
        var count = end
        // A contraction stays whole.
        while count > 0, tokens[count - 1].span == tokens[end].span { count -= 1 }
        guard count > 0 else { return self }
        return UtteranceWords(
            text.prefix(to: tokens[count - 1].span.end),
            Array(tokens[..<count]),
            ranges: Array(ranges[..<count]),
            starts: starts.filter { $0 < count }
        )
    }

    /// The word at an index; the empty text beyond either end.
    @inline(__always)
    subscript(index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].text : ""
    }

    /// What stands between a word and the next, without either; empty at both ends of the utterance.
    func gap(after index: Int) -> ArraySlice<UInt8> {
        guard index >= 0, index + 1 < count else { return [] }
        let start = ranges[index].upperBound
        return bytes[start..<max(start, ranges[index + 1].lowerBound)]
    }

    /// Whether the word and the next are parted by exactly this character.
    func isJoined(_ index: Int, by character: Unicode.Scalar) -> Bool {
        let gap = gap(after: index)
        return gap.count == 1 && gap.first == UInt8(ascii: character)
    }

    /// Whether the word and the next are parted by spaces alone, or belong to one contraction.
    func isSpaced(_ index: Int) -> Bool {
        index >= 0 && index + 1 < count && gap(after: index).allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// Whether the word and the next can be parts of one expression: parted by spaces, or by a hyphen.
    func isConnected(_ index: Int) -> Bool {
        isSpaced(index) || isJoined(index, by: "-")
    }

    /// Whether the utterance or a clause ends behind the word.
    func endsClause(_ index: Int) -> Bool {
        index + 1 >= count || !isSpaced(index)
    }

    /// The byte in front of an offset, or a space at the beginning.
    func byte(before offset: Int) -> UInt8 {
        offset > 0 ? bytes[offset - 1] : UInt8(ascii: " ")
    }

    /// The byte at an offset, or a space at the end.
    func byte(at offset: Int) -> UInt8 {
        offset < bytes.count ? bytes[offset] : UInt8(ascii: " ")
    }

    /// The tokens that share a byte with a stretch of folded text.
    func tokens(in range: Range<Int>) -> Range<Int> {
        let first = firstIndex { $0.upperBound > range.lowerBound }
        let end = firstIndex { $0.lowerBound >= range.upperBound }
        return first..<max(first, end)
    }

    /// The first word whose stretch meets a condition that all later ones meet as well.
    private func firstIndex(_ condition: (Range<Int>) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(ranges[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Whether an offset cuts through the letters of a word.
    ///
    /// An apostrophe inside a token is no letter: `A-10021's` may be cut in front of it.
    func isInsideWord(_ offset: Int) -> Bool {
        guard offset > 0, offset < bytes.count, isWordByte(bytes[offset - 1]), isWordByte(bytes[offset])
        else {
            return false
        }
        let index = firstIndex { $0.upperBound > offset }
        return index < count && ranges[index].lowerBound < offset
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || ByteSet.insideWord.contains(byte)
    }

    /// The folded bytes from the first to the last of some tokens, a possessive `'s` at the end left out.
    func span(of tokens: Range<Int>) -> Range<Int> {
        let last = tokens.upperBound - 1
        let start = ranges[tokens.lowerBound].lowerBound
        let word = self.tokens[last].text.utf8
        let possessive = ranges[last].lowerBound + word.count
        guard possessive < ranges[last].upperBound, "'`".utf8.contains(bytes[possessive]),
            bytes[ranges[last]].starts(with: word), last + 1 >= count || ranges[last] != ranges[last + 1]
        else { return start..<ranges[last].upperBound }
        return start..<possessive
    }

    /// The customer's own letters in a stretch of folded text, without what cannot be seen.
    func originalText(_ range: Range<Int>) -> String {
        let original = text.originalText(text.originalSpan(range.lowerBound, range.upperBound))
        guard original.unicodeScalars.contains(where: Self.isInvisible) else { return original }
        return String(String.UnicodeScalarView(original.unicodeScalars.filter { !Self.isInvisible($0) }))
    }

    /// Whether a character is a control character or one that only steers how others are shown.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x08, 0x0E...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xFEFF:
            true
        default: false
        }
    }
}

extension StringProtocol {
    /// Whether the text is digits and nothing else.
    var isDigits: Bool {
        !isEmpty && utf8.allSatisfy(\.isDigit)
    }

    /// Whether the first byte is a digit.
    var beginsWithDigit: Bool {
        utf8.first?.isDigit == true
    }
}

extension UInt8 {
    /// Whether the byte is one of `0` to `9`.
    @inline(__always)
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
