import Testing

@testable import FrontdeskMatching

/// A definition of one intent for each list of patterns, named by letters from `a`.
func definition(_ patterns: [[String]], rules: [String: String] = [:]) throws -> MatcherDefinition {
    var intents: [IntentDefinition] = []
    for (index, sources) in patterns.enumerated() {
        let name = String(Character(Unicode.Scalar(UInt8(97 + index))))
        let parsed = try sources.map { source throws(PatternError) in try PatternParser.parse(source) }
        intents.append(IntentDefinition(name: name, title: name, patterns: parsed))
    }
    var parsedRules: [String: PatternNode] = [:]
    for (name, source) in rules { parsedRules[name] = try PatternParser.parse(source).root }
    return MatcherDefinition(intents: intents, rules: parsedRules)
}

@Suite("Pattern matching")
struct PatternMatchingTests {
    @Test(
        "A pattern covers the utterance from end to end, fillers apart",
        arguments: [
            ("where is my order", "Where is my order?", true),
            ("where is my order", "where's my order", true),
            ("where is my order", "where is my order now", false),
            ("where is my order", "where is order", false),
            ("where is my order", "hi, um, where is my order please, thank you!", true),
            ("where is my order", "good morning excuse me where is my order thanks a lot", true),
            ("where is my order", "good where is my order", false),
            ("where is my order", "where is please my order", false),
            ("(track|find) [my] order", "track my order", true),
            ("(track|find) [my] order", "find order", true),
            ("(track|find) [my] order", "my order", false),
            ("cancel * order", "cancel order", true),
            ("cancel * order", "cancel a b c d e f g h order", true),
            ("cancel * order", "cancel a b c d e f g h i order", false),
            ("cancel + order", "cancel order", false),
            ("cancel + order", "cancel that order", true),
            ("cancel *2 order", "cancel a b order", true),
            ("cancel *2 order", "cancel a b c order", false),
            ("<want> money", "i want my money", true),
            ("<want> money", "give me money", true),
            ("<want> money", "money", false),
            ("[<missing>] money", "money", true),
            ("(<missing>|my) money", "missing money", false),
            ("hello", "hello", true),
            ("hello", "hello there", true),
            ("hello", "hello, thanks", true),
            ("hello", "hello where is my order", false),
            ("(thanks|thank you) [so much]", "thank you so much", true),
            ("i think so", "I think so", true),
            ("is it ok", "is it ok please", true),
            ("👍", "👍🏽", true),
            ("order", "", false),
            ("order", "please", false),
            ("+", "please", true),
            ("+ +", "please", false),
        ]
    )
    func covers(pattern: String, utterance: String, expected: Bool) throws {
        let rules = ["want": "(i want [<my>]|give me)", "my": "my"]
        let matcher = Matcher(try definition([[pattern]], rules: rules), model: nil)
        #expect(matcher.match(utterance).candidates.isEmpty != expected)
    }

    @Test(
        "The most literal words win, then the fewest gap words, then nobody",
        arguments: [
            ([["where is *"], ["where is my order"]], "where is my order", ["b", "a"]),
            ([["+ order"], ["* my order"]], "where is my order", ["b", "a"]),
            ([["where + order"], ["where *3 my order"]], "where is my order", ["b", "a"]),
            ([["* is order"], ["* order"]], "the lost order", ["b"]),
            ([["the + order *"], ["the lost + *"]], "the lost order", ["a", "b"]),
            ([["thanks"], ["thank you"], ["hello"]], "hello thank you", ["b", "c"]),
            ([["thanks"], ["ok"]], "ok thanks", ["a", "b"]),
            ([["a b"], ["a (b|c)"]], "a b", ["a", "b"]),
        ]
    )
    func ranking(patterns: [[String]], utterance: String, expected: [String]) throws {
        let matcher = Matcher(try definition(patterns), model: nil)
        #expect(matcher.match(utterance).candidates.map(\.intent) == expected)
    }

