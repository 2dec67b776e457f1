import FrontdeskMatching
import Yams

/// Says in an author's words why a file cannot be read as YAML.
struct YAMLProblem {
    let bytes: [UInt8]
    let lines: LineIndex
    let place: (Int, Int) -> Place

    func report(_ error: YamlError, to report: Reporter) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            if reportTab(mark, report) || reportUnclosed(context, problem, report) || reportTail(mark, report)
            {
                return
            }
            if let sign = unquotedSign(near: mark) ?? context.flatMap({ unquotedSign(near: $0.mark) }) {
                report.report(
                    .mustBeQuoted,
                    sign.place,
                    "YAML reads this text as something else because of its \(sign.sign)",
                    help: "put the whole text in quotes",
                    mends: [.quote]
                )
                return
            }
            if problem.contains("mapping values"), reportMissingColon(mark, report) { return }
            let start = offset(mark)
            report.report(
                .yamlSyntax,
                place(start, min(start + 1, bytes.count)),
                message(problem),
                help: help(problem)
            )
        case .reader(let problem, let offset, _, _):
            let start = min(offset ?? 0, bytes.count)
            let message =
                problem.contains("control characters")
                ? "a control character stands here, which YAML does not allow" : "this cannot be read as text"
            report.report(.yamlSyntax, place(start, min(start + 1, bytes.count)), message)
        default:
            report.report(.yamlSyntax, place(0, 0), "this file cannot be read as YAML")
        }
    }

    /// The byte a mark points at.
    func offset(_ mark: Mark) -> Int {
        lines.offset(line: mark.line, scalar: mark.column, in: bytes)
    }

    /// An unquoted value on the line of a mark, or the line above, that begins with a sign of YAML's own.
    private func unquotedSign(near mark: Mark) -> (sign: String, place: Place)? {
        for line in [mark.line, mark.line - 1] where line >= 1 {
            if let found = unquotedSign(inLine: line) { return found }
        }
        return nil
    }

    private func unquotedSign(inLine line: Int) -> (sign: String, place: Place)? {
        let range = lines.range(ofLine: line)
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
        var isItem = false
        while start + 1 < range.upperBound, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == 0x20 {
            start += 2
            isItem = true
            while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
        }
        if !isItem || keyEnd(start, range) != nil, let value = keyEnd(start, range) { start = value }
        guard start < range.upperBound else { return nil }
        let end = WrittenText.lineEnd(start, bytes)
        let first = bytes[start]
        let isSign = "[{*&!%@`|>".utf8.contains(first)
        if isSign, isBrokenText(first, start, end) {
            return ("'\(String(decoding: [first], as: UTF8.self))'", place(start, end))
        }
        if first != UInt8(ascii: "\""), first != UInt8(ascii: "'"), !isSign,
            let colon = innerColon(start, end)
        {
            return ("':'", place(colon, colon + 1))
        }
        return nil
    }

    /// Whether text goes on behind what the sign opened: `[my] order`, `*refund*`, `@home`.
    private func isBrokenText(_ first: UInt8, _ start: Int, _ end: Int) -> Bool {
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else { return end > start }
        if bytes[start..<end].starts(with: "{{".utf8) { return true }
        let close = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
        guard let index = bytes[start..<end].firstIndex(of: close) else { return false }
        return index + 1 < end && bytes[index + 1] != UInt8(ascii: ",")
            && bytes[index + 1] != UInt8(ascii: "}")
            && bytes[index + 1] != UInt8(ascii: "]")
    }

    /// The start of the value behind `key: `.
    func keyEnd(_ start: Int, _ range: Range<Int>) -> Int? {
        var index = start
        while index < range.upperBound, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ":") { index += 1 }
        guard index > start, index + 1 < range.upperBound, bytes[index] == UInt8(ascii: ":"),
            bytes[index + 1] == 0x20
        else { return nil }
        index += 1
        while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
        return index < range.upperBound && bytes[index] > 0x20 ? index : nil
    }

    private func innerColon(_ start: Int, _ end: Int) -> Int? {
        var index = start
        while index + 1 < end {
            if bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == 0x20 { return index }
            index += 1
        }
        return nil
    }

    private func message(_ problem: String) -> String {
        switch problem {
        case let text where text.contains("expected key"):
            "this line is not indented like its neighbours, or a ':' is missing"
        case let text where text.contains("another document"):
            "a second document begins here ('---'); an intent file holds one"
        case let text where text.contains("undefined alias"): "this alias ('*name') has no anchor ('&name')"
        case let text where text.contains("tab"), let text where text.contains("cannot start any token"):
            "this character cannot begin a text or a key here"
        case let text where text.contains("mapping values"): "a ':' cannot stand here"
        case let text where text.contains("':'"): "a ':' is missing behind this key"
        case let text where text.contains("end of stream"),
            let text where text.contains("document indicator"):
            "a quote, bracket or brace is never closed"
        case let text where text.contains("nested"), let text where text.contains("depth"),
            let text where text.contains("nesting"):
            "lists and keys are nested too deeply; the limit is 1000"
        case let text where text.contains("escape"):
            "this '\\' does not begin a known escape in double quotes"
        case let text where text.contains("block end"), let text where text.contains("block entry"):
            "this line is not indented like the ones it belongs to"
        case let text where text.contains("',' or"): "a ',' or a closing bracket is missing here"
        case let text where text.contains("node content"):
            "a value is missing here, or a bracket is open or one too many"
        default: "this cannot be read as YAML: \(problem)"
        }
    }

    private func help(_ problem: String) -> String? {
        if problem.contains("cannot start any token") {
            return "indent with spaces, not tabs; put texts in quotes"
        }
        if problem.contains("escape") { return "use single quotes, in which '\\' is an ordinary character" }
        if problem.contains("expected key") || problem.contains("block end")
            || problem.contains("block entry") || problem.contains("mapping values")
        {
            return
                "line it up with its neighbours, or put the text in quotes if it holds ': ' or begins with a sign"
        }
        return nil
    }
}
