import FrontdeskDialogue
import FrontdeskMatching

/// What customers say to steer a conversation, apart from any topic, by language.
enum BuiltInControls {
    /// What a person reads for a control.
    static func title(_ control: Control, in language: Language = .english) -> String {
        switch language {
        case .english: EnglishControls.title(control)
        case .spanish: SpanishControls.title(control)
        }
    }

    /// The patterns of a control; the tests prove that each of them can be read.
    static func patterns(_ control: Control, in language: Language = .english) -> [Pattern] {
        parsed[language]?[control] ?? []
    }

    /// Sentences to generalise from, for controls that customers put in many words.
    static func examples(_ control: Control, in language: Language = .english) -> [String] {
        switch language {
        case .english: EnglishControls.examples(control)
        case .spanish: SpanishControls.examples(control)
        }
    }

    /// The patterns of a control as text.
    static func sources(_ control: Control, in language: Language = .english) -> [String] {
        switch language {
        case .english: EnglishControls.sources(control)
        case .spanish: SpanishControls.sources(control)
        }
    }

    private static let parsed: [Language: [Control: [Pattern]]] = {
        var patterns: [Language: [Control: [Pattern]]] = [:]
        for language in Language.allCases {
            for control in Control.allCases {
                patterns[language, default: [:]][control] = sources(control, in: language)
                    .compactMap { try? PatternParser.parse($0) }
            }
        }
        return patterns
    }()
}
