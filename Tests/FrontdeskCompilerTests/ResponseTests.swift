import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("What the desk says, to whom and where")
struct ResponseTests {
    private static let rich = """
        intents:
          look:
            patterns: "look"
            answer:
              text: "Here you are, {{customer.name|default \\"you\\"}}."
              choices: [More, Less]
              links: [{title: All of it, url: "https://example.com/c/{{customer.id|default \\"none\\"}}"}]
              images: [{url: /map.png, alt: A map}]
              cards:
                - title: Mug
                  text: Holds 0.3 litres.
                  image: {url: /mug.png, alt: A blue mug}
                  links: [{title: Buy, url: "tel:+4930123"}]
                  choices: [Blue]
              channels:
                short: {text: "Short for {{customer.name|default \\"you\\"}}.", choices: []}
                page: "<b>Look</b>, {{customer.name|default \\"you\\"}}."
        """
    private static let channels = """
        channels:
          short: {shows: []}
          page: {markup: html}
          notes: {markup: markdown, shows: [choices]}

        """

    private func message(on channel: String, name: String? = "Ada", id: String? = nil) throws -> Outbound {
        var shop = try SpokenShop(
            Self.rich,
            assistant: Self.channels,
            channel: channel,
            customer: CustomerProfile(id: id, name: name)
        )
        let said = shop.say("look")
        return try #require(said.first)
    }

