import Testing

@testable import FrontdeskMatching

@Suite("Patterns, against a plain backtracking matcher")
struct PatternPropertyTests {
    private static let letters = ["a", "b", "c", "d"]
    /// What customers type; the last one stands for two words.
    private static let typed = ["a", "b", "c", "d", "a", "b", "c", "kind", "cant"]
    static let synonyms = [
        SynonymSet(name: "kind", members: ["a", "b c"]),
        SynonymSet(name: "thing", members: ["kind", "d", "c d a"]),
    ]
    static let rules: [String: PatternNode] = [
        "r": .alternatives([.word("a"), .sequence([.word("b"), .optional(.word("c"))])]),
        "s": .sequence([.rule("r"), .entity("x", role: nil)]),
    ]

    func randomNode(_ depth: Int, _ random: inout SeededGenerator) -> PatternNode {
        let kind = Int.random(in: 0..<(depth > 0 ? 14 : 7), using: &random)
        switch kind {
        case 0, 1: return .word(Self.letters.randomElement(using: &random) ?? "a")
        case 2: return .entity(Bool.random(using: &random) ? "x" : "y", role: nil)
        case 3:
            let min = Int.random(in: 0...2, using: &random)
            return .gap(min: min, max: Int.random(in: max(min, 1)...4, using: &random))
        case 4: return .rule(Bool.random(using: &random) ? "r" : "s")
        case 5: return .synonyms(Bool.random(using: &random) ? "kind" : "thing")
        case 6: return .exact(["a", "b", "can", "cant"].randomElement(using: &random) ?? "a")
        case 7:
            let count = Int.random(in: 2...4, using: &random)
            return .permutation((0..<count).map { _ in randomNode(depth - 2, &random) })
        case 8, 9, 10:
            let count = Int.random(in: 2...4, using: &random)
            return .sequence((0..<count).map { _ in randomNode(depth - 1, &random) })
        case 11, 12:
            let count = Int.random(in: 2...3, using: &random)
            return .alternatives((0..<count).map { _ in randomNode(depth - 1, &random) })
        default: return .optional(randomNode(depth - 1, &random))
        }
    }

    private struct Utterance {
        var text: NormalizedText
        var tokens: [Token]
        var entities: [Entity]

        /// The words as typed, by the token they begin at.
        var written: [Int: (end: Int, word: String)] {
            var written: [Int: (end: Int, word: String)] = [:]
            for (index, token) in tokens.enumerated() where index == 0 || tokens[index - 1].span != token.span
            {
                let end = tokens[index...].prefix { $0.span == token.span }.endIndex
                written[index] = (end, text.originalText(token.span))
            }
            return written
        }
    }

