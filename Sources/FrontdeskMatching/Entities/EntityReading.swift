/// One way to read a stretch of an utterance, before readings are weighed against each other.
struct EntityReading {
    /// What found it, in the order in which equal stretches are listed.
    enum Source: Int, Comparable, CaseIterable {
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
        var covers = Covers()
        var reach: [(type: String, end: Int)] = []
        for reading in sorted {
            covers.move(to: reading.bytes.lowerBound)
            let isAbsorbed = covers.absorb(reading)
            covers.add(reading)
            let place = reach.firstIndex { $0.type == reading.type }
            let isRepeated = place.map { reach[$0].end > reading.bytes.lowerBound } ?? false
            guard !isRepeated, !isAbsorbed else { continue }
            kept.append(reading)
            if let place {
                reach[place].end = reading.bytes.upperBound
            } else {
                reach.append((reading.type, reading.bytes.upperBound))
            }
        }
        return kept
    }
}

/// How far the readings of each source reach, on the way through an utterance.
private struct Covers {
    /// The furthest end by source, of readings that begin before the current place.
    private var before = [Int](repeating: -1, count: EntityReading.Source.allCases.count)
    /// The same of those that begin at it.
    private var here = [Int](repeating: -1, count: EntityReading.Source.allCases.count)
    private var place = -1

    mutating func move(to place: Int) {
        guard place != self.place else { return }
        self.place = place
        for source in here.indices where here[source] >= 0 {
            before[source] = max(before[source], here[source])
            here[source] = -1
        }
    }

    mutating func add(_ reading: EntityReading) {
        here[reading.source.rawValue] = max(here[reading.source.rawValue], reading.bytes.upperBound)
    }

    /// Whether a reading lies strictly inside one that absorbs its kind.
    func absorb(_ reading: EntityReading) -> Bool {
        let end = reading.bytes.upperBound
        return EntityReading.Source.allCases.contains { source in
            (before[source.rawValue] >= end || here[source.rawValue] > end) && source.absorbs(reading.source)
        }
    }
}
