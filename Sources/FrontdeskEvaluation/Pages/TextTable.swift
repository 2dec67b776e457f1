/// Rows of cells as text, columns lined up.
enum TextTable {
    /// The rows, each on a line of its own.
    ///
    /// - Parameter left: The columns whose cells begin at the left; all others end at the right, as numbers do.
    static func text(_ rows: [[String]], left: Set<Int> = [0]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.indices.map { column in
                let gap = String(repeating: " ", count: widths[column] - row[column].count)
                return left.contains(column) ? row[column] + gap : gap + row[column]
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}

/// Figures as people read them.
enum FigureText {
    /// `93.5 %`, or `-` for none.
    static func percent(_ share: Double?, places: Int = 1) -> String {
        share.map { EvaluationReport.decimal($0 * 100, places: places) + " %" } ?? "-"
    }

    /// `0.412`.
    static func confidence(_ confidence: Double) -> String {
        EvaluationReport.decimal(confidence, places: 3)
    }

    /// `1 example`, `2 examples`.
    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