    private func randomUtterance(_ random: inout SeededGenerator) -> Utterance {
        let words = (0..<Int.random(in: 1...7, using: &random)).map { _ in
            Self.typed.randomElement(using: &random) ?? "a"
        }
        let text = NormalizedText(words.joined(separator: " "))
        let tokens = Tokenizer.tokenize(text)
        let entities = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let start = Int.random(in: 0..<tokens.count, using: &random)
            let end = Int.random(in: start + 1...min(tokens.count, start + 3), using: &random)
            return Entity(
                type: Bool.random(using: &random) ? "x" : "y",
                span: SourceSpan(2 * start, 2 * end - 1),
                tokens: start..<end,
                text: "",
                value: .text("")
            )
        }
        return Utterance(text: text, tokens: tokens, entities: entities)
    }

    private func matcher(_ patterns: [PatternNode]) -> Matcher {
        let intents = patterns.enumerated().map { index, root in
            IntentDefinition(name: "\(index)", title: "", patterns: [Pattern(source: "", root: root)])
        }
        return Matcher(
            MatcherDefinition(intents: intents, rules: Self.rules, synonyms: Self.synonyms),
            model: nil
        )
    }

    @Test("Both find the same matches with the same words in literals and gaps", arguments: 0..<20)
    func agreement(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var matched = 0
        for _ in 0..<50 {
            // A few intents share an index, so that anchors lead to the right ones; few enough to see all of them.
            let patterns = (0..<Matcher.candidateLimit).map { _ in randomNode(3, &random) }
            let matcher = matcher(patterns)
            for _ in 0..<6 {
                let utterance = randomUtterance(&random)
                let oracle = NaivePatternMatcher(
                    rules: Self.rules,
                    synonyms: Self.synonyms,
                    words: utterance.tokens.map(\.text),
                    written: utterance.written,
                    entities: utterance.entities
                )
                let result = matcher.match(
                    tokens: utterance.tokens,
                    entities: utterance.entities,
                    text: utterance.text
                )
                for (index, root) in patterns.enumerated() {
                    let found = result.candidates.first { $0.intent == "\(index)" }?.pattern
                    let outcome = found.map {
                        NaivePatternMatcher.Outcome(literalWords: $0.literalWords, gapWords: $0.gapWords)
                    }
                    #expect(
                        outcome == oracle.bestMatch(root),
                        "\(describe(root)) on \(utterance.text.text) \(utterance.entities)"
                    )
                    matched += found == nil ? 0 : 1
                }
            }
        }
        #expect(matched > 50, "the cases are too strict to tell anything")
    }

    @Test("A pattern's captured entities lie side by side and never overlap", arguments: 0..<5)
    func captures(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 1000)
        for _ in 0..<200 {
            let matcher = matcher([.sequence([randomNode(3, &random), .entity("x", role: "last")])])
            let utterance = randomUtterance(&random)
            let tokens = utterance.tokens
            let result = matcher.match(tokens: tokens, entities: utterance.entities, text: utterance.text)
            guard let match = result.candidates.first?.pattern else { continue }
            #expect(match.entities.last?.role == "last")
            #expect(match.entities.last?.tokens.upperBound == tokens.count)
            for (left, right) in zip(match.entities, match.entities.dropFirst()) {
                #expect(left.tokens.upperBound <= right.tokens.lowerBound)
            }
            let covered = match.entities.reduce(0) { $0 + $1.tokens.count }
            #expect(covered + match.literalWords + match.gapWords == tokens.count)
        }
    }

    @Test("Every sample of a pattern matches the pattern", arguments: 0..<10)
    func samples(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 2000)
        let types = ["x": "xvalue", "y": "yone ytwo"]
        let sampler = PatternSampler(
            rules: Self.rules,
            synonyms: Self.synonyms,
            entityTypes: types.sorted { $0.key < $1.key }.map { name, example in
                EntityType(name: name, recognition: .gazetteer([]), example: example)
            }
        )
        var count = 0
        for _ in 0..<40 {
            let root = randomNode(4, &random)
            let matcher = matcher([root])
            for sample in sampler.samples(of: Pattern(source: "", root: root), limit: 12) {
                let text = NormalizedText(sample)
                let tokens = Tokenizer.tokenize(text)
                let entities = tokens.indices.compactMap { index -> Entity? in
                    guard let type = ["xvalue": "x", "yone": "y"][tokens[index].text] else { return nil }
                    let range = index..<index + (type == "x" ? 1 : 2)
                    return Entity(
                        type: type,
                        span: tokens[index].span,
                        tokens: range,
                        text: "",
                        value: .text("")
                    )
                }
                count += 1
                #expect(
                    matcher.match(tokens: tokens, entities: entities, text: text).candidates.count == 1,
                    "\(sample) of \(describe(root))"
                )
            }
        }
        #expect(count > 100)
    }

    @Test("Samples are all different, as many as asked for, and the same each time")
    func sampleLimits() throws {
        let pattern = try PatternParser.parse(
            "(where is|track|find) [my|the] (order|parcel|package) [now] [please]"
        )
        let sampler = PatternSampler()
        #expect(sampler.samples(of: pattern, limit: 1000).count == 3 * 3 * 3 * 2 * 2)
        #expect(sampler.samples(of: pattern, limit: 10).count == 10)
        #expect(Set(sampler.samples(of: pattern, limit: 50)).count == 50)
        #expect(sampler.samples(of: pattern, limit: 10) == sampler.samples(of: pattern, limit: 10))
        #expect(
            sampler.samples(of: try PatternParser.parse("pay {money} on {date}"), limit: 5) == [
                "pay 20 euros on tomorrow"
            ]
        )
        #expect(sampler.samples(of: try PatternParser.parse("order [{unknown}]"), limit: 5) == ["order"])
        #expect(sampler.samples(of: try PatternParser.parse("order {unknown}"), limit: 5) == [])
    }
}
