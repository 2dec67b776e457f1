/// Merges what patterns say and what the classifier says into one ranking.
///
/// A pattern that covers the whole utterance outranks examples; the classifier decides the order of equally good
/// patterns and fills the places behind them. Confidences are described in ``PatternConfidence``.
struct CandidateFusion {
    let patterns: PatternIndex
    let entities: [Entity]
    let captures: [PatternRun.Capture]
    let evidence: Int

    /// The candidates, best first, at most ``Matcher/candidateLimit``.
    ///
    /// - Parameters:
    ///   - hits: The intents with a pattern that covers the utterance, best first, as ``order(_:by:)`` left them.
    ///   - scored: The classifier's ranking, best first; empty without a classifier.
    func candidates(_ hits: [PatternIndex.Hit], _ scored: [ScoredIntent]) -> [Candidate] {
        guard !hits.isEmpty else { return scored.map { candidate($0.intent, $0.confidence, nil, $0) } }
        var candidates: [Candidate] = []
        candidates.reserveCapacity(min(hits.count + scored.count, Matcher.candidateLimit))
        var previous: (hit: PatternIndex.Hit, confidence: Double)?
        for hit in hits.prefix(Matcher.candidateLimit) {
            let match = patternMatch(hit)
            let own = PatternConfidence.alone(match)
            let confidence =
                previous.map {
                    PatternConfidence.behind($0.confidence, own: own, isTied: $0.hit.isTied(with: hit))
                } ?? own
            previous = (hit, confidence)
            let opinion = scored.first { $0.intent == hit.intent }
            candidates.append(candidate(hit.intent, confidence, match, opinion))
        }
        guard let top = candidates.first, let last = candidates.last else { return [] }
        let ceiling = min(last.confidence, top.confidence * PatternConfidence.runnerUpShare)
        for opinion in scored where !hits.contains(where: { $0.intent == opinion.intent }) {
            guard candidates.count < Matcher.candidateLimit else { break }
            candidates.append(candidate(opinion.intent, min(opinion.confidence, ceiling), nil, opinion))
        }
        return candidates
    }

    /// Puts equally good hits into the classifier's order.
    static func order(_ hits: inout [PatternIndex.Hit], by scored: [ScoredIntent]) {
        guard hits.count > 1, !scored.isEmpty else { return }
        func rank(_ hit: PatternIndex.Hit) -> Int {
            scored.firstIndex { $0.intent == hit.intent } ?? scored.count
        }
        hits.sortInPlace { left, right in
            left.isTied(with: right)
                ? (rank(left), left.intent) < (rank(right), right.intent) : left.precedes(right)
        }
    }

    private func candidate(
        _ intent: Int,
        _ confidence: Double,
        _ match: PatternMatch?,
        _ opinion: ScoredIntent?
    ) -> Candidate {
        var reasons: [Evidence] = []
        if evidence > 0 {
            if let match { reasons.append(Evidence(.pattern, match.source, weight: confidence)) }
            reasons += opinion?.evidence ?? []
        }
        return Candidate(
            intent: patterns.intentName(intent),
            confidence: confidence,
            pattern: match,
            score: opinion?.score,
            evidence: reasons
        )
    }

    private func patternMatch(_ hit: PatternIndex.Hit) -> PatternMatch {
        PatternMatch(
            pattern: hit.pattern,
            source: patterns.source(of: hit),
            literalWords: hit.score.literalWords,
            gapWords: hit.score.gapWords,
            entities: captures[hit.captures].map { capture in
                var entity = entities[capture.entity]
                entity.role = patterns.role(capture.role) ?? entity.role
                return entity
            }
        )
    }
}
