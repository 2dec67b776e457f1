import FrontdeskMatching

/// Shows diagnostics to people and to programs.
public enum DiagnosticRenderer {
    /// How much of a long source line is shown, in characters.
    static let lineWidth = 100

    /// Each diagnostic as text: place and message, the source line with a caret, how to mend it.
    ///
    /// ```
    /// orders.yaml:12:9: error[FD0007]: unknown slot 'order_nr'
    ///   12 |   clear: order_nr
    ///      |          ^~~~~~~~
    /// help: did you mean 'order_number'?
    /// ```
    ///
    /// - Parameters:
    ///   - diagnostics: What to show, in this order.
    ///   - sources: The files that were compiled; a diagnostic of another file is shown without its line.
    /// - Returns: The text, ending in a line feed; empty when there are no diagnostics.
    public static func text(_ diagnostics: [Diagnostic], sources: [SourceFile]) -> String {
        let files = Dictionary(sources.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        return diagnostics.map { text($0, source: files[$0.file]) }.joined(separator: "\n")
    }

    private static func text(_ diagnostic: Diagnostic, source: [UInt8]?) -> String {
        var text =
            "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column): "
            + "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)\n"
        if let source, let excerpt = excerpt(diagnostic, source) { text += excerpt }
        if let help = diagnostic.help { text += "help: \(help)\n" }
        for note in diagnostic.notes {
            text += "note: \(note.file):\(note.line):\(note.column): \(note.message)\n"
        }
        return text
    }

    /// The source line and the line with the caret; nil when there is nothing to point at.
    private static func excerpt(_ diagnostic: Diagnostic, _ source: [UInt8]) -> String? {
        let lines = LineIndex(source)
        var range = lines.range(ofLine: diagnostic.line)
        while let last = source[range].last, last == 0x0A || last == 0x0D { range = range.dropLast() }
        guard !range.isEmpty,
            range.contains(diagnostic.span.start) || diagnostic.span.start == range.upperBound
        else {
            return nil
        }
        let before = characters(source[range.lowerBound..<diagnostic.span.start])
        let meant = characters(
            source[
                diagnostic.span.start..<max(diagnostic.span.start, min(diagnostic.span.end, range.upperBound))
            ]
        )
        let after = characters(
            source[min(range.upperBound, max(diagnostic.span.end, diagnostic.span.start))..<range.upperBound]
        )
        let (line, lead) = window(before, meant, after)
        let number = "\(diagnostic.line)"
        let gutter = String(repeating: " ", count: number.utf8.count)
        let marked = min(max(1, meant.count), max(1, lineWidth - lead.count))
        let caret = "^" + String(repeating: "~", count: marked - 1)
        let pad = String(lead.map { $0 == "\t" ? "\t" : " " })
        return "  \(number) | \(line)\n  \(gutter) | \(pad)\(caret)\n"
    }

    /// The part of a line around what is meant, and what of it stands before that.
    private static func window(
        _ before: [Character],
        _ meant: [Character],
        _ after: [Character]
    ) -> (line: String, lead: [Character]) {
        let line = before + meant + after
        guard line.count > lineWidth else { return (String(line), before) }
        let first = max(0, min(before.count - lineWidth / 3, line.count - lineWidth))
        let last = min(line.count, first + lineWidth)
        let start = first > 0 ? "…" : ""
        let end = last < line.count ? "…" : ""
        return (start + String(line[first..<last]) + end, Array(start) + before[first...])
    }

    /// Control characters are shown as a replacement, so that a file cannot write to the terminal.
    private static func characters(_ bytes: ArraySlice<UInt8>) -> [Character] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            let isControl = (scalar.value < 0x20 && scalar != "\t") || (0x7F..<0xA0).contains(scalar.value)
            return isControl ? "\u{FFFD}" : Character(scalar)
        }
    }

    /// The diagnostics as a JSON array, one object a line, keys sorted.
    public static func json(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "[]\n" }
        return "[\n" + diagnostics.map { "  \(object($0))" }.joined(separator: ",\n") + "\n]\n"
    }

    private static func object(_ diagnostic: Diagnostic) -> String {
        let notes = diagnostic.notes.map { note in
            "{\"column\":\(note.column),\"file\":\(JSONText.quoted(note.file)),\"line\":\(note.line),"
                + "\"message\":\(JSONText.quoted(note.message))}"
        }
        let fields: [(String, String)] = [
            ("code", JSONText.quoted(diagnostic.code)),
            ("column", "\(diagnostic.column)"),
            ("end", "\(diagnostic.span.end)"),
            ("file", JSONText.quoted(diagnostic.file)),
            ("help", diagnostic.help.map(JSONText.quoted) ?? "null"),
            ("length", "\(diagnostic.length)"),
            ("line", "\(diagnostic.line)"),
            ("message", JSONText.quoted(diagnostic.message)),
            ("notes", "[\(notes.joined(separator: ","))]"),
            ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
            ("start", "\(diagnostic.span.start)"),
        ]
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }
}
