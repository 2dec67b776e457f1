import FrontdeskEvaluation
import Testing

@Suite("Metrics") struct MetricsTests {
    struct Ranking: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var inScope: [Double]
        var outOfScope: [Double]
        var area: Double
    }

    @Test(
        "The area under the curve is the share of pairs in the right order, ties counting half",
        arguments: [
            Ranking(testDescription: "all in order", inScope: [0.9, 0.8], outOfScope: [0.1, 0.2], area: 1),
            Ranking(testDescription: "all the wrong way", inScope: [0.1], outOfScope: [0.9, 0.8], area: 0),
            Ranking(
                testDescription: "all tied",
                inScope: [0.5, 0.5, 0.5],
                outOfScope: [0.5, 0.5],
                area: 0.5
            ),
            // Pairs: .9>.7 .9>.3 | .7=.7 .7>.3 | .2<.7 .2<.3: 3.5 of 6.
            Ranking(
                testDescription: "mixed",
                inScope: [0.9, 0.7, 0.2],
                outOfScope: [0.7, 0.3],
                area: 3.5 / 6
            ),
            // Pairs: .6=.6 .6=.6 .6>.1 | .4<.6 .4<.6 .4>.1: 3 of 6.
            Ranking(
                testDescription: "tied twice",
                inScope: [0.6, 0.4],
                outOfScope: [0.6, 0.6, 0.1],
                area: 0.5
            ),
        ]
    )
    func area(_ ranking: Ranking) throws {
        let area = try #require(Metrics.auroc(inScope: ranking.inScope, outOfScope: ranking.outOfScope))
        #expect(abs(area - ranking.area) < 1e-12)
    }

    @Test("Without lines of both kinds there is no area")
    func areaOfOneKind() {
        #expect(Metrics.auroc(inScope: [0.4], outOfScope: []) == nil)
        #expect(Metrics.auroc(inScope: [], outOfScope: [0.4]) == nil)
    }

    struct Calibrated: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var predictions: [(Double, Bool)]
        var bins: Int
        var error: Double
    }

    @Test(
        "The calibration error is the weighted gap between confidence and truth",
        arguments: [
            Calibrated(
                testDescription: "sure and right",
                predictions: [(1, true), (1, true)],
                bins: 15,
                error: 0
            ),
            Calibrated(testDescription: "sure and wrong", predictions: [(1, false)], bins: 15, error: 1),
            // One bin: mean confidence 0.75, half of them right.
            Calibrated(
                testDescription: "one bin",
                predictions: [(0.7, true), (0.8, false)],
                bins: 1,
                error: 0.25
            ),
            // Bins of a half: {0.2 wrong, 0.4 right}: |0.5 - 0.3| = 0.2; {0.9 right, 0.9 right}: 0.1.
            Calibrated(
                testDescription: "two bins",
                predictions: [(0.2, false), (0.4, true), (0.9, true), (0.9, true)],
                bins: 2,
                error: 0.15
            ),
            // Bins of a fifteenth: 0.50 and 0.52 share the one from 7/15, 0.55 has its own.
            Calibrated(
                testDescription: "fifteen bins",
                predictions: [(0.5, true), (0.52, false), (0.55, true), (0.55, false)],
                bins: 15,
                error: 0.5 * 0.01 + 0.5 * 0.05
            ),
        ]
    )
    func calibrationError(_ table: Calibrated) throws {
        let predictions = table.predictions.map { (confidence: $0.0, isRight: $0.1) }
        let error = try #require(Metrics.expectedCalibrationError(predictions, bins: table.bins))
        #expect(abs(error - table.error) < 1e-12)
    }

    @Test("Without predictions there is no calibration error")
    func noPredictions() {
        #expect(Metrics.expectedCalibrationError([]) == nil)
    }

    @Test(
        "A quantile is the value at its rank",
        arguments: [(0.0, 1.0), (0.25, 1.0), (0.26, 2.0), (0.5, 2.0), (0.75, 3.0), (0.99, 4.0), (1.0, 4.0)]
    )
    func quantile(_ share: Double, _ value: Double) {
        #expect(Metrics.quantile([3, 1, 4, 2], share) == value)
        #expect(Metrics.quantile([], share) == nil)
    }
}
