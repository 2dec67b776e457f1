import Glibc

/// How often a text has each feature that training knows, and how much of it training does not know.
struct FeatureCounts: Sendable {
    /// Feature numbers, in order of first appearance.
    var features: [Int32] = []
    /// How often each occurs.
    var counts: [Int32] = []
    /// The kind of each.
    var kinds: [FeatureKind] = []
    /// Words and pairs that training never saw.
    var unknownWords = 0
    var unknownPairs = 0

    init() {}

    /// Counts the features of a text that the table knows.
    ///
    /// - Parameter places: Receives, for each entry of `found`, its place in `features`, or -1 if it is unknown.
    init(_ found: [Feature], in table: FeatureTable, places: inout [Int32]) {
        var buffers = Buffers()
        count(found, in: table, places: &places, &buffers)
    }

    /// What counting needs beside its result.
    struct Buffers: Sendable {
        /// The table's entries for each feature.
        fileprivate var entries: [UInt64] = []
        /// A table of places in `features` by feature number; -1 is free.
        fileprivate var slots: [Int32] = []
    }

    /// Counts the features of a text that the table knows, in place of those it has.
    ///
    /// - Parameter places: Becomes, for each entry of `found`, its place in `features`, or -1 if it is unknown.
    mutating func count(
        _ found: [Feature],
        in table: FeatureTable,
        places: inout [Int32],
        _ buffers: inout Buffers
    ) {
        // Room for all, cut off at the end: what is written through spans is not checked for being shared each time.
        features.fill(with: 0, count: found.count)
        counts.fill(with: 0, count: found.count)
        kinds.fill(with: .word, count: found.count)
        unknownWords = 0
        unknownPairs = 0
        table.look(up: found, into: &places, &buffers.entries)
        var size = 64
        while size < found.count * 2 { size *= 2 }
        buffers.slots.fill(with: -1, count: size)
        var known = 0
        var slots = buffers.slots.mutableSpan
        Self.count(found, &slots, &places, &features, &counts, &kinds, &known)
        features.removeLast(found.count - known)
        counts.removeLast(found.count - known)
        kinds.removeLast(found.count - known)
        for index in found.indices where places[index] < 0 {
            if found[index].kind == .word { unknownWords += 1 }
            if found[index].kind == .pair { unknownPairs += 1 }
        }
    }

    /// - Parameters:
    ///   - slots: Free slots by feature number, a power of two.
    ///   - places: The number of each feature, which its place takes over.
    ///   - known: Grows by the number of different features.
    private static func count(
        _ found: [Feature],
        _ slots: inout MutableSpan<Int32>,
        _ places: inout [Int32],
        _ features: inout [Int32],
        _ counts: inout [Int32],
        _ kinds: inout [FeatureKind],
        _ known: inout Int
    ) {
        let mask = slots.count - 1
        var places = places.mutableSpan
        var features = features.mutableSpan
        var counts = counts.mutableSpan
        var kinds = kinds.mutableSpan
        for index in found.indices where places[index] >= 0 {
            let number = places[index]
            var slot = Int(number) &* 0x9E37_79B1 & mask
            while slots[slot] >= 0, features[Int(slots[slot])] != number {
                slot = (slot + 1) & mask
            }
            if slots[slot] < 0 {
                slots[slot] = Int32(truncatingIfNeeded: known)
                features[known] = number
                counts[known] = 1
                kinds[known] = found[index].kind
                known += 1
            } else {
                counts[Int(slots[slot])] += 1
            }
            places[index] = slots[slot]
        }
    }
}

extension Array {
    /// Replaces everything by so many of one element; memory that is there is used again.
    mutating func fill(with element: Element, count: Int) {
        removeAll(keepingCapacity: true)
        append(contentsOf: repeatElement(element, count: count))
    }
}

