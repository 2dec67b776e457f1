/// What finding entities needs beside the recognizers; its memory serves one utterance after the other.
struct EntityWorkspace: Sendable {
    /// The words with which an expression can begin.
    var starts: [Int] = []
    /// Where each word stands in the folded text.
    var ranges: [Range<Int>] = []
    /// The numbers of the regular expressions that may match.
    var regexes: [Int] = []
    /// What was found, before readings are weighed against each other.
    var readings: [EntityReading] = []
    var weighing = EntityReading.Buffers()
    /// The numbers of the utterance.
    var numbers = PlacedNumbers()
    /// Those that the customer's language reads in its own way.
    var ownNumbers: [NumberReading] = []
    /// The words with which an amount can begin.
    var amounts: [Int] = []
    var ranged = RangeBuffers()
    var places = AddressRecognizer.Gazetteers()
    var gazetteers = GazetteerIndex.Buffers()
    var largeGazetteers = LargeGazetteer.Buffers()
    var matches = RegexSearch.Buffers()

    /// Drops what a customer wrote.
    mutating func forget() {
        readings.removeAll(keepingCapacity: true)
        ranged.forget()
    }
}

/// The days or times among which stretches are looked for.
struct RangeBuffers: Sendable {
    /// Readings of days or times, by place.
    var ends: [EntityReading] = []
    /// The stretches that were found already.
    var taken: [Range<Int>] = []
    private var places: [(start: Int, index: Int)] = []

    /// Takes the readings of one source, by place.
    mutating func read(_ source: EntityReading.Source, among readings: [EntityReading]) {
        ends.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for index in readings.indices where readings[index].source == source {
            places.append((readings[index].tokens.lowerBound, index))
        }
        // Of those that begin together the one found first comes first.
        places.sortInPlace { $0 < $1 }
        for place in places { ends.append(readings[place.index]) }
    }

    /// Drops what a customer wrote.
    mutating func forget() { ends.removeAll(keepingCapacity: true) }
}
