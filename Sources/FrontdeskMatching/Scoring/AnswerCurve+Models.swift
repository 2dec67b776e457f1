extension AnswerCurve {
    /// The curve of an assistant in all of its languages.
    public init(_ model: IntentModel?, translations: [String: IntentModel] = [:]) {
        self = model?.answerCurve ?? AnswerCurve()
        for translation in translations.sorted(by: { $0.key < $1.key }) { add(translation.value.answerCurve) }
    }
}

extension Matcher {
    /// What every answer threshold would have given on the examples of all languages, each asked unseen.
    public var answerCurve: AnswerCurve {
        AnswerCurve(model, translations: translations.compactMapValues(\.model))
    }
}
