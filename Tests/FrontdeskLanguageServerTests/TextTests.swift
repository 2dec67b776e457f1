import FrontdeskCompiler
import Testing

@testable import FrontdeskLanguageServer

@Suite("Texts in an editor")
struct TextTests {
    static let positions: [(text: String, line: Int, character: Int, offset: Int)] = [
        ("", 0, 0, 0), ("abc", 0, 2, 2), ("abc", 0, 9, 3), ("a\nbc", 1, 1, 3), ("a\r\nbc", 1, 0, 3),
        ("a\r\nbc", 0, 5, 1), ("a\rb", 1, 1, 3), ("a\n", 1, 0, 2), ("a\n", 7, 0, 2),
        ("é", 0, 1, 2), ("éa", 0, 2, 3), ("😀a", 0, 2, 4), ("😀a", 0, 3, 5), ("😀a", 0, 1, 0),
        ("e\u{301}x", 0, 2, 3), ("👩‍👩‍👧x", 0, 8, 18), ("日本", 0, 1, 3), ("x: \"😀 é\"\ny", 0, 8, 11),
    ]

    @Test("UTF-16 positions are turned into bytes", arguments: positions)
    func offsets(_ row: (text: String, line: Int, character: Int, offset: Int)) {
        let document = TextDocument(Array(row.text.utf8))
        #expect(document.offset(.init(line: row.line, character: row.character)) == row.offset)
    }

    @Test("Each character's beginning comes back as the position it had, as Swift's own UTF-16 view counts")
    func roundTrip() {
        let text = "aé😀\n日👩‍👩‍👧\r\n\n𝒳 x\ró"
        let document = TextDocument(Array(text.utf8))
        var units = 0
        var line = 0
        var offset = 0
        for scalar in text.unicodeScalars {
            let position = TextDocument.Position(line: line, character: units)
            let isEnd = scalar == "\r" || scalar == "\n"
            if !isEnd { #expect(document.position(offset) == position) }
            if !isEnd { #expect(document.offset(position) == offset) }
            offset += UTF8.width(scalar)
            units += UTF16.width(scalar)
            let isCarriage =
                scalar == "\r" && Array(text.utf8).indices.contains(offset)
                && Array(text.utf8)[offset] == 0x0A
            if isEnd, !isCarriage {
                line += 1
                units = 0
            }
        }
    }

    @Test("Typing, deleting and pasting change the text as an editor would")
    func edits() {
        var document = TextDocument(Array("a: 😀\nb: é\n".utf8))
        document.replace(
            from: .init(line: 0, character: 5),
            to: .init(line: 0, character: 5),
            with: "!\nx: 1"
        )
        #expect(String(decoding: document.bytes, as: UTF8.self) == "a: 😀!\nx: 1\nb: é\n")
        document.replace(from: .init(line: 0, character: 3), to: .init(line: 2, character: 3), with: "")
        #expect(String(decoding: document.bytes, as: UTF8.self) == "a: é\n")
        #expect(document.lineStarts == [0, 6])
        document.replace(from: .init(line: 9, character: 0), to: .init(line: 9, character: 0), with: "end")
        #expect(String(decoding: document.bytes, as: UTF8.self) == "a: é\nend")
    }

    @Test(
        "Paths and addresses of files belong together",
        arguments: [
            ("/a/b.yaml", "file:///a/b.yaml"), ("/Läden und/x.yaml", "file:///L%C3%A4den%20und/x.yaml"),
            ("/a#b%.yaml", "file:///a%23b%25.yaml"),
        ]
    )
    func addresses(_ path: String, _ address: String) {
        #expect(FileAddress.address(path) == address)
        #expect(FileAddress.path(address) == path)
        #expect(FileAddress.path("untitled:1") == nil)
    }

    /// A file up to the cursor, and where that is.
    static let places: [(text: String, path: String, isKey: Bool, prefix: String)] = [
        ("", "", true, ""), ("in", "", true, "in"), ("intents:\n  ", "intents", true, ""),
        ("intents:\n  a:\n    flow: tr", "intents/a/flow", false, "tr"),
        ("intents:\n  a:\n    flow: x\n  ", "intents", true, ""),
        (
            "intents:\n  a:\n    flow: x\nflows:\n  b:\n    states:\n      c:\n        ", "flows/b/states/c",
            true, ""
        ),
        ("intents:\n  a: {fl", "intents/a", true, "fl"),
        ("intents:\n  a: {flow: x, ti", "intents/a", true, "ti"),
        ("intents:\n  a: {flow: x", "intents/a/flow", false, "x"),
        ("intents:\n  a: {examples: [one, tw", "intents/a/examples/-", false, "tw"),
        ("intents:\n  a:\n    patterns:\n      - \"a {", "intents/a/patterns/-", true, "\"a {"),
        ("intents:\n  a:\n    patterns:\n    - x\n    title: ", "intents/a/title", false, ""),
        (
            "intents:\n  a:\n    examples: |\n      one: two\n      th", "intents/a/examples", false,
            "      th"
        ),
        ("intents:\n  a:\n    examples: |\n      one: two\n    ti", "intents/a", true, "ti"),
        ("a:\n  b: {c: 1,\n    d: ", "a/b/d", false, ""), ("a:\n  b: {c: 1,\n    d: 2}\n  e", "a", true, "e"),
        ("a:\n  - say: x\n    go", "a/-", true, "go"), ("a:\n  - {say: 'it''s, {so', go", "a/-", true, "go"),
        ("# c: d\na:\n\n  # x\n  \"b\": v", "a/b", false, "v"), ("a: http://x", "a", false, "http://x"),
    ]

    @Test("The place of a cursor is told from lines that need not be whole", arguments: places)
    func place(_ row: (text: String, path: String, isKey: Bool, prefix: String)) {
        let place = CursorPlace(TextDocument(Array(row.text.utf8)), at: row.text.utf8.count)
        let path = place.path.map { step in
            switch step {
            case .key(let name): name
            case .item: "-"
            }
        }
        #expect(path.joined(separator: "/") == row.path)
        #expect(place.prefix == row.prefix)
        // What begins an item may become a text or a key.
        if path.last != "-" || row.isKey { #expect(place.isKey == row.isKey) }
    }

    @Test("Keys that stand in the same part already are known, above and below")
    func siblings() {
        let text = "a:\n  x:\n    one: 1\n    \n    two: 2\n    three:\n      four: 4\n  y:\n    five: 5\n"
        let cursor = text.firstRange(of: "    \n").map { text[..<$0.lowerBound].utf8.count + 4 } ?? 0
        let place = CursorPlace(TextDocument(Array(text.utf8)), at: cursor)
        #expect(place.siblings.sorted() == ["one", "three", "two"])
        let list = TextDocument(Array("a:\n  - one: 1\n    two: 2\n    \n  - three: 3\n".utf8))
        #expect(CursorPlace(list, at: list.lineStarts[3] + 4).siblings.sorted() == ["one", "two"])
    }
}
