import FrontdeskCompiler

/// What `frontdesk explain` writes about the codes of diagnostics.
enum DiagnosticText {
    /// The page about one code: what is wrong, an example that fails, and the example mended.
    static func page(_ code: String, json: Bool) throws(CommandFailure) -> String {
        guard let page = DiagnosticCatalogue.page(code) else {
            let hint =
                DiagnosticCatalogue.nearest(to: code).map { "did you mean \($0.code) (\($0.title))? " } ?? ""
            throw CommandFailure(
                message:
                    "there is no diagnostic '\(code)'; \(hint)'frontdesk explain --codes' lists them all."
            )
        }
        if json { return try LineJSON.text(of: Entry(page, text: page.text)) }
        return page.text.hasSuffix("\n") ? page.text : page.text + "\n"
    }

    /// All codes, one a line, with what each is about.
    static func list(json: Bool) throws(CommandFailure) -> String {
        let pages = DiagnosticCatalogue.pages
        if json { return try LineJSON.text(of: pages.map { Entry($0, text: nil) }) }
        return pages.map { page in
            let severity = page.severity.rawValue
            let gap = String(repeating: " ", count: max(1, 9 - severity.count))
            return "\(page.code)  \(severity)\(gap)\(page.title)\n"
        }.joined()
    }

    /// A page as JSON has it; the list leaves the text out.
    private struct Entry: Encodable {
        var code: String
        var title: String
        var severity: String
        var text: String?

        init(_ page: DiagnosticPage, text: String?) {
            code = page.code
            title = page.title
            severity = page.severity.rawValue
            self.text = text
        }
    }
}
