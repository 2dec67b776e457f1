import FrontdeskPages

extension ConfusionMatrix {
    /// How many names fit beside each other in a terminal.
    static let textLimit = 14

    /// The matrix for a terminal; empty when there are too many intents to stand side by side.
    ///
    /// Columns are numbered as the rows are: names would not fit.
    var text: String {
        let names = names
        guard names.count > 1, names.count <= Self.textLimit else { return "" }
        let counts = Dictionary(
            cells.map { (Place(truth: $0.truth, predicted: $0.predicted), $0.count) },
            uniquingKeysWith: +
        )
        let rows = names.enumerated().filter { $0.element != Self.none }.map { row, truth in
            ["\(row + 1)", truth]
                + names.map { counts[Place(truth: truth, predicted: $0)].map(String.init) ?? "." }
        }
        let none = names.last == Self.none ? "; \(names.count) is no answer" : ""
        return
            "Taken for what (rows: what sentences belong to; columns, by number: what they were taken for\(none))\n"
            + TextTable.text([["", "intent"] + names.indices.map { "\($0 + 1)" }] + rows, left: [1])
    }

    private struct Place: Hashable {
        var truth: String
        var predicted: String
    }
}
