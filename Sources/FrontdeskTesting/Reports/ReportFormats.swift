/// Reports in the forms that build servers and test harnesses read.
public enum ReportFormats {
    /// The first line of a report in TAP; whatever else is written after it begins with `# `.
    public static let tapVersion = "TAP version 14\n"

    /// Test points for all conversations of all reports, with their plan, in the Test Anything Protocol 14.
    ///
    /// Files that cannot be read and intent files without transcripts are test points too, which failed.
    public static func tap(_ reports: [SuiteReport]) -> String {
        var points: [String] = []
        func add(_ title: String, file: String, line: Int?, failures: [String]) {
            let name = tapName(title)
            guard !failures.isEmpty else {
                points.append("ok \(points.count + 1) - \(name)\n")
                return
            }
            var text = "not ok \(points.count + 1) - \(name)\n  ---\n  file: \(quoted(file))\n"
            if let line { text += "  line: \(line)\n" }
            text += "  failures:\n"
            for failure in failures { text += "    - \(quoted(failure))\n" }
            points.append(text + "  ...\n")
        }
        for report in reports {
            let note = report.mode == TranscriptMode.straight.name ? "" : " (mode \(report.mode))"
            for file in report.files {
                if !file.errors.isEmpty {
                    add(
                        "\(file.path): the file can be read",
                        file: file.path,
                        line: file.errors.first?.line,
                        failures: file.errors.map(\.description)
                    )
                }
                for result in file.results {
                    add(
                        "\(file.path): \(result.transcript.title)\(note)",
                        file: file.path,
                        line: result.passed ? nil : result.differences.first?.line ?? result.transcript.line,
                        failures: result.passed ? [] : result.differences.map(message)
                    )
                }
            }
            for topic in report.untestedTopics {
                add(
                    "\(topic): has a transcript",
                    file: topic,
                    line: nil,
                    failures: ["no transcript exercises this file"]
                )
            }
        }
        return "1..\(points.count)\n" + points.joined()
    }

    /// A workflow command for each difference, which GitHub shows beside the line of the transcript.
    public static func github(_ reports: [SuiteReport]) -> String {
        var text = ""
        func add(_ file: String, _ line: Int?, _ title: String, _ message: String) {
            let place = line.map { ",line=\($0)" } ?? ""
            text += "::error file=\(property(file))\(place),title=\(property(title))::\(data(message))\n"
        }
        for report in reports {
            let note = report.mode == TranscriptMode.straight.name ? "" : " (mode \(report.mode))"
            for file in report.files {
                for error in file.errors {
                    add(file.path, error.line, "the file cannot be read", error.message)
                }
                for result in file.results where !result.passed {
                    for difference in result.differences {
                        add(file.path, difference.line, result.transcript.title + note, message(difference))
                    }
                }
            }
            for topic in report.untestedTopics {
                add(topic, nil, "no transcript", "no transcript exercises this file")
            }
        }
        return text
    }

    /// A difference with what was expected and what came, on lines of their own.
    private static func message(_ difference: Difference) -> String {
        var lines = ["line \(difference.line): \(difference.summary)"]
        if let expected = difference.expected { lines.append("expected: \(expected)") }
        if let actual = difference.actual { lines.append("actual: \(actual)") }
        return (lines + difference.context).joined(separator: "\n")
    }

    /// A name in which nothing is a directive of TAP.
    private static func tapName(_ text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "#", "\\": name += "\\" + String(scalar)
            case "\n", "\r", "\t": name += " "
            default: name.unicodeScalars.append(scalar)
            }
        }
        return name
    }

    /// A double-quoted scalar of YAML.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}": quoted += "\u{FFFD}"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func data(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func property(_ text: String) -> String {
        var escaped = ""
        for scalar in data(text).unicodeScalars {
            switch scalar {
            case ":": escaped += "%3A"
            case ",": escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
