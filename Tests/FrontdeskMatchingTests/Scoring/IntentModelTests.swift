@testable import FrontdeskMatching
import Testing

@Suite("The intent classifier") struct IntentModelTests {
    private let model: IntentModel

    init() throws {
        model = try #require(DeskExamples.model)
    }

    private func score(_ utterance: String, evidence: Int = 0) -> [ScoredIntent] {
        model.score(tokens: Tokenizer.tokenize(utterance), entities: [], evidence: evidence)
    }

    @Test("Training twice gives the same bytes")
    func determinism() throws {
        let again = try #require(IntentModel.train(DeskExamples.definition))
        #expect(again.encoded() == model.encoded())
        #expect(again == model)
    }

    @Test("Training class by class gives the same bytes as training all classes at once")
    func classGroups() throws {
        let set = try #require(TrainingSet(DeskExamples.definition))
        var trainer = IntentModel.trainer(for: set)
        var many = DeskExamples.definition
        for index in 0..<20 {
            let words = "word\(index) only\(index) thing\(index)"
            many.intents.append(IntentDefinition(name: "i\(index)", title: "i", examples: [Example(words)]))
        }
        let wide = try #require(TrainingSet(many))
        let together = IntentModel.train(wide, trainer: trainer)
        trainer.weightLimit = 1
        #expect(IntentModel.train(wide, trainer: trainer).encoded() == together.encoded())
    }

    @Test("Without any example there is no model; with some, titles and patterns stand in for the rest")
    func withoutExamples() throws {
        var definition = MatcherDefinition(intents: [
            IntentDefinition(
                name: "a",
                title: "Gift wrapping",
                patterns: [try PatternParser.parse("wrap [it] up")]
            ),
            IntentDefinition(name: "b", title: "Store credit"),
        ])
        #expect(IntentModel.train(definition) == nil)
        definition.intents.append(
            IntentDefinition(
                name: "c",
                title: "Hours",
                examples: ["when are you open", "closing time"].map { Example($0) }
            )
        )
        let model = try #require(IntentModel.train(definition))
        for (utterance, intent) in [
            ("gift wrapping", 0), ("wrap up", 0), ("store credit", 1), ("open when", 2),
        ] {
            let best = model.score(tokens: Tokenizer.tokenize(utterance), entities: [], evidence: 0).first
            #expect(best?.intent == intent, "\(utterance)")
        }
    }

    @Test("A model fits the definition it was trained on, and no other")
    func fits() throws {
        var other = DeskExamples.definition
        #expect(model.fits(other))
        other.entityTypes = [
            EntityType(name: "order_number", recognition: .regex(try RegexPattern("a[0-9]+"), normalise: nil))
        ]
        #expect(!model.fits(other))
        other = DeskExamples.definition
        other.intents.removeLast()
        #expect(!model.fits(other))
    }

    @Test("An order number never seen before counts as an order number")
    func entityClass() throws {
        let number = EntityType(
            name: "order_number",
            recognition: .regex(try RegexPattern("[a-z]{2}[0-9]{4}"), normalise: nil)
        )
        func intent(_ name: String, _ examples: [Example]) -> IntentDefinition {
            IntentDefinition(name: name, title: name, examples: examples)
        }
        let marked = Example.Annotation(span: SourceSpan(5, 11), type: "order_number")
        let definition = MatcherDefinition(
            intents: [
                intent("order", [Example("it's ab1234"), Example("look ac5555 up", annotations: [marked])]),
                intent("greeting", [Example("good morning"), Example("hello there")]),
            ],
            entityTypes: [number]
        )
        let matcher = Matcher(definition, model: IntentModel.train(definition))
        let candidate = try #require(matcher.match("zz9876", evidence: 5).candidates.first)
        #expect(candidate.intent == "order")
        #expect(candidate.evidence.contains { $0.text == "{order_number}" && $0.weight > 0 })
    }

    @Test("New wordings find their intent")
    func generalises() {
        let expected = [0, 1, 2, 3, 4, 5]
        for (utterance, intent) in zip(DeskExamples.utterances, expected) {
            #expect(score(utterance).first?.intent == intent, "\(utterance)")
        }
    }

    @Test("A counterexample speaks against its intent")
    func counterexample() throws {
        var without = DeskExamples.definition
        without.intents[0].counterexamples = []
        let free = try #require(IntentModel.train(without))
        let tokens = Tokenizer.tokenize("how long does delivery usually take")
        func own(_ model: IntentModel) -> Double? {
            model.score(tokens: tokens, entities: [], evidence: 0).first { $0.intent == 0 }?.score
        }
        let freely = try #require(own(free))
        #expect(own(model) ?? -1 < freely - 0.3)
    }

    @Test("The ranking is best first, bounded, and the same every time", arguments: DeskExamples.utterances)
    func ranking(_ utterance: String) {
        let ranked = score(utterance)
        #expect(ranked.count == Matcher.candidateLimit)
        #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.score >= $1.score })
        #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
        #expect(ranked.allSatisfy { (0...1).contains($0.confidence) })
        #expect(ranked.reduce(0) { $0 + $1.confidence } <= 1 + 1e-9)
        #expect(score(utterance) == ranked)
    }

    @Test(
        "Evidence adds up to the score within 0.0001, however little is listed",
        arguments: DeskExamples.utterances
    )
    func evidenceAddsUp(_ utterance: String) {
        for limit in [1, 3, 1000] {
            for candidate in score(utterance, evidence: limit) {
                let sum = candidate.evidence.reduce(0) { $0 + $1.weight }
                #expect(abs(sum - candidate.score) < 1e-4)
                #expect(candidate.evidence.count <= limit + 2)
                #expect(candidate.evidence.suffix(2).map(\.kind) == [.bias, .rest])
                let listed = candidate.evidence.dropLast(2).map { abs($0.weight) }
                #expect(zip(listed, listed.dropFirst()).allSatisfy { $0 >= $1 })
            }
        }
    }

    @Test("The strongest evidence for a password question is the word itself")
    func evidenceText() {
        let evidence = score("password forgotten", evidence: 4).first?.evidence ?? []
        #expect(evidence.first?.text == "password")
        #expect(evidence.contains { $0.kind == .characters && $0.text == "forgotten" && $0.weight > 0 })
    }

    @Test("Without being asked for, evidence is not given")
    func noEvidence() {
        #expect(score("where is my parcel").allSatisfy { $0.evidence.isEmpty })
    }

    @Test(
        "What training never saw gets less confidence than what it did",
        arguments: ["zebra quantum flux", "order a pizza with zebra cheese in Paris", "日本語 テスト", "", "🙂"]
    )
    func outOfScope(_ utterance: String) throws {
        let known = try #require(score("where is my order").first?.confidence)
        let unknown = try #require(score(utterance).first?.confidence)
        #expect(unknown < 0.6)
        #expect(unknown < known - 0.2)
    }
}
