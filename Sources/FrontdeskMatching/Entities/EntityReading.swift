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
    /// Its place among all readings as they were found.
    var order = 0

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
    static func resolve(_ readings: inout [EntityReading], _ reach: inout Reach) {
        guard readings.count > 1 else { return }
        for index in readings.indices { readings[index].order = index }
        readings.sortInPlace { $0.precedes($1) }
        var covers = Covers()
        reach.ends.removeAll(keepingCapacity: true)
        var kept = 0
        for index in readings.indices {
            let bytes = readings[index].bytes
            covers.move(to: bytes.lowerBound)
            let isAbsorbed = covers.absorb(readings[index])
            covers.add(readings[index])
            let place = reach.ends.firstIndex { $0.type == readings[index].type }
            let isRepeated = place.map { reach.ends[$0].end > bytes.lowerBound } ?? false
            guard !isRepeated, !isAbsorbed else { continue }
            if let place {
                reach.ends[place].end = bytes.upperBound
            } else {
                reach.ends.append((readings[index].type, bytes.upperBound))
            }
            if kept < index { readings.swapAt(kept, index) }
            kept += 1
        }
        readings.removeSubrange(kept...)
    }

    /// Where the latest reading of each type ends.
    struct Reach: Sendable {
        fileprivate var ends: [(type: String, end: Int)] = []
    }

    private func precedes(_ other: EntityReading) -> Bool {
        if bytes.lowerBound != other.bytes.lowerBound { return bytes.lowerBound < other.bytes.lowerBound }
        if bytes.count != other.bytes.count { return bytes.count > other.bytes.count }
        return source != other.source ? source < other.source : order < other.order
    }
}

/// How far the readings of each source reach, on the way through an utterance.
private struct Covers {
    /// A place for each source.
    private typealias Ends = InlineArray<17, Int>

    /// The furthest end by source, of readings that begin before the current place.
    private var before = Ends(repeating: -1)
    /// The same of those that begin at it.
    private var here = Ends(repeating: -1)
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
        for place in before.indices where before[place] >= end || here[place] > end {
            if EntityReading.Source(rawValue: place)?.absorbs(reading.source) == true { return true }
        }
        return false
    }
}
