import FrontdeskMatching

/// A matcher with some of everything: patterns of every notation, all entity types, gazetteers of both kinds, both
/// languages and a small trained model.
enum TrialMatcher {
    private static let intents: [(name: String, patterns: [String], examples: [String])] = [
        (
            "order.status",
            [
                "(where is|where's|track|find) [my] (order|parcel|package) [[number] {order}]",
                "* my order *",
                "~help with {order} *", "\"cant\" find {order}",
            ],
            ["my stuff still has not arrived", "any news on my parcel", "when will it come"]
        ),
        (
            "delivery.move",
            [
                "move [my] delivery from {date:old} to {date:new}", "({date};{time};deliver *3)",
                "+ until {date}",
            ],
            ["can you bring it on another day", "I am not at home on friday", "deliver it later please"]
        ),
        (
            "payment",
            ["(pay|refund) {money} [to {iban}] *", "+2 {payment_card}", "{number} [{number}] [{number}] *"],
            ["I want my money back", "you charged me twice", "is my card safe"]
        ),
        (
            "es.pedido",
            ["donde esta mi (pedido|paquete) [{order}]", "[quiero] (devolver|cambiar) * {thing}"],
            ["no ha llegado mi pedido", "quiero devolver una silla", "cuando llega el paquete"]
        ),
        (
            "thanks", ["thanks", "thank you *", "gracias"],
            ["you helped me a lot", "muchas gracias por todo"]
        ),
    ]

    static func definition() throws -> MatcherDefinition {
        var types = BuiltInEntity.allCases.map { EntityType(name: $0.rawValue, recognition: .builtIn($0)) }
        let order = try RegexPattern("A-?(\\d{5})")
        types += [
            EntityType(name: "order", recognition: .regex(order, normalise: "A-$1")),
            EntityType(
                name: "word",
                recognition: .regex(try RegexPattern("[a-z]+(-[a-z]+)+"), normalise: nil)
            ),
            EntityType(
                name: "thing",
                recognition: .gazetteer(entries(["oak table", "chair", "silla", "box"]))
            ),
            EntityType(
                name: "city",
                recognition: .fuzzyGazetteer(entries(["Leipzig", "Ávila", "New York"]))
            ),
        ]
        return MatcherDefinition(
            intents: try intents.map { intent in
                IntentDefinition(
                    name: intent.name,
                    title: intent.name,
                    patterns: try intent.patterns.map { try PatternParser.parse($0) },
                    examples: intent.examples.map { Example($0) }
                )
            },
            entityTypes: types,
            synonyms: [SynonymSet(name: "help", members: ["help me", "assist", "give me a hand"])],
            languages: [.english, .spanish]
        )
    }

    private static func entries(_ values: [String]) -> [GazetteerEntry] {
        values.map { GazetteerEntry(value: $0, synonyms: [$0 + " one"]) }
    }
}
