@testable import FrontdeskMatching
import Testing

@Suite("The classifier against its oracle") struct OracleTests {
    private static let trainer = LinearTrainer(cost: 1, positiveWeight: 5, epochs: 8)
    private static let few = FeaturePlan(hasManyExamples: false, hasVectors: false)
    private static let many = FeaturePlan(hasManyExamples: true, hasVectors: false)
    private static let naive = NaiveScorer(DeskExamples.definition, trainer: trainer, plan: few)
    private static let wide = NaiveScorer(DeskExamples.definition, trainer: manyTrainer, plan: many)
    private static let manyTrainer = LinearTrainer(cost: 0.5, positiveWeight: 3, epochs: 4)

    @Test(
        "Hashed, sparse, rounded scores are those of the naive scorer within 0.02",
        arguments: DeskExamples.utterances + DeskExamples.sentences.flatMap(\.examples)
    )
    func scores(_ utterance: String) throws {
        let model = try #require(DeskExamples.model)
        for scored in model.score(tokens: Tokenizer.tokenize(utterance), entities: [], evidence: 0) {
            #expect(abs(scored.score - Self.naive.score(utterance, label: scored.intent)) < 0.02)
        }
    }

    @Test(
        "So are those of a model that looks at words which stand together",
        arguments: DeskExamples.utterances
    )
    func scoresOfMany(_ utterance: String) throws {
        let model = try #require(DeskExamples.rich)
        #expect(model.plan == Self.many)
        for scored in model.score(tokens: Tokenizer.tokenize(utterance), entities: [], evidence: 0) {
            #expect(abs(scored.score - Self.wide.score(utterance, label: scored.intent)) < 0.02)
        }
    }

    @Test(
        "The features of an utterance are those the oracle names, as often",
        arguments: DeskExamples.utterances + ["a", "aa aa", "ß", "e\u{301}t\u{e9}"]
    )
    func features(_ utterance: String) {
        let text = FeatureText(Tokenizer.tokenize(utterance), entities: [], classes: [])
        var counts: [String: Int] = [:]
        for feature in FeatureExtractor.features(of: text, Self.many) {
            let stretch = text.text(Int(feature.start)..<Int(feature.end))
            let name: String
            switch feature.kind {
            case .word: name = "w:" + stretch
            case .pair: name = "p:" + stretch
            case .characters: name = "c:" + stretch
            case .edge where stretch.hasPrefix(" "): name = "first:" + stretch.dropFirst()
            case .edge: name = "last:" + stretch
            case .together:
                let words = stretch.split(separator: " ").map(String.init)
                name = "t:" + [words.first, words.last].compactMap(\.self).sorted().joined(separator: " ")
            }
            counts[name, default: 0] += 1
        }
        #expect(counts == NaiveScorer.features(utterance, Self.many).mapValues(\.count))
    }

    @Test("Different features have different keys")
    func keys() {
        var names: [UInt32: String] = [:]
        for sentence in DeskExamples.sentences.flatMap(\.examples) + DeskExamples.utterances {
            let text = FeatureText(Tokenizer.tokenize(sentence), entities: [], classes: [])
            for feature in FeatureExtractor.features(of: text, Self.many) {
                let words = text.text(Int(feature.start)..<Int(feature.end)).split(separator: " ")
                let ends = [words.first, words.last].compactMap(\.self).sorted()
                let name = feature.kind == .together ? "together: \(ends)" : "\(feature.kind): \(words)"
                #expect(names.updateValue(name, forKey: feature.key) ?? name == name)
            }
        }
        #expect(names.count > 1000)
    }

    @Test("An entity's words become its class; other entities keep theirs")
    func entityClasses() {
        let tokens = ["where", "is", "a", "10021", "now"].enumerated().map {
            Token($0.element, SourceSpan($0.offset * 10, $0.offset * 10 + 5))
        }
        func entity(_ type: String, _ range: Range<Int>) -> Entity {
            Entity(type: type, span: SourceSpan(0, 1), tokens: range, text: "", value: .text(""))
        }
        let entities = [entity("order_number", 2..<4), entity("number", 3..<4), entity("time", 4..<5)]
        let text = FeatureText(tokens, entities: entities, classes: ["order_number", "number"])
        #expect(text.text(0..<text.bytes.count) == " where is {order_number} now ")
        #expect(text.words.map(\.isClass) == [false, false, true, false])
        let runs = FeatureExtractor.features(of: text, Self.many).filter {
            $0.kind == .characters && $0.word == 2
        }
        #expect(runs.isEmpty)
    }
}
