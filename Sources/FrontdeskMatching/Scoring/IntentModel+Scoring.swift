extension IntentModel {
    /// Ranks the intents an utterance may mean, in a workspace of its own.
    package func score(
        tokens: [Token],
        entities: [Entity],
        evidence: Int,
        corrected: Int = 0
    ) -> [ScoredIntent] {
        var workspace = ScoringWorkspace()
        score(
            tokens: tokens,
            entities: entities,
            evidence: evidence,
            corrected: corrected,
            using: &workspace
        )
        return workspace.ranked
    }

    /// Ranks the intents an utterance may mean.
    ///
    /// - Parameters:
    ///   - tokens: The words of the utterance.
    ///   - entities: The entities found in it, by position.
    ///   - evidence: How many pieces of evidence to give for each intent besides bias and rest; 0 gives none at all.
    ///   - corrected: How many of the words were typed otherwise: those are only half known.
    ///   - workspace: Any; kept from call to call, it saves all allocations but those of evidence. It receives the best
    ///     intents, best first, at most ``Matcher/candidateLimit``, as ``ScoringWorkspace/ranked``.
    package func score(
        tokens: [Token],
        entities: [Entity],
        evidence: Int,
        corrected: Int = 0,
        using workspace: inout ScoringWorkspace
    ) {
        workspace.ranked.removeAll(keepingCapacity: true)
        read(tokens, entities, withParts: evidence > 0, &workspace)
        findBest(&workspace)
        guard let top = workspace.best.first else { return }
        let first = confidence(
            of: top,
            known: 1 - 0.5 * Double(corrected) / Double(max(tokens.count, 1)),
            workspace
        )
        let reasons = evidence == 0 ? nil : reasons(workspace)
        let scores = workspace.scores
        let others = others(workspace, top)
        for (rank, label) in workspace.best.enumerated() {
            // What the first leaves, by softmax shares. A runner-up never gets more than its softmax odds against the
            // first: what is left may be out of scope.
            let own = Odds.of(scores[label], against: scores[top])
            let confidence = rank == 0 ? first : min(first * own, (1 - first) * own / max(others, own))
            workspace.ranked.append(
                ScoredIntent(
                    intent: Int(intents[label]),
                    score: Double(scores[label]),
                    confidence: confidence,
                    evidence: reasons?.evidence(rank, limit: evidence, score: scores[label]) ?? []
                )
            )
        }
    }

    /// Makes of an utterance its features, its vector and the scores of all classes.
    private func read(
        _ tokens: [Token],
        _ entities: [Entity],
        withParts: Bool,
        _ workspace: inout ScoringWorkspace
    ) {
        workspace.text.read(tokens, entities: entities, classes: classes)
        FeatureExtractor.find(in: workspace.text, plan, into: &workspace.features)
        workspace.counts.count(
            workspace.features,
            in: table,
            places: &workspace.places,
            &workspace.counting
        )
        weighting.fill(&workspace.vector, from: workspace.counts)
        weights.score(
            features: workspace.counts.features,
            values: workspace.vector.values,
            wide: wideRows,
            terms: &workspace.terms,
            into: &workspace.scores
        )
        if isShortlisted { workspace.shortlist.choose(by: workspace.scores) }
        guard let vectors, let dense else { return }
        workspace.meaning.read(workspace.text, in: vectors, withParts: withParts)
        workspace.query.read(workspace.meaning.values)
        if let groups {
            workspace.shortlist.complete(&workspace.scores, workspace.query, dense, groups)
        } else {
            dense.add(workspace.query, to: &workspace.scores)
        }
    }

    /// Whether there are too many classes to try each.
    private var isShortlisted: Bool { intents.count > ClassGroups.exactLimit }

    private func findBest(_ workspace: inout ScoringWorkspace) {
        let limit = Matcher.candidateLimit
        if isShortlisted {
            workspace.shortlist.findBest(of: workspace.scores, limit: limit, into: &workspace.best)
        } else {
            Self.findBest(of: workspace.scores, limit: limit, into: &workspace.best)
        }
    }

    /// The odds of all classes but the best, added up.
    ///
    /// Of a shortlist those count that lie near enough to the best: its hundreds of others have less than one odd in
    /// twenty together.
    private func others(_ workspace: ScoringWorkspace, _ top: Int) -> Double {
        let scores = workspace.scores
        let best = scores[top]
        guard isShortlisted else {
            return Odds.sum(of: scores, against: best) - 1
        }
        return workspace.shortlist.classes.reduce(0) { sum, label in
            let score = scores[Int(label)]
            return score > best - 2.5 ? sum + Odds.of(score, against: best) : sum
        } - 1
    }

    /// The probability that the first choice is right.
    private func confidence(of top: Int, known: Double, _ workspace: ScoringWorkspace) -> Double {
        let scores = workspace.scores
        let second = workspace.best.count > 1 ? scores[workspace.best[1]] : -1
        let dense = vectors == nil ? nil : dense
        return calibration.confidence(
            Calibration.Signals(
                score: Double(scores[top]),
                margin: Double(scores[top] - second),
                knownWords: workspace.vector.knownWords * known,
                knownPairs: workspace.vector.knownPairs * known,
                similarity: dense?.similarity(workspace.query, label: top) ?? 0
            )
        )
    }

    private func reasons(_ workspace: ScoringWorkspace) -> EvidenceTable {
        EvidenceTable(
            text: workspace.text,
            features: workspace.features,
            places: workspace.places,
            counts: workspace.counts,
            vector: workspace.vector,
            weights: weights,
            dense: vectors == nil ? nil : dense.map { ($0, workspace.meaning) },
            labels: workspace.best
        )
    }

    /// The classes with the highest scores, best first; of equal ones the earlier class.
    private static func findBest(of scores: [Float], limit: Int, into best: inout [Int]) {
        best.removeAll(keepingCapacity: true)
        var least = -Float.infinity
        for label in scores.indices {
            let score = scores[label]
            if best.count == limit, score <= least { continue }
            if best.count == limit { best.removeLast() }
            var place = best.count
            while place > 0, scores[best[place - 1]] < score { place -= 1 }
            best.insert(label, at: place)
            least = scores[best[best.count - 1]]
        }
    }
}
