import FrontdeskCompiler
import Testing

@Suite("How intent files are laid out")
struct SourceFormatTests {
    @Test(
        "A file is laid out in one way, and its comments stay",
        arguments: [
            ("a:  1\nb : 2\n", "a: 1\nb: 2\n", "spaces around a colon"),
            ("a: 1", "a: 1\n", "the last line ends"),
            ("\n\na: 1   \n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n", "blank lines"),
            ("a:\r\n  b: 1\r\n", "a:\n  b: 1\n", "line ends"),
            ("a:\n      b:\n        c: 1\n", "a:\n  b:\n    c: 1\n", "levels"),
            ("a:\n- b\n-   c\n", "a:\n  - b\n  - c\n", "lists stand deeper than their key"),
            ("-   a: 1\n    b: 2\n-\n  c: 3\n", "- a: 1\n  b: 2\n- c: 3\n", "keys of an item"),
            ("- - a\n  - b\n-   - c\n", "- - a\n  - b\n- - c\n", "lists of lists"),
            ("a: { b: 1,c : [ x,y ] , d: \"e,  f\" }\n", "a: {b: 1, c: [x, y], d: \"e,  f\"}\n", "brackets"),
            (
                "a: {\"b\":1, c: it's}\n", "a: {\"b\": 1, c: it's}\n",
                "keys in quotes, and a quote within a word"
            ),
            ("a: [x,\n      y]\nb: 1\n", "a: [x,\n      y]\nb: 1\n", "brackets over lines stay"),
            (
                "a:\n    b: {x: 1,\n        y: 2}\n", "a:\n  b: {x: 1,\n      y: 2}\n",
                "they move with their key"
            ),
            (
                "a: |\n      one\n        two\n\n      three\nb: 1\n",
                "a: |\n  one\n    two\n\n  three\nb: 1\n",
                "text blocks keep their shape"
            ),
            (
                "a: |+\n    one\n\n\nb: 1\n", "a: |+\n  one\n\n\nb: 1\n",
                "blank lines that are kept on purpose"
            ),
            (
                "a: >-  # why\n  # no comment\n  x\nb: 1\n", "a: >-  # why\n  # no comment\n  x\nb: 1\n",
                "a # within a text"
            ),
            ("a: one\n      two\nb: 1\n", "a: one\n  two\nb: 1\n", "a text over two lines"),
            ("a: one\n\n\n  two\nb: 1\n", "a: one\n\n\n  two\nb: 1\n", "its blank lines mean a line end"),
            (
                "a: \"one\n     two\\\n     three\"\n", "a: \"one\n  two\\\n  three\"\n",
                "a text in quotes over lines"
            ),
            ("a: 'it''s  # so'\n", "a: 'it''s  # so'\n", "what stands in quotes stays"),
            ("#one\na: 1 #two\n#three\n", "# one\na: 1  # two\n# three\n", "comments"),
            ("#!frontdesk\n## Part\na: 1\n", "#!frontdesk\n## Part\na: 1\n", "special comments"),
            (
                "a:\n    # first\n    b: 1\n    # last\n# next\nc: 2\n",
                "a:\n  # first\n  b: 1\n  # last\n# next\nc: 2\n",
                "comments go with what they stand at"
            ),
            (
                "a:\n      # first\n  b: 1\n", "a:\n  # first\n  b: 1\n",
                "a comment deeper than what it begins"
            ),
            (
                "a:\n    # first\n  - b\n      # more\n  - c\n", "a:\n  # first\n  - b\n  # more\n  - c\n",
                "a comment deeper than the items"
            ),
            ("a: # why\n    b: 1\n", "a:  # why\n  b: 1\n", "a comment behind a key"),
            ("a:\n    - x\n    # y\n    -   z\n", "a:\n  - x\n  # y\n  - z\n", "a comment between items"),
            ("a:\n\n  b: 1\n", "a:\n  b: 1\n", "no blank line at the start of a level"),
            ("a: &x 1\nb:   *x\n", "a: &x 1\nb: *x\n", "anchors"),
            ("a: &x\n    b: 1\nc: *x\n", "a: &x\n  b: 1\nc: *x\n", "an anchor of keys"),
            ("a:\nb: ~\n", "a:\nb: ~\n", "nothing behind a key"),
            ("---\na: 1\n", "a: 1\n", "the mark of a document"),
            ("a: ¿qué?  # ñ\n", "a: ¿qué?  # ñ\n", "letters of other languages"),
            ("", "", "an empty file"),
            ("# only this\n", "# only this\n", "only a comment"),
        ]
    )
    func layout(_ written: String, _ expected: String, _ what: String) throws {
        let once = try formatted(written)
        #expect(once == expected, "\(what)")
        #expect(try formatted(once) == once, "once more: \(what)")
    }

    private func formatted(_ text: String) throws -> String {
        String(decoding: try SourceFormat.formatted(SourceFile(path: "a.yaml", text: text)), as: UTF8.self)
    }

    @Test("What is no YAML is told, and stays")
    func mistakes() {
        #expect(throws: SourceFormatError.self) {
            try SourceFormat.formatted(SourceFile(path: "a.yaml", text: "a: [1\n"))
        }
        do {
            _ = try SourceFormat.formatted(SourceFile(path: "a.yaml", text: "a: 1\na: 2\n"))
            Issue.record("a key that stands twice was laid out")
        } catch .mistakes(let found) {
            #expect(found.map(\.code) == ["FD0005"])
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("Where a comment would be lost nothing is laid out")
    func unsure() {
        #expect(throws: SourceFormatError.unsure(line: 3)) {
            try SourceFormat.formatted(SourceFile(path: "a.yaml", text: "a:\n  # why\n  text\n"))
        }
    }

    @Test("The files of every page about a mistake keep their meaning and stay as they are the second time")
    func pages() throws {
        var count = 0
        for page in DiagnosticCatalogue.pages {
            for heading in ["Fails", "Mended"] {
                for file in PageExample(under: heading, of: page, alone: true).files {
                    let once: [UInt8]
                    do throws(SourceFormatError) {
                        once = try SourceFormat.formatted(file)
                    } catch {
                        guard case .unsure(let line) = error else { continue }
                        Issue.record("\(page.code) \(file.path):\(line)")
                        continue
                    }
                    count += 1
                    let again = try SourceFormat.formatted(SourceFile(path: file.path, bytes: once))
                    #expect(again == once, "\(page.code) \(file.path)")
                }
            }
        }
        #expect(count > 100)
    }
}
