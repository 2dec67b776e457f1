import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Files that are not as they should be")
struct RobustnessTests {
    private static let assistant = SourceFile(path: "assistant.yaml", text: "assistant: shop\n")

    private func codes(_ bytes: [UInt8]) -> [String] {
        Compiler.compile([Self.assistant, SourceFile(path: "x.yaml", bytes: bytes)]).diagnostics.map(\.code)
    }

    @Test("Several mistakes in several files come out in one run, by file and line")
    func severalFiles() {
        let sources = [
            SourceFile(path: "c.yaml", text: "intents:\n  a:\n    paterns: x\n    answer: A {{nothing}}\n"),
            Self.assistant,
            SourceFile(path: "b.yaml", text: "intents: [\n"),
            SourceFile(path: "d.yaml", text: "flows:\n  f:\n    states:\n      s: {go: nowhere}\n"),
        ]
        let shown = Compiler.compile(sources).diagnostics.map { "\($0.file):\($0.line) \($0.code)" }
        #expect(
            shown == [
                "b.yaml:2 FD0003", "c.yaml:2 FD0041", "c.yaml:3 FD0008", "c.yaml:4 FD0007", "d.yaml:4 FD0011",
            ]
        )
    }

    @Test("The order of the files does not matter")
    func order() {
        let reversed = Compiler.compile(SmallShop.sources.reversed())
        #expect(reversed.assistant == Compiler.compile(SmallShop.sources).assistant)
    }

    @Test(
        "Broken bytes are told by their place",
        arguments: [
            ([0xFF], 1), (Array("a: \u{20AC}".utf8).dropLast() + [], 4),
            (Array("ok\n".utf8) + [0xC0, 0x80], 4),
            ([0xED, 0xA0, 0x80], 1), ([0xF5, 0x80, 0x80, 0x80], 1),
        ] as [([UInt8], Int)]
    )
    func invalidUTF8(_ bytes: [UInt8], _ byte: Int) {
        let sources = [Self.assistant, SourceFile(path: "x.yaml", bytes: bytes)]
        let diagnostics = Compiler.compile(sources).diagnostics
        #expect(diagnostics.map(\.code) == ["FD0001"])
        #expect(diagnostics.first?.span.start == byte - 1)
    }

    @Test("A file of 1 MiB is read, one byte more is not")
    func size() {
        let limit = SourceFile.sizeLimit
        #expect(codes(Array(repeating: 0x23, count: limit)) == [])
        #expect(codes(Array(repeating: 0x23, count: limit + 1)) == ["FD0002"])
    }

    @Test(
        "Empty files, and files of comments, are fine",
        arguments: ["", "\n", "# nothing yet\n", "\u{FEFF}", "---\n"]
    )
    func empty(_ text: String) {
        #expect(codes(Array(text.utf8)) == [])
    }

    @Test("Aliases of aliases are refused, and the limit is named")
    func bomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            let copies = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(copies)]\n"
        }
        let sources = [Self.assistant, SourceFile(path: "x.yaml", text: text)]
        let diagnostics = Compiler.compile(sources).diagnostics
        #expect(diagnostics.map(\.code) == ["FD0004"])
        #expect(diagnostics.first?.message.contains("100000") == true)
    }

    @Test(
        "Aliases within keys are refused before they are compared",
        arguments: [
            "? *a60\n: x\n", "{*a60 : x}\n", "b: {[*a60]: x}\n", "*a60 : x\n", "b: [*a1, *a60:, x]\n",
            "b: [*a60:]\n", "b: {*a60}\n", "b: {x: y, *a60}\n", "b: {x: y,\n  *a60, z}\n", "b: {[*a60]}\n",
            "b: {x, [*a60], y}\n", "b: [? *a60]\n", "b: {? *a60, x: y}\n", "b: {{*a60}}\n",
            "b: [[*a60]:, x]\n",
            "b: {'x': \"y\", *a60}\n",
        ]
    )
    func keyBomb(_ last: String) {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(codes(Array((text + last).utf8)) == ["FD0061"])
    }

    @Test(
        "Aliases that are no keys are read",
        arguments: [
            "b: [*a0, *a1]\n", "b: {x: *a0, y: [*a1]}\n", "b: *a0\n", "b: '{*a0}'\n", "b: \"{*a0, *a1}\"\n",
            "b: Say {{x}}, {{y}}\nc: [\"{{x}}, [y]\"]\n", "- x\n", "b: {x: [*a0], y: [*a0]}\n", "b: what?\n",
        ]
    )
    func aliases(_ last: String) {
        let text = last.hasPrefix("-") ? "- &a0 [x]\n- *a0\n" : "a0: &a0 [x, x]\na1: &a1 [*a0]\n"
        #expect(!codes(Array((text + last).utf8)).contains("FD0061"))
    }

    @Test("Deep nesting ends in a diagnostic", arguments: ["[", "{a: ", "- ", "? "])
    func nesting(_ open: String) {
        #expect(codes(Array(String(repeating: open, count: 20_000).utf8)).isEmpty == false)
    }

    @Test(
        "What YAML trips over says to put the text in quotes",
        arguments: [
            "[my] order", "*refund*", "{order_number} please", "&co is here", "!important", "@home delivery",
            "`order`",
            "%off", "where is: my order", "|pipe", ">more", "order # 12", "[my]", "!", "*x",
        ]
    )
    func mustBeQuoted(_ pattern: String) {
        let text = "intents:\n  a:\n    patterns:\n      - \(pattern)\n    answer: A\n"
        let diagnostics = Compiler.compile([Self.assistant, SourceFile(path: "x.yaml", text: text)])
            .diagnostics
        #expect(diagnostics.contains { $0.code == "FD0006" && $0.line == 4 })
        #expect(diagnostics.filter { $0.code == "FD0006" }.allSatisfy { $0.help?.contains("quotes") == true })
    }

    @Test("Keys and texts are taken as written, whatever YAML makes of them")
    func asWritten() throws {
        let text = """
            intents:
              a:
                title: 2026-10-01
                patterns: ["no", "12:30", "on"]
                answer: no
              b:
                patterns: "b"
                answer: 0x10
            """
        let sources = [Self.assistant, SourceFile(path: "x.yaml", text: text)]
        let assistant = try #require(Compiler.compile(sources).assistant)
        #expect(assistant.intents[0].title == "2026-10-01")
        #expect(assistant.intents[0].effect == .answer(.init(variants: [.init(text: "no")])))
        #expect(assistant.intents[1].effect == .answer(.init(variants: [.init(text: "0x10")])))
    }

    @Test(
        "Places are right behind letters of several bytes, line ends of all kinds, and a byte order mark",
        arguments: ["\u{FEFF}", "b: 'x\u{2028}é'\r\n", "# 👍\n\n", "b: \"é\u{85} x\"\r\n"]
    )
    func places(_ lead: String) {
        let text = lead + "quueue: 'é'\n"
        let sources = [Self.assistant, SourceFile(path: "x.yaml", text: text)]
        let diagnostic = Compiler.compile(sources).diagnostics.first { $0.message.contains("quueue") }
        #expect(diagnostic?.span.start == lead.utf8.count)
        #expect(diagnostic?.length == 6)
    }

    @Test(
        "Common slips in YAML are told in plain words, where they are",
        arguments: [
            ("a:\n\tb: c\n", "2:1 a tab indents this line, which YAML does not allow"),
            ("a: 'it's here'\n", "1:7 the text ends at this quote, but the line goes on"),
            ("a: \"b\" c\n", "1:6 the text ends at this quote, but the line goes on"),
            ("a:\n  b: \"c\nd: e\n", "2:6 this quote is never closed"),
            ("a: [\n", "2:1 a value is missing here, or a bracket is open or one too many"),
            ("a: ]\n", "1:4 a value is missing here, or a bracket is open or one too many"),
            ("a:\n  b\n  c: d\n", "2:3 a ':' is missing behind this key"),
            ("a: We ship: fast\n", "1:11 YAML reads this text as something else because of its ':'"),
            (
                "a: {{customer.name}} is here\n",
                "1:4 YAML reads this text as something else because of its '{'"
            ),
            ("a: b\n---\nc: d\n", "2:1 a second document begins here ('---'); an intent file holds one"),
            ("a: *b\n", "1:4 YAML reads this text as something else because of its '*'"),
        ]
    )
    func slips(_ text: String, _ remark: String) {
        let sources = [Self.assistant, SourceFile(path: "x.yaml", text: text)]
        let found = Compiler.compile(sources).diagnostics
        #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == [remark])
    }
}
