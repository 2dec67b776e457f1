import FrontdeskDialogue
public import FrontdeskMatching

/// A sentence that a customer may begin with.
public struct Sentence: Sendable, Hashable {
    /// Where it comes from.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        case example, pattern, transcript
    }

    /// What is written.
    public var text: String
    /// The language of the customer; nil: the channel tells none.
    public var language: String?
    /// Where it comes from.
    public var source: Source

    /// Makes a sentence.
    public init(_ text: String, language: String? = nil, source: Source) {
        self.text = text
        self.language = language
        self.source = source
    }
}

/// The sentences that two versions of an assistant are compared with.
public struct Sentences: Sendable {
    /// How many sentences of each pattern are tried.
    public static let perPattern = 4

    /// All of them, each once for each language.
    public private(set) var all: [Sentence] = []
    private var seen: Set<String> = []

    /// Takes the examples and sentences that the patterns of several definitions accept, and what customers wrote.
    ///
    /// - Parameters:
    ///   - definitions: What is understood, in each language, of each version.
    ///   - written: What customers wrote, as in transcripts.
    public init(_ definitions: [(language: String?, definition: MatcherDefinition)], written: [Sentence]) {
        for (language, definition) in definitions {
            let sampler = PatternSampler(
                rules: definition.rules,
                synonyms: definition.synonyms,
                entityTypes: definition.entityTypes,
                language: definition.languages.first ?? .english
            )
            // The same pattern in both versions gives the same sentences.
            for intent in definition.intents {
                for example in intent.examples {
                    add(Sentence(example.text, language: language, source: .example))
                }
                for pattern in intent.patterns {
                    for text in sampler.samples(of: pattern, limit: Self.perPattern) {
                        add(Sentence(text, language: language, source: .pattern))
                    }
                }
            }
        }
        for sentence in written { add(sentence) }
    }

    private mutating func add(_ sentence: Sentence) {
        guard seen.insert("\(sentence.language ?? "-")\u{1F}\(sentence.text)").inserted else { return }
        all.append(sentence)
    }
}
