import Testing

@testable import FrontdeskMatching

@Suite("Evidence for several intents at once")
struct EvidenceTests {
    @Test(
        "One walk over the weights gives what looking each weight up gives",
        arguments: DeskExamples.utterances
    )
    func sameAsNaive(_ utterance: String) throws {
        let model = try #require(IntentModel.train(DeskExamples.definition))
        let text = FeatureText(Tokenizer.tokenize(utterance), entities: [], classes: [])
        let features = FeatureExtractor.features(of: text, model.plan)
        var places: [Int32] = []
        let counts = FeatureCounts(features, in: model.table, places: &places)
        let vector = model.weighting.vector(of: counts)
        let labels = [4, 0, 2]
        var scores: [Float] = []
        var terms: [WideRows.Term] = []
        model.weights.score(
            features: counts.features,
            values: vector.values,
            wide: WideRows(model.weights),
            terms: &terms,
            into: &scores
        )
        let table = EvidenceTable(
            text: text,
            features: features,
            places: places,
            counts: counts,
            vector: vector,
            weights: model.weights,
            labels: labels
        )
        let naive = NaiveEvidence(text: text, features: features, places: places)
        for (rank, label) in labels.enumerated() {
            for limit in [1, 3, 1000] {
                let listed = table.evidence(rank, limit: limit, score: scores[label])
                let expected = naive.evidence(
                    counts: counts,
                    vector: vector,
                    weights: model.weights,
                    label: label,
                    limit: limit
                )
                #expect(listed.map(\.kind) == expected.map(\.kind))
                #expect(listed.map(\.text) == expected.map(\.text))
                #expect(zip(listed, expected).allSatisfy { abs($0.weight - $1.weight) < 1e-6 })
            }
        }
    }
}

/// The plain way, kept as the oracle: looks up each feature's weight for one class.
private struct NaiveEvidence {
    let text: FeatureText
    let features: [Feature]
    /// For each feature its place in the counts, or -1.
    let places: [Int32]

    private struct Piece {
        var kind: Evidence.Kind
        var range: Range<Int>
        var weight: Double
    }

    /// The strongest pieces, then the bias, then the rest; their weights add up to the score.
    func evidence(
        counts: FeatureCounts,
        vector: FeatureVector,
        weights: WeightTable,
        label: Int,
        limit: Int
    ) -> [Evidence] {
        let pieces = pieces(counts: counts, vector: vector, weights: weights, label: label)
        let strongest = Self.strongest(pieces, limit: limit)
        var rest = pieces.reduce(0) { $0 + $1.weight }
        var result: [Evidence] = []
        result.reserveCapacity(strongest.count + 2)
        for index in strongest {
            let piece = pieces[index]
            rest -= piece.weight
            result.append(Evidence(piece.kind, text.text(piece.range), weight: piece.weight))
        }
        result.append(Evidence(.bias, "", weight: Double(weights.biases[label])))
        result.append(Evidence(.rest, "", weight: strongest.count == pieces.count ? 0 : rest))
        return result
    }

    /// The places of the weightiest pieces, strongest first; of equal ones the earlier.
    private static func strongest(_ pieces: [Piece], limit: Int) -> [Int] {
        var best: [Int] = []
        best.reserveCapacity(min(limit, pieces.count) + 1)
        for index in pieces.indices {
            let size = abs(pieces[index].weight)
            if best.count == limit, let last = best.last, size <= abs(pieces[last].weight) { continue }
            var place = best.count
            while place > 0, abs(pieces[best[place - 1]].weight) < size { place -= 1 }
            best.insert(index, at: place)
            if best.count > limit { best.removeLast() }
        }
        return best
    }

    /// One piece for each word and each pair; the runs of characters inside a word are one piece together.
    private func pieces(
        counts: FeatureCounts,
        vector: FeatureVector,
        weights: WeightTable,
        label: Int
    ) -> [Piece] {
        var pieces: [Piece] = []
        var characters = text.words.map { word in
            Piece(kind: .characters, range: word.start..<word.end, weight: 0)
        }
        for (feature, place) in zip(features, places) where place >= 0 {
            let weight = weights.weight(of: Int(counts.features[Int(place)]), for: label)
            guard weight != 0 else { continue }
            // A feature that occurs several times shares its part among its places.
            let part = Double(weight * vector.values[Int(place)]) / Double(counts.counts[Int(place)])
            if feature.kind == .characters {
                characters[Int(feature.word)].weight += part
            } else {
                pieces.append(Piece(kind: .words, range: Int(feature.start)..<Int(feature.end), weight: part))
            }
        }
        return pieces + characters.filter { $0.weight != 0 }
    }
}

extension WeightTable {
    /// The weight of one feature for one class, 0 if it has none.
    fileprivate func weight(of feature: Int, for wanted: Int) -> Float {
        let row = Int(starts[feature])..<Int(starts[feature + 1])
        guard let entry = row.first(where: { Int(classes[$0]) == wanted }) else { return 0 }
        return scales[feature] * Float(values[entry])
    }
}
