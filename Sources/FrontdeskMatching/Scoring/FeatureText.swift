/// An utterance as the classifier sees it: its words between single spaces, entities replaced by their class.
///
/// The spaces around each word are the boundaries that character runs may take in, so every feature is a stretch of
/// `bytes` and can be shown as evidence.
struct FeatureText {
    struct Word {
        var start: Int
        var end: Int
        /// Whether the word is an entity's class (`{order_number}`), whose letters mean nothing.
        var isClass: Bool
    }

    private(set) var bytes: [UInt8] = [UInt8(ascii: " ")]
    private(set) var words: [Word] = []

    /// Takes the words of an utterance.
    ///
    /// - Parameters:
    ///   - tokens: The words.
    ///   - entities: The entities found, by position; of overlapping ones the first counts.
    ///   - classes: The entity types that are replaced by their class.
    init(_ tokens: [Token], entities: [Entity], classes: [String]) {
        bytes.reserveCapacity(tokens.count * 10 + 2)
        words.reserveCapacity(tokens.count)
        var next = 0
        if !classes.isEmpty {
            for entity in entities where entity.tokens.lowerBound >= next && !entity.tokens.isEmpty {
                guard classes.contains(entity.type), entity.tokens.upperBound <= tokens.count else {
                    continue
                }
                for token in tokens[next..<entity.tokens.lowerBound] { append(token.text, isClass: false) }
                append("{" + entity.type + "}", isClass: true)
                next = entity.tokens.upperBound
            }
        }
        for token in tokens[next...] { append(token.text, isClass: false) }
    }

    private mutating func append(_ text: String, isClass: Bool) {
        guard !text.isEmpty else { return }
        var start = bytes.count
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: " "))
        // A word that is read as two holds a space.
        for end in start..<bytes.count where bytes[end] == UInt8(ascii: " ") {
            if end > start { words.append(Word(start: start, end: end, isClass: isClass)) }
            start = end + 1
        }
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
