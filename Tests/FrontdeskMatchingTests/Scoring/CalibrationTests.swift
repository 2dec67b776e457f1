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
            #expect(abs(calibration.confidence(Self.signals(0, margin, 0, 0)) - expected) < 0.02)
        }
    }

    @Test("A signal that speaks against its answers is left out, not turned around")
    func neverNegative() {
        let observations = (0..<200).map { number in
            CalibrationFit.Observation(
                signals: Self.signals(Double(number % 10) / 10, 0.5, 1, 1),
                isRight: number % 10 < 5,
                isInScope: true
            )
        }
        let calibration = CalibrationFit().fit(observations)
        #expect(calibration.coefficients.dropFirst().allSatisfy { $0 >= 0 })
        #expect(calibration.coefficients[1] == 0)
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
