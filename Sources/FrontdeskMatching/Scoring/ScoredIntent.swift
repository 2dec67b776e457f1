/// One intent as the classifier ranks it.
package struct ScoredIntent: Sendable, Hashable {
    /// The intent's place in ``MatcherDefinition/intents``.
    package var intent: Int
    /// The classifier's score, in its own units.
    package var score: Double
    /// The calibrated probability that the intent is right, 0…1.
    package var confidence: Double
    /// What spoke for and against, strongest first, then bias and rest; the weights add up to the score.
    package var evidence: [Evidence]
}
