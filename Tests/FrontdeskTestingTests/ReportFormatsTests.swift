import FrontdeskTesting
import Testing

@Suite("Results for harnesses and build servers")
struct ReportFormatsTests {
    static func report(_ text: String, path: String = "shop/talk.transcript") async throws -> SuiteReport {
        await (try TestShop.suite()).run([TranscriptFile(path: path, text: text)])
    }

    @Test("TAP has a plan, a point for each conversation, and what differed as YAML")
    func tap() async throws {
        let report = try await Self.report(
            "# Good #1 \\ here\n\n> thanks\n< ...\n\n# Bad\n\n> thanks\n< \"No\"\n"
        )
        let lines = ReportFormats.tap([report]).split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(6) == [
                "1..2", "ok 1 - shop/talk.transcript: Good \\#1 \\\\ here",
                "not ok 2 - shop/talk.transcript: Bad",
                "  ---", "  file: \"shop/talk.transcript\"", "  line: 9",
            ]
        )
        #expect(lines[6] == "  failures:")
        #expect(
            lines[7].hasPrefix(
                "    - \"line 9: the desk said something else\\nexpected: < \\\"No\\\"\\nactual: "
            )
        )
        #expect(lines.last == "  ...")
        #expect(ReportFormats.tapVersion == "TAP version 14\n")
    }

    @Test("A file that cannot be read is a point that failed, and an annotation at its line")
    func unreadable() async throws {
        let report = try await Self.report("> hello\n")
        #expect(!report.succeeded)
        #expect(
            ReportFormats.tap([report]).contains("not ok 1 - shop/talk.transcript: the file can be read\n")
        )
        let annotation = ReportFormats.github([report])
        #expect(
            annotation.hasPrefix("::error file=shop/talk.transcript,line=1,title=the file cannot be read::")
        )
    }

    static let titles: [(title: String, escaped: String)] = [
        ("Bad", "Bad"), ("50% off: one, two", "50%25 off%3A one%2C two"), ("¿Dónde? 日本", "¿Dónde? 日本"),
    ]

    @Test(
        "Each annotation is one line, and nothing in it is taken for a sign of the command",
        arguments: titles
    )
    func github(title: String, escaped: String) async throws {
        let report = try await Self.report(
            "# \(title)\n\n> thanks\n< 100%: \"No\", never\n",
            path: "shop/a,b:c.transcript"
        )
        let text = ReportFormats.github([report])
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("::error file=") }, "\(text)")
        #expect(
            text.hasPrefix(
                "::error file=shop/a%2Cb%3Ac.transcript,line=4,title=\(escaped)::line 4: the desk said something "
                    + "else%0Aexpected: < 100%25: \"No\", never%0Aactual: "
            ),
            "\(text)"
        )
    }

    @Test("Nothing is said of what was as written")
    func fine() async throws {
        let report = try await Self.report("# Good\n\n> thanks\n< ...\n")
        #expect(ReportFormats.github([report]) == "")
        #expect(ReportFormats.tap([report]) == "1..1\nok 1 - shop/talk.transcript: Good\n")
    }
}
