import FrontdeskDialogue
package import FrontdeskPages

/// What differed, with what was said before it, as people read it in a terminal.
package struct DifferenceText {
    /// How many lines of the conversation stand before a difference.
    private static let contextLimit = 8

    private let layout: SideBySide
    /// How lines of the desk are laid out, which may stand under other titles.
    private let deskLayout: SideBySide

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - width: The columns of a line.
    ///   - marks: What changed words are told by.
    ///   - isUpdate: Whether what the desk says now is being written into the transcripts.
    package init(width: Int, marks: DifferenceMarks, isUpdate: Bool = false) {
        layout = SideBySide(width: width, marks: marks)
        deskLayout = isUpdate ? SideBySide(width: width, marks: marks, old: "was", new: "is now") : layout
    }

    /// All that differed in a report, file by file; empty when nothing did.
    package func text(of report: SuiteReport) -> String { text(of: [report]) }

    /// All that differed in reports of the same files in several modes; what is the same in some stands once.
    package func text(of reports: [SuiteReport]) -> String {
        guard let first = reports.first else { return "" }
        var text = ""
        for (place, file) in first.files.enumerated() {
            if !file.errors.isEmpty { text += file.errors.map { "\($0)\n" }.joined() + "\n" }
            for number in file.results.indices {
                for (result, modes) in failures(reports.map { ($0.mode, $0.files[place].results[number]) }) {
                    let note = Self.note(modes, of: reports)
                    text += "\(file.path):\(result.transcript.line): \(result.transcript.title)\(note)\n"
                    text += lines(of: result, in: file).map { "\($0)\n" }.joined() + "\n"
                }
            }
        }
        return text + reports.map(\.untestedText).joined()
    }

    /// What failed, with the modes in which it did so in the same way.
    private func failures(
        _ results: [(mode: String, result: TranscriptResult)]
    ) -> [(result: TranscriptResult, modes: [String])] {
        var found: [(result: TranscriptResult, modes: [String])] = []
        for (mode, result) in results where !result.passed {
            if let same = found.firstIndex(where: { $0.result.differences == result.differences }) {
                found[same].modes.append(mode)
            } else {
                found.append((result, [mode]))
            }
        }
        return found
    }

    /// In which modes it differed, where that is not the usual one alone.
    private static func note(_ modes: [String], of reports: [SuiteReport]) -> String {
        if modes.count > 1, modes.count == reports.count { return " (in each of \(modes.count) modes)" }
        if modes == [TranscriptMode.straight.name] { return reports.count > 1 ? " (mode straight)" : "" }
        return " (\(modes.count == 1 ? "mode" : "modes") \(modes.joined(separator: ", ")))"
    }

    private func lines(of result: TranscriptResult, in file: SuiteReport.File) -> [String] {
        let written = file.file.lines
        let differing = Set(result.differences.map(\.line))
        var shown = result.transcript.line
        var lines: [String] = []
        for difference in result.differences {
            let start = Self.contextStart(of: difference.line, in: result.transcript)
            // A message that came without being expected has no line: that before it is part of what was said.
            let isOwn = difference.expected != nil || !difference.isAboutDeskLine
            let end = isOwn ? difference.line : difference.line + 1
            let first = max(start, shown + 1)
            let context = (first..<max(end, first)).filter { number in
                number == end - 1 && !isOwn || !differing.contains(number)
            }.filter { $0 <= written.count && Self.isSaid(written[$0 - 1]) }
            lines += context.suffix(Self.contextLimit).map { contextLine($0, written[$0 - 1]) }
            shown = max(shown, difference.line)
            lines.append("  \(file.path):\(difference.line): \(difference.summary)")
            lines += self.lines(of: difference)
        }
        return lines
    }

    /// What was said and done in this step and the one before it helps to understand what came.
    private static func contextStart(of line: Int, in transcript: Transcript) -> Int {
        let steps = transcript.steps.prefix { $0.line <= line }
        return steps.suffix(2).first?.line ?? line
    }

    /// Whether a line is part of the conversation, and no comment, expectation or blank.
    private static func isSaid(_ line: String) -> Bool {
        guard let first = line.first, first != " ", first != "\t" else { return false }
        return !line.hasPrefix("//")
    }

    private func contextLine(_ number: Int, _ line: String) -> String {
        let lead = "  \(String(repeating: " ", count: max(0, 5 - "\(number)".count)))\(number)  "
        return layout.marks.aside(lead + DisplayWidth.cut(line, to: layout.width - lead.count))
    }

    private func lines(of difference: Difference) -> [String] {
        let layout = difference.isAboutDeskLine ? deskLayout : layout
        var lines: [String] = []
        switch (difference.expected, difference.actual) {
        case (let expected?, let actual?):
            lines = layout.lines(Self.words(expected, actual))
        case (nil, nil): break
        case (let expected, let actual):
            lines = layout.lines(old: expected, new: actual, instead: "nothing")
        }
        return lines + difference.context.flatMap { layout.aside($0) }
    }

    /// Word by word, where a placeholder and what it stands for are the same.
    private static func words(_ expected: String, _ actual: String) -> WordDifference {
        var difference = WordDifference(from: expected, to: actual)
        for place in difference.parts.indices where difference.parts[place].isChanged {
            let part = difference.parts[place]
            if part.old.contains("{") || part.old.contains("..."),
                let pattern = try? LinePattern(part.old.trimmingBlanks), pattern.matches(part.new)
            {
                difference.parts[place].isChanged = false
            }
        }
        return difference
    }
}
