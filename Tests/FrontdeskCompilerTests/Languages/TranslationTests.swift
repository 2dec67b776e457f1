import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Translation files")
struct TranslationTests {
    private func shop() throws -> Assistant {
        let compilation = Compiler.compile(BilingualShop.sources)
        #expect(compilation.diagnostics.map(\.message) == [])
        return try #require(compilation.assistant)
    }

    @Test("texts stand beside their originals")
    func texts() throws {
        let shop = try shop()
        #expect(shop.languages == ["en", "es"])
        #expect(shop.title(in: "es") == "Tienda de Lámparas")
        #expect(shop.queues[0].title(in: "es") == "nuestro equipo de atención")
        #expect(shop.queues[0].title == "our care team")
        let flow = try #require(shop.flows.first)
        #expect(flow.title(in: "es") == "tu pedido")
        #expect(flow.slots[0].ask.spoken(in: "es").variants[0].source == "¿Qué pedido es?")
        let missing = try #require(flow.states[0].handlers.first { $0.trigger == .outcome("missing") })
        #expect(missing.transition.say?.spoken(in: "es").variants[0].source == "No veo {{order_number}}.")
        #expect(
            missing.transition.say?.spoken(in: "fr").variants[0].source == "I can't see {{order_number}}."
        )
        #expect(shop.greeting.spoken(in: "es").variants[0].source.hasPrefix("Hola"))
        #expect(shop.handlers[0].transition.say?.translations["es"] != nil)
    }

    @Test("choices keep their ids and get titles")
    func choices() throws {
        let shop = try shop()
        let reason = try #require(shop.flows[1].slots.first)
        #expect(
            reason.ask.spoken(in: "es").choices == [
                Choice(id: "too_small", title: "Demasiado pequeña"), Choice(id: "broken", title: "Rota"),
            ]
        )
        guard case .choice(let choices) = reason.kind else { return #expect(Bool(false), "not a choice") }
        #expect(choices[0].translations["es"]?.synonyms == ["chica"])
        let offers = shop.texts.spoken(in: .spanish)[.fallbackChoices]
        #expect(offers.choices == [Choice(id: "order.status", title: "¿Dónde está mi pedido?")])
    }

    @Test(
        "each language is matched with its own phrases",
        arguments: [
            ("en", "where is my parcel A-10021", "order.status"),
            ("es", "¿Dónde está mi paquete A-10021?", "order.status"),
            ("es", "cuánto tarda la entrega", "delivery.time"), ("es", "tenéis lámparas rojas", "paint"),
            ("es", "lámparas crimson", "paint"), ("es", "ponme con tu jefe", "control.human"),
            ("es", "quiero hablar con una persona", "control.human"), ("es", "sí", "control.affirm"),
        ]
    )
    func phrases(language: String, utterance: String, intent: String) throws {
        let matcher = Matcher(try shop().matching(in: language), model: nil)
        #expect(matcher.match(utterance).candidates.first?.intent == intent)
    }

    @Test(
        "what is wrong with a translation is said where it stands",
        arguments: [
            (
                "intents: {ordr.status: {title: x}}", "unknown intent 'ordr.status'",
                "did you mean 'order.status'?"
            ),
            (
                "flows: {track_order: {states: {lookup: {say: x}}}}", "unknown state 'lookup'",
                "did you mean 'look_up'?"
            ),
            ("flows: {track_order: {slots: {number: {ask: x}}}}", "unknown slot 'number'", nil),
            (
                "flows: {track_order: {states: {look_up: {do: x}}}}",
                "a translation holds texts only; 'do' belongs in orders.yaml",
                "take it out here: all languages share it"
            ),
            (
                "flows: {track_order: {states: {tell: {ask: x}}}}", "the state 'tell' asks nothing",
                "write it in orders.yaml first, or leave it out here"
            ),
            (
                "intents: {delivery.time: {answer: \"{{oder_number}}\"}}", "unknown slot 'oder_number'",
                "did you mean 'order_number'?"
            ),
            (
                "intents: {paint: {patterns: \"{colour}\"}}", "unknown entity type 'colour'",
                "did you mean 'color'?"
            ),
            ("intents: {paint: {patterns: \"<thng>\"}}", "unknown rule 'thng'", "did you mean 'thing'?"),
            ("queues: {car: {title: x}}", "unknown queue 'car'", "did you mean 'care'?"),
            (
                "database: {a: b}", "a translation holds texts only; 'database' belongs in assistant.yaml",
                nil
            ),
            ("on: {faild: {say: x}}", "unknown trigger 'faild'", "did you mean 'failed'?"),
            ("intnts: {}", "unknown key 'intnts'", "did you mean 'intents'?"),
        ] as [(String, String, String?)]
    )
    func mistakes(text: String, message: String, help: String?) throws {
        var sources = BilingualShop.sources
        sources[0] = SourceFile(
            path: "assistant.yaml",
            text: BilingualShop.assistant.split(separator: "\n").filter { !$0.hasPrefix("translations") }
                .joined(separator: "\n")
        )
        sources[1] = SourceFile(path: "assistant.es.yaml", text: "language: es\n\(text)\n")
        sources.remove(at: 3)
        let diagnostics = Compiler.compile(sources).diagnostics.filter { $0.severity == .error }
        #expect(diagnostics.map(\.message) == [message])
        #expect(diagnostics.first?.file == "assistant.es.yaml")
        if let help { #expect(diagnostics.first?.help == help) }
    }

    @Test("what is missing is said once for each intent and flow, in the translation file of the topic")
    func missing() throws {
        var sources = BilingualShop.sources
        sources[3] = SourceFile(
            path: "orders.es.yaml",
            text: "language: es\nintents:\n  paint: {title: Pintura}\n"
        )
        let diagnostics = Compiler.compile(sources).diagnostics
        #expect(diagnostics.allSatisfy { $0.file == "orders.es.yaml" && $0.severity == .error })
        #expect(
            diagnostics.map(\.message) == [
                "the intent 'order.status' has 2 texts without 'es'",
                "the intent 'delivery.time' has 3 texts without 'es'",
                "the intent 'exchange' has 2 texts without 'es'",
                "the flow 'track_order' has 5 texts without 'es'",
                "the flow 'exchange' has 8 texts without 'es'",
                "the intent 'paint' has 2 texts without 'es'",
            ]
        )
        #expect(diagnostics.first?.help == "missing are: title, patterns or examples")
        #expect(diagnostics.last?.line == 3)
    }
}
