/// Rows of cells as text, columns lined up.
package enum TextTable {
    /// The rows, each on a line of its own.
    ///
    /// - Parameter left: The columns whose cells begin at the left; all others end at the right, as numbers do.
    package static func text(_ rows: [[String]], left: Set<Int> = [0]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.indices.map { column in
                let gap = String(
                    repeating: " ",
                    count: widths[column] - DisplayWidth.columns(of: row[column])
                )
                return left.contains(column) ? row[column] + gap : gap + row[column]
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
