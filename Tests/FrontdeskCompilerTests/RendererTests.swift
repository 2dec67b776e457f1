import FrontdeskCompiler
import Testing

@Suite("Showing diagnostics")
struct RendererTests {
    private static let sources = [
        SourceFile(path: "assistant.yaml", text: "assistant: shop\nquues: {}\n"),
        SourceFile(
            path: "orders.yaml",
            text: """
                intents:
                  order.status:
                    patterns: "where is {order_number}"
                    answer: On its way.
                    answer: Soon.

                """
        ),
    ]

    @Test("Text has the place, the line, a caret, the mend and other places")
    func text() {
        let diagnostics = Compiler.compile(Self.sources).diagnostics
        #expect(
            DiagnosticRenderer.text(diagnostics, sources: Self.sources) == """
                assistant.yaml:2:1: error[FD0008]: unknown key 'quues'
                  2 | quues: {}
                    | ^~~~~
                help: did you mean 'queues'?

                orders.yaml:3:26: error[FD0012]: unknown entity type 'order_number'
                  3 |     patterns: "where is {order_number}"
                    |                          ^~~~~~~~~~~~
                help: declare it under 'entities'; 'frontdesk explain --code FD0012' lists the built-in ones

                orders.yaml:5:5: error[FD0005]: the key 'answer' stands here a second time
                  5 |     answer: Soon.
                    |     ^~~~~~
                help: keep one of the two, or join what they say
                note: orders.yaml:4:5: the first one is here

                """
        )
    }

    @Test("JSON has one object a line, keys sorted, texts escaped")
    func json() {
        let diagnostics = Compiler.compile(Self.sources).diagnostics
        let lines = DiagnosticRenderer.json(diagnostics).split(separator: "\n")
        #expect(lines.count == diagnostics.count + 2)
        #expect(
            lines.last { $0.contains("FD0005") }.map(String.init) == """
                  {"code":"FD0005","column":5,"end":99,"file":"orders.yaml",\
                "help":"keep one of the two, or join what they say","length":6,"line":5,\
                "message":"the key 'answer' stands here a second time",\
                "notes":[{"column":5,"file":"orders.yaml","line":4,"message":"the first one is here"}],\
                "severity":"error","start":93}
                """
        )
        #expect(DiagnosticRenderer.json([]) == "[]\n")
    }

    @Test("Columns count bytes, carets count characters, tabs and long lines stay readable")
    func wideLines() {
        let long = String(repeating: "é", count: 300)
        let source = SourceFile(
            path: "assistant.yaml",
            text: "assistant: shop\ngreeting: '\(long) {{slot_x}} \(long)'\n"
        )
        let diagnostics = Compiler.compile([source]).diagnostics
        let lines = DiagnosticRenderer.text(diagnostics, sources: [source]).split(separator: "\n")
        #expect(diagnostics.first?.column == 615)
        #expect(lines.count >= 3)
        let (shown, caret) = (Array(lines[1]), Array(lines[2]))
        #expect(shown.count < 120)
        let start = caret.firstIndex(of: "^") ?? 0
        #expect(String(shown[start..<start + 6]) == "slot_x")
        #expect(caret.filter { $0 == "~" }.count == 5)
    }

    @Test("A file cannot write control characters to the terminal")
    func controlCharacters() {
        let source = SourceFile(path: "assistant.yaml", text: "assistant: shop\n\u{1B}[31mred: x\n")
        let text = DiagnosticRenderer.text(Compiler.compile([source]).diagnostics, sources: [source])
        #expect(text.contains("\u{FFFD}[31mred"))
        #expect(!text.contains("\u{1B}"))
    }
}
