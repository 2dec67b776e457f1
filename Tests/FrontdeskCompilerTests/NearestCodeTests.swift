import FrontdeskCompiler
import Testing

@Suite("Codes of diagnostics that somebody mistyped")
struct NearestCodeTests {
    @Test(
        "A code that is not written in full leads to its page",
        arguments: DiagnosticCatalogue.pages
    )
    func shortened(_ page: DiagnosticPage) throws {
        let number = try #require(Int(page.code.dropFirst(2)))
        #expect(DiagnosticCatalogue.nearest(to: "\(number)") == page)
        #expect(DiagnosticCatalogue.nearest(to: "fd\(number)") == page)
        #expect(DiagnosticCatalogue.nearest(to: "E\(page.code.dropFirst(2))") == page)
    }

    @Test(
        "A slip of the finger leads to a near code",
        arguments: [("FD01O0", "FD0100"), ("DF0012", "FD0012")]
    )
    func mistyped(_ code: String, _ meant: String) {
        #expect(DiagnosticCatalogue.nearest(to: code)?.code == meant)
    }

    @Test("What is no code leads nowhere", arguments: ["", "nonsense", "123456789012345678901234567890"])
    func strange(_ code: String) {
        #expect(DiagnosticCatalogue.nearest(to: code) == nil)
    }
}
