extension Diagram {
    /// The diagram as a flowchart in Mermaid's language, for Markdown pages that draw it.
    public var mermaid: String {
        var text = "---\ntitle: \"\(Self.frontMatter(title))\"\n---\nflowchart TD\n"
        for (number, node) in nodes.enumerated() {
            let lines = ([node.title] + node.lines).map { Self.escaped(TextMeasure.shortened($0, to: 90)) }
            let label = "\"" + lines.joined(separator: "<br/>") + "\""
            let (open, close) =
                switch node.shape {
                case .start: ("([", "])")
                case .state: ("[", "]")
                case .slot: ("[/", "/]")
                case .handoff: ("{{", "}}")
                case .end: ("([", "])")
                case .flow: ("[[", "]]")
                case .anywhere: (">", "]")
                }
            text += "    n\(number)\(open)\(label)\(close)\n"
        }
        for edge in edges {
            let label = edge.labels.map { Self.escaped(TextMeasure.shortened($0, to: 90)) }.joined(
                separator: "<br/>"
            )
            text += "    n\(edge.from) -->" + (label.isEmpty ? "" : "|\"\(label)\"|") + " n\(edge.to)\n"
        }
        let faint = nodes.indices.filter { nodes[$0].isFaint }.map { "n\($0)" }
        if !faint.isEmpty {
            text +=
                "    classDef unreached opacity:0.4\n    class \(faint.joined(separator: ",")) unreached\n"
        }
        return text
    }

    /// Everything that Mermaid or HTML could take for markup, by its number.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "#", "<", ">", "&", "`", "*", "_", "\\", "|", "[", "]", "{", "}", "(", ")", ";":
                escaped += "#\(scalar.value);"
            case "\n", "\r", "\t": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func frontMatter(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": escaped += "\\" + String(scalar)
            case "\n", "\r", "\t": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