    @Test("A channel that shows everything gets the pieces as such")
    func pieces() throws {
        let message = try message(on: "chat", id: "a/b ü")
        #expect(message.text == "Here you are, Ada.")
        #expect(message.choices.map(\.title) == ["More", "Less"])
        #expect(message.content?.links.map(\.url) == ["https://example.com/c/a%2Fb%20%C3%BC"])
        #expect(message.content?.images.map(\.alt) == ["A map"])
        #expect(message.content?.cards.first?.choices.map(\.id) == ["blue"])
        #expect(message.marked == nil)
        #expect(
            message.readableText == """
                Here you are, Ada.
                [image: A map]
                * Mug
                  Holds 0.3 litres.
                  [image: A blue mug]
                  Buy: tel:+4930123
                  > Blue
                All of it: https://example.com/c/a%2Fb%20%C3%BC
                """
        )
    }

    @Test("A channel that shows nothing but text loses no piece, unless its own form leaves it out")
    func shortForm() throws {
        let message = try message(on: "short")
        #expect(message.text.hasPrefix("Short for Ada.\n[image: A map]\n* Mug\n"))
        #expect(message.choices.isEmpty && message.content == nil)
        let builtIn = try self.message(on: "sms")
        #expect(builtIn.text.hasPrefix("Here you are, Ada.\n[image: A map]\n"))
        #expect(builtIn.text.hasSuffix("\n1) More\n2) Less"))
    }

    @Test("Text for a channel's markup stands beside the plain one, with what is filled in escaped")
    func markup() throws {
        let page = try message(on: "page", name: "<i>**{{x}}\n\u{202E}")
        #expect(page.text == "Here you are, <i>**{{x}} .")
        #expect(page.marked == MarkedText(markup: .html, text: "<b>Look</b>, &lt;i&gt;**{{x}} ."))
        let notes = try message(on: "notes", name: "**")
        #expect(notes.marked?.text.hasPrefix("Here you are, \\*\\*.\n\\[image: A map\\]\n\\* Mug\n") == true)
        #expect(notes.content == nil && notes.choices.count == 2)
    }

    @Test("Titles and texts of pieces are plain text, and escaped as soon as they are lines of marked text")
    func piecesAndMarkup() throws {
        let shop = """
            intents:
              look:
                patterns: "look"
                answer:
                  text: See here.
                  links: [{title: "For {{customer.name|default \\"you\\"}}", url: /x}]
                  images: [{url: /y, alt: "<img> of {{customer.name|default \\"you\\"}}"}]
                  cards:
                    - title: "*{{customer.name|default \\"you\\"}}*"
                      text: "<b>{{customer.name|default \\"you\\"}}</b>"
                      choices: [{id: a, title: "<u>A</u>"}]
            """
        let channels = """
            channels:
              page: {markup: html}
              lines: {markup: html, shows: []}
              notes: {markup: markdown, shows: []}

            """
        func message(_ channel: String) throws -> Outbound {
            let customer = CustomerProfile(name: "<i>#1")
            var spoken = try SpokenShop(shop, assistant: channels, channel: channel, customer: customer)
            return try #require(spoken.say("look").first)
        }
        let page = try message("page")
        #expect(page.content?.cards.first?.title == "*<i>#1*")
        #expect(page.content?.links.first?.title == "For <i>#1")
        #expect(page.marked?.text == "See here.")
        let lines = try #require(try message("lines").marked?.text)
        #expect(
            lines == """
                See here.<br>
                [image: &lt;img&gt; of &lt;i&gt;#1]<br>
                * *&lt;i&gt;#1*<br>
                  &lt;b&gt;&lt;i&gt;#1&lt;/b&gt;<br>
                  &gt; &lt;u&gt;A&lt;/u&gt;<br>
                For &lt;i&gt;#1: /x
                """
        )
        let notes = try #require(try message("notes").marked?.text)
        #expect(
            notes == """
                See here.
                \\[image: \\<img\\> of \\<i\\>\\#1\\]
                \\* \\*\\<i\\>\\#1\\*
                  \\<b\\>\\<i\\>\\#1\\</b\\>
                  \\> \\<u\\>A\\</u\\>
                For \\<i\\>\\#1: /x
                """
        )
    }

    @Test(
        "Addresses lead where an author can mean",
        arguments: [
            ("https://example.com/a?b=c#d", true), ("/orders", true), ("mailto:a@example.com", true),
            ("tel:+49301234", true), ("http://example.com", false), ("javascript:alert(1)", false),
            ("//evil.example", false), ("/\\evil.example", false), ("https://", false),
            ("data:text/html,x", false),
            ("https://a b", false), ("", false), ("HTTPS://EXAMPLE.COM", true),
        ]
    )
    func addresses(url: String, isSafe: Bool) {
        #expect(URLText.isSafe(url) == isSafe)
    }

    @Test("An address that a value would lead astray is left out, its title is not")
    func addressFromValue() throws {
        let shop = """
            intents:
              look:
                patterns: "look"
                answer:
                  text: See here.
                  links: [{title: Yours, url: "{{customer.id|default \\"/\\"}}"}]
            """
        for (id, url) in [("https://example.com/1", "https://example.com/1"), ("javascript:x", nil)]
            as [(String, String?)]
        {
            var spoken = try SpokenShop(shop, customer: CustomerProfile(id: id))
            let message = try #require(spoken.say("look").first)
            #expect(message.content?.links.first?.url == url)
            #expect(message.text == (url == nil ? "See here.\nYours" : "See here."))
        }
    }

    @Test("A form says what its slots take, and comes back into them; what does not fit is asked for")
    func form() throws {
        let shop = """
            entities:
              order_number: {regex: 'L-\\d{4}', example: L-1001}
            intents:
              move:
                patterns: "move"
                flow: move
            flows:
              move:
                slots:
                  order_number:
                    ask:
                      text: Which order?
                      form: {title: All at once, fields: [order_number, size, {slot: place, title: Address}, gift]}
                  size: {choices: [Small, Large], ask: Which size?}
                  place: {type: text, ask: Where to?}
                  gift: {type: yes_no, ask: Is it a present?}
                states:
                  tell: {say: "{{order_number}} {{size}} {{place}} {{gift}}", end: resolved}
            """
        var spoken = try SpokenShop(shop)
        let asked = try #require(spoken.say("move").first?.content?.form)
        #expect(asked.fields.map(\.title) == ["Order number", "Size", "Address", "Gift"])
        #expect(asked.fields.map(\.type) == ["order_number", "choice", "text", "yes_no"])
        #expect(asked.fields[1].choices.map(\.id) == ["small", "large"])
        let values = [
            FormValue(slot: "order_number", text: "L-1001"), FormValue(slot: "size", text: "huge"),
            FormValue(slot: "place", text: " cancel street 5 "), FormValue(slot: "gift", text: "no"),
        ]
        #expect(spoken.say("L-1001, huge, cancel street 5, no", form: values).map(\.text) == ["Which size?"])
        let last = spoken.say("large", form: [FormValue(slot: "size", text: "large")])
        #expect(last.map(\.text) == ["L-1001 Large cancel street 5 no"])
    }

    // MARK: Conditions and tones

    private static let wordings = """
        intents:
          hi:
            patterns: "hi"
            answer:
              - {when: "customer.tier = 'gold'", text: Welcome back to the club.}
              - {when: "customer.tier = 'gold'", tone: formal, text: The club welcomes you.}
              - {when: customer.name is known, text: "Hi {{customer.name}}!"}
              - {tone: formal, text: Good day.}
              - Hello!
        """
    private static let tones = """
        tones: [friendly, formal]
        tone_when:
          formal: {when: "customer.language = 'de'", sentiment_below: -0.3}

        """

    @Test(
        "The first condition that holds decides, then the tone",
        arguments: [
            (nil, nil, nil, "Hello!"), ("gold", "Ada", nil, "Welcome back to the club."),
            ("gold", nil, "de", "The club welcomes you."), ("silver", "Ada", nil, "Hi Ada!"),
            (nil, "Ada", "de", "Hi Ada!"), (nil, nil, "de", "Good day."),
        ] as [(String?, String?, String?, String)]
    )
    func conditions(tier: String?, name: String?, language: String?, text: String) throws {
        var shop = try SpokenShop(
            Self.wordings,
            assistant: Self.tones,
            customer: CustomerProfile(name: name, language: language, tier: tier)
        )
        #expect(shop.say("hi").first?.text == text)
    }

    @Test("No two wordings in a row are alike, and none is said whose condition does not hold")
    func variety() throws {
        let shop = """
            intents:
              hi:
                patterns: "hi"
                answer: [A, B, C, {when: "customer.tier = 'gold'", text: Never}]
            texts-are-in: assistant
            """
        var spoken = try SpokenShop(shop.replacing("\ntexts-are-in: assistant", with: ""))
        let texts = (0..<20).compactMap { _ in spoken.say("hi").first?.text }
        #expect(texts.count == 20)
        #expect(Set(texts) == ["A", "B", "C"])
        #expect(zip(texts, texts.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test(
        "What may be missing needs words for that case",
        arguments: [
            ("answer: \"{{customer.email}}\"", 1), ("answer: \"{{customer.email|default \\\"-\\\"}}\"", 0),
            ("answer: \"{{customer.email|upper}}\"", 1), ("answer: \"{{assistant.title}} {{now|date}}\"", 0),
            ("answer: [{when: customer.email is known, text: \"{{customer.email}}\"}, Hi]", 0),
            ("answer: [{when: customer.name is known, text: \"{{customer.email}}\"}, Hi]", 1),
            ("answer: {text: Hi, links: [{title: \"{{customer.name}}\", url: /a}]}", 1),
            ("answer: {text: Hi, channels: {sms: \"{{customer.name}}\"}}", 1),
            ("answer: \"{{n}}\"", 1), ("answer: \"{{row.x}}\"", 1),
            ("answer: \"{{row.x|default \\\"\\\"}}\"", 0),
        ]
    )
    func missing(answer: String, count: Int) {
        let source = """
            actions:
              read: {takes: [n], gives: row, fields: {x: text, y: optional text}, custom: true}
            intents:
              hi: {patterns: "hi", \(answer)}
              go: {patterns: "go", flow: f}
            flows:
              f:
                slots:
                  n: {type: text, ask: n?}
                  m: {type: text, ask: "m for {{n}}?"}
                states:
                  a: {do: read(n), on: {found: b, missing: {say: "No {{n}}.", clear: n, go: a}, failed: handoff}}
                  b: {say: "{{row.x}} {{m}} {{n}}", end: resolved}
            """
        let files = [
            SourceFile(path: "assistant.yaml", text: "assistant: shop\n"),
            SourceFile(path: "shop.yaml", text: source),
        ]
        let codes = Compiler.compile(files).diagnostics.map(\.code)
        #expect(codes == Array(repeating: "FD0099", count: count), "\(Compiler.compile(files).diagnostics)")
    }

    @Test(
        "In a flow, what is known depends on the way to a text",
        arguments: [
            ("b: {say: \"{{row.x}} {{n}}\", end: resolved}", 0),
            ("b: {say: \"{{row.y}}\", end: resolved}", 1),
            ("b: {say: \"{{late}}\", end: resolved}", 1),
            ("b: {needs: late, say: \"{{late}}\", end: resolved}", 0),
            ("b: {clear: n, ask: \"Is {{n}} right?\", on: {yes: end, no: end}}", 1),
        ]
    )
    func flows(state: String, count: Int) {
        let source = """
            actions:
              read: {takes: [n], gives: row, fields: {x: text, y: optional text}, custom: true}
            intents:
              go: {patterns: "go", flow: f}
            flows:
              f:
                slots:
                  n: {type: text, ask: n?}
                  late: {type: text, ask: "late for {{n}}?"}
                states:
                  a: {do: read(n), on: {found: b, missing: c, failed: handoff}}
                  \(state)
                  c: {needs: late, say: "{{late}}", end: resolved}
            """
        let files = [
            SourceFile(path: "assistant.yaml", text: "assistant: shop\n"),
            SourceFile(path: "shop.yaml", text: source),
        ]
        let codes = Compiler.compile(files).diagnostics.map(\.code).filter { $0 == "FD0099" }
        #expect(codes.count == count)
    }
}