    @Test("Equally good patterns are nearly equally likely, a worse one is at most half as likely")
    func confidence() throws {
        let tied = Matcher(
            try definition([["find my order"], ["(find|get) my order"], ["find + order"]]),
            model: nil
        )
        let candidates = tied.match("find my order").candidates
        #expect(candidates.map(\.intent) == ["a", "b", "c"])
        #expect(candidates[0].confidence == 0.99)
        #expect(candidates[0].confidence - candidates[1].confidence < 0.01)
        #expect(candidates[2].confidence <= candidates[1].confidence / 2)
    }

    @Test(
        "Words in gaps lower the confidence, down to three quarters",
        arguments: [
            ("find the lost order", 0.99), ("find + lost order", 0.93), ("find + order", 0.87),
            ("+ order", 0.81),
            ("+", 0.75),
        ]
    )
    func gapConfidence(pattern: String, expected: Double) throws {
        let matcher = Matcher(try definition([[pattern]]), model: nil)
        let confidence = try #require(matcher.match("find the lost order").candidates.first).confidence
        #expect(abs(confidence - expected) < 1e-12)
    }

    @Test("A pattern takes the reading that fits, with its role")
    func entities() throws {
        let matcher = Matcher(
            try definition([["from {city:from} to {city:to}"], ["from {thing}"], ["from + {city:last}"]]),
            model: nil
        )
        let tokens = Tokenizer.tokenize("please: from new york city to york")
        func entity(_ type: String, _ range: Range<Int>) -> Entity {
            let text = tokens[range].map(\.text).joined(separator: " ")
            let span = SourceSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
            return Entity(type: type, span: span, tokens: range, text: text, value: .text(text))
        }
        let readings = [
            entity("city", 2..<5), entity("city", 2..<4), entity("city", 3..<4), entity("thing", 2..<6),
            entity("city", 6..<7),
        ]
        let result = matcher.match(tokens: tokens, entities: readings)
        #expect(result.candidates.map(\.intent) == ["a", "c"])
        let first = try #require(result.candidates[0].pattern)
        #expect(first.entities.map(\.text) == ["new york city", "york"])
        #expect(first.entities.map(\.role) == ["from", "to"])
        #expect(first.literalWords == 2 && first.gapWords == 0)
        let second = try #require(result.candidates[1].pattern)
        #expect(second.entities.map(\.role) == ["last"])
        #expect(second.gapWords == 4)
        #expect(result.entities == readings)
    }

    @Test("A rule that names itself, or a pattern that is too large, matches nothing and does no harm")
    func unusable() {
        var large = PatternNode.word("a")
        for _ in 0..<13 { large = .sequence([large, large]) }
        let patterns = [
            Pattern(source: "<loop>", root: .rule("loop")), Pattern(source: "large", root: large),
        ]
        let intent = IntentDefinition(name: "a", title: "a", patterns: patterns)
        let matcher = Matcher(
            MatcherDefinition(intents: [intent], rules: ["loop": .sequence([.word("x"), .rule("loop")])]),
            model: nil
        )
        #expect(matcher.match("x x x").candidates.isEmpty)
        #expect(matcher.match(String(repeating: "a ", count: 8192)).candidates.isEmpty)
    }

    @Test("A pattern's size counts its rules, and stops at the limit")
    func size() throws {
        let pattern = try PatternParser.parse("a [b|{c}] * <r> <r>").root
        let rules = ["r": try PatternParser.parse("x (y|z)").root]
        #expect(pattern.positionCount(rules: rules) == 10)
        #expect(pattern.positionCount(rules: rules, limit: 10) == 10)
        #expect(pattern.positionCount(rules: rules, limit: 9) == nil)
        #expect(PatternNode.rule("r").positionCount(rules: ["r": .rule("r")]) == nil)
        let doubling = Dictionary(
            uniqueKeysWithValues: (1...60).map { level in
                ("r\(level)", PatternNode.sequence([.rule("r\(level - 1)"), .rule("r\(level - 1)")]))
            }
        )
        #expect(
            PatternNode.rule("r60").positionCount(rules: doubling.merging(["r0": .word("a")]) { $1 }) == nil
        )
    }
}
