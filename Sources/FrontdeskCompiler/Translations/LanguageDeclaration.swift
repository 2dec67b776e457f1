import FrontdeskMatching

/// What the translation files of one language add, apart from the texts of responses, which lie beside their originals.
struct LanguageDeclaration {
    /// What customers say in this language, by intent.
    var phrases: [String: PhrasesDeclaration] = [:]
    var rules: [RuleDeclaration] = []
    var synonyms: [SynonymDeclaration] = []
    var controls: [ControlDeclaration] = []
    var background: [ExampleDeclaration] = []
    /// More words for the values of entity types.
    var values: [ValueDeclaration] = []
    /// Where the files translate an intent, a flow or the assistant first.
    var places: [TextOwner: Place] = [:]
    /// The files of this language.
    var files: [Int] = []
}

/// What customers say for an intent in another language.
struct PhrasesDeclaration {
    var patterns: [PatternDeclaration] = []
    var examples: [ExampleDeclaration] = []
    var counterexamples: [ExampleDeclaration] = []

    var isEmpty: Bool { patterns.isEmpty && examples.isEmpty }
}

/// Words of another language for a value.
struct ValueDeclaration {
    var type: String
    var value: String
    var words: [Name]
}

/// A choice in another language.
struct ChoiceTranslation {
    var title: String
    var synonyms: [String]
}

/// What a text belongs to.
enum TextOwner: Hashable {
    case assistant
    case intent(String)
    case flow(String)
}

/// A file whose top says `language:`.
struct TranslationFile {
    var language: Name
    var root: SyntaxNode
    var reader: FileReader
}

extension ResponseDeclaration {
    /// The response and its translations, by language.
    var inAllLanguages: [ResponseDeclaration] {
        [self] + translations.sorted { $0.key < $1.key }.map(\.value)
    }
}
