import FrontdeskPages

extension Diagram {
    /// The diagram as a picture for browsers, in light and in dark; everything in it can be read aloud.
    public var svg: String {
        let layout = Layout(self)
        let margin = 24.0
        let head = 44.0
        let width =
            max(layout.width, TextMeasure.width(summary, size: 12), TextMeasure.width(title, size: 18)) + 2
            * margin
        let height = layout.height + 2 * margin + head
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width.whole)" height="\(height.whole)" \
            viewBox="0 0 \(width.whole) \(height.whole)" role="img" aria-labelledby="title summary">
            <title id="title">\(Self.xml(title))</title>
            <desc id="summary">\(Self.xml(summary))</desc>
            <style>
            \(Self.css)
            </style>
            <defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">\
            <path class="tip" d="M0 0 10 5 0 10z"/></marker></defs>
            <rect class="paper" width="100%" height="100%"/>
            <text class="head" x="\(margin.whole)" y="34">\(Self.xml(title))</text>
            <text class="sub" x="\(margin.whole)" y="54">\(Self.xml(summary))</text>
            <g transform="translate(\(margin.whole) \((margin + head).whole))">

            """
        for (edge, path) in zip(edges, layout.edges) {
            svg += Self.path(path, isFaint: nodes[edge.from].isFaint)
        }
        for (node, box) in zip(nodes, layout.nodes) { svg += Self.node(node, box) }
        // Texts last: no line passes over one.
        for (edge, path) in zip(edges, layout.edges) {
            if let label = path.label {
                svg += Self.label(label, edge.labels, isFaint: nodes[edge.from].isFaint)
            }
        }
        return svg + "</g>\n</svg>\n"
    }

    private static func path(_ path: Layout.Path, isFaint: Bool) -> String {
        guard let first = path.points.first else { return "" }
        var line = "M\(first.x.short) \(first.y.short)"
        for (place, point) in path.points.enumerated().dropFirst() {
            let before = path.points[place - 1]
            // A piece without length would turn the tip of the arrow aside.
            if before == point { continue }
            if before.x == point.x {
                line += "V\(point.y.short)"
            } else {
                let middle = ((before.y + point.y) / 2).short
                line +=
                    "C\(before.x.short) \(middle) \(point.x.short) \(middle) \(point.x.short) \(point.y.short)"
            }
        }
        return "<path class=\"edge\(isFaint ? " faint" : "")\" marker-end=\"url(#tip)\" d=\"\(line)\"/>\n"
    }

    private static func node(_ node: Node, _ box: Layout.Box) -> String {
        let (x, y, width, height) = (box.x.short, box.y.short, box.width.short, box.height.short)
        let radius =
            switch node.shape {
            case .start, .end: (box.height / 2).short
            case .slot: "12"
            case .state, .flow, .handoff, .anywhere: "3"
            }
        var shape = "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(radius)\"/>"
        if node.shape == .handoff {
            let (right, lower, middle) = (box.x + box.width, box.y + box.height, box.y + box.height / 2)
            shape =
                "<path d=\"M\((box.x + 12).short) \(y)H\((right - 12).short)L\(right.short) \(middle.short) "
                + "\((right - 12).short) \(lower.short)H\((box.x + 12).short)L\(x) \(middle.short)z\"/>"
        }
        if node.shape == .flow {
            shape +=
                "<path d=\"M\((box.x + 5).short) \(y)v\(height)M\((box.x + box.width - 5).short) \(y)v\(height)\"/>"
        }
        let centre = (box.x + box.width / 2).short
        var text = ""
        let titles = TextMeasure.wrapped(node.title, width: Layout.textWidth, size: 13.5, lines: 2).count
        for (number, line) in box.lines.enumerated() {
            let base = box.y + 8 + Layout.lineHeight * (Double(number) + 0.78)
            text +=
                "<tspan x=\"\(centre)\" y=\"\(base.short)\"\(number < titles ? " class=\"name\"" : "")>\(xml(line))</tspan>"
        }
        return
            "<g class=\"node \(node.shape.rawValue)\(node.isFaint ? " faint" : "")\"><title>\(xml(node.whole))</title>"
            + "\(shape)<text>\(text)</text></g>\n"
    }

    private static func label(_ box: Layout.Box, _ labels: [String], isFaint: Bool) -> String {
        var text = ""
        for (number, line) in box.lines.enumerated() {
            let base = box.y + 2 + 14 * (Double(number) + 0.78)
            text += "<tspan x=\"\((box.x + box.width / 2).short)\" y=\"\(base.short)\">\(xml(line))</tspan>"
        }
        return
            "<g class=\"label\(isFaint ? " faint" : "")\"><title>\(xml(labels.joined(separator: "\n")))</title>"
            + "<rect x=\"\(box.x.short)\" y=\"\(box.y.short)\" width=\"\(box.width.short)\" height=\"\(box.height.short)\"/>"
            + "<text>\(text)</text></g>\n"
    }

    /// The text with everything escaped that is markup, and without what XML cannot hold.
    private static func xml(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": kept.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}"..."\u{FFFF}": break
            default: kept.append(scalar)
            }
        }
        return HTML.escaped(String(kept))
    }

    private static let css = """
        svg { color-scheme: light dark; --ink: #1c1f24; --paper: #fff; --line: #6b7583; --state: #eef2f8; --slot: #fdf3dc; \
        --human: #fbe3da; --end: #dff2e7; --flow: #ece8fa; }
        @media (prefers-color-scheme: dark) { svg { --ink: #e7e9ed; --paper: #16181c; --line: #98a2b1; --state: #262c36; \
        --slot: #3d331c; --human: #4a2a20; --end: #1d3a2b; --flow: #322c4d; } }
        text { font: 12px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
        .head { font-size: 18px; font-weight: 600; text-anchor: start; } .sub { text-anchor: start; opacity: .8; }
        .name { font-weight: 600; } .paper { fill: var(--paper); }
        .edge { fill: none; stroke: var(--line); stroke-width: 1.3; } .tip { fill: var(--line); }
        .node rect, .node path { stroke: var(--line); fill: var(--state); } .start rect, .anywhere rect { fill: var(--paper); }
        .anywhere rect { stroke-dasharray: 4 3; } .slot rect { fill: var(--slot); } .handoff path { fill: var(--human); }
        .end rect { fill: var(--end); } .flow rect { fill: var(--flow); } .flow path { fill: none; }
        .label rect { fill: var(--paper); } .label text { font-size: 11px; } .faint { opacity: .35; }
        """
}

extension Double {
    /// With one digit behind the point, if any.
    fileprivate var short: String {
        let tenths = Int((self * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, digit) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return digit == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(digit)"
    }

    fileprivate var whole: Int { Int(rounded(.up)) }
}
