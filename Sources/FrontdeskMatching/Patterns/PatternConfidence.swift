/// What a whole-utterance pattern match says about an intent, as a probability.
///
/// A pattern without gaps is a sentence its author wrote down, so it is next to certain: 0.99. Each word that fell
/// into a gap is a word nobody foresaw. With `c` words covered by literals and entities and `g` in gaps,
///
///     confidence = 0.99 - 0.24 · g / (c + g)
///
/// which stays between 0.75 and 0.99. Among several intents the best pattern keeps its confidence. An equally good
/// one gets a thousandth less, so that the dialogue asks which is meant; a worse one, or an intent that only the
/// classifier names, is at most half as likely as the one before it.
enum PatternConfidence {
    static let full = 0.99
    static let gapPenalty = 0.24
    /// What separates equally good patterns.
    static let tieStep = 0.001
    /// The most that is left to a worse pattern, or to an intent without one, beside a better one.
    static let runnerUpShare = 0.5

    /// The confidence of one match by itself.
    static func alone(_ match: PatternMatch) -> Double {
        guard match.gapWords > 0 else { return full }
        let covered = match.entities.reduce(match.literalWords) { $0 + $1.tokens.count }
        return full - gapPenalty * Double(match.gapWords) / Double(covered + match.gapWords)
    }

    /// The confidence of a match behind a better or equally good one.
    static func behind(_ previous: Double, own: Double, isTied: Bool) -> Double {
        isTied ? max(0, previous - tieStep) : min(own, previous * runnerUpShare)
    }
}
