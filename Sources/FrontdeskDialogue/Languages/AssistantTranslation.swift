public import FrontdeskMatching

/// An assistant in one more language: what customers say in it.
///
/// Texts lie beside their originals.
public struct AssistantTranslation: Sendable, Hashable, Codable {
    /// The language's BCP 47 tag.
    public var language: String
    /// What the matcher of this language matches with: the same intents, in its words.
    public var matching: MatcherDefinition
    /// What the values of entity types are called in it, by type and value.
    public var words: [String: [String: String]]

    /// Makes a translation.
    public init(language: String, matching: MatcherDefinition, words: [String: [String: String]] = [:]) {
        self.language = language
        self.matching = matching
        self.words = words
    }
}

extension Assistant {
    /// What customers and agents call it in a language.
    public func title(in language: String?) -> String { language.flatMap { titles[$0] } ?? title }

    /// What the values of entity types are called in a language, by type and value; nothing where they are called by
    /// themselves.
    func words(in language: String) -> [String: [String: String]] {
        translations.first { $0.language == language }?.words ?? [:]
    }

    /// What the matcher of a language matches with; that of the first language for one the assistant does not speak.
    public func matching(in language: String?) -> MatcherDefinition {
        translations.first { $0.language == language }?.matching ?? matching
    }

    /// The assistant's own tag for a BCP 47 tag (`es` for `es-MX`); nil when it does not speak the language.
    public func spoken(_ tag: String?) -> String? {
        guard let tag, let language = Language(tag: tag)?.rawValue else { return nil }
        return languages.contains(language) ? language : nil
    }
}

extension Intent {
    /// What a person reads in a language.
    public func title(in language: String?) -> String { language.flatMap { titles[$0] } ?? title }
}

extension Flow {
    /// What a person reads in a language.
    public func title(in language: String?) -> String { language.flatMap { titles[$0] } ?? title }
}

extension Queue {
    /// What customers read in a language; agents read the title of the first one.
    public func title(in language: String?) -> String { language.flatMap { titles[$0] } ?? title }
}

extension Response {
    /// The response in a language; in the first one when it has no translation.
    public func spoken(in language: String?) -> Response { language.flatMap { translations[$0] } ?? self }
}

extension SlotChoice {
    /// The choice in a language, understood in the words of the first one as well.
    public func spoken(in language: String?) -> SlotChoice {
        guard let translation = language.flatMap({ translations[$0] }) else { return self }
        return SlotChoice(
            id: id,
            title: translation.title,
            synonyms: translation.synonyms + [title] + synonyms
        )
    }
}
