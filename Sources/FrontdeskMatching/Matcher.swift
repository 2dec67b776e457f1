/// Turns an utterance into entities and ranked intents; immutable, and safe to share between threads.
///
/// A matcher is built from a ``MatcherDefinition`` and, when the assistant has examples, a model that
/// `IntentModel.train(_:)` made from the same definition. Building the index takes milliseconds; training takes
/// longer, which is why the model can be kept and handed in again.
public struct Matcher: Sendable {
    /// How many candidates a result holds at most.
    public static let candidateLimit = 5

    /// How many words, entities and gaps a pattern may have once its rules are written out.
    ///
    /// A larger pattern is never matched.
    public static let patternPositionLimit = 4096

    /// What it is made of: large, never changed, and shared by all copies.
    private final class Parts: Sendable {
        let model: IntentModel?
        let recognizer: EntityRecognizer
        let patterns: PatternIndex
        let workspaces = WorkspacePool()
        /// The intent that the classifier must not propose, by its place; nil: there is none.
        let silenced: Int?

        init(
            model: IntentModel?,
            recognizer: EntityRecognizer,
            patterns: PatternIndex,
            silenced: Int? = nil
        ) {
            self.model = model
            self.recognizer = recognizer
            self.patterns = patterns
            self.silenced = silenced
        }
    }

    private let parts: Parts
    /// The trained classifier; nil when the assistant has patterns alone.
    public var model: IntentModel? { parts.model }
    /// The compiled patterns and examples.
    package var patterns: PatternIndex { parts.patterns }
    /// The matchers of an assistant's further languages, by tag.
    public var translations: [String: Matcher] = [:]

    /// Builds the index over the definition's patterns and entities.
    ///
    /// - Parameters:
    ///   - definition: A checked definition: every entity type and rule that a pattern names exists.
    ///   - model: The model trained on the same definition, or nil to match patterns alone.
    public init(_ definition: MatcherDefinition, model: IntentModel?) {
        precondition(model?.fits(definition) ?? true, "the model was trained on another definition")
        self.init(
            PatternIndex(definition),
            entityTypes: definition.entityTypes,
            languages: definition.languages,
            model: model
        )
    }

    /// Takes patterns that are compiled already, as a bundle holds them.
    ///
    /// - Parameters:
    ///   - patterns: The index over the assistant's definition.
    ///   - entityTypes: The definition's entity types.
    ///   - languages: The definition's languages.
    ///   - model: The model trained on the same definition, or nil to match patterns alone.
    package init(
        _ patterns: PatternIndex,
        entityTypes: [EntityType],
        languages: [Language] = [.english],
        model: IntentModel?
    ) {
        precondition(
            model.map { $0.intentCount == patterns.intentCount } ?? true,
            "the model was trained on another definition"
        )
        parts = Parts(
            model: model,
            recognizer: EntityRecognizer(types: entityTypes, languages: languages) { word in
                patterns.tables.words.number(of: word) != NameTable.unknown
            },
            patterns: patterns
        )
    }

    private init(_ parts: Parts, translations: [String: Matcher]) {
        self.parts = parts
        self.translations = translations
    }

    /// The same with other patterns and examples, as they are in a definition of the same intents and entity types; what
    /// the classifier learnt stays.
    package func exchangingPatterns(for definition: MatcherDefinition) -> Matcher {
        let patterns = PatternIndex(definition)
        precondition(patterns.intentCount == parts.patterns.intentCount, "the intents are the same")
        let other = Parts(
            model: parts.model,
            recognizer: parts.recognizer,
            patterns: patterns,
            silenced: parts.silenced
        )
        return Matcher(other, translations: translations)
    }

    /// The same, but the classifier does not propose one intent, as if it had learnt nothing of it.
    ///
    /// - Parameter intent: Its place in ``MatcherDefinition/intents``.
    package func silencing(_ intent: Int) -> Matcher {
        let other = Parts(
            model: parts.model,
            recognizer: parts.recognizer,
            patterns: parts.patterns,
            silenced: intent
        )
        return Matcher(other, translations: translations)
    }

