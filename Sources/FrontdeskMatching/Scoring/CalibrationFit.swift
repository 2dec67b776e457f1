/// Fits a ``Calibration`` to observed answers.
///
/// First the weights of the signals, with out-of-scope sentences counting for much: they show what tells known from
/// unknown. Then one slope and one shift, with them counting for little: most of what reaches a desk is in scope, and
/// a confidence is right or wrong about that.
struct CalibrationFit {
    /// One answer whose truth is known.
    struct Observation {
        var signals: Calibration.Signals
        var isRight: Bool
        var isInScope: Bool
        /// Whether it answers a sentence of a control, which is none of the assistant's own.
        var isControl = false
    }

    /// The weight of all out-of-scope sentences together, as a share of the in-scope ones', in the first step.
    var outOfScopeShare = 0.3
    /// The same in the second step: how much of the traffic is expected to be out of scope.
    var expectedOutOfScope = 0.03

    /// The most probable calibration.
    func fit(_ observations: [Observation]) -> Calibration {
        var calibration = Calibration(coefficients: signalWeights(observations), quantiles: [])
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

    private func signalWeights(_ observations: [Observation]) -> [Double] {
        var regression = LogisticRegression(prior: Calibration.prior.coefficients, strength: 2)
        let weight = outOfScopeWeight(observations, share: outOfScopeShare)
        for observation in observations {
            regression.add(
                observation.signals.inputs,
                isTrue: observation.isRight,
                weight: observation.isInScope ? 1 : weight
            )
        }
        var coefficients = regression.solve()
        // A signal that seems to speak against its answer does so by accident: leave it out and fit again.
        while let worst = coefficients.indices.dropFirst().first(where: { coefficients[$0] < 0 }) {
            regression.isFixedAtZero[worst] = true
            coefficients = regression.solve()
        }
        return coefficients
    }

    private func rescaled(_ calibration: Calibration, _ observations: [Observation]) -> [Double] {
        var regression = LogisticRegression(prior: [0, 1], strength: 0.5)
        let weight = outOfScopeWeight(observations, share: expectedOutOfScope)
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

    private func outOfScopeWeight(_ observations: [Observation], share: Double) -> Double {
        let inScope = observations.count { $0.isInScope }
        let outOfScope = observations.count - inScope
        return outOfScope > 0 ? min(1, share * Double(inScope) / Double(outOfScope)) : 0
    }
}
