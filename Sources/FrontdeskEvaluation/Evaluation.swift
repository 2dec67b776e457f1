public import FrontdeskMatching
import Glibc

/// Trains a matcher on a data set and measures it.
public enum Evaluation {
    /// How an evaluation is run.
    public struct Options: Sendable, Hashable {
        /// Whether out-of-scope training lines serve as background; otherwise they are dropped.
        public var usesBackground: Bool
        /// The share of in-scope sentences that the threshold may hand off, 0…1.
        public var handOffBudget: Double
        /// How often each test line is timed; the run with the lowest median counts.
        public var timingRuns: Int

        /// The vector table that examples are compared by; nil for words and letters alone.
        public var vectors: VectorTable?

        /// Makes options.
        public init(
            usesBackground: Bool = true,
            handOffBudget: Double = 0.05,
            timingRuns: Int = 5,
            vectors: VectorTable? = nil
        ) {
            precondition((0...1).contains(handOffBudget), "the hand-off budget is a share, 0…1")
            precondition(timingRuns > 0, "there must be at least one timing run")
            self.usesBackground = usesBackground
            self.handOffBudget = handOffBudget
            self.timingRuns = timingRuns
            self.vectors = vectors
        }

        var source: VectorSource {
            let table = vectors
            return VectorSource { _ in table }
        }
    }

    /// Trains on the training lines and measures on the test lines.
    ///
    /// The answer threshold is the confidence that ``Options/handOffBudget`` of the in-scope lines of `valid.tsv` do
    /// not reach. A set without that file takes the same quantile of the out-of-fold answers which the model kept from
    /// cross-validating its training lines. The test lines never choose anything.
    public static func run(_ dataSet: DataSet, options: Options = Options()) -> EvaluationReport {
        let definition = definition(of: dataSet, options: options)
        let started = threadSeconds()
        let model = IntentModel.train(definition, vectors: options.source)
        let trainSeconds = threadSeconds() - started
        let matcher = Matcher(definition, model: model)

        let threshold = threshold(of: matcher, dataSet: dataSet, budget: options.handOffBudget)
        let outcomes = dataSet.test.map { Outcome($0, top: matcher.match($0.text).candidates.first) }
        let times = timing(of: matcher, lines: dataSet.test, runs: options.timingRuns)

        let inScope = outcomes.filter(\.isInScope)
        let outOfScope = outcomes.filter { !$0.isInScope }
        let recalled = outOfScope.count { $0.confidence < threshold }
        let right = inScope.count(where: \.isRight)
        return EvaluationReport(
            dataSet: dataSet.name,
            accuracy: inScope.isEmpty ? nil : Double(right) / Double(inScope.count),
            outOfScopeRecall: outOfScope.isEmpty ? nil : Double(recalled) / Double(outOfScope.count),
            outOfScopeAUROC: Metrics.auroc(
                inScope: inScope.map(\.confidence),
                outOfScope: outOfScope.map(\.confidence)
            ),
            calibrationError: Metrics.expectedCalibrationError(inScope.map(\.prediction)),
            mixedCalibrationError: outOfScope.isEmpty
                ? nil : Metrics.expectedCalibrationError(outcomes.map(\.prediction)),
            threshold: threshold,
            trainSeconds: trainSeconds,
            medianMicroseconds: times.median,
            slowestPercentMicroseconds: times.slowestPercent,
            modelBytes: model?.encoded().count ?? 0,
            intentCount: definition.intents.count,
            trainCount: definition.intents.reduce(definition.background.count) { $0 + $1.examples.count },
            testCount: dataSet.test.count
        )
    }

    /// The definition that a data set's training lines make: each intent's lines are its examples.
    package static func definition(of dataSet: DataSet, options: Options) -> MatcherDefinition {
        var intents: [IntentDefinition] = []
        var places: [String: Int] = [:]
        var background: [Example] = []
        for line in dataSet.train {
            guard let name = line.intent else {
                if options.usesBackground { background.append(Example(line.text)) }
                continue
            }
            if let place = places[name] {
                intents[place].examples.append(Example(line.text))
            } else {
                places[name] = intents.count
                intents.append(IntentDefinition(name: name, title: name, examples: [Example(line.text)]))
            }
        }
        return MatcherDefinition(
            intents: intents,
            background: background,
            vectors: options.vectors?.name
        )
    }

    private static func threshold(of matcher: Matcher, dataSet: DataSet, budget: Double) -> Double {
        guard let valid = dataSet.valid else {
            return matcher.model?.threshold(handOffBudget: budget) ?? 0
        }
        let inScope = valid.map { Outcome($0, top: matcher.match($0.text).candidates.first) }
            .filter(\.isInScope)
        return Metrics.quantile(inScope.map(\.confidence), budget) ?? 0
    }

    private static func timing(
        of matcher: Matcher,
        lines: [DataSet.Line],
        runs: Int
    ) -> (median: Double, slowestPercent: Double) {
        var best = (median: Double.infinity, slowestPercent: Double.infinity)
        for _ in 0..<runs {
            var times: [Double] = []
            times.reserveCapacity(lines.count)
            for line in lines {
                let started = threadSeconds()
                let result = matcher.match(line.text)
                let ended = threadSeconds()
                withExtendedLifetime(result) { times.append((ended - started) * 1e6) }
            }
            let median = Metrics.quantile(times, 0.5) ?? 0
            if median < best.median {
                best = (median, Metrics.quantile(times, 0.99) ?? 0)
            }
        }
        return best
    }

    /// CPU time of this thread: other processes on the machine don't change it.
    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// What the matcher said of one test line.
private struct Outcome {
    let isInScope: Bool
    let isRight: Bool
    let confidence: Double

    init(_ line: DataSet.Line, top: Candidate?) {
        isInScope = line.intent != nil
        isRight = line.intent != nil && top?.intent == line.intent
        confidence = top?.confidence ?? 0
    }

    var prediction: (confidence: Double, isRight: Bool) { (confidence, isRight) }
}
