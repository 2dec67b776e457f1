/// The built-in types that are looked for only when an assistant refers to them.
struct RequestedEntities: OptionSet, Sendable {
    let rawValue: UInt32

    static let durations = RequestedEntities(.duration)
    static let percentages = RequestedEntities(.percentage)
    static let dateRanges = RequestedEntities(.dateRange)
    static let timeRanges = RequestedEntities(.timeRange)
    static let ibans = RequestedEntities(.iban)
    static let paymentCards = RequestedEntities(.paymentCard)
    static let addresses = RequestedEntities(.address)
    static let quantities: RequestedEntities = [
        RequestedEntities(.weight), RequestedEntities(.length), RequestedEntities(.area),
        RequestedEntities(.volume), RequestedEntities(.temperature), RequestedEntities(.dataSize),
    ]

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// One type; none when it is found everywhere.
    init(_ type: BuiltInEntity) {
        let place = Self.order.firstIndex(of: type)
        rawValue = place.map { 1 << UInt32($0) } ?? 0
    }

    private static let order = BuiltInEntity.allCases.filter { !$0.isAlwaysFound }

    /// Whether quantities of a dimension are wanted.
    func contains(_ dimension: Dimension) -> Bool {
        BuiltInEntity(rawValue: dimension.rawValue).map { contains(RequestedEntities($0)) } ?? false
    }

    /// What the words of these types can wake.
    func hints(inSpanish: Bool) -> [String: EntityHints] {
        var hints: [String: EntityHints] = [:]
        func add(_ words: some Sequence<String>, _ hint: EntityHints) {
            for word in words { hints[word, default: []].formUnion(hint) }
        }
        if contains(.durations) { add(DurationWords.units(inSpanish: inSpanish).keys, .unit) }
        if !isDisjoint(with: Self.quantities) { add(MeasureWords.firstWords(inSpanish: inSpanish), .unit) }
        if contains(.paymentCards) { add(["card"], .mask) }
        if contains(.dateRanges) { add(DateRangeRecognizer.words(inSpanish: inSpanish), .date) }
        return hints
    }

    /// Finds what is wanted, once the types that are found everywhere have been read.
    func recognize(
        _ words: UtteranceWords,
        _ numbers: PlacedNumbers,
        _ found: EntityHints,
        inSpanish: Bool,
        into readings: inout [EntityReading]
    ) {
        let hasDigit = found.contains(.digit)
        if contains(.ibans), hasDigit { IBANRecognizer.recognize(words, into: &readings) }
        if contains(.paymentCards), hasDigit || found.contains(.mask) {
            PaymentCardRecognizer.recognize(words, into: &readings)
        }
        if contains(.percentages), hasDigit || found.contains(.number) {
            PercentageRecognizer.recognize(words, numbers.all, into: &readings)
        }
        if hasDigit || found.contains(.unit) {
            let amounts = AmountReader(words: words, numbers: numbers, readsSpanish: inSpanish)
            if contains(.durations) {
                DurationRecognizer(amounts: amounts).recognize(into: &readings)
            }
            if !isDisjoint(with: Self.quantities) {
                QuantityRecognizer(amounts: amounts, requested: self).recognize(into: &readings)
            }
        }
        if contains(.dateRanges), !found.isDisjoint(with: [.digit, .date, .ordinal]) {
            DateRangeRecognizer.recognize(words, inSpanish: inSpanish, into: &readings)
        }
        if contains(.timeRanges), !found.isDisjoint(with: [.digit, .time, .number]) {
            TimeRangeRecognizer.recognize(words, into: &readings)
        }
        if contains(.addresses), hasDigit {
            AddressRecognizer.recognize(words, inSpanish: inSpanish, into: &readings)
        }
    }
}
