import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("The pages about diagnostics")
struct DiagnosticPageTests {
    @Test(
        "Every code has one page, which names it, its title and its severity",
        arguments: DiagnosticCatalogue.pages
    )
    func frontMatter(_ page: DiagnosticPage) {
        #expect(page.frontMatter["code"] == page.code)
        #expect(page.frontMatter["title"] == page.title)
        #expect(page.frontMatter["severity"] == page.severity.rawValue)
        #expect(page.text.hasPrefix("# \(page.code): \(page.title)\n"))
        #expect(
            page.text.contains(
                "\(page.severity.rawValue)[\(page.code)]: \(page.frontMatter["message"] ?? "?")\n"
            )
        )
    }

    @Test("The failing example fails where and as the page says", arguments: DiagnosticCatalogue.pages)
    func fails(_ page: DiagnosticPage) throws {
        let alone = page.frontMatter["alone"] == "true"
        let example = PageExample(under: "Fails", of: page, alone: alone)
        var diagnostics = Compiler.compile(example.files).diagnostics
        switch page.code {
        case "FD0063":
            // The files alone are faultless; the database refuses.
            #expect(diagnostics.isEmpty)
            let reason = "no such column: stattus"
            diagnostics = [.refusedStatement(of: "orders.find", reason: reason, in: example.files)]
        case "FD0121":
            // The files alone are faultless; the day has passed.
            #expect(diagnostics.isEmpty)
            let day = CivilDate(year: 2026, month: 10, day: 1)
            diagnostics = [
                .overdueReview(of: "returns.policy", reviewBy: day, owner: nil, in: example.files)
            ]
        case "FD0122":
            // The files alone are faultless; training shows it.
            #expect(diagnostics.isEmpty)
            let choice = AnswerCurve.Choice.tooFew(sentences: 12, needed: 34)
            diagnostics = [try #require(.missedTarget(0.03, choice, in: example.files))]
        default: break
        }
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(diagnostic.code == page.code)
        #expect("\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)" == page.frontMatter["at"])
        #expect(diagnostic.message == page.frontMatter["message"])
        #expect(diagnostic.severity == page.severity)
    }

    @Test("The mended example compiles without a remark", arguments: DiagnosticCatalogue.pages)
    func mended(_ page: DiagnosticPage) {
        let example = PageExample(under: "Mended", of: page, alone: false)
        let compilation = Compiler.compile(example.files)
        #expect(DiagnosticRenderer.text(compilation.diagnostics, sources: example.files) == "")
        #expect(compilation.assistant != nil)
    }

    @Test("Codes are looked up in either case, and there are no two alike")
    func lookUp() {
        #expect(DiagnosticCatalogue.page("fd0007")?.code == "FD0007")
        #expect(DiagnosticCatalogue.page("FD9999") == nil)
        #expect(Set(DiagnosticCatalogue.pages.map(\.code)).count == DiagnosticCatalogue.pages.count)
        #expect(DiagnosticCatalogue.pages.count >= 30)
    }

    @Test(
        "No message or page speaks of YAML's parts by names an author does not know",
        arguments: DiagnosticCatalogue.pages
    )
    func plainWords(_ page: DiagnosticPage) {
        for word in ["scalar", "mapping", " node", "sequence"] { #expect(!page.text.contains(word)) }
    }
}
