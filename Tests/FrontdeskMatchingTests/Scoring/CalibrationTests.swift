@testable import FrontdeskMatching
import Testing

@Suite("Calibration") struct CalibrationTests {
    private static func signals(_ score: Double, _ margin: Double, _ words: Double, _ pairs: Double)
        -> Calibration.Signals
    {
        Calibration.Signals(score: score, margin: margin, knownWords: words, knownPairs: pairs)
    }

    private static let calibrations: [Calibration] = {
        guard let model = DeskExamples.model else { return [.prior] }
        return [.prior, model.calibration]
    }()

    @Test("Confidence is a probability and never falls when a signal rises", arguments: calibrations)
    func monotone(_ calibration: Calibration) {
        let steps = stride(from: -1.5, through: 2, by: 0.25)
        for fixed in steps {
            let rising = steps.map { calibration.confidence(Self.signals(fixed, $0, 0.5, 0.5)) }
            #expect(rising.allSatisfy { (0...1).contains($0) })
            #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 })
        }
        let base = calibration.confidence(Self.signals(0, 0.2, 0.5, 0.5))
        #expect(calibration.confidence(Self.signals(0.5, 0.2, 0.5, 0.5)) >= base)
        #expect(calibration.confidence(Self.signals(0, 0.2, 0.9, 0.5)) >= base)
        #expect(calibration.confidence(Self.signals(0, 0.2, 0.5, 0.9)) >= base)
        #expect(calibration.confidence(Self.signals(-1e9, 0, 0, 0)) >= 0)
        #expect(calibration.confidence(Self.signals(1e9, 1e9, 1, 1)) <= 1)
    }

    @Test("Without observations the prior holds, and there are no quantiles")
    func prior() {
        let calibration = CalibrationFit().fit([])
        #expect(calibration == .prior)
        #expect(calibration.threshold(handOffBudget: 0.05) == 0.5)
    }

    @Test("A fit finds the rule that made its observations")
    func recovers() {
        // Of every ten answers with margin m, the share right is logistic(4 m - 1), other signals fixed.
        var observations: [CalibrationFit.Observation] = []
        for step in 0..<40 {
            let margin = Double(step) / 40
            let right = Calibration.logistic(4 * margin - 1) * 100
            for number in 0..<100 {
                observations.append(
                    .init(
                        signals: Self.signals(0, margin, 0, 0),
                        isRight: Double(number) < right,
                        isInScope: true
                    )
                )
            }
        }
        let calibration = CalibrationFit().fit(observations)
        for margin in [0.0, 0.3, 0.6, 0.9] {
            let expected = Calibration.logistic(4 * margin - 1)
            #expect(abs(calibration.confidence(Self.signals(0, margin, 0, 0)) - expected) < 0.03)
        }
    }

    @Test("More evidence never means less confidence, whatever the observations say")
    func neverNegative() {
        let observations = (0..<200).map { number in
            CalibrationFit.Observation(
                signals: Self.signals(Double(number % 10) / 10, 0.5, 1, 1),
                isRight: number % 10 < 5,
                isInScope: true
            )
        }
        let coefficients = CalibrationFit().fit(observations).coefficients
        #expect(zip(coefficients, Calibration.prior.coefficients).dropFirst().allSatisfy { $0 >= 0.1 * $1 })
    }

    @Test("The fit is the most probable line, however far from it the search begins")
    func optimum() {
        var regression = LogisticRegression(prior: [0, 1], strength: 0.5)
        var points: [(sum: Double, isTrue: Bool)] = []
        for number in 0..<300 {
            let place = number % 60
            points.append((3 + Double(place) / 10, place > 20 || place % 7 == 0))
        }
        for point in points { regression.add([1, point.sum], isTrue: point.isTrue, weight: 1) }
        let line = regression.solve()
        // At the optimum nothing pulls: the errors balance the prior.
        var pulls = [-0.5 * line[0], -0.5 * (line[1] - 1)]
        for point in points {
            let truth = point.isTrue ? 1.0 : 0.0
            let error = truth - Calibration.logistic(line[0] + line[1] * point.sum)
            pulls[0] += error
            pulls[1] += error * point.sum
        }
        #expect(abs(pulls[0]) < 1e-5)
        #expect(abs(pulls[1]) < 1e-5)
    }

    @Test("Sentences out of scope count together as the share of traffic that is expected of them")
    func outOfScope() {
        let inScope = (0..<100).map { number in
            CalibrationFit.Observation(
                signals: Self.signals(Double(number) / 100, 0.5, 1, 1),
                isRight: number > 20,
                isInScope: true
            )
        }
        let others = (0..<50).map { number in
            CalibrationFit.Observation(
                signals: Self.signals(Double(number) / 100, 0.5, 1, 1),
                isRight: false,
                isInScope: false
            )
        }
        func confidence(_ share: Double, _ observations: [CalibrationFit.Observation]) -> Double {
            let calibration = CalibrationFit(expectedOutOfScope: share).fit(observations)
            return calibration.confidence(Self.signals(0.3, 0.5, 1, 1))
        }
        #expect(confidence(0, inScope + others) == confidence(0.5, inScope))
        #expect(confidence(0.2, inScope + others) < confidence(0.02, inScope + others))
        // Twice as many of them weigh no more.
        let twice = confidence(0.02, inScope + others + others)
        #expect(abs(twice - confidence(0.02, inScope + others)) < 1e-9)
    }

    @Test(
        "A hand-off budget is a quantile of the right answers' confidences",
        arguments: [
            (0.0, 0.0), (0.05, 0.05), (0.5, 0.5), (0.055, 0.055), (1.0, 1.0), (-1.0, 0.0), (2.0, 1.0),
        ]
    )
    func threshold(_ budget: Double, _ expected: Double) {
        let steps = (0...100).map { Float($0) / 100 }
        let calibration = Calibration(coefficients: Calibration.prior.coefficients, quantiles: steps)
        #expect(abs(calibration.threshold(handOffBudget: budget) - expected) < 1e-6)
    }
}
