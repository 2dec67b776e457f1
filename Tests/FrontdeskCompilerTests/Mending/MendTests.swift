import FrontdeskMatching
import Testing

@testable import FrontdeskCompiler

@Suite("Mends of mistakes")
struct MendTests {
    /// What a mend may lead to instead, by the code that it mends: the next thing the author has to decide.
    static let followUps = [
        "FD0008": ["FD0005"], "FD0019": ["FD0099"], "FD0077": ["FD0078"],
        "FD0056": ["FD0020", "FD0048", "FD0051"],
    ]

    @Test("What a page's failing example is offered as a mend mends it", arguments: DiagnosticCatalogue.pages)
    func pages(_ page: DiagnosticPage) throws {
        let example = PageExample(under: "Fails", of: page, alone: page.frontMatter["alone"] == "true")
        guard let diagnostic = Compiler.compile(example.files).diagnostics.first else { return }
        for mend in diagnostic.mends {
            let source = try #require(example.files.first { $0.path == diagnostic.file })
            let edit = try #require(mend.edit(at: diagnostic.span, in: source), "\(mend.title)")
            let mended = example.files.map { $0.path == source.path ? source.applying(edit) : $0 }
            let left = Compiler.compile(mended).diagnostics
            let allowed = Self.followUps[page.code] ?? []
            #expect(
                left.allSatisfy { allowed.contains($0.code) },
                "\(mend.title):\n\(DiagnosticRenderer.text(left, sources: mended))"
            )
        }
        if Self.mended.contains(page.code) { #expect(!diagnostic.mends.isEmpty) }
    }

    /// The codes whose examples have a mend.
    static let mended: Set = [
        "FD0005", "FD0006", "FD0007", "FD0008", "FD0009", "FD0010", "FD0011", "FD0012", "FD0013", "FD0014",
        "FD0015", "FD0016", "FD0017", "FD0018", "FD0019", "FD0023", "FD0026", "FD0042", "FD0043",
        "FD0045", "FD0048", "FD0054", "FD0056", "FD0057", "FD0058", "FD0059", "FD0064", "FD0073", "FD0076",
        "FD0077", "FD0078", "FD0100", "FD0103", "FD0105", "FD0106", "FD0107", "FD0108", "FD0113", "FD0114",
        "FD0131", "FD0133", "FD0134",
    ]