    /// Finds the entities of an utterance and ranks the intents it may mean.
    ///
    /// - Parameters:
    ///   - utterance: Any text; the caller bounds its length.
    ///   - evidence: How many pieces of evidence the classifier gives for each candidate, apart from bias and rest; a
    ///     pattern that matched is named before them. 0 gives none at all and is quickest.
    /// - Returns: Tokens, entities and candidates; the same utterance always gives the same result.
    public func match(_ utterance: String, evidence: Int = 0) -> MatchResult {
        let loan = parts.workspaces.take()
        let result = match(utterance, evidence: evidence, using: &loan.workspace)
        parts.workspaces.give(loan)
        return result
    }

    /// The same with memory that the caller keeps from utterance to utterance.
    ///
    /// - Parameter workspace: Any workspace; what it was used for before changes nothing.
    public func match(_ utterance: String, evidence: Int = 0, using workspace: inout Workspace) -> MatchResult
    {
        workspace.text.read(utterance)
        let tokens = Tokenizer.tokenize(
            workspace.text,
            words: &workspace.words,
            hashes: &workspace.hashes
        )
        let entities = parts.recognizer.recognize(
            workspace.text,
            tokens: tokens,
            hashes: workspace.hashes,
            using: &workspace.entities
        )
        parts.patterns.findMatches(
            tokens: tokens,
            hashes: workspace.hashes,
            entities: entities,
            text: workspace.text,
            using: &workspace.patterns
        )
        return ranked(tokens: tokens, entities: entities, evidence: evidence, using: &workspace)
    }

    /// Ranks the intents for words and entity readings that are already known.
    ///
    /// - Parameters:
    ///   - tokens: The words of the utterance.
    ///   - entities: The readings by position, longest first; they are handed on in this order.
    ///   - text: The folded utterance, to which the tokens' spans belong; without it words count as typed so.
    ///   - evidence: As for ``match(_:evidence:)``.
    package func match(
        tokens: [Token],
        entities: [Entity],
        text: NormalizedText? = nil,
        evidence: Int = 0
    ) -> MatchResult {
        let loan = parts.workspaces.take()
        parts.patterns.findMatches(
            tokens: tokens,
            entities: entities,
            text: text,
            using: &loan.workspace.patterns
        )
        let result = ranked(tokens: tokens, entities: entities, evidence: evidence, using: &loan.workspace)
        parts.workspaces.give(loan)
        return result
    }

    /// Merges the patterns that were found with what the classifier says.
    private func ranked(
        tokens: [Token],
        entities: [Entity],
        evidence: Int,
        using workspace: inout Workspace
    ) -> MatchResult {
        var corrections: [Correction] = []
        if let model = parts.model {
            corrections = model.corrections(of: tokens, entities: entities, using: &workspace.spelling)
            if corrections.isEmpty {
                model.score(
                    tokens: tokens,
                    entities: entities,
                    evidence: evidence,
                    using: &workspace.scoring
                )
            } else {
                workspace.spelling.read(tokens, corrections)
                if workspace.patterns.hits.isEmpty {
                    workspace.spelling.cut(with: entities)
                    parts.patterns.findMatches(
                        tokens: workspace.spelling.cutTokens,
                        entities: workspace.spelling.cutEntities,
                        using: &workspace.patterns
                    )
                }
                model.score(
                    tokens: workspace.spelling.tokens,
                    entities: entities,
                    evidence: evidence,
                    corrected: corrections.count,
                    using: &workspace.scoring
                )
            }
        } else {
            workspace.scoring.ranked.removeAll(keepingCapacity: true)
        }
        if let silenced = parts.silenced {
            workspace.scoring.ranked.removeAll { $0.intent == silenced }
        }
        let scored = workspace.scoring.ranked
        CandidateFusion.order(&workspace.patterns.hits, by: scored)
        let fusion = CandidateFusion(
            patterns: parts.patterns,
            entities: entities,
            captures: workspace.patterns.captures,
            evidence: evidence
        )
        var result = MatchResult(
            tokens: tokens,
            entities: entities,
            candidates: fusion.candidates(workspace.patterns.hits, scored)
        )
        if !corrections.isEmpty { result.corrections = corrections }
        return result
    }
}
