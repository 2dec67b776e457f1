import Testing

@testable import FrontdeskMatching

@Suite("Matcher")
struct MatcherTests {
    private func trained(_ intents: [(patterns: [String], examples: [String])]) throws -> Matcher {
        var definition = try definition(intents.map(\.patterns))
        for index in intents.indices {
            definition.intents[index].examples = intents[index].examples.map { Example($0) }
        }
        return Matcher(definition, model: IntentModel.train(definition))
    }

    private func shop() throws -> Matcher {
        try trained([
            (
                ["where is my (order|parcel)", "(track|find) [my] order"],
                ["my stuff has not arrived", "any news on my delivery", "where has my parcel got to"]
            ),
            (
                ["cancel [my] order", "(track|find) [my] order"],
                ["i do not want it any more", "please stop my order", "i changed my mind about the purchase"]
            ),
            ([], ["what do you sell", "which products are in stock", "do you have shoes"]),
        ])
    }

    @Test("A pattern over the whole utterance outranks what the examples say")
    func patternFirst() throws {
        let candidates = try shop().match("where is my order").candidates
        #expect(candidates.map(\.intent).first == "a")
        #expect(candidates[0].confidence == 0.99)
        #expect(candidates[0].pattern?.source == "where is my (order|parcel)")
        #expect(candidates[0].score != nil)
        #expect(candidates.dropFirst().allSatisfy { $0.pattern == nil && $0.confidence <= 0.99 / 2 })
        #expect(Set(candidates.map(\.intent)).count == candidates.count)
    }

    @Test(
        "Without a pattern the examples decide",
        arguments: [
            ("has my delivery arrived", "a"), ("stop the purchase, I changed my mind", "b"),
            ("do you sell shoes", "c"),
        ]
    )
    func examples(utterance: String, intent: String) throws {
        let candidates = try shop().match(utterance).candidates
        #expect(candidates.first?.intent == intent)
        #expect(candidates.first?.pattern == nil)
    }

    @Test(
        "The classifier decides the order of equally good patterns, not how close they are",
        arguments: [
            ([1, 2, 0], ["b", "a", "c"]), ([0, 1], ["a", "b", "c"]), ([2], ["a", "b", "c"]),
            ([], ["a", "b", "c"]),
        ]
    )
    func ties(ranking: [Int], expected: [String]) throws {
        let definition = try definition([["find order"], ["(find|get) order"], ["find +"], []])
        let patterns = PatternIndex(definition)
        let hits = patterns.hits(Tokenizer.tokenize("find order"))
        let scored = ranking.map { ScoredIntent(intent: $0, score: 1, confidence: 0.3, evidence: []) }
        let fusion = CandidateFusion(patterns: patterns, entities: [], captures: [], evidence: 0)
        var ordered = hits
        CandidateFusion.order(&ordered, by: scored)
        let candidates = fusion.candidates(ordered, scored)
        #expect(candidates.map(\.intent) == expected)
        #expect(candidates[0].confidence == 0.99)
        #expect(candidates[1].confidence > 0.98)
        #expect(candidates[2].confidence < 0.5)
    }

    @Test(
        "A sentence that stands among the examples belongs to its intent, whatever a pattern with gaps says",
        arguments: [
            ("Please, how do I get rid of these mails?", "b"), ("how do I get rid of A-77777", "b"),
            ("how do I get rid of moths", "a"),
        ]
    )
    func verbatimExample(utterance: String, intent: String) throws {
        var definition = try definition([["how do i get *4"], []])
        definition.entityTypes = [
            EntityType(name: "code", recognition: .regex(try RegexPattern("A-\\d{5}"), normalise: nil))
        ]
        definition.intents[1].examples = [
            Example("how do I get rid of these mails"),
            Example(
                "how do I get rid of A-10021",
                annotations: [.init(span: SourceSpan(20, 27), type: "code")]
            ),
            Example("???"),
        ]
        let candidates = Matcher(definition, model: IntentModel.train(definition)).match(utterance).candidates
        #expect(candidates.first?.intent == intent)
        #expect(candidates.first?.pattern?.gapWords == (intent == "a" ? 3 : 0))
    }

