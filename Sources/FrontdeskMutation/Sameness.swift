import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting

extension Mutation {
    /// How many sentences of a pattern are tried.
    static let sentencesTried = 24

    /// Whether a pattern that is gone is missed by nobody: what else the assistant knows gives each sentence that it accepts
    /// the same turn.
    func isUnderstoodTheSame(_ mutant: Mutant) async -> Bool {
        guard mutant.kind == .dropPattern, case .matching(let language, _) = mutant.change else {
            return false
        }
        let sentences = patternSentences(of: mutant, limit: Self.sentencesTried)
        guard !sentences.isEmpty else { return false }
        let (assistant, other) = changed(by: mutant)
        let tag = language == 0 ? nil : assistant.languages[language]
        // Most mutants are told by the first sentence, and by the matcher alone.
        func read(_ matcher: Matcher, _ sentence: String) -> Candidate? {
            (tag.flatMap { matcher.translations[$0] } ?? matcher).match(sentence).candidates.first
        }
        let threshold = assistant.thresholds.answer
        for sentence in sentences {
            let (before, after) = (read(matcher, sentence), read(other, sentence))
            guard before?.intent == after?.intent,
                (before?.confidence ?? 0 >= threshold) == (after?.confidence ?? 0 >= threshold)
            else { return false }
        }
        let original = TranscriptRunner(assistant: self.assistant, matcher: matcher, actions: actions)
        let changed = runner(of: mutant)
        for text in said(sentences, language) {
            guard let transcript = Self.transcript(text) else { return false }
            let before = await original.run(transcript)
            let after = await changed.run(transcript)
            guard before.facts == after.facts, before.said == after.said else { return false }
        }
        return true
    }

    /// Sentences that the pattern a mutant lacks accepts: the shortest, and some drawn at random.
    func patternSentences(of mutant: Mutant, limit: Int) -> [String] {
        guard case .intent(let name) = mutant.reach, let source = mutant.text,
            let place = assistant.languages.firstIndex(of: mutant.language)
        else { return [] }
        let definition = assistant.matching(in: place == 0 ? nil : mutant.language)
        guard var intent = definition.intents.first(where: { $0.name == name }) else { return [] }
        intent.patterns = intent.patterns.filter { $0.source == source }
        let sampler = IntentSampler(definition)
        let shortest = sampler.shortest(of: intent, limit: limit / 2)
        let drawn = sampler.drawn(from: intent, limit: limit, seed: 1).filter { !shortest.contains($0) }
        return Array((shortest + drawn).prefix(limit))
    }
}