    @Test(
        "What is taken out takes with it what belongs to it, and nothing else",
        arguments: [
            ("a:\n  b: 1\n  c: 2\n", "b", "a:\n  c: 2\n"),
            ("a:\n  b:\n    - 1\n    - 2\n\n  # about c\n  c: 2\n", "b", "a:\n\n  # about c\n  c: 2\n"),
            ("a:\n  b:\n  - 1\n  - 2\n  c: 2\n", "b", "a:\n  c: 2\n"),
            ("a:\n  b: |\n    x\n\n    y\n  c: 2\n", "b", "a:\n  c: 2\n"),
            ("a:\n  c: 2\n  b: 1", "b", "a:\n  c: 2\n"),
            ("a: {b: 1, c: 2}\n", "b", "a: {c: 2}\n"),
            ("a: {c: 2, b: 1}\n", "b", "a: {c: 2}\n"),
            ("a: {c: 2, b: [1, {d: \"]\"}], e: 3}\n", "b", "a: {c: 2, e: 3}\n"),
            ("a: {c: 2, b: 'it''s, so'}\n", "b", "a: {c: 2}\n"),
            ("c: 2\na: {b: 1}\n", "b", "c: 2\n"),
            ("c: 2\na:\n  b: 1\n", "b", "c: 2\n"),
            ("a: [c, b, d]\n", "b", "a: [c, d]\n"),
            ("a: [c, b]\n", "b", "a: [c]\n"),
            ("a:\n  - c\n  - b\n  - d\n", "b", "a:\n  - c\n  - d\n"),
            ("a:\n- c\n- b\n", "b", "a:\n- c\n"),
            ("a: &x {b: 1}\nc: *x\n", "b", nil),
        ]
    )
    func takingOut(_ text: String, _ what: String, _ expected: String?) throws {
        let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        let offset = try #require(
            source.bytes.indices.dropFirst().first { place in
                source.bytes[place] == what.utf8.first && source.bytes[place - 1] <= 0x20
                    || source.bytes[place] == what.utf8.first && "{[".utf8.contains(source.bytes[place - 1])
            }
        )
        let edit = Mend(.takeOut).edit(at: SourceSpan(offset, offset + what.utf8.count), in: source)
        #expect(edit.map { String(decoding: source.applying($0).bytes, as: UTF8.self) } == expected)
    }

    @Test(
        "What is added stands beside or below the key, written as its neighbours are",
        arguments: [
            ("a:\n  do: x\n  c: 2\n", "a:\n  do: x\n  on: {no: handoff}\n  c: 2\n"),
            ("a:\n  do: x\n  on:\n    yes: b\n", "a:\n  do: x\n  on:\n    yes: b\n    no: handoff\n"),
            ("a:\n  do: x\n  on: {yes: b}\n", "a:\n  do: x\n  on: {yes: b, no: handoff}\n"),
            ("a: {do: x, on: {yes: b}}\n", "a: {do: x, on: {yes: b, no: handoff}}\n"),
            ("a: {do: x}\n", "a: {do: x, on: {no: handoff}}\n"),
            ("a:\n  do: x", "a:\n  do: x\n  on: {no: handoff}"),
            (
                "a:\n  - do: x\n    on:\n      yes: b\n",
                "a:\n  - do: x\n    on:\n      yes: b\n      no: handoff\n"
            ),
            ("a:\n  - do: x\n    c: 2\n", "a:\n  - do: x\n    on: {no: handoff}\n    c: 2\n"),
            (
                "a:\n  do: x\n  on:\n    yes:\n      go: b\n\n  # more\n  c: 2\n",
                "a:\n  do: x\n  on:\n    yes:\n      go: b\n    no: handoff\n\n  # more\n  c: 2\n"
            ),
        ]
    )
    func adding(_ text: String, _ expected: String) throws {
        let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        let offset = try #require(source.bytes.firstIndex(of: UInt8(ascii: "x")))
        let mend = Mend(.addBelow(key: "on", keys: ["no"], value: "handoff"))
        let edit = try #require(mend.edit(at: SourceSpan(offset, offset + 1), in: source))
        #expect(String(decoding: source.applying(edit).bytes, as: UTF8.self) == expected)
    }

    @Test(
        "A text is put in the quotes that leave it as it is",
        arguments: [
            ("- [my] order\n", "[my]", "- '[my] order'\n"),
            ("- [my] order # ours\n", "[my]", "- '[my] order' # ours\n"),
            ("- {it's}\n", "{it's}", "- \"{it's}\"\n"), ("- {it's \"x\"}\n", "{", nil),
        ]
    )
    func quoting(_ text: String, _ what: String, _ expected: String?) throws {
        let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
        let edit = Mend(.quote).edit(at: SourceSpan(2, 2 + what.utf8.count), in: source)
        #expect(edit.map { String(decoding: source.applying($0).bytes, as: UTF8.self) } == expected)
    }

    @Test("A name whose place is not known exactly is not written over the text around it")
    func vaguePlace() {
        let files = [
            SourceFile(path: "assistant.yaml", bytes: Array("assistant: a\n".utf8)),
            SourceFile(
                path: "b.yaml",
                bytes: Array(
                    "rules: {my_thing: x}\nintents:\n  c: {patterns: \"\\u0061 <my_thin>\", answer: Hi.}\n"
                        .utf8
                )
            ),
        ]
        let diagnostic = Compiler.compile(files).diagnostics.first
        #expect(diagnostic?.help == "did you mean 'my_thing'?")
        #expect(diagnostic?.mends == [])
    }
}
