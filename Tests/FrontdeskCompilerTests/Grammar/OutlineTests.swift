import FrontdeskMatching
import Testing

@testable import FrontdeskCompiler

@Suite("Names of a file")
struct OutlineTests {
    /// What stands in a text, as kind and name.
    static let texts: [(found: [TextNames.Found], names: String)] = [
        (
            TextNames.inTemplate("{{size}}, {{ colour|upper }} {{order.id}} \\{{no}} {{>note}} {{"),
            "slot size slot colour partial note"
        ),
        (
            TextNames.inPattern("(a|{city:from}) <rule> ~parcel \\{no} {"),
            "entity city rule rule synonyms parcel"
        ),
        (TextNames.inExample("from [Rome](city) (to) [x] \\[y](z)"), "entity city entity z"),
        (
            TextNames.inExpression("size in ['S', \"it's\"] and order.total > 20EUR or days(due) > n2"),
            "slot size slot in slot and slot or slot due slot n2"
        ),
        (TextNames.inTarget("tell"), "state tell"), (TextNames.inTarget("a/b"), "state a state b"),
        (TextNames.inTarget("handoff(orders, error)"), "queue orders"),
        (TextNames.inTarget("flow( x )"), "flow x"),
        (TextNames.inTarget("resume(a)"), "state a"), (TextNames.inTarget("stay"), ""),
        (TextNames.inTarget("x("), ""),
        (TextNames.inCall("o.find(a, customer.email, 3)", of: .action), "action o.find slot a"),
        (
            TextNames.inCall("find(a, b: c, d: 'x')", of: .flow),
            "flow find slot a slot a slot b slot c slot d"
        ),
    ]

    @Test(
        "Names are found in templates, patterns, examples, expressions, targets and calls",
        arguments: texts
    )
    func names(_ row: (found: [TextNames.Found], names: String)) {
        #expect(row.found.map { "\($0.kind.rawValue) \($0.text)" }.joined(separator: " ") == row.names)
    }

    @Test("Every name stands where its bytes are, also in quotes and behind signs of several bytes")
    func places() throws {
        let text = """
            flows:
              "wräp": {states: {}}
              wrap:
                slots: {size: {ask: "Größe 😀 \\"{{size}}\\"?", valid: {if: 'size is known', say: x}}}
                states:
                  'tell': {say: 'it''s {{size}}', set: {size: "{{size}}"}, go: tell}
            """
        let outline = try #require(FileOutline(SourceFile(path: "x.yaml", text: text)))
        let bytes = Array(text.utf8)
        for use in outline.uses {
            #expect(String(decoding: bytes[use.span.start..<use.span.end], as: UTF8.self) == use.name)
        }
        let found = outline.uses.map { "\($0.isDeclaration ? "=" : "")\($0.kind.rawValue) \($0.name)" }
        #expect(found.filter { $0 == "slot size" }.count == 5)
        #expect(
            found.filter { $0.hasPrefix("=") } == ["=flow wräp", "=flow wrap", "=slot size", "=state tell"]
        )
    }

    @Test(
        "What cannot be read has no names, an empty file has none either, and a translation says its language"
    )
    func kinds() throws {
        #expect(FileOutline(SourceFile(path: "x.yaml", text: "a: [")) == nil)
        #expect(FileOutline(SourceFile(path: "x.yaml", bytes: [0xFF])) == nil)
        #expect(FileOutline(SourceFile(path: "x.yaml", text: ""))?.uses == [])
        #expect(FileOutline(SourceFile(path: "x.es.yaml", text: "language: es"))?.language == "es")
    }
}
