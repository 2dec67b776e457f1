import Testing

@testable import FrontdeskMatching

@Suite("Memory that serves one utterance after the other")
struct WorkspaceTests {
    private static func matcher() throws -> Matcher {
        let patterns = [
            ["(where is|where's) my (order|parcel) [{order}]", "~help me with {order}"],
            ["move my delivery from {date:old} to {date:new}", "call me at {time} *", "it is \"cant\" now"],
            ["my name is {person_name}", "+ please {money}", "thanks"],
        ]
        return Matcher(
            MatcherDefinition(
                intents: try patterns.enumerated().map { number, list in
                    IntentDefinition(
                        name: "intent.number.\(number)",
                        title: "",
                        patterns: try list.map { try PatternParser.parse($0) }
                    )
                },
                entityTypes: [
                    EntityType(
                        name: "order",
                        recognition: .regex(try RegexPattern("A-?[0-9]{5}"), normalise: nil)
                    ),
                    EntityType(name: "thing", recognition: .gazetteer([GazetteerEntry(value: "oak table")])),
                ],
                synonyms: [SynonymSet(name: "help", members: ["help", "assist"])],
                languages: [.english, .spanish]
            ),
            model: nil
        )
    }

    private static let pieces = [
        "where is my order", "A-10021", "from monday to 3 December", "call me at 5pm", "my name is Ada",
        "20 euros", "¿dónde está?", "mañana", "🙂", "\u{200B}", "ok thanks", "it is can't now", "oak table",
        "help me with", "a b c d e f g h i j k l m n", "please", "veinticinco", "ada@example.com", "hi",
    ]

    @Test("A used workspace gives what a new one gives", arguments: 0..<6)
    func sameAsNew(seed: Int) throws {
        let matcher = try Self.matcher()
        var random = SeededGenerator(seed: UInt64(seed) &+ 40)
        var used = Matcher.Workspace()
        var (found, named) = (0, 0)
        for _ in 0..<150 {
            let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
            }.joined(separator: " ")
            var new = Matcher.Workspace()
            let expected = matcher.match(text, using: &new)
            #expect(matcher.match(text, using: &used) == expected)
            #expect(matcher.match(text) == expected)
            found += expected.candidates.count
            named += expected.entities.count
        }
        #expect(found > 10 && named > 100)
    }

    @Test("A workspace given back holds nothing that a customer wrote")
    func forgets() {
        let pool = WorkspacePool()
        let loan = pool.take()
        loan.workspace.text.read("my card is 4111 1111 1111 1111 é")
        pool.give(loan)
        let again = pool.take()
        #expect(again === loan)
        #expect(again.workspace.text.original.isEmpty && again.workspace.text.bytes.isEmpty)
    }
}
