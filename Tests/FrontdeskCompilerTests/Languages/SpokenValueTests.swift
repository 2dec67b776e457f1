import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("What the desk calls the values of entity types")
struct SpokenValueTests {
    static let sources = [
        SourceFile(
            path: "assistant.yaml",
            text: """
                assistant: lamps
                languages: [en, es]
                entities:
                  color: {values: {red: [crimson], blue: [navy]}, example: red}
                actions:
                  stock.find: {takes: [color, note], gives: lamp, sql: "SELECT price FROM lamps WHERE color = :color AND note = :note"}
                intents:
                  buy: {title: Buy a lamp, patterns: ["buy [a] [{color}] lamp"], flow: buy}
                flows:
                  buy:
                    slots: {color: {ask: "Which colour?"}, note: {type: text, ask: "Any note?"}}
                    states:
                      sure:
                        ask: "A {{color}} one{{color|choose red: \\", like fire\\" other: \\"\\"}}?"
                        on: {yes: {set: {note: "{{color}}"}, go: look}, no: end}
                      look: {do: "stock.find(color, note)", on: {found: end, missing: end, failed: end}}
                """
        ),
        SourceFile(
            path: "assistant.es.yaml",
            text: """
                language: es
                entities: {color: {values: {red: [roja, rojo], blue: []}}}
                intents: {buy: {title: Comprar una lámpara, patterns: ["comprar [una] lámpara [{color}]"]}}
                flows:
                  buy:
                    title: la compra
                    slots: {color: {ask: "¿De qué color?"}, note: {ask: "¿Alguna nota?"}}
                    states: {sure: {ask: "¿Una {{color}}{{color|choose red: \\", como el fuego\\" other: \\"\\"}}?"}}
                """
        ),
    ]

    @Test(
        "The first word of the language is said; conditions, other slots and actions take the value",
        arguments: [
            ("es", "comprar una lámpara rojo", "con un cable muy largo", "¿Una roja, como el fuego?", "red"),
            ("es", "comprar lámpara blue", "con un cable muy largo", "¿Una blue?", "blue"),
            ("en", "buy a crimson lamp", "with a very long cable", "A red one, like fire?", "red"),
        ]
    )
    func words(language: String, order: String, note: String, question: String, value: String) throws {
        let assistant = try #require(Compiler.compile(Self.sources).assistant)
        let machine = DialogueMachine(assistant)
        let matcher = Matcher.training(assistant)
        var tracker = Tracker(conversation: "c")
        let now = Moment(milliseconds: 1_790_000_000_000, zone: .utc)
        _ = machine.advance(&tracker, with: .profile(CustomerProfile(language: language)), at: now)
        var said: [String] = []
        var requests: [ActionRequest] = []
        for text in [order, note, language == "es" ? "sí" : "yes"] {
            let inbound = Inbound(text: text)
            let match = machine.match(inbound, in: tracker, with: matcher)
            let decision = machine.advance(&tracker, with: .message(inbound, match, waiting: nil), at: now)
            for case .said(let outbound) in decision.events.map(\.fact) { said.append(outbound.text) }
            for case .run(let request) in decision.actions { requests.append(request) }
        }
        #expect(said.contains(question))
        let taken = try #require(requests.first)
        #expect(taken.arguments["color"] == .text(value))
        #expect(taken.arguments["note"] == .text(value))
    }

    private static let choices = """
        intents:
          buy: {patterns: "buy [a] mug", flow: buy}
        flows:
          buy:
            slots:
              size:
                ask: Which size?
                choices: [{id: s, title: "Small, 0.2 l"}, {id: l, title: "Large, 0.5 l"}]
            states:
              sure:
                ask:
                  text: "{{size}}{{size|choose l:\\", the big one\\" other:\\"\\"}}{{size|prefix \\": \\"}}?"
                  links: [{title: "{{size}}", url: "https://example.com/mugs/{{size}}"}]
                on: {yes: end, no: end}
        """

    @Test("A choice reads as its title; what is chosen by it, and addresses, take its id")
    func choice() throws {
        var shop = try SpokenShop(Self.choices)
        _ = shop.say("buy a mug")
        let said = try #require(shop.say("large").first)
        #expect(said.text == "Large, 0.5 l, the big one: Large, 0.5 l?")
        #expect(said.content?.links == [.init(title: "Large, 0.5 l", url: "https://example.com/mugs/l")])
    }
}
