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
        _ found: EntityHints,
        inSpanish: Bool,
        using workspace: inout EntityWorkspace
    ) {
        let numbers = workspace.numbers
        let hasDigit = found.contains(.digit)
        if contains(.ibans), hasDigit { IBANRecognizer.recognize(words, into: &workspace.readings) }
        if contains(.paymentCards), hasDigit || found.contains(.mask) {
            PaymentCardRecognizer.recognize(words, into: &workspace.readings)
        }
        if contains(.percentages), hasDigit || found.contains(.number) {
            PercentageRecognizer.recognize(words, numbers.all, into: &workspace.readings)
        }
        if hasDigit || found.contains(.unit) {
            AmountReader.findStarts(in: words, numbers, into: &workspace.amounts)
            let amounts = AmountReader(
                words: words,
                numbers: numbers,
                readsSpanish: inSpanish,
                starts: workspace.amounts
            )
            if contains(.durations) {
                DurationRecognizer(amounts: amounts).recognize(into: &workspace.readings)
            }
            if !isDisjoint(with: Self.quantities) {
                QuantityRecognizer(amounts: amounts, requested: self).recognize(into: &workspace.readings)
            }
        }
        if contains(.dateRanges), !found.isDisjoint(with: [.digit, .date, .ordinal]) {
            DateRangeRecognizer.recognize(
                words,
                inSpanish: inSpanish,
                using: &workspace.ranged,
                into: &workspace.readings
            )
        }
        if contains(.timeRanges), !found.isDisjoint(with: [.digit, .time, .number]) {
            TimeRangeRecognizer.recognize(words, using: &workspace.ranged, into: &workspace.readings)
        }
        if contains(.addresses), hasDigit {
            workspace.places.read(workspace.readings)
            AddressRecognizer.recognize(
                words,
                inSpanish: inSpanish,
                workspace.places,
                into: &workspace.readings
            )
        }
    }
}
