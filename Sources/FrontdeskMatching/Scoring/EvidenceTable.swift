/// What each word, pair of words and word's characters added to the scores of the best classes.
///
/// One walk over the weights serves all classes asked for.
struct EvidenceTable {
    private let text: FeatureText
    private let labels: [Int]
    private let biases: [Float]
    /// The stretch of each piece: pairs and words where they stand, then for each word its runs of characters.
    private var pieces: [(kind: Evidence.Kind, range: Range<Int>)] = []
    /// What a piece adds to a class: `piece * labels.count + rank`.
    private var parts: [Double] = []

    /// Splits the scores of some classes.
    ///
    /// - Parameters:
    ///   - features: Every feature of the text.
    ///   - places: For each feature its place in the counts, or -1.
    ///   - labels: The classes, at most 127.
    init(
        text: FeatureText,
        features: [Feature],
        places: [Int32],
        counts: FeatureCounts,
        vector: FeatureVector,
        weights: WeightTable,
        labels: [Int]
    ) {
        self.text = text
        self.labels = labels
        biases = labels.map { weights.biases[$0] }
        let shares = Self.shares(of: counts, vector: vector, weights: weights, labels: labels)
        let width = labels.count
        let words = text.words.count
        let others = zip(features, places).reduce(0) { sum, found in
            found.1 >= 0 && found.0.kind != .characters ? sum + 1 : sum
        }
        pieces.reserveCapacity(others + words)
        parts = [Double](repeating: 0, count: (others + words) * width)
        for (feature, place) in zip(features, places) where place >= 0 {
            let piece: Int
            if feature.kind == .characters {
                piece = others + Int(feature.word)
            } else {
                piece = pieces.count
                pieces.append((.words, Int(feature.start)..<Int(feature.end)))
            }
            for rank in 0..<width {
                parts[piece * width + rank] += Double(shares[Int(place) * width + rank])
            }
        }
        for word in text.words { pieces.append((.characters, word.start..<word.end)) }
    }

    /// What one occurrence of each counted feature adds to each class; several occurrences share alike.
    private static func shares(
        of counts: FeatureCounts,
        vector: FeatureVector,
        weights: WeightTable,
        labels: [Int]
    ) -> [Float] {
        var ranks = [Int8](repeating: -1, count: weights.biases.count)
        for (rank, label) in labels.enumerated() { ranks[label] = Int8(rank) }
        var shares = [Float](repeating: 0, count: counts.features.count * labels.count)
        let classes = weights.classes.span
        let values = weights.values.span
        for place in counts.features.indices {
            let feature = Int(counts.features[place])
            let factor = weights.scales[feature] * vector.values[place] / Float(counts.counts[place])
            for entry in Int(weights.starts[feature])..<Int(weights.starts[feature + 1]) {
                let rank = Int(ranks[Int(classes[entry])])
                if rank >= 0 { shares[place * labels.count + rank] = factor * Float(values[entry]) }
            }
        }
        return shares
    }

    /// The strongest pieces for one class, then the bias, then the rest; their weights add up to the score.
    ///
    /// - Parameters:
    ///   - rank: The place of the class among those asked for.
    ///   - limit: How many pieces to give.
    func evidence(_ rank: Int, limit: Int) -> [Evidence] {
        let width = labels.count
        var best: [Int] = []
        best.reserveCapacity(min(limit, pieces.count) + 1)
        var rest = 0.0
        var count = 0
        for piece in pieces.indices {
            let weight = parts[piece * width + rank]
            guard weight != 0 else { continue }
            rest += weight
            count += 1
            let size = abs(weight)
            if best.count == limit, let last = best.last, size <= abs(parts[last * width + rank]) { continue }
            var place = best.count
            while place > 0, abs(parts[best[place - 1] * width + rank]) < size { place -= 1 }
            best.insert(piece, at: place)
            if best.count > limit { best.removeLast() }
        }
        var result: [Evidence] = []
        result.reserveCapacity(best.count + 2)
        for piece in best {
            let weight = parts[piece * width + rank]
            rest -= weight
            result.append(Evidence(pieces[piece].kind, text.text(pieces[piece].range), weight: weight))
        }
        result.append(Evidence(.bias, "", weight: Double(biases[rank])))
        result.append(Evidence(.rest, "", weight: best.count == count ? 0 : rest))
        return result
    }
}
