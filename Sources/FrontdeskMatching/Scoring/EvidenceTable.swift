/// What each word, pair of words and word's characters added to the scores of the best classes.
///
/// One walk over the weights serves all classes asked for.
struct EvidenceTable {
    private let text: FeatureText
    private let labels: [Int]
    private let biases: [Float]
    /// The stretch of each piece: pairs and words where they stand, then for each word its runs of characters.
    private var pieces: [(kind: Evidence.Kind, range: Range<Int>, isApart: Bool)] = []
    /// What a piece adds to a class: `piece * labels.count + rank`.
    private var parts: [Double] = []
    private var hasMeanings = false

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
        dense: (weights: DenseWeights, vector: SentenceVector)? = nil,
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
                let isApart = feature.kind == .together && feature.lastWord > feature.word + 1
                pieces.append((.words, Int(feature.start)..<Int(feature.end), isApart))
            }
            for rank in 0..<width {
                parts[piece * width + rank] += Double(shares[Int(place) * width + rank])
            }
        }
        for word in text.words { pieces.append((.characters, word.start..<word.end, false)) }
        if let dense { addMeanings(dense.weights, dense.vector) }
    }

    /// What each word's part of the vector adds to each class.
    private mutating func addMeanings(_ dense: DenseWeights, _ vector: SentenceVector) {
        let width = dense.dimensions
        hasMeanings = true
        for (number, word) in text.words.enumerated() {
            pieces.append((.meaning, word.start..<word.end, false))
            for label in labels {
                var sum: Float = 0
                for place in 0..<width {
                    sum += vector.parts[number * width + place] * Float(dense.values[label * width + place])
                }
                parts.append(Double(sum * dense.scales[label]))
            }
        }
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
    ///   - score: The class's score: what rounding made of the vector's part goes to the rest.
    func evidence(_ rank: Int, limit: Int, score: Float) -> [Evidence] {
        let width = labels.count
        var best: [Int] = []
        best.reserveCapacity(min(limit, pieces.count) + 1)
        var rest = hasMeanings ? Double(score - biases[rank]) : 0
        var count = 0
        for piece in pieces.indices {
            let weight = parts[piece * width + rank]
            guard weight != 0 else { continue }
            if !hasMeanings { rest += weight }
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
            result.append(Evidence(pieces[piece].kind, words(of: piece), weight: weight))
        }
        result.append(Evidence(.bias, "", weight: Double(biases[rank])))
        result.append(Evidence(.rest, "", weight: best.count == count && !hasMeanings ? 0 : rest))
        return result
    }

    /// The words of a piece; of two that stand apart, what lies between them is left out.
    private func words(of piece: Int) -> String {
        let whole = text.text(pieces[piece].range)
        guard pieces[piece].isApart, let first = whole.firstIndex(of: " "),
            let last = whole.lastIndex(of: " ")
        else { return whole }
        return whole[..<first] + " …" + whole[last...]
    }
}
