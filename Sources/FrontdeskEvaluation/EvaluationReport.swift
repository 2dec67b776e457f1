/// What an evaluation measured.
public struct EvaluationReport: Sendable, Hashable {
    /// The data set's name.
    public var dataSet: String
    /// The share of in-scope lines whose best intent is right, whatever its confidence; nil without such lines.
    public var accuracy: Double?
    /// The share of out-of-scope lines whose confidence is below the threshold; nil without such lines.
    public var outOfScopeRecall: Double?
    /// How well confidence tells in scope from out of scope; nil without lines of both kinds.
    public var outOfScopeAUROC: Double?
    /// The calibration error over in-scope lines, 15 equal-width bins.
    public var calibrationError: Double?
    /// The calibration error over all lines, an out-of-scope line counting as wrong; nil without such lines.
    public var mixedCalibrationError: Double?
    /// The answer threshold that was chosen without looking at the test lines.
    public var threshold: Double
    /// The thread's CPU seconds for training and calibration.
    public var trainSeconds: Double
    /// The median of the thread's CPU microseconds from text to ranked intents.
    public var medianMicroseconds: Double
    /// The 99th percentile of the same.
    public var slowestPercentMicroseconds: Double
    /// The size of the encoded model.
    public var modelBytes: Int
    /// How many intents the training lines have.
    public var intentCount: Int
    /// How many lines the model was trained on, out-of-scope ones included if they were used.
    public var trainCount: Int
    /// How many lines were measured.
    public var testCount: Int

    /// The figures by the names of the JSON form, in alphabetical order; nil is `null`.
    var figures: [(key: String, value: Figure?)] {
        [
            ("accuracy", accuracy.map { .real($0) }),
            ("ece", calibrationError.map { .real($0) }),
            ("ece_mixed", mixedCalibrationError.map { .real($0) }),
            ("model_bytes", .whole(modelBytes)),
            ("n_intents", .whole(intentCount)),
            ("n_test", .whole(testCount)),
            ("n_train", .whole(trainCount)),
            ("oos_auroc", outOfScopeAUROC.map { .real($0) }),
            ("oos_recall", outOfScopeRecall.map { .real($0) }),
            ("p50_us", .real(medianMicroseconds)),
            ("p99_us", .real(slowestPercentMicroseconds)),
            ("threshold", .real(threshold)),
            ("train_seconds", .real(trainSeconds)),
        ]
    }

    enum Figure {
        case real(Double)
        case whole(Int)
    }
}
