/// The sentences of a definition as counted features: what training and cross-validation start from.
struct TrainingSet {
    struct Row {
        var counts: FeatureCounts
        /// The class; -1 for background and counterexamples.
        var label: Int32
        /// The class a counterexample speaks against; -1 for other rows.
        var onlyAgainst: Int32
        /// Whether a person wrote it as an example or as background: only those measure the classifier.
        var isQuestion: Bool
        /// The sentence's vector; empty without a table.
        var vector: [Float]

        /// Whether it is out of scope: a negative for every intent.
        var isBackground: Bool { label < 0 && onlyAgainst < 0 }
    }

    /// All features of all rows.
    private(set) var table = FeatureTable()
    private(set) var rows: [Row] = []
    /// The words of all sentences in the order they first occur, and how often each does.
    private(set) var words: [String] = []
    private(set) var wordCounts: [Int32] = []
    private var wordPlaces: [String: Int] = [:]
    /// How many intents the definition has.
    let intentCount: Int
    /// The intents that have a sentence, by class, as places in ``MatcherDefinition/intents``.
    private(set) var intents: [Int32] = []
    /// Whether a class is a control, such as `control.human`.
    private(set) var isControl: [Bool] = []
    /// The entity types that are replaced by their class.
    let classes: [String]

    /// Which features count.
    let plan: FeaturePlan
    /// What gives the sentences vectors.
    let vectors: VectorTable?
    /// Whether an intent has so many examples that words which stand together can be learned.
    let hasManyExamples: Bool

    /// Collects the sentences; nil when no intent has examples.
    ///
    /// - Parameter isRich: Whether it counts as one with many examples; nil: as they are counted.
    init?(_ definition: MatcherDefinition, vectors: VectorTable? = nil, isRich: Bool? = nil) {
        guard definition.intents.contains(where: { !$0.examples.isEmpty }) else { return nil }
        precondition(
            definition.intents.count <= Int(UInt16.max),
            "a definition has at most 65,535 intents; this one has \(definition.intents.count)"
        )
        intentCount = definition.intents.count
        let examples = definition.intents.reduce(definition.background.count) { $0 + $1.examples.count }
        hasManyExamples = isRich ?? (examples >= max(40 * definition.intents.count, Self.leastForMany))
        self.vectors = vectors
        var plan = FeaturePlan(hasManyExamples: hasManyExamples, hasVectors: vectors != nil)
        // The letters of a word are in the words of thousands of intents, and would be most of the work.
        if vectors != nil, definition.intents.count > ClassGroups.exactLimit { plan.hasCharacters = false }
        self.plan = plan
        classes = EntityClasses.replaced(in: definition)
        let reader = SentenceReader(definition, classes: classes)
        let sampler = PatternSampler(
            rules: definition.rules,
            synonyms: definition.synonyms,
            entityTypes: definition.entityTypes
        )
        for (place, intent) in definition.intents.enumerated() {
            let label = Int32(intents.count)
            intents.append(Int32(place))
            isControl.append(intent.isControl)
            for example in intent.examples {
                append(reader.text(of: example), label: label, isQuestion: true)
            }
            // Without examples of its own an intent would lose every sentence to those that have some.
            if intent.examples.isEmpty { append(reader.text(of: Example(intent.title)), label: label) }
            for sentence in samples(of: intent, sampler) {
                append(reader.text(of: Example(sentence)), label: label)
            }
            for example in intent.counterexamples {
                append(reader.text(of: example), label: -1, onlyAgainst: label)
            }
        }
        for example in definition.background {
            append(reader.text(of: example), label: -1, isQuestion: true)
        }
        numberFeatures()
    }

    /// How many sentences it takes at least for the words that stand together, and vectors instead of letters: fewer
    /// hold only a part of the words that customers will use.
    private static let leastForMany = 1000

    var classCount: Int { intents.count }

    /// How many sentences of an intent's patterns join its examples: enough to show the words, too few to drown
    /// what people wrote.
    private static let sampleLimit = 24

    private func samples(of intent: IntentDefinition, _ sampler: PatternSampler) -> [String] {
        guard !intent.patterns.isEmpty else { return [] }
        let share = min(max(Self.sampleLimit / intent.patterns.count, 1), 6)
        var sentences: [String] = []
        for pattern in intent.patterns.prefix(Self.sampleLimit) {
            sentences += sampler.samples(of: pattern, limit: share)
        }
        return sentences
    }

    private mutating func append(
        _ text: FeatureText,
        label: Int32,
        onlyAgainst: Int32 = -1,
        isQuestion: Bool = false
    ) {
        guard !text.words.isEmpty else { return }
        count(text)
        let features = FeatureExtractor.features(of: text, plan)
        for feature in features { _ = table.intern(feature.key) }
        var places: [Int32] = []
        let counts = FeatureCounts(features, in: table, places: &places)
        let vector = vectors.map { SentenceVector(text, in: $0).values } ?? []
        rows.append(
            Row(
                counts: counts,
                label: label,
                onlyAgainst: onlyAgainst,
                isQuestion: isQuestion,
                vector: vector
            )
        )
    }

