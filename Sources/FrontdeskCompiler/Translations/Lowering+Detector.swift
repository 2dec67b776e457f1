import FrontdeskDialogue
import FrontdeskMatching

extension Program {
    /// The controls that customers can use: a change of language needs several languages, to be forgotten
    /// somebody who remembers, to be left in peace somebody who writes first.
    var controlsInUse: [Control] {
        Control.allCases.filter { control in
            switch control {
            case .language: assistant.languages.count > 1
            case .forget, .remembered: remembersSlots
            case .noNotices, .notices: sendsNotices
            default: true
            }
        }
    }
}

extension Lowering {
    var controls: [Control] { program.controlsInUse }

    /// How many texts of a language it is learnt from at most.
    private static let textLimit = 20_000

    /// Learns the languages from what the files say and what customers say in them.
    var detector: LanguageDetector? {
        let languages = program.assistant.languages
        guard languages.count > 1 else { return nil }
        return LanguageDetector(languages.map { ($0, Array(texts(in: $0).prefix(Self.textLimit))) })
    }

    private func texts(in language: String) -> [String] {
        let phrases = program.phrases(in: language)
        var texts = phrases.allExamples.map(\.example.text)
        texts += phrases.allPatterns.map { $0.pattern.root.words.joined(separator: " ") }
        if let spoken = Language(tag: language) {
            for control in Control.allCases where control != .language {
                texts += BuiltInControls.examples(control, in: spoken)
                texts += BuiltInControls.patterns(control, in: spoken).map {
                    $0.root.words.joined(separator: " ")
                }
            }
        }
        var copy = program
        let isFirst = language == program.assistant.languages.first
        copy.visitResponses { response, _, _ in
            guard let spoken = isFirst ? response : response.translations[language] else { return }
            for variant in spoken.variants {
                texts += variant.segments.compactMap { segment in
                    if case .text(let text) = segment { text } else { nil }
                }
            }
        }
        return texts
    }
}

extension PatternNode {
    /// The words it names, in order.
    fileprivate var words: [String] {
        switch self {
        case .word(let word), .exact(let word): [word]
        case .sequence(let parts), .alternatives(let parts), .permutation(let parts): parts.flatMap(\.words)
        case .optional(let part): part.words
        default: []
        }
    }
}
