/// Bars that lie below each other, each a share with its interval, made of text alone (SVG).
package struct BarList {
    /// One bar.
    package struct Bar {
        let label: String
        let share: Double
        let interval: (low: Double, high: Double)?
        let note: String
        let style: String

        /// Makes a bar.
        ///
        /// - Parameters:
        ///   - share: Its length, 0…1.
        ///   - interval: Between what the true share lies.
        ///   - note: What stands at its end.
        ///   - style: The CSS class that colours it.
        package init(
            _ label: String,
            share: Double,
            interval: (low: Double, high: Double)?,
            note: String,
            style: String
        ) {
            self.label = label
            self.share = share
            self.interval = interval
            self.note = note
            self.style = style
        }
    }

    private static let rowHeight = 24.0
    /// The least room for labels, and what a letter takes at most on average.
    private static let leastLeft = 190.0
    private static let letter = 6.2
    private static let width = 250.0
    private static let right = 120.0

    private let title: String
    private let bars: [Bar]
    /// Where bars begin.
    private let left: Double

    package init(_ title: String, _ bars: [Bar]) {
        self.title = title
        self.bars = bars
        let widest = bars.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
        left = max(Self.leastLeft, Self.letter * Double(widest) + 12)
    }

    package var svg: String {
        var body = ""
        let height = Self.rowHeight * Double(bars.count)
        for tick in 0...4 {
            let x = left + Self.width * Double(tick) / 4
            body += Self.line(x, 0, x, height, "grid")
            body += Self.text(x, height + 14, "\(tick * 25) %", "middle")
        }
        for (row, bar) in bars.enumerated() {
            let top = Double(row) * Self.rowHeight
            let middle = top + Self.rowHeight / 2
            body += Self.text(left - 8, middle + 4, bar.label, "end")
            body +=
                "<rect class=\"\(bar.style)\" x=\"\(Self.number(left))\" y=\"\(Self.number(top + 5))\" "
                + "width=\"\(Self.number(Self.width * bar.share))\" height=\"\(Self.number(Self.rowHeight - 10))\">"
                + "<title>\(HTML.escaped("\(bar.label): \(bar.note)"))</title></rect>"
            if let interval = bar.interval {
                let (low, high) = (
                    left + Self.width * interval.low, left + Self.width * interval.high
                )
                body += Self.line(low, middle, high, middle, "whisker")
                body += Self.line(low, middle - 4, low, middle + 4, "whisker")
                body += Self.line(high, middle - 4, high, middle + 4, "whisker")
            }
            body += Self.text(left + Self.width + 8, middle + 4, bar.note, "start")
        }
        return "<svg role=\"img\" aria-label=\"\(HTML.escaped(title))\" viewBox=\"0 0 "
            + "\(Self.number(left + Self.width + Self.right)) \(Self.number(height + 22))\">\(body)</svg>"
    }

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