    @Test("What only the classifier names stands below the patterns, however sure it is")
    func classifierBelow() throws {
        let definition = try definition([["find +"], ["+ order"], []])
        let patterns = PatternIndex(definition)
        let hits = patterns.hits(Tokenizer.tokenize("find order"))
        let scored = [2, 1].map { ScoredIntent(intent: $0, score: 1, confidence: 0.98, evidence: []) }
        let fusion = CandidateFusion(patterns: patterns, entities: [], captures: [], evidence: 0)
        var ordered = hits
        CandidateFusion.order(&ordered, by: scored)
        let candidates = fusion.candidates(ordered, scored)
        #expect(candidates.map(\.intent) == ["b", "a", "c"])
        #expect(candidates[2].confidence <= candidates[0].confidence / 2)
        #expect(fusion.candidates([], scored).map(\.confidence) == [0.98, 0.98])
    }

    @Test("Evidence comes when asked for, the pattern first")
    func evidence() throws {
        let matcher = try shop()
        #expect(matcher.match("where is my order").candidates.allSatisfy { $0.evidence.isEmpty })
        let candidate = try #require(matcher.match("where is my order", evidence: 2).candidates.first)
        #expect(candidate.evidence.first == Evidence(.pattern, "where is my (order|parcel)", weight: 0.99))
        #expect(candidate.evidence.count > 1)
        let total = candidate.evidence.dropFirst().reduce(0) { $0 + $1.weight }
        #expect(abs(total - (candidate.score ?? 0)) < 1e-3)
    }

    @Test("A result holds no more candidates than its limit")
    func limit() throws {
        let patterns = Array(repeating: ["find (order|parcel)"], count: 9)
        let result = Matcher(try definition(patterns), model: nil).match("find order")
        #expect(result.candidates.map(\.intent) == ["a", "b", "c", "d", "e"])
    }

    @Test("A turn over five thousand patterns runs as few of them as over five")
    func scale() throws {
        let patterns = try (0..<5_000).map { number in
            try PatternParser.parse("where (is|are) [my|the] (thing\(number)|item\(number)) [now]")
        }
        let intent = IntentDefinition(name: "a", title: "a", patterns: patterns)
        let index = PatternIndex(MatcherDefinition(intents: [intent]))
        let tokens = Tokenizer.tokenize("where is the item777 now")
        var workspace = PatternWorkspace()
        index.findMatches(tokens: tokens, entities: [], using: &workspace)
        #expect(workspace.candidates == [777])
        #expect(workspace.hits.map(\.pattern) == [777])
    }

    @Test("A pattern takes the entities of an utterance, with their roles and values")
    func entities() throws {
        var definition = try definition([
            ["(move|change) [my] delivery [of {order}] from {date:old} to {date:new}", "refund {money} *"]
        ])
        definition.entityTypes = [
            EntityType(
                name: "order",
                recognition: .regex(try RegexPattern(#"A-?\d{5}"#), normalise: "A-$digits")
            )
        ]
        let matcher = Matcher(definition, model: nil)
        let result = matcher.match("Hi! Move my delivery of a10021 from Monday to next Tuesday, please.")
        let match = try #require(result.candidates.first?.pattern)
        #expect(match.entities.map(\.type) == ["order", "date", "date"])
        #expect(match.entities.map(\.role) == [nil, "old", "new"])
        #expect(match.entities.map(\.text) == ["a10021", "Monday", "next Tuesday"])
        #expect(match.entities.first?.value == .text("A-10021"))
        #expect(match.gapWords == 0)
        #expect(match.literalWords == 6)
        for (left, right) in zip(result.entities, result.entities.dropFirst()) {
            #expect((left.span.start, -left.span.end) <= (right.span.start, -right.span.end))
        }
        let refund = try #require(matcher.match("refund €20 as soon as you can").candidates.first?.pattern)
        #expect(refund.entities.map(\.value) == [.money(Money(minorUnits: 2000, currency: "EUR"))])
    }

    @Test(
        "The sampler's example of a built-in entity is recognised as that entity",
        arguments: BuiltInEntity.allCases
    )
    func builtInExamples(entity: BuiltInEntity) throws {
        let source = entity == .personName ? "my name is {person_name}" : "take the {\(entity.rawValue)}"
        var definition = try definition([[source]])
        definition.entityTypes.append(EntityType(name: entity.rawValue, recognition: .builtIn(entity)))
        let sample = try #require(
            PatternSampler().samples(of: definition.intents[0].patterns[0], limit: 1).first
        )
        let match = try #require(
            Matcher(definition, model: nil).match(sample).candidates.first?.pattern,
            "\(sample)"
        )
        #expect(match.entities.map(\.type) == [entity.rawValue])
    }
}
