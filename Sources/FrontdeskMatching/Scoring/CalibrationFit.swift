/// Fits a ``Calibration`` to observed answers.
///
/// The weights of the signals are what they are (``Calibration/prior``): sentences of left-out intents are too like
/// those of the others to show what tells known from unknown. One slope and one shift are fitted, with sentences out of
/// scope counting for little: most of what reaches a desk is in scope, and a confidence is right or wrong about that.
struct CalibrationFit {
    /// One answer whose truth is known.
    struct Observation {
        var signals: Calibration.Signals
        var isRight: Bool
        var isInScope: Bool
        /// Whether it answers a sentence of a control, which is none of the assistant's own.
        var isControl = false
    }

    /// The weight of all out-of-scope sentences together, as a share of the in-scope ones': how much of the traffic is
    /// expected to be out of scope.
    var expectedOutOfScope = 0.02

    /// The most probable calibration.
    func fit(_ observations: [Observation]) -> Calibration {
        var calibration = Calibration.prior
        calibration.coefficients = rescaled(calibration, observations)
        let inScope = observations.filter(\.isInScope).map { calibration.confidence($0.signals) }.sorted()
        if let last = inScope.indices.last {
            calibration.quantiles = (0...100).map { step in
                Float(inScope[Int((Double(step) / 100 * Double(last)).rounded())])
            }
        }
        for observation in observations where !observation.isControl {
            calibration.curve.add(
                confidence: calibration.confidence(observation.signals),
                isRight: observation.isRight,
                isInScope: observation.isInScope
            )
        }
        return calibration
    }

    private func rescaled(_ calibration: Calibration, _ observations: [Observation]) -> [Double] {
        var regression = LogisticRegression(prior: [0, 1], strength: 0.5)
        let weight = outOfScopeWeight(observations)
        for observation in observations {
            regression.add(
                [1, calibration.sum(observation.signals)],
                isTrue: observation.isRight,
                weight: observation.isInScope ? 1 : weight
            )
        }
        let line = regression.solve()
        // More evidence must never mean less confidence, whatever a few observations say.
        let slope = max(line[1], 0.1)
        var coefficients = calibration.coefficients.map { $0 * slope }
        coefficients[0] += line[0]
        return coefficients
    }

    private func outOfScopeWeight(_ observations: [Observation]) -> Double {
        let inScope = observations.count { $0.isInScope }
        let outOfScope = observations.count - inScope
        return outOfScope > 0 ? min(1, expectedOutOfScope * Double(inScope) / Double(outOfScope)) : 0
    }
}