    private mutating func count(_ text: FeatureText) {
        for word in text.words where !word.isClass {
            let letters = text.text(word.start..<word.end)
            if let place = wordPlaces[letters] {
                wordCounts[place] += 1
            } else {
                wordPlaces[letters] = words.count
                words.append(letters)
                wordCounts.append(1)
            }
        }
    }

    /// In how many of the chosen rows each feature occurs; 0 for one that occurs too seldom to count.
    func frequencies(in chosen: [Int]) -> [Int32] {
        var frequencies = [Int32](repeating: 0, count: table.count)
        // What stands in background alone is not known: the desk has nothing to say about it.
        var least = [Int32](repeating: .max, count: table.count)
        for row in chosen {
            let counts = rows[row].counts
            for (feature, kind) in zip(counts.features, counts.kinds) {
                frequencies[Int(feature)] += 1
                if !rows[row].isBackground { least[Int(feature)] = kind.leastFrequency }
            }
        }
        for feature in frequencies.indices where frequencies[feature] < least[feature] {
            frequencies[feature] = 0
        }
        return frequencies
    }

    /// Forgets the features that occur too seldom to count, and numbers the others: frequent ones first, by key.
    ///
    /// What most rows need then lies together.
    private mutating func numberFeatures() {
        let frequencies = frequencies(in: Array(rows.indices))
        let kept = frequencies.indices.filter { frequencies[$0] > 0 }
        let order = kept.map { feature in
            UInt64(UInt32.max - UInt32(frequencies[feature])) << 32 | UInt64(table.keys[feature])
        }.sorted()
        var numbers = [Int32](repeating: -1, count: table.count)
        let numbered = FeatureTable(keys: order.map { UInt32(truncatingIfNeeded: $0) })
        for feature in kept {
            if let number = numbered.number(of: table.keys[feature]) { numbers[feature] = Int32(number) }
        }
        table = numbered
        for row in rows.indices { rows[row].counts.renumber(numbers) }
    }

    /// How much a vector counts beside each block of words: more where there are few words to learn from.
    var vectorScale: Float { hasManyExamples ? 1.5 : 2 }

    /// The chosen rows as values, with a constant 1 behind the features: its weight is the bias.
    ///
    /// The vector follows.
    func values(of chosen: [Int], weighting: FeatureWeighting) -> SparseRows {
        var result = SparseRows()
        result.featureCount = table.count + 1
        result.denseCount = vectors?.dimensions ?? 0
        result.denseScale = vectorScale
        var vector = FeatureVector()
        for row in chosen {
            let counts = rows[row].counts
            weighting.fill(&vector, from: counts)
            result.append(
                label: rows[row].label,
                onlyAgainst: rows[row].onlyAgainst,
                features: counts.features,
                values: vector.values,
                bias: Int32(table.count),
                dense: rows[row].vector
            )
        }
        return result
    }
}

/// Turns example sentences into texts with their entities replaced.
struct SentenceReader {
    let classes: [String]
    private let recognizer: EntityRecognizer

    init(_ definition: MatcherDefinition, classes: [String]) {
        self.classes = classes
        recognizer = EntityRecognizer(types: definition.entityTypes)
    }

    /// What the author marked counts; elsewhere, what will be recognised when a customer writes it.
    func text(of example: Example) -> FeatureText {
        let text = NormalizedText(example.text)
        let tokens = Tokenizer.tokenize(text)
        let marked = example.annotations.compactMap { annotation in entity(annotation, tokens) }
        let found = recognizer.recognize(text, tokens: tokens).filter { entity in
            !marked.contains { $0.tokens.overlaps(entity.tokens) }
        }
        let all = (marked + found).enumerated().sorted { left, right in
            (left.element.tokens.lowerBound, left.offset) < (right.element.tokens.lowerBound, right.offset)
        }
        return FeatureText(tokens, entities: all.map(\.element), classes: classes)
    }

    private func entity(_ annotation: Example.Annotation, _ tokens: [Token]) -> Entity? {
        guard let first = tokens.firstIndex(where: { $0.span.overlaps(annotation.span) }),
            let last = tokens.lastIndex(where: { $0.span.overlaps(annotation.span) })
        else { return nil }
        return Entity(
            type: annotation.type,
            role: annotation.role,
            span: annotation.span,
            tokens: first..<(last + 1),
            text: "",
            value: .text("")
        )
    }
}

/// Which entity types the classifier sees as their class and not as their words.
enum EntityClasses {
    /// Types whose words say nothing of what the customer wants.
    ///
    /// These are addresses and whatever a regular expression finds. The values of a gazetteer (`jacket`,
    /// `Berlin`) are words that intents are told apart by.
    static func replaced(in definition: MatcherDefinition) -> [String] {
        let builtIn: [BuiltInEntity] = [.email, .phone, .url]
        return builtIn.map(\.rawValue)
            + definition.entityTypes.compactMap { type in
                if case .regex = type.recognition { return type.name }
                return nil
            }
    }
}
