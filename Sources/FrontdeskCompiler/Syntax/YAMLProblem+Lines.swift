import FrontdeskMatching
import Yams

// Mistakes that show on one line, and are told better by looking at it than by the parser's words.
extension YAMLProblem {
    /// A tab among the spaces that indent a line.
    func reportTab(_ mark: Mark, _ report: Reporter) -> Bool {
        let range = lines.range(ofLine: mark.line)
        let indent = bytes[range].prefix { $0 == 0x20 || $0 == 0x09 }
        guard let tab = indent.firstIndex(of: 0x09) else { return false }
        report.report(
            .yamlSyntax,
            place(tab, tab + 1),
            "a tab indents this line, which YAML does not allow",
            help: "indent with spaces; most editors can turn tabs into spaces"
        )
        return true
    }

    /// A quote that is never closed, told where it was opened.
    func reportUnclosed(_ context: YamlError.Context?, _ problem: String, _ report: Reporter) -> Bool {
        guard let context, problem.contains("end of stream") || problem.contains("document indicator") else {
            return false
        }
        let start = offset(context.mark)
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'")
        else {
            return false
        }
        report.report(
            .yamlSyntax,
            place(start, start + 1),
            "this quote is never closed",
            help: "add the same quote at the end of the text"
        )
        return true
    }

    /// Words behind a closing quote, often because of an apostrophe in single quotes.
    func reportTail(_ mark: Mark, _ report: Reporter) -> Bool {
        let start = offset(mark)
        let range = lines.range(ofLine: mark.line)
        guard range.contains(start), bytes[start] > 0x20, bytes[start] != UInt8(ascii: ":") else {
            return false
        }
        var quote = start
        while quote > range.lowerBound, bytes[quote - 1] == 0x20 { quote -= 1 }
        guard quote > range.lowerBound, bytes[quote - 1] == 0x22 || bytes[quote - 1] == 0x27 else {
            return false
        }
        let isSingle = bytes[quote - 1] == 0x27
        report.report(
            .yamlSyntax,
            place(quote - 1, WrittenText.lineEnd(start, bytes)),
            "the text ends at this quote, but the line goes on",
            help: isSingle
                ? "write '' for an apostrophe within single quotes, or put the text in double quotes"
                : "put the whole text in quotes; write \\\" for a quote within double quotes"
        )
        return true
    }

    /// A line above without the `:` that makes it a key.
    func reportMissingColon(_ mark: Mark, _ report: Reporter) -> Bool {
        var line = mark.line - 1
        while line >= 1 {
            let range = lines.range(ofLine: line)
            let start = range.lowerBound + bytes[range].prefix { $0 == 0x20 }.count
            let end = WrittenText.lineEnd(range.lowerBound, bytes)
            line -= 1
            guard start < end, bytes[start] != UInt8(ascii: "#") else { continue }
            let word = bytes[start..<end]
            guard word.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ":") }) else { return false }
            report.report(
                .yamlSyntax,
                place(start, end),
                "a ':' is missing behind this key",
                help: "write '\(String(decoding: word, as: UTF8.self)):'"
            )
            return true
        }
        return false
    }
}
