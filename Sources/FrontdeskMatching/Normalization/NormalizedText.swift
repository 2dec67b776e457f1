/// An utterance after folding, with the way back to the bytes the customer wrote.
///
/// ASCII text keeps its length; anything else carries an offset for each folded byte. Folding is described in
/// ``CharacterFolding``. Line breaks and tabs become spaces; other control characters vanish.
package struct NormalizedText: Sendable {
    /// The utterance as it came.
    package private(set) var original = ""
    /// The folded text in UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// For each folded byte, and the end, the offset of the original character behind it; empty: the same offset.
    private var offsets: [Int] = []

    /// Folds an utterance.
    package init(_ utterance: String) {
        read(utterance)
    }

    /// No text yet.
    init() {}

    /// Folds an utterance in the place of the one before, whose memory is used again.
    mutating func read(_ utterance: String) {
        original = utterance
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        if !foldASCII(utterance) {
            bytes.removeAll(keepingCapacity: true)
            foldUnicode(utterance)
        }
    }

    /// Lets go of the text, but not of the memory.
    mutating func forget() {
        original = ""
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
    }

    /// The text up to an offset of the original utterance, between two characters.
    func prefix(to end: Int) -> NormalizedText {
        NormalizedText(originalText(SourceSpan(0, end)))
    }

    /// The folded text as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The stretch of the original utterance that a stretch of folded bytes came from; whole characters.
    package func originalSpan(_ start: Int, _ end: Int) -> SourceSpan {
        guard !offsets.isEmpty else { return SourceSpan(start, end) }
        var last = end
        // One character can fold to several bytes; a stretch that ends among them takes the character whole.
        while last > 0, last < bytes.count, offsets[last] == offsets[last - 1], last > start { last += 1 }
        return SourceSpan(offsets[start], max(offsets[start], offsets[last]))
    }

    /// The stretch of folded bytes that a span of the original utterance became.
    package func foldedRange(_ span: SourceSpan) -> Range<Int> {
        guard !offsets.isEmpty else { return span.start..<span.end }
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

    /// Folds pure ASCII without unwanted control characters; false when the text has anything else.
    private mutating func foldASCII(_ utterance: String) -> Bool {
        let isCopied: Void? = utterance.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        if isCopied == nil { bytes.append(contentsOf: utterance.utf8) }
        return bytes.withUnsafeMutableBufferPointer { bytes in
            // Arithmetic alone, so that many bytes are folded at once; what is unwanted raises a flag.
            var odd: UInt8 = 0
            for index in bytes.indices {
                let byte = bytes[index]
                let isCapital: UInt8 = byte &- UInt8(ascii: "A") < 26 ? 0x20 : 0
                let isBreak = byte &- 0x09 < 5
                odd |= (byte &- 0x20 < 0x5F || isBreak) ? 0 : 1
                bytes[index] = isBreak ? 0x20 : byte | isCapital
            }
            return odd == 0
        }
    }

    private mutating func foldUnicode(_ utterance: String) {
        let folding = CharacterFolding.shared
        var position = 0
        for scalar in utterance.unicodeScalars {
            let encoded = Unicode.UTF8.width(scalar)
            defer { position += encoded }
            if scalar.isASCII {
                let byte = Self.asciiFold[Int(scalar.value)]
                guard byte != 0 else { continue }
                bytes.append(byte)
            } else {
                switch folding.fold(scalar) {
                case .keep: if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
                case .drop: continue
                case .replace(let range): for index in range { bytes.append(folding.targets[index]) }
                }
            }
            while offsets.count < bytes.count { offsets.append(position) }
        }
        offsets.append(position)
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
