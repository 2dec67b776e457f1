import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("What customers write never becomes markup")
struct MarkupTests {
    static let hostile: [(value: String, plain: String, markdown: String, html: String)] = [
        ("{{customer.name}}", "{{customer.name}}", "{{customer.name}}", "{{customer.name}}"),
        (
            "<script>alert('x')</script>", "<script>alert('x')</script>",
            "\\<script\\>alert('x')\\</script\\>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
        ),
        ("**bold** _it_", "**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_", "**bold** _it_"),
        ("[a](http://b)", "[a](http://b)", "\\[a\\](http://b)", "[a](http://b)"),
        ("a\nb\r\nc\td", "a b c d", "a b c d", "a b c d"),
        ("a\u{202E}b\u{2066}c\u{200F}d", "abcd", "abcd", "abcd"),
        ("bell\u{07} esc\u{1B}[31m", "bell esc[31m", "bell esc\\[31m", "bell esc[31m"),
        ("\"quoted\" & co", "\"quoted\" & co", "\"quoted\" \\& co", "&quot;quoted&quot; &amp; co"),
        ("tag\u{E0041}s", "tags", "tags", "tags"),
        ("José 👩‍👧 日本", "José 👩‍👧 日本", "José 👩‍👧 日本", "José 👩‍👧 日本"),
    ]

    @Test("Inserted values are escaped for the channel and never expanded", arguments: hostile.indices)
    func inserted(row: Int) throws {
        let (value, plain, markdown, html) = Self.hostile[row]
        let scope = RendererTests.Scope(values: ["x": .text(value)])
        let template = try Template(parsing: "You wrote: {{x}}!")
        for (markup, text) in [(Markup.plain, plain), (.markdown, markdown), (.html, html)] {
            let mark = markup == .markdown ? "\\!" : "!"
            let said = Renderer(moment: RendererTests.now, markup: markup).render(template, in: scope)
            #expect(said == "You wrote: \(text)\(mark)")
        }
    }

    @Test(
        "A value at the start of a line begins no list and no heading",
        arguments: [
            ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("# a", "\\# a"), ("= a", "\\= a"),
            ("a - b", "a - b"), ("A-10021", "A-10021"),
        ]
    )
    func lineStarts(value: String, text: String) throws {
        let scope = RendererTests.Scope(values: ["x": .text(value)])
        let renderer = Renderer(moment: RendererTests.now, markup: .markdown)
        #expect(renderer.render(try Template(parsing: "{{x}}"), in: scope) == text)
    }

    @Test("An author's words are text, unless they are written for the channel")
    func authorsWords() throws {
        let scope = RendererTests.Scope(values: ["x": .text("<i>")])
        let template = try Template(parsing: "<b>Alder & Loom</b>\n{{x}}")
        var renderer = Renderer(moment: RendererTests.now, markup: .html)
        #expect(
            renderer.render(template, in: scope)
                == "&lt;b&gt;Alder &amp; Loom&lt;/b&gt;<br>\n&lt;i&gt;"
        )
        renderer.wordsAreMarkup = true
        #expect(renderer.render(template, in: scope) == "<b>Alder & Loom</b>\n&lt;i&gt;")
    }
}
