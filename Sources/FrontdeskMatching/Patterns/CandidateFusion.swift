/// Merges what patterns say and what the classifier says into one ranking.
///
/// A pattern that covers the whole utterance outranks examples; the classifier orders equally good patterns and
/// fills the places behind them.
struct CandidateFusion {
    let definition: MatcherDefinition
    let entities: [Entity]
    let evidence: Int

    /// The candidates, best first, at most ``Matcher/candidateLimit``.
    func candidates(_ hits: [PatternIndex.Hit]) -> [Candidate] {
        var candidates: [Candidate] = []
        var previous: (hit: PatternIndex.Hit, confidence: Double)?
        for hit in hits.prefix(Matcher.candidateLimit) {
            let match = patternMatch(hit)
            let own = PatternConfidence.alone(
                coveredWords: match.literalWords + match.entities.reduce(0) { $0 + $1.tokens.count },
                gapWords: match.gapWords
            )
            let confidence =
                previous.map {
                    PatternConfidence.behind($0.confidence, own: own, isTied: $0.hit.isTied(with: hit))
                } ?? own
            previous = (hit, confidence)
            var candidate = Candidate(
                intent: definition.intents[hit.intent].name,
                confidence: confidence,
                pattern: match
            )
            if evidence > 0 {
                candidate.evidence.append(Evidence(.pattern, match.source, weight: confidence))
            }
            candidates.append(candidate)
        }
        return candidates
    }

    private func patternMatch(_ hit: PatternIndex.Hit) -> PatternMatch {
        PatternMatch(
            pattern: hit.pattern,
            source: definition.intents[hit.intent].patterns[hit.pattern].source,
            literalWords: hit.score.literalWords,
            gapWords: hit.score.gapWords,
            entities: hit.captures.map { capture in
                var entity = entities[capture.entity]
                entity.role = capture.role ?? entity.role
                return entity
            }
        )
    }
}
