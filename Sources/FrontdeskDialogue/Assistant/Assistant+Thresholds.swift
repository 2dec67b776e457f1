public import FrontdeskMatching

extension Assistant {
    /// The assistant with the answer threshold that keeps to its declared share of wrong answers.
    ///
    /// One that declares none stays as it is. Where no threshold keeps to it, only what is surest is answered; where
    /// there are too few examples to tell, the threshold is the usual one.
    ///
    /// - Parameter curve: What each threshold gives, from ``FrontdeskMatching/Matcher/answerCurve``.
    public func takingThreshold(from curve: @autoclosure () -> AnswerCurve) -> Assistant {
        guard let choice = thresholdChoice(from: curve()) else { return self }
        var assistant = self
        switch choice {
        case .met(let point), .unmet(let point): assistant.thresholds.answer = point.threshold
        case .tooFew: assistant.thresholds.answer = max(Thresholds().answer, thresholds.clarify)
        }
        return assistant
    }

    /// What comes of the declared share of wrong answers; nil when none is declared.
    public func thresholdChoice(from curve: @autoclosure () -> AnswerCurve) -> AnswerCurve.Choice? {
        thresholds.wrongAnswers.map { limit in
            curve().choice(wrongAnswers: limit, from: thresholds.clarify)
        }
    }
}
