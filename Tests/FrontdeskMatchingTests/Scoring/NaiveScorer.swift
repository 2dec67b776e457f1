@testable import FrontdeskMatching
import Glibc

/// The oracle of the classifier's scorer: features as text, dictionaries for tables, dense weights, plain loops.
///
/// It trains by the same steps (dual coordinate descent in the same order) without hashing, sparsity, lanes, pruning
/// or rounding, in double precision.
struct NaiveScorer {
    private var frequencies: [String: Int] = [:]
    private var rowCount = 0
    private(set) var weights: [[String: Double]]
    private(set) var biases: [Double]
    private let plan: FeaturePlan

    static func features(_ utterance: String, _ plan: FeaturePlan) -> [String: (count: Int, block: Character)]
    {
        let words = Tokenizer.tokenize(utterance).map(\.text)
        var names: [String] = []
        for (index, word) in words.enumerated() {
            names.append("w:" + word)
            if index > 0 { names.append("p:" + words[index - 1] + " " + word) }
            for other in words[max(0, index - 8)..<index] where other != word && plan.hasTogether {
                names.append("t:" + [other, word].sorted().joined(separator: " "))
            }
            let scalars = Array((" " + word + " ").unicodeScalars)
            for start in 0..<(scalars.count - 1) {
                for length in 2...5 where start + length <= scalars.count {
                    let run = scalars[start..<(start + length)].map(String.init).joined()
                    names.append("c:" + run)
                }
            }
        }
        if let first = words.first { names.append("first:" + first) }
        if let last = words.last { names.append("last:" + last) }
        var counts: [String: (count: Int, block: Character)] = [:]
        for name in names {
            let block: Character = name.hasPrefix("c:") ? "c" : name.hasPrefix("t:") ? "t" : "w"
            counts[name, default: (0, block)].count += 1
        }
        return counts
    }

    func vector(_ utterance: String) -> [String: Double] {
        var values: [String: Double] = [:]
        let features = Self.features(utterance, plan)
        for kind in "wct" {
            var block: [String: Double] = [:]
            for (name, feature) in features where feature.block == kind {
                guard let frequency = frequencies[name], frequency > (kind == "t" ? 1 : 0) else { continue }
                let inverse = log(Double(1 + rowCount) / Double(1 + frequency)) + 1
                block[name] = (1 + log(Double(feature.count))) * inverse
            }
            let length = block.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            values.merge(block.mapValues { $0 / length }) { value, _ in value }
        }
        return values
    }

    init(_ definition: MatcherDefinition, trainer: LinearTrainer, plan: FeaturePlan) {
        self.plan = plan
        var rows: [(text: String, label: Int, only: Int?)] = []
        for (label, intent) in definition.intents.enumerated() {
            rows += intent.examples.map { ($0.text, label, nil) }
            rows += intent.counterexamples.map { ($0.text, -1, label) }
        }
        rows += definition.background.map { ($0.text, -1, nil) }
        weights = [[String: Double]](repeating: [:], count: definition.intents.count)
        biases = [Double](repeating: 0, count: definition.intents.count)
        rowCount = rows.count
        for row in rows {
            for name in Self.features(row.text, plan).keys { frequencies[name, default: 0] += 1 }
        }
        // What stands in background alone is not known.
        let spoken = rows.filter { $0.label >= 0 || $0.only != nil }
        let known = Set(spoken.flatMap { Self.features($0.text, plan).keys })
        frequencies = frequencies.filter { known.contains($0.key) }
        let vectors = rows.map { vector($0.text) }
        for label in weights.indices {
            var duals = [Double](repeating: 0, count: rows.count)
            var order = Array(rows.indices)
            var generator = SeededGenerator(seed: 42)
            var resting = Set<Int>()
            for epoch in 0..<trainer.epochs {
                generator.shuffle(&order)
                for row in order where rows[row].only == nil || rows[row].only == label {
                    if epoch > 1, resting.contains(row) { continue }
                    let sign = rows[row].label == label ? 1.0 : -1.0
                    let cost = Double(trainer.cost) * (sign > 0 ? Double(trainer.positiveWeight) : 1)
                    let length = vectors[row].values.reduce(1) { $0 + $1 * $1 }
                    let distance = sign * score(vectors[row], label) - 1
                    if epoch == 1, duals[row] == 0, distance >= Double(LinearTrainer.restMargin) {
                        resting.insert(row)
                    }
                    let gradient = distance + duals[row] / (2 * cost)
                    let updated = max(0, duals[row] - gradient / (length + 1 / (2 * cost)))
                    let change = (updated - duals[row]) * sign
                    duals[row] = updated
                    for (name, value) in vectors[row] { weights[label][name, default: 0] += change * value }
                    biases[label] += change
                }
            }
        }
    }

    private func score(_ vector: [String: Double], _ label: Int) -> Double {
        vector.reduce(biases[label]) { $0 + $1.value * (weights[label][$1.key] ?? 0) }
    }

    func score(_ utterance: String, label: Int) -> Double {
        score(vector(utterance), label)
    }
}
