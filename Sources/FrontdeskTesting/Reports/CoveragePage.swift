public import FrontdeskCompiler
import FrontdeskPages

/// What transcripts reach, over the files: one page that needs nothing else.
public struct CoveragePage {
    private let assistant: String
    private let coverage: Coverage
    private let sources: [SourceFile]

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - assistant: The assistant's name.
    ///   - coverage: What was reached.
    ///   - sources: The assistant's files.
    public init(assistant: String, coverage: Coverage, sources: [SourceFile]) {
        self.assistant = assistant
        self.coverage = coverage
        self.sources = sources
    }

    /// What is known of one line.
    private struct Mark {
        var covered = 0
        var missing = 0
        var oneWay = 0
        var notes: [String] = []

        var style: String {
            if missing > 0, covered == 0, oneWay == 0 { return "no" }
            return missing > 0 || oneWay > 0 ? "half" : "yes"
        }
    }

    /// The page.
    public var html: String {
        let marks = marks()
        var body = "<h1>\(HTML.escaped(assistant)): what the transcripts reach</h1>\n"
        body +=
            "<p><span class=\"yes key\"></span> reached <span class=\"half key\"></span> in part, or a condition "
        body += "one way only <span class=\"no key\"></span> not reached</p>\n"
        let rows = coverage.parts.filter { $0.total > 0 }.map { part in
            [
                HTML.escaped(part.name), "\(part.reached) of \(part.total)",
                FigureText.percent(Double(part.reached) / Double(part.total)),
            ]
        }
        body += HTML.table(["", "reached", ""], rows)
        for part in coverage.parts where !part.missing.isEmpty {
            body +=
                "<details><summary>\(HTML.escaped(part.name)) not reached: \(part.missing.count)</summary><ul>"
            body += part.missing.map { "<li>\(HTML.escaped($0))</li>" }.joined() + "</ul></details>\n"
        }
        body += "<h2>Files</h2>\n" + HTML.table(["file", "lines reached", "in part", "not"], files(marks))
        for source in sources { body += listing(of: source, marks[source.path] ?? [:]) }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(HTML.escaped(assistant)): coverage</title>
            <style>\(PageStyle.css)
            \(Self.css)</style></head><body>
            \(body)</body></html>

            """
    }

    private static let css = """
        pre { overflow-x: auto; font: 13px/1.45 ui-monospace, monospace; border: 1px solid var(--faint); }
        pre span { display: block; padding-left: .5rem; border-left: .4rem solid transparent; min-height: 1.45em; }
        pre i { display: inline-block; width: 3.2em; text-align: right; margin-right: 1em; opacity: .55; font-style: normal; }
        pre .yes { border-color: var(--right); } pre .half { border-color: var(--stray); background: #b0a6e630; }
        pre .no { border-color: var(--wrong); background: #f08a6430; }
        .key.yes { background: var(--right); } .key.half { background: var(--stray); } .key.no { background: var(--wrong); }
        """

    private func files(_ marks: [String: [Int: Mark]]) -> [[String]] {
        sources.compactMap { source in
            guard let own = marks[source.path], !own.isEmpty else { return nil }
            func count(_ style: String) -> String { String(own.values.count { $0.style == style }) }
            let name = HTML.escaped(source.path)
            return ["<a href=\"#\(name)\">\(name)</a>", count("yes"), count("half"), count("no")]
        }
    }

    private func listing(of source: SourceFile, _ marks: [Int: Mark]) -> String {
        let name = HTML.escaped(source.path)
        var text = "<h3 id=\"\(name)\">\(name)</h3>\n<pre>"
        let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            let mark = marks[place + 1]
            let style = mark.map { " class=\"\($0.style)\"" } ?? ""
            let notes = mark?.notes ?? []
            let title = notes.isEmpty ? "" : " title=\"\(HTML.escaped(notes.joined(separator: "; ")))\""
            let code = HTML.escaped(String(decoding: line, as: UTF8.self))
            text += "<span\(style)\(title)><i>\(place + 1)</i>\(code)</span>"
        }
        return text + "</pre>\n"
    }

    /// What is known of the lines, by file.
    private func marks() -> [String: [Int: Mark]] {
        var marks: [String: [Int: Mark]] = [:]
        for part in coverage.parts {
            for item in part.items where !item.place.isEmpty {
                guard
                    let place = SourcePlace.of(
                        item.place,
                        text: item.text,
                        language: item.language,
                        in: sources
                    )
                else { continue }
                var mark = marks[place.file]?[place.line] ?? Mark()
                let what = "\(part.name): \(item.name)"
                switch item.outcome {
                case .covered: mark.covered += 1
                case .missing:
                    mark.missing += 1
                    mark.notes.append("\(what) not reached")
                case .alwaysHeld:
                    mark.oneWay += 1
                    mark.notes.append("\(what): it always held")
                case .neverHeld:
                    mark.oneWay += 1
                    mark.notes.append("\(what): it never held")
                }
                marks[place.file, default: [:]][place.line] = mark
            }
        }
        return marks
    }
}

/// Where a part of the assistant stands, also where its keys alone do not lead to its line.
public enum SourcePlace {
    /// Finds the place.
    ///
    /// - Parameters:
    ///   - keys: The keys from the outside in.
    ///   - text: What stands at or below them on the line that is meant; nil: the keys' own line.
    ///   - language: The language whose files are looked at first; nil: the assistant's first.
    ///   - sources: The assistant's files.
    /// - Returns: The file's path, the line and the column, from 1; nil when not even the first key is there.
    public static func of(
        _ keys: [String],
        text: String?,
        language: String?,
        in sources: [SourceFile]
    ) -> (file: String, line: Int, column: Int)? {
        let own = language.map { tag in sources.filter { $0.path.contains(".\(tag).") } } ?? []
        let first = KeyPlace.find(keys, in: own)
        guard let found = first ?? KeyPlace.find(keys, in: sources) else { return nil }
        guard let text, let source = sources.first(where: { $0.path == found.file }) else { return found }
        let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let wanted = Array(text.utf8)
        for number in (found.line - 1)..<lines.count {
            let line = Array(lines[number])
            guard line.count >= wanted.count else { continue }
            for start in 0...(line.count - wanted.count) where line[start...].starts(with: wanted) {
                return (found.file, number + 1, start + 1)
            }
        }
        return found
    }
}
