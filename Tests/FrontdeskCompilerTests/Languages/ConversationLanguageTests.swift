import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

/// A conversation with the bilingual shop, without a store or a queue.
struct BilingualTalk {
    private static let assistant = Compiler.compile(BilingualShop.sources).assistant
    private static let matcher = assistant.map { Matcher.training($0) }

    let machine: DialogueMachine
    let matcher: Matcher
    var tracker = Tracker(conversation: "c")
    var events: [Event] = []

    init() throws {
        machine = DialogueMachine(try #require(Self.assistant))
        matcher = try #require(Self.matcher)
    }

    /// What the desk says to a message; actions find nothing.
    mutating func say(_ text: String, choice: String? = nil) -> [String] {
        let inbound = Inbound(text: text, choice: choice)
        let match = machine.match(inbound, in: tracker, with: matcher)
        return advance(.message(inbound, match, waiting: nil))
    }

    mutating func know(_ profile: CustomerProfile) { _ = advance(.profile(profile)) }

    private mutating func advance(_ input: Input) -> [String] {
        var said: [String] = []
        var inputs = [input]
        while let next = inputs.first {
            inputs.removeFirst()
            let decision = machine.advance(
                &tracker,
                with: next,
                at: Moment(milliseconds: 1_790_000_000_000, zone: .utc)
            )
            events += decision.events
            for case .said(let outbound) in decision.events.map(\.fact) { said.append(outbound.text) }
            for action in decision.actions {
                switch action {
                case .run(let request):
                    inputs.append(.actionFinished(ActionResult(key: request.key, outcome: "missing")))
                case .readQueue: inputs.append(.queueRead(QueueReading(position: 1, waitMinutes: nil)))
                default: break
                }
            }
        }
        return said
    }

    var language: String? { tracker.language }
}

@Suite("The language of a conversation")
struct ConversationLanguageTests {
    @Test(
        "is that of the first words",
        arguments: [
            ("¿Dónde está mi pedido?", "es", "¿Qué pedido es?"),
            ("where is my order", nil, "Which order is it?"),
            ("hola, ¿cuánto tarda la entrega?", "es", "Tarda dos días."),
            ("mi paquete no ha llegado", "es", "¿Qué pedido es?"),
            ("my parcel has not arrived", nil, "Which order is it?"),
        ] as [(String, String?, String)]
    )
    func first(text: String, language: String?, answer: String) throws {
        var talk = try BilingualTalk()
        let said = talk.say(text)
        #expect(talk.language == language)
        #expect(said.first?.hasPrefix(language == "es" ? "Hola, soy" : "Hello, I'm") == true)
        #expect(said.last == answer)
    }

    @Test(
        "is not told by what every language has",
        arguments: [
            "ok", "A-10021", "10021", "Ada Byron", "👍", "no", "María García", "red", "ada@example.com",
            "12.5",
        ]
    )
    func unknown(text: String) throws {
        var talk = try BilingualTalk()
        _ = talk.say(text)
        #expect(talk.language == nil)
        _ = talk.say("¿dónde está mi pedido?")
        #expect(talk.language == "es")
        _ = talk.say(text)
        #expect(talk.language == "es")
    }

    @Test(
        "changes only when two signals agree, or the words leave no doubt",
        arguments: [
            ("cuánto tarda la entrega", "es"),
            ("perdona, es que no entiendo bien lo que me dices aquí", "es"),
            ("Calle Mayor 5, Madrid", nil), ("it is broken", nil), ("taco", nil), ("si", nil),
        ] as [(String, String?)]
    )
    func sticky(text: String, language: String?) throws {
        var talk = try BilingualTalk()
        _ = talk.say("how long does the delivery take")
        _ = talk.say(text)
        #expect(talk.language == language)
    }

