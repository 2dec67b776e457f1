/// An utterance after folding, with the way back to the bytes the customer wrote.
///
/// ASCII text keeps its length; anything else carries an offset for each folded byte. Folding is described in
/// ``CharacterFolding``. Line breaks and tabs become spaces; other control characters vanish.
package struct NormalizedText: Sendable {
    /// The utterance as it came.
    package let original: String
    /// The folded text in UTF-8.
    package let bytes: [UInt8]
    /// For each folded byte, and the end, the offset of the original character behind it; nil: the same offset.
    private let offsets: [Int]?

    /// Folds an utterance.
    package init(_ utterance: String) {
        original = utterance
        if let folded = Self.foldASCII(utterance) {
            bytes = folded
            offsets = nil
        } else {
            (bytes, offsets) = Self.foldUnicode(utterance)
        }
    }

    /// The folded text as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The stretch of the original utterance that a stretch of folded bytes came from; whole characters.
    package func originalSpan(_ start: Int, _ end: Int) -> SourceSpan {
        guard let offsets else { return SourceSpan(start, end) }
        var last = end
        // One character can fold to several bytes; a stretch that ends among them takes the character whole.
        while last > 0, last < bytes.count, offsets[last] == offsets[last - 1], last > start { last += 1 }
        return SourceSpan(offsets[start], max(offsets[start], offsets[last]))
    }

    /// The stretch of folded bytes that a span of the original utterance became.
    package func foldedRange(_ span: SourceSpan) -> Range<Int> {
        guard let offsets else { return span.start..<span.end }
        let start = Self.firstIndex(in: offsets, notBefore: span.start)
        return start..<max(start, Self.firstIndex(in: offsets, notBefore: span.end))
    }

    /// Searches ascending offsets by halving.
    private static func firstIndex(in offsets: [Int], notBefore offset: Int) -> Int {
        var low = 0
        var high = offsets.count - 1
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The customer's own words in a span of the original utterance.
    package func originalText(_ span: SourceSpan) -> String {
        let view = original.utf8
        let start = view.index(view.startIndex, offsetBy: span.start)
        let end = view.index(start, offsetBy: span.end - span.start)
        return String(original[start..<end])
    }

    /// Folds pure ASCII without unwanted control characters; nil when the text has anything else.
    private static func foldASCII(_ utterance: String) -> [UInt8]? {
        var folded = Array(utterance.utf8)
        var odd: UInt8 = 0
        for index in folded.indices {
            let byte = folded[index]
            let result = asciiFold[Int(byte)]
            // Unwanted bytes fold to 0; the flag is raised without a branch.
            odd |= result == 0 ? 1 : 0
            folded[index] = result
        }
        return odd == 0 ? folded : nil
    }

    private static func foldUnicode(_ utterance: String) -> (bytes: [UInt8], offsets: [Int]) {
        let folding = CharacterFolding.shared
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        bytes.reserveCapacity(utterance.utf8.count)
        offsets.reserveCapacity(utterance.utf8.count + 1)
        var position = 0
        for scalar in utterance.unicodeScalars {
            let encoded = Unicode.UTF8.width(scalar)
            defer { position += encoded }
            if scalar.isASCII {
                let byte = asciiFold[Int(scalar.value)]
                guard byte != 0 else { continue }
                bytes.append(byte)
            } else {
                switch folding.fold(scalar) {
                case .keep: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
                case .drop: continue
                case .replace(let range): bytes.append(contentsOf: folding.targets[range])
                }
            }
            while offsets.count < bytes.count { offsets.append(position) }
        }
        offsets.append(position)
        return (bytes, offsets)
    }

    /// Lower case and spaces; 0 for what is dropped or is not ASCII.
    private static let asciiFold: [UInt8] = (0..<256).map { value in
        switch UInt8(value) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(value) + 32
        case 0x20...0x7E: UInt8(value)
        case 0x09...0x0D: 0x20
        default: 0
        }
    }
}
