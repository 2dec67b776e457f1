/// Everything the matcher knows of an assistant: the compiler's result, the trainer's and the index's input.
public struct MatcherDefinition: Sendable, Hashable, Codable {
    /// The intents, in file order.
    public var intents: [IntentDefinition]
    /// Entity types beyond the built-in ones, in file order.
    public var entityTypes: [EntityType]
    /// Named rules that patterns refer to as `<name>`; free of cycles.
    public var rules: [String: PatternNode]
    /// Sets of synonyms that patterns refer to as `~name`; free of cycles.
    public var synonyms: [SynonymSet]
    /// Out-of-scope sentences: negatives for every intent, never a class.
    public var background: [Example]
    /// The languages whose numbers, dates and names are recognised, the one that is matched first.
    public var languages: [Language]
    /// The vector table that examples are compared by; nil compares words and letters alone.
    public var vectors: String?

    /// Makes a definition.
    public init(
        intents: [IntentDefinition],
        entityTypes: [EntityType] = [],
        rules: [String: PatternNode] = [:],
        synonyms: [SynonymSet] = [],
        background: [Example] = [],
        languages: [Language] = [.english],
        vectors: String? = nil
    ) {
        self.intents = intents
        self.entityTypes = entityTypes
        self.rules = rules
        self.synonyms = synonyms
        self.background = background
        self.languages = languages
        self.vectors = vectors
    }
}

/// What the matcher knows of one intent.
public struct IntentDefinition: Sendable, Hashable, Codable {
    /// The intent's name, such as `order.status`.
    public var name: String
    /// What a person reads: in choices, tickets and reports.
    public var title: String
    /// Templates that cover the whole utterance.
    public var patterns: [Pattern]
    /// Sentences to generalise from.
    public var examples: [Example]
    /// Sentences that look alike but belong elsewhere: negatives for this intent alone.
    public var counterexamples: [Example]

    /// Makes an intent definition.
    public init(
        name: String,
        title: String,
        patterns: [Pattern] = [],
        examples: [Example] = [],
        counterexamples: [Example] = []
    ) {
        self.name = name
        self.title = title
        self.patterns = patterns
        self.examples = examples
        self.counterexamples = counterexamples
    }

    /// Whether it is something that works everywhere, such as `control.human`: those names begin so.
    package var isControl: Bool { name.hasPrefix("control.") }
}

/// A sample sentence, its markup removed.
public struct Example: Sendable, Hashable, Codable {
    /// A stretch of the sentence that is marked as an entity: `[A-10021](order_number)`.
    public struct Annotation: Sendable, Hashable, Codable {
        /// The stretch, in bytes of ``Example/text``.
        public var span: SourceSpan
        /// The entity type's name.
        public var type: String
        /// The role, if one is given: `[Leipzig](city:from)`.
        public var role: String?

        /// Makes an annotation.
        public init(span: SourceSpan, type: String, role: String? = nil) {
            self.span = span
            self.type = type
            self.role = role
        }
    }

    /// The sentence without markup.
    public var text: String
    /// Its marked entities, in order.
    public var annotations: [Annotation]

    /// Makes an example.
    public init(_ text: String, annotations: [Annotation] = []) {
        self.text = text
        self.annotations = annotations
    }
}