    @Test("stays when a button is pressed")
    func button() throws {
        var talk = try BilingualTalk()
        _ = talk.say("quiero cambiar mi lámpara")
        #expect(talk.say("Too small", choice: "too_small").last == "¿Cuándo la recogemos?")
        #expect(talk.language == "es")
    }

    @Test(
        "lets a choice be named in either language",
        arguments: ["es demasiado pequeña", "chica", "too small", "tiny"]
    )
    func choices(text: String) throws {
        var talk = try BilingualTalk()
        _ = talk.say("quiero cambiar una lámpara")
        #expect(talk.say(text).last == "¿Cuándo la recogemos?")
    }

    @Test(
        "is the one that is asked for",
        arguments: [
            (
                "where is my order", "en español por favor", "es",
                "Claro, seguimos en español. ¿Qué pedido es?"
            ),
            (
                "where is my order", "do you speak Spanish?", "es",
                "Claro, seguimos en español. ¿Qué pedido es?"
            ),
            (
                "¿dónde está mi pedido?", "in English please", "en",
                "Of course, let's go on in English. Which order is it?"
            ),
            (
                "¿dónde está mi pedido?", "¿hablas inglés?", "en",
                "Of course, let's go on in English. Which order is it?"
            ),
        ]
    )
    func asked(first: String, text: String, language: String, answer: String) throws {
        var talk = try BilingualTalk()
        _ = talk.say(first)
        #expect(talk.say(text).last == answer)
        #expect(talk.language == language)
        let causes = talk.events.compactMap { event -> LanguageCause? in
            if case .languageChanged(_, let cause) = event.fact { cause } else { nil }
        }
        #expect(causes.last == .asked)
    }

    @Test(
        "that is not spoken gets an honest answer in both, and the offer of a human",
        arguments: [
            "Sprechen Sie Deutsch?", "do you speak German", "¿hablas francés?", "Parlez-vous français ?",
            "Wo ist denn mein Paket, ich warte schon lange",
        ]
    )
    func foreign(text: String) throws {
        var talk = try BilingualTalk()
        let said = try #require(talk.say(text).last)
        #expect(said.contains("I speak only English and español."))
        #expect(said.contains("solo hablo English y español"))
        #expect(talk.tracker.lines.last?.choices.map(\.id) == ["control.human"])
        #expect(talk.say("yes").count == 1)
        #expect(talk.tracker.owner == .queue)
    }

    @Test("is that of the profile until something else is said")
    func profile() throws {
        var talk = try BilingualTalk()
        talk.know(CustomerProfile(name: "Ada Byron", language: "es-MX"))
        #expect(talk.say("A-10021").first == "Hola, Ada, soy el asistente de Tienda de Lámparas.")
        #expect(talk.language == "es")
    }

    @Test("is the ticket's; agents read the first language's titles")
    func ticket() throws {
        var talk = try BilingualTalk()
        _ = talk.say("¿dónde está mi pedido?")
        let said = talk.say("quiero hablar con una persona")
        #expect(said.last?.contains("nuestro equipo de atención") == true)
        let packet = HandoffPacket(
            tracker: talk.tracker,
            handoff: try #require(talk.tracker.ticket),
            assistant: talk.machine.assistant,
            moment: Moment(milliseconds: 1_790_000_000_000, zone: .utc)
        )
        #expect(packet.routing.language == "es")
        #expect(packet.routing.queueTitle == "our care team")
    }

    @Test("is that of what was promised")
    func promise() throws {
        let promises = { (greeting: String, wish: String) in
            var talk = try BilingualTalk()
            talk.know(CustomerProfile(email: "ada@example.com"))
            _ = talk.say(greeting)
            _ = talk.say(wish)
            return talk.tracker.promises.map(\.text)
        }
        #expect(
            try promises("¿dónde está mi pedido?", "quiero hablar con una persona")
                == ["Una respuesta de nuestro equipo de atención"]
        )
        #expect(try promises("where is my order", "a human please") == ["An answer from our care team"])
    }
}
