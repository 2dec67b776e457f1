import FrontdeskDialogue
import FrontdeskMatching

extension Lowering {
    /// The language of all ordinary files.
    var firstLanguage: Language { Language(tag: program.assistant.languages[0]) ?? .english }

    /// The engine's texts, in the assistant's words where it has its own.
    var texts: DeskTexts {
        var overrides: [String: [DeskText: Response]] = [:]
        let first = firstLanguage.rawValue
        for text in program.texts where overrides[first]?[text.text] == nil {
            let response = text.response.response
            overrides[first, default: [:]][text.text] = response
            for language in program.assistant.languages.dropFirst() {
                guard let translation = response.translations[language] else { continue }
                overrides[language, default: [:]][text.text] = translation
            }
        }
        for (text, translations) in program.builtInTranslations {
            for (language, response) in translations {
                overrides[language, default: [:]][text] = response.response
            }
        }
        return DeskTexts(
            overrides: overrides.removeValue(forKey: first) ?? [:],
            language: firstLanguage,
            translations: overrides
        )
    }

    /// What the values of entity types are called in a further language: the first word given for each.
    func words(in language: String) -> [String: [String: String]] {
        var words: [String: [String: String]] = [:]
        for value in program.translations[language]?.values ?? [] {
            guard let word = value.words.first?.text, words[value.type]?[value.value] == nil else { continue }
            words[value.type, default: [:]][value.value] = word
        }
        return words
    }

    /// The engine's greeting in all languages.
    func builtInGreeting(_ texts: DeskTexts) -> Response {
        var greeting = texts[.greeting]
        for tag in program.assistant.languages.dropFirst() {
            guard let language = Language(tag: tag) else { continue }
            greeting.translations[tag] = texts.spoken(in: language)[.greeting]
        }
        return greeting
    }

    /// What a control is called in further languages.
    func titles(of control: Control) -> [String: String] {
        var titles: [String: String] = [:]
        for tag in program.assistant.languages.dropFirst() {
            guard let language = Language(tag: tag) else { continue }
            titles[tag] = BuiltInControls.title(control, in: language)
        }
        return titles
    }
}
