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
    static func resolve(_ readings: inout [EntityReading], using buffers: inout Buffers) {
        guard readings.count > 1 else { return }
        buffers.places.removeAll(keepingCapacity: true)
        for index in readings.indices { buffers.places.append(Place(readings[index], order: index)) }
        buffers.places.sortInPlace { $0 < $1 }
        var covers = Covers()
        buffers.reach.removeAll(keepingCapacity: true)
        buffers.kept.removeAll(keepingCapacity: true)
        for place in buffers.places {
            let reading = readings[place.order]
            covers.move(to: reading.bytes.lowerBound)
            let isAbsorbed = covers.absorb(reading)
            covers.add(reading)
            let known = buffers.reach.firstIndex { $0.type == reading.type }
            let isRepeated = known.map { buffers.reach[$0].end > reading.bytes.lowerBound } ?? false
            guard !isRepeated, !isAbsorbed else { continue }
            if let known {
                buffers.reach[known].end = reading.bytes.upperBound
            } else {
                buffers.reach.append((reading.type, reading.bytes.upperBound))
            }
            buffers.kept.append(reading)
        }
        swap(&readings, &buffers.kept)
        buffers.kept.removeAll(keepingCapacity: true)
    }

    /// What weighing readings needs; its memory serves one utterance after the other.
    struct Buffers: Sendable {
        fileprivate var places: [Place] = []
        /// Where the latest reading of each type ends.
        fileprivate var reach: [(type: String, end: Int)] = []
        /// The readings that stay.
        fileprivate var kept: [EntityReading] = []

        init() {}
    }

    /// What decides where a reading comes: the earlier first, of those the longer, then by source and as found.
    fileprivate struct Place: Sendable, Comparable {
        let start: Int
        let length: Int
        let source: Int
        let order: Int

        init(_ reading: EntityReading, order: Int) {
            start = reading.bytes.lowerBound
            length = reading.bytes.count
            source = reading.source.rawValue
            self.order = order
        }

        static func < (left: Place, right: Place) -> Bool {
            if left.start != right.start { return left.start < right.start }
            if left.length != right.length { return left.length > right.length }
            return left.source != right.source ? left.source < right.source : left.order < right.order
        }
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
