/// A linear classifier over words and character n-grams with its calibration; one reference, so that none copies it.
public final class IntentModel: Sendable {
    /// The features training saw.
    let table: FeatureTable
    /// In how many sentences each feature occurred, and how many sentences there were.
    let frequencies: [Int32]
    let rowCount: Int
    let weights: WeightTable
    let wideRows: WideRows
    /// How many intents the definition has.
    package let intentCount: Int
    /// The places in ``MatcherDefinition/intents``, by class, ascending.
    let intents: [Int32]
    /// The entity types that are seen as their class.
    let classes: [String]
    let calibration: Calibration
    /// Which features it looks at.
    let plan: FeaturePlan
    /// What it makes of a text's vector; nil when it was trained without.
    let dense: DenseWeights?
    /// The table it takes vectors from; nil when it needs none, or as long as none is attached.
    package let vectors: VectorTable?
    let weighting: FeatureWeighting
    /// Where a text's vector is looked for; nil when the classes are few enough to try each, or have no vectors.
    let groups: ClassGroups?
    /// The words training saw, for those that are typed almost so.
    let spelling: SpellingIndex
    /// How likely those words are beside others.
    let context: WordContext

    init(
        table: FeatureTable,
        frequencies: [Int32],
        rowCount: Int,
        weights: WeightTable,
        intentCount: Int,
        intents: [Int32],
        classes: [String],
        calibration: Calibration,
        plan: FeaturePlan,
        spelling: SpellingIndex,
        dense: DenseWeights? = nil,
        vectors: VectorTable? = nil
    ) {
        self.table = table
        self.frequencies = frequencies
        self.rowCount = rowCount
        self.weights = weights
        wideRows = WideRows(weights)
        self.intentCount = intentCount
        self.intents = intents
        self.classes = classes
        self.calibration = calibration
        self.plan = plan
        self.spelling = spelling
        self.dense = dense
        self.vectors = vectors
        weighting = FeatureWeighting(frequencies: frequencies, rowCount: rowCount)
        groups = intents.count > ClassGroups.exactLimit ? dense.map { ClassGroups($0) } : nil
        context = WordContext(
            table: table,
            frequencies: frequencies,
            rowCount: rowCount,
            wordCounts: spelling.counts
        )
    }

    /// The name of the vector table that the model was trained with and needs to answer; nil when it needs none.
    public var vectorTable: String? { dense?.table }

    /// The model with the table it was trained with.
    ///
    /// - Returns: The model, ready to answer; nil when the source has no such table, or one with other contents.
    public func attaching(_ source: VectorSource) -> IntentModel? {
        guard let dense else { return self }
        guard let table = source.table(dense.table), table.fingerprint == dense.fingerprint,
            table.dimensions == dense.dimensions
        else { return nil }
        return IntentModel(self, with: table)
    }

    private init(_ model: IntentModel, with vectors: VectorTable) {
        table = model.table
        frequencies = model.frequencies
        rowCount = model.rowCount
        weights = model.weights
        wideRows = model.wideRows
        intentCount = model.intentCount
        intents = model.intents
        classes = model.classes
        calibration = model.calibration
        plan = model.plan
        dense = model.dense
        self.vectors = vectors
        weighting = model.weighting
        groups = model.groups
        spelling = model.spelling
        context = model.context
    }

    /// The answer threshold that hands off no more than a given share of what is in scope.
    ///
    /// - Parameter budget: The share of in-scope sentences that may stay below the threshold, 0…1.
    /// - Returns: A confidence, from cross-validating the examples at training; 0.5 if there were too few.
    public func threshold(handOffBudget budget: Double) -> Double {
        calibration.threshold(handOffBudget: budget)
    }

    /// What every answer threshold would have given on the examples, each asked unseen.
    public var answerCurve: AnswerCurve { calibration.curve }

    /// Whether the model can have been trained on this definition: it has the same intents and entity classes.
    ///
    /// A matcher refuses a model that doesn't fit; its answers would name other intents.
    package func fits(_ definition: MatcherDefinition) -> Bool {
        intentCount == definition.intents.count && classes == EntityClasses.replaced(in: definition)
    }
}
