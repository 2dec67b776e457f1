/// What came of running files of transcripts.
public struct SuiteReport: Sendable {
    /// What came of one file.
    public struct File: Sendable {
        /// The file's path.
        public var path: String { file.path }
        /// The file.
        let file: TranscriptFile
        /// Its conversations, in order; empty when the file could not be read.
        public let results: [TranscriptResult]
        /// Every mistake that keeps the file from being read, by line.
        public let errors: [TranscriptError]
        /// The file with what the desk really said; nil when nothing would change.
        public let updated: String?
    }

    /// The files, in the order they were given.
    public let files: [File]
    /// How much of the assistant they reach.
    public let coverage: Coverage
    /// Intent files that no file of transcripts is named after; each counts as a failure.
    public let untestedTopics: [String]
    /// The mode they were played in.
    public let mode: String

    /// How many conversations were as written.
    public var passed: Int { files.reduce(0) { $0 + $1.results.count(where: \.passed) } }

    /// How many were not, how many files could not be read, and how many intent files have no transcript.
    public var failed: Int {
        files.reduce(untestedTopics.count) {
            $0 + $1.results.count { !$0.passed } + ($1.errors.isEmpty ? 0 : 1)
        }
    }

    /// How many differences are about no line of the desk, so that only a person can mend them.
    public var unmet: Int {
        files.reduce(0) { count, file in
            count + file.results.reduce(0) { $0 + $1.differences.count { !$0.isAboutDeskLine } }
        }
    }

    /// Whether everything was as written.
    public var succeeded: Bool { failed == 0 }

    /// What a person reads: every difference with its line, then one line in sum.
    public var text: String { differences + summary + "\n" }

    /// Every difference, file by file; empty when there are none.
    public var differences: String {
        var text = ""
        for file in files {
            if !file.errors.isEmpty { text += file.errors.map { "\($0)\n" }.joined() + "\n" }
            for result in file.results where !result.passed {
                text += "\(file.path):\(result.transcript.line): \(result.transcript.title)\(modeNote)\n"
                for difference in result.differences { text += Self.describe(difference) }
                text += "\n"
            }
        }
        return text + untestedText
    }

    /// A line for each intent file that has no transcript.
    var untestedText: String {
        untestedTopics.map { topic in
            "\(topic): error: no transcript exercises this file; write \(Self.stem(topic)).transcript\n"
        }.joined()
    }

    /// In which mode it differed, where that is not the usual one.
    var modeNote: String { mode == TranscriptMode.straight.name ? "" : " (mode \(mode))" }

    private static func stem(_ path: String) -> String { TranscriptFile(path: path, text: "").stem }

    /// `12 passed, 1 failed`.
    public var summary: String { "\(passed) passed, \(failed) failed" }

    /// `intents 3 of 4, states 9 of 12`: how much of the assistant was reached, in one line.
    public var coverageSummary: String {
        coverage.parts.map { "\($0.name) \($0.reached) of \($0.total)" }.joined(separator: ", ")
    }

    /// How much of the assistant was reached, with the names of what was not.
    public var coverageText: String {
        var text = ""
        for part in coverage.parts {
            text += "\(part.name): \(part.reached) of \(part.total)\n"
            for name in part.missing { text += "  not reached: \(name)\n" }
        }
        return text
    }

    private static func describe(_ difference: Difference) -> String {
        var text = "  line \(difference.line): \(difference.summary)\n"
        func add(_ label: String, _ content: String) {
            for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
                text += "    \(label)  \(line)\n"
            }
        }
        if let expected = difference.expected { add("expected", expected) }
        if let actual = difference.actual { add("actual  ", actual) }
        for line in difference.context { text += "    \(line)\n" }
        return text
    }

    /// The report in the XML of JUnit, which build servers read.
    public var junit: String {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites tests=\"\(passed + failed)\" failures=\"\(failed)\">\n"
        for file in files {
            let failures = file.results.count { !$0.passed } + (file.errors.isEmpty ? 0 : 1)
            let tests = file.results.count + (file.errors.isEmpty ? 0 : 1)
            xml +=
                "  <testsuite name=\"\(XMLText.attribute(file.path))\" tests=\"\(tests)\" failures=\"\(failures)\">\n"
            if !file.errors.isEmpty {
                let failure = file.errors.map(\.description).joined(separator: "\n")
                xml += Self.testCase("the file can be read", file: file.path, failure: failure)
            }
            for result in file.results {
                let failure = result.passed ? nil : result.differences.map(Self.describe).joined()
                xml += Self.testCase(result.transcript.title + modeNote, file: file.path, failure: failure)
            }
            xml += "  </testsuite>\n"
        }
        if !untestedTopics.isEmpty {
            let count = untestedTopics.count
            xml += "  <testsuite name=\"intent files\" tests=\"\(count)\" failures=\"\(count)\">\n"
            for topic in untestedTopics {
                xml += Self.testCase(
                    "has a transcript",
                    file: topic,
                    failure: "no transcript exercises this file"
                )
            }
            xml += "  </testsuite>\n"
        }
        return xml + "</testsuites>\n"
    }

    private static func testCase(_ name: String, file: String, failure: String?) -> String {
        let head =
            "    <testcase classname=\"\(XMLText.attribute(file))\" name=\"\(XMLText.attribute(name))\""
        guard let failure else { return "\(head)/>\n" }
        let first = failure.split(separator: "\n").first.map { $0.trimmingBlanks } ?? ""
        return
            "\(head)>\n      <failure message=\"\(XMLText.attribute(first))\">\(XMLText.content(failure))</failure>\n"
            + "    </testcase>\n"
    }
}

/// Texts as XML.
enum XMLText {
    static func attribute(_ text: String) -> String { escape(text, isAttribute: true) }

    static func content(_ text: String) -> String { escape(text, isAttribute: false) }

    private static func escape(_ text: String, isAttribute: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where isAttribute: result += "&quot;"
            case "\n" where isAttribute, "\t" where isAttribute: result += " "
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
