/// A drawing in SVG with axes from 0 to 1, made of text alone.
package struct Plot {
    /// A line through points, and what it is called.
    package struct Series {
        let name: String
        /// The CSS class that colours it.
        let style: String
        /// The points, both numbers 0…1.
        let points: [(x: Double, y: Double)]

        package init(name: String, style: String, points: [(x: Double, y: Double)]) {
            self.name = name
            self.style = style
            self.points = points
        }
    }

    private static let width = 460.0
    private static let height = 260.0
    private static let left = 48.0
    private static let top = 10.0

    private var body = ""
    private let title: String

    package init(_ title: String, x: String, y: String) {
        self.title = title
        for tick in 0...5 {
            let share = Double(tick) / 5
            let (px, py) = (Self.x(share), Self.y(share))
            body += Self.line(Self.x(0), py, Self.x(1), py, "grid")
            body += Self.text(Self.left - 6, py + 4, "\(tick * 20) %", "end")
            body += Self.text(px, Self.y(0) + 16, "\(tick * 20) %", "middle")
        }
        body += Self.text(Self.x(0.5), Self.y(0) + 34, x, "middle")
        body +=
            "<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(12 \(Self.number(Self.y(0.5)))) "
            + "rotate(-90)\">\(HTML.escaped(y))</text>"
    }

    /// Draws the line on which confidence would be just right.
    package mutating func diagonal() {
        body += Self.line(Self.x(0), Self.y(0), Self.x(1), Self.y(1), "guide")
    }

    /// Draws a line upright at a place.
    package mutating func mark(_ x: Double, _ label: String) {
        body += Self.line(Self.x(x), Self.y(0), Self.x(x), Self.y(1), "mark")
        body += Self.text(Self.x(x) + 4, Self.y(1) + 12, label, "start")
    }

    /// Draws series one over the other, each with its points.
    package mutating func draw(_ series: [Series]) {
        for one in series where !one.points.isEmpty {
            let path = one.points.map { "\(Self.number(Self.x($0.x))),\(Self.number(Self.y($0.y)))" }
            body += "<polyline class=\"line \(one.style)\" points=\"\(path.joined(separator: " "))\"/>"
            for point in one.points {
                body +=
                    "<circle class=\"\(one.style)\" r=\"3\" cx=\"\(Self.number(Self.x(point.x)))\" "
                    + "cy=\"\(Self.number(Self.y(point.y)))\"><title>"
                    + HTML.escaped(
                        "\(one.name): \(FigureText.percent(point.y)) at \(FigureText.percent(point.x))"
                    ) + "</title></circle>"
            }
        }
    }

    /// Draws a bar from one place to the next, its parts on top of each other.
    ///
    /// - Parameter parts: The height of each part, 0…1, with its CSS class and what it says.
    package mutating func bar(
        from start: Double,
        to end: Double,
        _ parts: [(height: Double, style: String, label: String)]
    ) {
        var bottom = 0.0
        for part in parts where part.height > 0 {
            let (y0, y1) = (Self.y(bottom), Self.y(bottom + part.height))
            body +=
                "<rect class=\"\(part.style)\" x=\"\(Self.number(Self.x(start) + 1))\" y=\"\(Self.number(y1))\" "
                + "width=\"\(Self.number(Self.x(end) - Self.x(start) - 2))\" "
                + "height=\"\(Self.number(y0 - y1))\"><title>\(HTML.escaped(part.label))</title></rect>"
            bottom += part.height
        }
    }

    package var svg: String {
        "<svg role=\"img\" aria-label=\"\(HTML.escaped(title))\" viewBox=\"0 0 \(Self.number(Self.width + 80)) "
            + "\(Self.number(Self.height + 60))\">\(body)</svg>"
    }

    private static func x(_ share: Double) -> Double { left + share * width }
    private static func y(_ share: Double) -> Double { top + (1 - share) * height }

    private static func number(_ value: Double) -> String { FigureText.decimal(value, places: 1) }

    private static func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ style: String)
        -> String
    {
        "<line class=\"\(style)\" x1=\"\(number(x0))\" y1=\"\(number(y0))\" x2=\"\(number(x1))\" y2=\"\(number(y1))\"/>"
    }

    private static func text(_ x: Double, _ y: Double, _ text: String, _ anchor: String) -> String {
        "<text class=\"axis\" x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(HTML.escaped(text))</text>"
    }
}
