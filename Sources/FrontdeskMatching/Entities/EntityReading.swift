/// One way to read a stretch of an utterance, before readings are weighed against each other.
struct EntityReading {
    /// What found it, in the order in which equal stretches are listed.
    enum Source: Int, Comparable {
        case regex, gazetteer, email, url, account, address, phone, dateRange, timeRange, date, time, money,
            measure
        case percentage, ordinal, number, personName

        /// Whether readings of the other source vanish strictly inside a longer reading of this one.
        func absorbs(_ other: Source) -> Bool {
            switch self {
            case .regex, .gazetteer, .email, .url, .account, .phone, .date, .money: true
            case .measure, .percentage: other == .number || other == .ordinal || other == .time
            // Whoever asks for the parts of an address or the ends of a stretch still finds them.
            case .address: other == .number || other == .ordinal || other == .phone
            case .dateRange, .timeRange: false
            case .time: other == .number || other == .ordinal
            case .ordinal: other == .number
            case .number, .personName: false
            }
        }

        static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
    }

    var source: Source
    var type: String
    var tokens: Range<Int>
    /// The stretch of folded bytes.
    var bytes: Range<Int>
    var value: EntityValue

    init(_ source: Source, type: String, tokens: Range<Int>, bytes: Range<Int>, value: EntityValue) {
        self.source = source
        self.type = type
        self.tokens = tokens
        self.bytes = bytes
        self.value = value
    }

    /// A reading of a built-in type.
    init(_ source: Source, _ type: BuiltInEntity, tokens: Range<Int>, bytes: Range<Int>, value: EntityValue) {
        self.init(source, type: type.rawValue, tokens: tokens, bytes: bytes, value: value)
    }

    /// A reading of a built-in type that covers whole words.
    init(
        _ source: Source,
        _ type: BuiltInEntity,
        _ tokens: Range<Int>,
        of words: UtteranceWords,
        value: EntityValue
    ) {
        self.init(source, type, tokens: tokens, bytes: words.span(of: tokens), value: value)
    }

    /// Sorts by position, the longer first, and takes away what a longer reading absorbs.
    ///
    /// Of overlapping readings of one type the first and longest stays. Equal stretches of different types stay side
    /// by side, and so do readings that overlap in part.
    static func resolved(_ readings: [EntityReading]) -> [EntityReading] {
        guard readings.count > 1 else { return readings }
        let sorted = readings.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.bytes.lowerBound != b.bytes.lowerBound { return a.bytes.lowerBound < b.bytes.lowerBound }
            if a.bytes.count != b.bytes.count { return a.bytes.count > b.bytes.count }
            if a.source != b.source { return a.source < b.source }
            return left.offset < right.offset
        }.map(\.element)
        var kept: [EntityReading] = []
        for reading in sorted {
            let isRepeated = kept.contains { $0.type == reading.type && $0.bytes.overlaps(reading.bytes) }
            let isAbsorbed = sorted.contains { other in
                other.source.absorbs(reading.source) && other.bytes.count > reading.bytes.count
                    && other.bytes.lowerBound <= reading.bytes.lowerBound
                    && other.bytes.upperBound >= reading.bytes.upperBound
            }
            if !isRepeated && !isAbsorbed { kept.append(reading) }
        }
        return kept
    }
}
