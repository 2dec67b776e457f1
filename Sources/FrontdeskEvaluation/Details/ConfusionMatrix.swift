/// Which intents sentences belong to, and which they were taken for.
public struct ConfusionMatrix: Sendable, Hashable, Codable {
    /// How often sentences of one intent were taken for one intent.
    public struct Cell: Sendable, Hashable, Codable {
        /// The intent the sentences belong to, ``DataSet/outOfScope`` for those out of scope.
        public var truth: String
        /// The intent they were taken for, ``ConfusionMatrix/none`` when there was no guess, or none that a sentence out
        /// of scope was answered with.
        public var predicted: String
        /// How many there are, at least 1.
        public var count: Int
    }

    /// What stands for "no intent".
    public static let none = "-"

    /// The cells that are not empty, by truth, then by prediction.
    public var cells: [Cell]

    /// Counts judgements.
    ///
    /// - Parameter threshold: The confidence from which a sentence out of scope counts as answered; sentences in scope
    ///   count by their best guess, however sure it is.
    public init(_ judgements: [Judgement], threshold: Double) {
        var counts: [String: [String: Int]] = [:]
        for judgement in judgements {
            let isAnswered = judgement.truth != nil || judgement.confidence >= threshold
            let predicted = isAnswered ? judgement.predicted ?? Self.none : Self.none
            counts[judgement.truth ?? DataSet.outOfScope, default: [:]][predicted, default: 0] += 1
        }
        cells = counts.sorted { $0.key < $1.key }.flatMap { truth, row in
            row.sorted { $0.key < $1.key }.map { Cell(truth: truth, predicted: $0.key, count: $0.value) }
        }
    }

    /// The names of rows and columns: intents by name, then what is out of scope, then no intent.
    public var names: [String] {
        let special = [DataSet.outOfScope, Self.none]
        let all = Set(cells.flatMap { [$0.truth, $0.predicted] })
        return all.subtracting(special).sorted() + special.filter(all.contains)
    }

    /// The confusions, the most frequent first.
    public var confusions: [Cell] {
        cells.filter { cell in
            cell.truth != cell.predicted && !(cell.truth == DataSet.outOfScope && cell.predicted == Self.none)
        }.sorted { ($1.count, $0.truth, $0.predicted) < ($0.count, $1.truth, $1.predicted) }
    }
}
