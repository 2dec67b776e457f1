import Glibc

/// Turns a classifier's scores into the probability that its first choice is right.
///
/// The probability is a logistic function of what is known before the answer: how high the best score is, how far the
/// second one lies below, and how much of the utterance training has seen (Platt 1999, with more than one input).
struct Calibration: Sendable, Hashable {
    /// What is known of an answer.
    struct Signals: Sendable, Hashable {
        var score: Double
        var margin: Double
        var knownWords: Double
        var knownPairs: Double
        /// How near the text lies to the examples of the first choice, -1…1; 0 without vectors.
        var similarity = 0.0

        var inputs: [Double] { [1, score, margin, knownWords, knownPairs, similarity] }
    }

    /// Intercept, then the weight of each signal; those are never negative.
    var coefficients: [Double]
    /// Out-of-fold confidences of in-scope sentences, at even steps from the least to the greatest.
    var quantiles: [Float]
    /// What every answer threshold would have given out of fold.
    var curve = AnswerCurve()

    /// What holds before anything was observed.
    ///
    /// The weights are those that tell sentences out of scope from others best on training lines that hold both
    /// (CLINC150), and in-scope errors still well.
    static let prior = Calibration(coefficients: [-4, 1.5, 1.5, 4, 1, 3], quantiles: [])

    func confidence(_ signals: Signals) -> Double {
        Self.logistic(sum(signals))
    }

    /// The logarithm of the odds.
    func sum(_ signals: Signals) -> Double {
        let known = coefficients[3] * signals.knownWords + coefficients[4] * signals.knownPairs
        let near = coefficients[5] * signals.similarity
        return coefficients[0] + coefficients[1] * signals.score + coefficients[2] * signals.margin + known
            + near
    }

    /// The confidence that the given share of in-scope sentences do not reach.
    func threshold(handOffBudget share: Double) -> Double {
        guard let last = quantiles.indices.last else { return 0.5 }
        let place = min(max(share, 0), 1) * Double(last)
        let lower = Int(place)
        let upper = min(lower + 1, last)
        let rest = place - Double(lower)
        return Double(quantiles[lower]) * (1 - rest) + Double(quantiles[upper]) * rest
    }

    static func logistic(_ value: Double) -> Double {
        value >= 0 ? 1 / (1 + exp(-value)) : exp(value) / (1 + exp(value))
    }
}
