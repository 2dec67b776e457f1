/// What kind of stretch a feature is.
enum FeatureKind: UInt8, Sendable {
    /// One word.
    case word
    /// Two neighbouring words.
    case pair
    /// The first or the last word, as such.
    case edge
    /// A run of characters inside a word and its two boundaries.
    case characters
    /// Two different words that stand near each other, in either order.
    case together

    /// The group whose values are scaled to length one together.
    var block: Int {
        switch self {
        case .word, .pair, .edge: 0
        case .characters: 1
        case .together: 2
        }
    }

    /// In how many sentences a feature must occur to count: two words that met once say little, and are many.
    var leastFrequency: Int32 { self == .together ? 2 : 1 }
}

/// Which kinds of features a model looks at, besides words, pairs and edges.
struct FeaturePlan: Sendable, Hashable {
    var hasCharacters = true
    var hasTogether = true

    /// The plan for a training.
    ///
    /// Two words that stand near each other help where an intent has many examples and mislead where it has few. The
    /// characters of words help where there are few, or no vectors: those know parts of words too.
    init(hasManyExamples: Bool, hasVectors: Bool) {
        hasCharacters = !(hasManyExamples && hasVectors)
        hasTogether = hasManyExamples
    }

    /// The plan as a number: what the model's bytes hold.
    var bits: UInt8 { (hasCharacters ? 1 : 0) | (hasTogether ? 2 : 0) }

    init(bits: UInt8) {
        hasCharacters = bits & 1 != 0
        hasTogether = bits & 2 != 0
    }
}

/// One feature where it stands in a ``FeatureText``.
struct Feature: Sendable {
    /// The upper half of a 64-bit hash over kind and bytes.
    var key: UInt32
    var kind: FeatureKind
    /// The stretch of ``FeatureText/bytes``.
    var start: Int32
    var end: Int32
    /// The position of the word it begins in.
    var word: Int32
    /// The position of the word it ends in.
    var lastWord: Int32
}

/// Finds the features of a text: words, neighbouring pairs, sentence ends, words that stand near each other, and runs
/// of 2–5 characters inside words.
enum FeatureExtractor {
    /// The lengths of character runs, in Unicode scalars.
    static let runs = 2...5
    /// How many words further on a word may stand to count as near.
    static let reach = 8

    /// The features of the kinds that a plan has.
    static func features(of text: FeatureText, _ plan: FeaturePlan) -> [Feature] {
        var features: [Feature] = []
        find(in: text, plan, into: &features)
        return features
    }

    /// Replaces `features` by those of a text.
    static func find(in text: FeatureText, _ plan: FeaturePlan, into features: inout [Feature]) {
        features.removeAll(keepingCapacity: true)
        let bytes = text.bytes.span
        let words = text.words.span
        for index in words.indices {
            let word = words[index]
            let hash = word.hash
            func add(_ key: UInt32, _ kind: FeatureKind, _ start: Int, at place: Int) {
                let end = Int32(truncatingIfNeeded: word.end)
                features.append(
                    Feature(
                        key: key,
                        kind: kind,
                        start: Int32(truncatingIfNeeded: start),
                        end: end,
                        word: Int32(truncatingIfNeeded: place),
                        lastWord: Int32(truncatingIfNeeded: index)
                    )
                )
            }
            add(Hash.key(hash, seed: 1), .word, word.start, at: index)
            if index > 0 {
                let pair = Hash.pair(words[index - 1].hash, hash)
                add(Hash.key(pair, seed: 2), .pair, words[index - 1].start, at: index - 1)
            } else {
                add(Hash.key(hash, seed: 3), .edge, word.start - 1, at: index)
            }
            if index == words.count - 1 {
                add(Hash.key(hash, seed: 4), .edge, word.start, at: index)
            }
            if plan.hasTogether {
                for place in max(0, index - reach)..<index where words[place].hash != hash {
                    let key = Hash.key(Hash.unordered(words[place].hash, hash), seed: 6)
                    add(key, .together, words[place].start, at: place)
                }
            }
            if plan.hasCharacters, !word.isClass { addRuns(of: word, at: index, bytes: bytes, to: &features) }
        }
    }

    private static func addRuns(
        of word: FeatureText.Word,
        at index: Int,
        bytes: Span<UInt8>,
        to features: inout [Feature]
    ) {
        let limit = word.end + 1
        for start in (word.start - 1)..<word.end where !isContinuation(bytes[start]) {
            var hash = Hash.start
            var length = 0
            var place = start
            while place < limit {
                hash = Hash.adding(bytes[place], to: hash)
                place += 1
                guard place == limit || !isContinuation(bytes[place]) else { continue }
                length += 1
                if length >= runs.lowerBound {
                    let key = Hash.key(hash, seed: 5)
                    features.append(
                        Feature(
                            key: key,
                            kind: .characters,
                            start: Int32(start),
                            end: Int32(place),
                            word: Int32(index),
                            lastWord: Int32(index)
                        )
                    )
                }
                if length == runs.upperBound { break }
            }
        }
    }

    /// Whether the byte is inside a UTF-8 sequence and not its first.
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

/// Hashing of our own: the standard library's is seeded anew in every process.
package enum Hash {
    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The hash of a word's bytes.
    @inline(__always)
    static func letters(_ letters: some Sequence<UInt8>) -> UInt64 {
        letters.reduce(start) { adding($1, to: $0) }
    }

    /// The hash of a text's bytes.
    package static func text(_ text: String) -> UInt64 { letters(text.utf8) }

    package static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
        mixed(left) &* 3 &+ right
    }

    /// The same for both orders.
    @inline(__always)
    static func unordered(_ left: UInt64, _ right: UInt64) -> UInt64 {
        mixed(left) &+ mixed(right)
    }

    /// The upper half of the hash after the seed is mixed in.
    @inline(__always)
    static func key(_ hash: UInt64, seed: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: mixed(hash &+ seed &* 0x9e37_79b9_7f4a_7c15) >> 32)
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input reaches every bit of the result.
    @inline(__always)
    package static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}
