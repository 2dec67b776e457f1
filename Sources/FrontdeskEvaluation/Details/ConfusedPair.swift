import FrontdeskMatching
import Glibc

/// Two intents that are taken for each other, and the examples that bring it about.
public struct ConfusedPair: Sendable, Hashable, Codable {
    /// A sentence that was taken for the wrong intent.
    public struct Mistake: Sendable, Hashable, Codable {
        /// The sentence.
        public var text: String
        /// How sure the matcher was, 0…1.
        public var confidence: Double
        /// The example of the wrong intent that is most like it; nil when the intent has none that shares a word.
        public var cause: String?
    }

    /// The intent the sentences belong to, ``DataSet/outOfScope`` for those out of scope.
    public var truth: String
    /// The intent they were taken for.
    public var predicted: String
    /// The sentences, the surest mistake first.
    public var mistakes: [Mistake]

    /// The worst pairs of some judgements, the most frequent first.
    ///
    /// An example's likeness is the cosine of the words they share, rare ones weighing more (inverse document frequency
    /// over the examples).
    ///
    /// - Parameters:
    ///   - judgements: What a matcher said.
    ///   - examples: What it was trained on; a sentence is no cause of its own mistake.
    ///   - threshold: The confidence from which a sentence out of scope counts as answered.
    ///   - limit: How many pairs to give at most.
    public static func worst(
        of judgements: [Judgement],
        trainedOn examples: [DataSet.Line],
        threshold: Double,
        limit: Int = 20
    ) -> [ConfusedPair] {
        let cells = ConfusionMatrix(judgements, threshold: threshold).confusions
            .filter { $0.predicted != ConfusionMatrix.none }.prefix(limit)
        let likeness = Likeness(examples)
        return cells.map { cell in
            let mistakes = judgements.filter { judgement in
                judgement.predicted == cell.predicted
                    && (judgement.truth ?? DataSet.outOfScope) == cell.truth
                    && (judgement.truth != nil || judgement.confidence >= threshold)
            }
            return ConfusedPair(
                truth: cell.truth,
                predicted: cell.predicted,
                mistakes: mistakes.sorted { ($1.confidence, $0.text) < ($0.confidence, $1.text) }.map {
                    Mistake(
                        text: $0.text,
                        confidence: $0.confidence,
                        cause: likeness.nearest(to: $0.text, of: cell.predicted)
                    )
                }
            )
        }
    }
}

/// How alike sentences are by the words they share.
private struct Likeness {
    private struct Row {
        let text: String
        let words: Set<String>
        let length: Double
    }

    private var rows: [String: [Row]] = [:]
    private var weights: [String: Double] = [:]

    init(_ lines: [DataSet.Line]) {
        let cut = lines.map { Self.words(of: $0.text) }
        var frequencies: [String: Int] = [:]
        for words in cut { for word in words { frequencies[word, default: 0] += 1 } }
        weights = frequencies.mapValues { log(Double(1 + lines.count) / Double($0)) }
        for (line, words) in zip(lines, cut) {
            guard let intent = line.intent else { continue }
            rows[intent, default: []].append(Row(text: line.text, words: words, length: length(of: words)))
        }
    }

    func nearest(to text: String, of intent: String) -> String? {
        let words = Self.words(of: text)
        let own = length(of: words)
        var best: (text: String, cosine: Double)?
        for row in rows[intent] ?? [] where row.text != text {
            // Sorted: a sum in another order may differ in its last bit.
            let shared = row.words.intersection(words).sorted().reduce(0) { $0 + square($1) }
            let cosine = shared / max(own * row.length, .leastNormalMagnitude)
            if cosine > best?.cosine ?? 0 { best = (row.text, cosine) }
        }
        return best?.text
    }

    private func length(of words: Set<String>) -> Double {
        words.sorted().reduce(0) { $0 + square($1) }.squareRoot()
    }

    private func square(_ word: String) -> Double {
        let weight = weights[word] ?? 0
        return weight * weight
    }

    private static func words(of text: String) -> Set<String> { Set(Tokenizer.tokenize(text).map(\.text)) }
}
