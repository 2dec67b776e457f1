/// Columns beside each other, each of parts on top of each other, made of text alone (SVG).
package struct ColumnPlot {
    /// One column.
    package struct Column {
        let label: String
        let parts: [(count: Int, style: String, name: String)]

        /// Makes a column.
        ///
        /// - Parameter parts: How much of what, from the bottom up, with the CSS class that colours it.
        package init(_ label: String, _ parts: [(count: Int, style: String, name: String)]) {
            self.label = label
            self.parts = parts
        }

        var total: Int { parts.reduce(0) { $0 + $1.count } }
    }

    private static let width = 1000.0
    private static let height = 180.0
    private static let left = 50.0
    private static let top = 10.0

    private let title: String
    private let columns: [Column]

    package init(_ title: String, _ columns: [Column]) {
        self.title = title
        self.columns = columns
    }

    package var svg: String {
        let most = Self.round(columns.map(\.total).max() ?? 0)
        var body = ""
        for tick in 0...4 where most.isMultiple(of: 4) || tick == 0 || tick == 4 {
            let y = Self.top + Self.height * (1 - Double(tick) / 4)
            body += "<line class=\"grid\" x1=\"\(Self.number(Self.left))\" y1=\"\(Self.number(y))\" "
            body += "x2=\"\(Self.number(Self.left + Self.width))\" y2=\"\(Self.number(y))\"/>"
            body += Self.text(Self.left - 6, y + 4, "\(most * tick / 4)", "end")
        }
        let step = Self.width / Double(max(1, columns.count))
        let every = max(1, (columns.count + 11) / 12)
        for (place, column) in columns.enumerated() {
            let x = Self.left + Double(place) * step
            var bottom = Self.top + Self.height
            for part in column.parts where part.count > 0 {
                let height = Self.height * Double(part.count) / Double(most)
                bottom -= height
                body +=
                    "<rect class=\"\(part.style)\" x=\"\(Self.number(x + step * 0.1))\" y=\"\(Self.number(bottom))\" "
                    + "width=\"\(Self.number(min(60, step * 0.8)))\" height=\"\(Self.number(height))\">"
                    + "<title>\(HTML.escaped("\(column.label): \(part.count) \(part.name)"))</title></rect>"
            }
            if place.isMultiple(of: every) {
                let middle = x + step * 0.1 + min(60, step * 0.8) / 2
                body += Self.text(middle, Self.top + Self.height + 16, column.label, "middle")
            }
        }
        return "<svg role=\"img\" aria-label=\"\(HTML.escaped(title))\" viewBox=\"0 0 "
            + "\(Self.number(Self.left + Self.width + 20)) \(Self.number(Self.top + Self.height + 26))\">\(body)</svg>"
    }

    /// The next number that makes a good top of a scale.
    private static func round(_ most: Int) -> Int {
        var unit = 4
        while unit < most { unit = unit * 2 >= most ? unit * 2 : unit * 5 >= most ? unit * 5 : unit * 10 }
        return unit
    }

    private static func number(_ value: Double) -> String { FigureText.decimal(value, places: 1) }

    private static func text(_ x: Double, _ y: Double, _ text: String, _ anchor: String) -> String {
        "<text class=\"axis\" x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(HTML.escaped(text))</text>"
    }
}
