public import FrontdeskMatching

extension Matcher {
    /// The matcher of an assistant in all of its languages.
    ///
    /// - Parameters:
    ///   - assistant: The assistant.
    ///   - model: The model trained on its first language, or nil to match patterns alone.
    ///   - translations: The models of its further languages, by tag.
    public init(_ assistant: Assistant, model: IntentModel?, translations: [String: IntentModel] = [:]) {
        self.init(assistant.matching, model: model)
        for translation in assistant.translations {
            self.translations[translation.language] = Matcher(
                translation.matching,
                model: translations[translation.language]
            )
        }
    }

    /// Trains the matcher of an assistant in all of its languages, which takes up to some seconds.
    ///
    /// - Parameters:
    ///   - assistant: The assistant.
    ///   - vectors: Where the vector table comes from that it asks for, if it does.
    public static func training(_ assistant: Assistant, vectors: VectorSource = .none) -> Matcher {
        var models: [String: IntentModel] = [:]
        for translation in assistant.translations {
            models[translation.language] = IntentModel.train(translation.matching, vectors: vectors)
        }
        let model = IntentModel.train(assistant.matching, vectors: vectors)
        return Matcher(assistant, model: model, translations: models)
    }

    /// The models of the further languages, by tag.
    public var translatedModels: [String: IntentModel] { translations.compactMapValues(\.model) }
}