extension FeatureCounts {
    /// Gives each feature its new number; those without one are dropped.
    mutating func renumber(_ numbers: [Int32]) {
        var kept = FeatureCounts()
        kept.unknownWords = unknownWords
        kept.unknownPairs = unknownPairs
        for place in features.indices where numbers[Int(features[place])] >= 0 {
            kept.features.append(numbers[Int(features[place])])
            kept.counts.append(counts[place])
            kept.kinds.append(kinds[place])
        }
        self = kept
    }
}

/// How telling each feature is: the inverse document frequency over the rows of a training.
struct FeatureWeighting: Sendable {
    /// ln((1 + rows) / (1 + rows with the feature)) + 1, by feature number; 0 where no row has the feature.
    private(set) var inverseFrequencies: [Float]
    /// That of a feature no row has.
    private(set) var unknown: Float

    init(frequencies: [Int32], rowCount: Int) {
        unknown = Self.inverse(0, rowCount)
        // Frequencies repeat: few values, many features.
        var known: [Float] = []
        for frequency in 0..<Int32(64) { known.append(Self.inverse(frequency, rowCount)) }
        inverseFrequencies = frequencies.map { frequency in
            guard frequency > 0 else { return 0 }
            return frequency < 64 ? known[Int(frequency)] : Self.inverse(frequency, rowCount)
        }
    }

    private static func inverse(_ frequency: Int32, _ rowCount: Int) -> Float {
        Float(log(Double(1 + rowCount) / Double(1 + frequency)) + 1)
    }

    /// What scales a block of a given sum of squares to length one.
    private static func scale(_ squares: Float) -> Float { squares > 0 ? 1 / squares.squareRoot() : 0 }

    /// The values of a text's features: (1 + ln count) · inverse frequency, each block scaled to length one.
    func vector(of counted: FeatureCounts) -> FeatureVector {
        var vector = FeatureVector()
        vector.values.reserveCapacity(counted.features.count)
        fill(&vector, from: counted)
        return vector
    }

    /// Replaces a vector by the one of a text's features.
    func fill(_ vector: inout FeatureVector, from counted: FeatureCounts) {
        vector.values.fill(with: 0, count: counted.features.count)
        var values = vector.values.mutableSpan
        var squares = (Float(0), Float(0), Float(0))
        var words = (known: Float(0), unknown: Float(counted.unknownWords) * unknown)
        var pairs = (known: Float(0), unknown: Float(counted.unknownPairs) * unknown)
        for place in counted.features.indices {
            let inverse = inverseFrequencies[Int(counted.features[place])]
            let count = counted.counts[place]
            let value = count == 1 ? inverse : inverse * (1 + Float(log(Double(count))))
            values[place] = value
            switch counted.kinds[place] {
            case .word: if inverse > 0 { words.known += inverse } else { words.unknown += unknown }
            case .pair: if inverse > 0 { pairs.known += inverse } else { pairs.unknown += unknown }
            case .edge, .characters, .together: break
            }
            switch counted.kinds[place].block {
            case 0: squares.0 += value * value
            case 1: squares.1 += value * value
            default: squares.2 += value * value
            }
        }
        let scales = (Self.scale(squares.0), Self.scale(squares.1), Self.scale(squares.2))
        for place in counted.features.indices {
            switch counted.kinds[place].block {
            case 0: values[place] *= scales.0
            case 1: values[place] *= scales.1
            default: values[place] *= scales.2
            }
        }
        vector.knownWords = words.known > 0 ? Double(words.known / (words.known + words.unknown)) : 0
        vector.knownPairs = pairs.known > 0 ? Double(pairs.known / (pairs.known + pairs.unknown)) : 0
    }
}

/// A text as numbers, in the order of its ``FeatureCounts``.
struct FeatureVector: Sendable {
    var values: [Float] = []
    /// The share of the words that training knows, by inverse frequency, 0…1.
    var knownWords = 0.0
    /// The same for pairs of neighbouring words.
    var knownPairs = 0.0
}
