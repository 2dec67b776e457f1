import FrontdeskPages

/// A confusion matrix as squares, the darker the larger the share of their row.
struct ConfusionPicture {
    private let matrix: ConfusionMatrix
    private let names: [String]

    init(_ matrix: ConfusionMatrix) {
        self.matrix = matrix
        names = matrix.names
    }

    /// With more names than this the rows are told by their tooltips alone.
    private static let nameLimit = 60

    var svg: String {
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var sums: [String: Int] = [:]
        for cell in matrix.cells { sums[cell.truth, default: 0] += cell.count }
        let isNamed = names.count <= Self.nameLimit
        let (side, left) = (isNamed ? 16 : 6, isNamed ? 190 : 8)
        let size = names.count * side
        var body = ""
        if isNamed {
            for (place, name) in names.enumerated() {
                body +=
                    "<text class=\"axis\" text-anchor=\"end\" x=\"\(left - 6)\" y=\"\(place * side + side - 4)\">"
                    + "\(HTML.escaped(name))</text>"
            }
        }
        body +=
            "<rect x=\"\(left)\" y=\"0\" width=\"\(size)\" height=\"\(size)\" fill=\"none\" class=\"grid\"/>"
        for cell in matrix.cells {
            guard let row = places[cell.truth], let column = places[cell.predicted] else { continue }
            let share = Double(cell.count) / Double(max(1, sums[cell.truth] ?? 1))
            let isRight = cell.truth == cell.predicted || cell.predicted == ConfusionMatrix.none
            let label = "\(cell.truth) taken for \(cell.predicted): \(cell.count)"
            body +=
                "<rect class=\"\(isRight ? "right" : "wrong")\" x=\"\(left + column * side)\" y=\"\(row * side)\" "
                + "width=\"\(side - 1)\" height=\"\(side - 1)\" "
                + "opacity=\"\(FigureText.decimal(0.25 + 0.75 * share, places: 2))\">"
                + "<title>\(HTML.escaped(label))</title></rect>"
        }
        return
            "<svg role=\"img\" aria-label=\"confusion matrix: rows are what sentences belong to, columns what they "
            + "were taken for\" viewBox=\"0 0 \(left + size) \(size + 2)\" style=\"max-width: \(left + size)px\">"
            + "\(body)</svg><p class=\"legend\">Rows: what sentences belong to. Columns, in the same order: what they "
            + "were taken for. Point at a square to read it.</p>"
    }
}
