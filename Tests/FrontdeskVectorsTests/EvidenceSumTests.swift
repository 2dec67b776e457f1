import FrontdeskMatching
import FrontdeskVectors
import Testing

@Suite("Evidence of a whole matcher")
struct EvidenceSumTests {
    private static func definition(vectors: String?) throws -> MatcherDefinition {
        let number = EntityType(
            name: "order_number",
            recognition: .regex(try RegexPattern(#"l-?\d{4}"#), normalise: nil)
        )
        func intent(_ name: String, _ patterns: [Pattern], _ examples: [String]) -> IntentDefinition {
            IntentDefinition(
                name: name,
                title: name,
                patterns: patterns,
                examples: examples.map { Example($0) }
            )
        }
        return MatcherDefinition(
            intents: [
                intent(
                    "order.cancel",
                    [try PatternParser.parse("cancel [my] order [{order_number}]")],
                    ["I don't want l-1001 any more", "please don't send it", "can you stop order l-1002"]
                ),
                intent("hours", [], ["when do you open", "until when are you open", "open on sunday"]),
                intent("refund", [], ["I want my money back", "when do I get my refund for l-1003"]),
            ],
            entityTypes: [number],
            vectors: vectors
        )
    }

    @Test(
        "For every candidate the pieces add up to its score, apart from the pattern, whose piece is its confidence",
        arguments: [nil, "english"],
        [
            "cancel my order L-1002", "cancel order", "i no longer need L-1003",
            "money back for l-1003 please",
            "do you opne on sunday", "🙂", "zzz",
        ]
    )
    func addsUp(_ vectors: String?, _ utterance: String) throws {
        let definition = try Self.definition(vectors: vectors)
        let matcher = Matcher(definition, model: IntentModel.train(definition, vectors: .bundled))
        for limit in [1, 5, 1000] {
            for candidate in matcher.match(utterance, evidence: limit).candidates {
                let own = candidate.evidence.filter { $0.kind != .pattern }
                let score = try #require(candidate.score)
                #expect(abs(own.reduce(0) { $0 + $1.weight } - score) < 1e-4)
                let patterns = candidate.evidence.filter { $0.kind == .pattern }
                #expect(patterns.map(\.text) == (candidate.pattern.map { [$0.source] } ?? []))
                #expect(patterns.allSatisfy { $0.weight == candidate.confidence })
            }
        }
    }

    @Test("An entity speaks under its class, and vectors under their own kind", arguments: [nil, "english"])
    func kinds(_ vectors: String?) throws {
        let definition = try Self.definition(vectors: vectors)
        let matcher = Matcher(definition, model: IntentModel.train(definition, vectors: .bundled))
        let result = matcher.match("stop L-1002", evidence: 1000)
        let top = try #require(result.candidates.first)
        #expect(top.intent == "order.cancel")
        #expect(top.evidence.contains { $0.text == "{order_number}" && $0.weight > 0 })
        #expect(result.candidates.contains { $0.evidence.contains { $0.weight < 0 && $0.kind == .words } })
        #expect(top.evidence.contains { $0.kind == .meaning } == (vectors != nil))
    }
}
