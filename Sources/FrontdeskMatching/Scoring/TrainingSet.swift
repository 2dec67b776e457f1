/// The sentences of a definition as counted features: what training and cross-validation start from.
struct TrainingSet {
    struct Row {
        var counts: FeatureCounts
        /// The class; -1 for background and counterexamples.
        var label: Int32
        /// The class a counterexample speaks against; -1 for other rows.
        var onlyAgainst: Int32
    }

    /// All features of all rows.
    private(set) var table = FeatureTable()
    private(set) var rows: [Row] = []
    /// How many intents the definition has.
    let intentCount: Int
    /// The intents that have a sentence, by class, as places in ``MatcherDefinition/intents``.
    private(set) var intents: [Int32] = []
    /// The entity types that are replaced by their class.
    let classes: [String]

    /// Collects the sentences; nil when no intent has examples.
    init?(_ definition: MatcherDefinition) {
        guard definition.intents.contains(where: { !$0.examples.isEmpty }) else { return nil }
        intentCount = definition.intents.count
        classes = EntityClasses.replaced(in: definition)
        let reader = SentenceReader(definition, classes: classes)
        for (place, intent) in definition.intents.enumerated() {
            // Without examples of its own an intent would lose every sentence to those that have some.
            let examples = intent.examples.isEmpty ? [Example(intent.title)] : intent.examples
            let label = Int32(intents.count)
            intents.append(Int32(place))
            for example in examples { append(reader.text(of: example), label: label) }
            for example in intent.counterexamples {
                append(reader.text(of: example), label: -1, onlyAgainst: label)
            }
        }
        for example in definition.background { append(reader.text(of: example), label: -1) }
    }

    var classCount: Int { intents.count }

    private mutating func append(_ text: FeatureText, label: Int32, onlyAgainst: Int32 = -1) {
        guard !text.words.isEmpty else { return }
        let features = FeatureExtractor.features(of: text)
        for feature in features { _ = table.intern(feature.key) }
        var places: [Int32] = []
        let counts = FeatureCounts(features, in: table, places: &places)
        rows.append(Row(counts: counts, label: label, onlyAgainst: onlyAgainst))
    }

    /// In how many of the chosen rows each feature occurs.
    func frequencies(in chosen: [Int]) -> [Int32] {
        var frequencies = [Int32](repeating: 0, count: table.count)
        for row in chosen {
            for feature in rows[row].counts.features { frequencies[Int(feature)] += 1 }
        }
        return frequencies
    }

    /// The chosen rows as values, with a constant 1 as the last feature: its weight is the bias.
    func values(of chosen: [Int], weighting: FeatureWeighting) -> SparseRows {
        var result = SparseRows()
        for row in chosen {
            let counts = rows[row].counts
            result.append(
                label: rows[row].label,
                onlyAgainst: rows[row].onlyAgainst,
                features: counts.features,
                values: weighting.vector(of: counts).values,
                bias: Int32(table.count)
            )
        }
        return result
    }
}

/// Turns example sentences into texts with their entities replaced.
struct SentenceReader {
    let classes: [String]

    init(_ definition: MatcherDefinition, classes: [String]) {
        self.classes = classes
    }

    func text(of example: Example) -> FeatureText {
        let tokens = Tokenizer.tokenize(example.text)
        return FeatureText(tokens, entities: [], classes: classes)
    }
}

/// Which entity types the classifier sees as their class and not as their words.
enum EntityClasses {
    static func replaced(in definition: MatcherDefinition) -> [String] { [] }
}
