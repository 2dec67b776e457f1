/// An utterance as the classifier sees it: its words between single spaces, entities replaced by their class.
///
/// The spaces around each word are the boundaries that character runs may take in, so every feature is a stretch of
/// `bytes` and can be shown as evidence.
struct FeatureText: Sendable {
    struct Word: Sendable {
        var start: Int
        var end: Int
        /// Whether the word is an entity's class (`{order_number}`), whose letters mean nothing.
        var isClass: Bool
        /// The ``Hash`` of the word's bytes.
        var hash: UInt64
    }

    private(set) var bytes: [UInt8] = [UInt8(ascii: " ")]
    private(set) var words: [Word] = []

    /// No words; room for those of a usual utterance.
    init() {
        bytes.reserveCapacity(128)
        words.reserveCapacity(32)
    }

    /// Takes the words of an utterance, as ``read(_:entities:classes:)`` does.
    init(_ tokens: [Token], entities: [Entity], classes: [String]) {
        read(tokens, entities: entities, classes: classes)
    }

    /// Takes the words of an utterance in place of those it has.
    ///
    /// - Parameters:
    ///   - tokens: The words.
    ///   - entities: The entities found, by position; of overlapping ones the first counts.
    ///   - classes: The entity types that are replaced by their class.
    mutating func read(_ tokens: [Token], entities: [Entity], classes: [String]) {
        bytes.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        bytes.append(UInt8(ascii: " "))
        var next = 0
        if !classes.isEmpty {
            for entity in entities where entity.tokens.lowerBound >= next && !entity.tokens.isEmpty {
                guard classes.contains(entity.type), entity.tokens.upperBound <= tokens.count else {
                    continue
                }
                for token in tokens[next..<entity.tokens.lowerBound] { append(token.text) }
                append(class: entity.type)
                next = entity.tokens.upperBound
            }
        }
        for token in tokens[next...] { append(token.text) }
    }

    /// Drops the words.
    mutating func forget() {
        bytes.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
    }

    private mutating func append(class name: String) {
        let start = bytes.count
        bytes.append(UInt8(ascii: "{"))
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: "}"))
        endWords(from: start, isClass: true)
    }

    private mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        endWords(from: start, isClass: false)
    }

    /// Takes what was appended as a word; one that is read as two holds a space.
    private mutating func endWords(from first: Int, isClass: Bool) {
        bytes.append(UInt8(ascii: " "))
        var start = first
        var hash = Hash.start
        for end in first..<bytes.count {
            guard bytes[end] == UInt8(ascii: " ") else {
                hash = Hash.adding(bytes[end], to: hash)
                continue
            }
            if end > start { words.append(Word(start: start, end: end, isClass: isClass, hash: hash)) }
            start = end + 1
            hash = Hash.start
        }
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
