import Testing

@testable import FrontdeskMatching

@Suite("Matcher, with odd utterances")
struct MatcherRobustnessTests {
    private static let odd: [(name: String, utterance: String)] = [
        ("nothing", ""),
        ("spaces", String(repeating: " ", count: 10_000)),
        ("NULs", String(repeating: "\0", count: 1000) + "order\0" + "status"),
        ("a megabyte of one letter", String(repeating: "a", count: 1 << 20)),
        ("a hundred thousand words", String(repeating: "a ", count: 100_000)),
        ("fifty thousand fillers", String(repeating: "please ", count: 50_000)),
        ("words of the patterns over and over", String(repeating: "where is my order ", count: 5_000)),
        ("only emoji", "😀👩‍👩‍👧🇩🇪👍🏽☎️"),
        ("many emoji", String(repeating: "😡", count: 10_000)),
        ("right to left", "مرحبا، أين طلبي؟ שלום \u{202E}redro ym si erehw"),
        ("a pile of marks", "Z" + String(repeating: "\u{301}", count: 50_000) + "algo"),
        ("invisible characters", String(repeating: "\u{200B}\u{FEFF}\u{2060}", count: 5_000)),
        ("apostrophes", String(repeating: "'a", count: 20_000) + String(repeating: "'", count: 5_000)),
        ("brackets and signs", "(((([[[[{{{{<<<<|||**++\\\\"),
        ("the last characters of Unicode", "\u{10FFFF}\u{E0001}\u{FFFD}\u{FFFE}\u{D7FF}\u{E000}"),
        ("digits", String(repeating: "9", count: 100_000)),
    ]

    private static let matcher: Matcher? = {
        let patterns = [
            ["where is my order", "* order *", "+ status", "[a] *50 [b] *50 {number} *50 c"],
            ["(hello|hi) [there]", "(thanks|thank you) [so much]"], ["a [a] [a] [a] + a", "<r> <r>"],
        ]
        guard var definition = try? definition(patterns, rules: ["r": "(a|please) [a|please]"]) else {
            return nil
        }
        definition.intents[0].examples = [Example("where is my order"), Example("has my order been sent")]
        definition.intents[1].examples = [Example("hello there"), Example("good to see you")]
        return Matcher(definition, model: IntentModel.train(definition))
    }()

    @Test("No utterance breaks the matcher, and the same one gives the same result", arguments: odd.indices)
    func same(index: Int) throws {
        let whole = try #require(Self.matcher)
        let utterance = Self.odd[index].utterance
        // The classifier's features of a megabyte take long without optimisation and show nothing new.
        let matcher =
            utterance.utf8.count > 1 << 14 ? Matcher(whole.patterns, entityTypes: [], model: nil) : whole
        let result = matcher.match(utterance, evidence: 3)
        #expect(result == matcher.match(utterance, evidence: 3), "\(Self.odd[index].name)")
        #expect(result.candidates.count <= Matcher.candidateLimit)
        let length = utterance.utf8.count
        #expect(
            result.tokens.allSatisfy {
                $0.span.start < $0.span.end && $0.span.end <= length && !$0.text.isEmpty
            }
        )
        #expect(
            result.entities.allSatisfy {
                $0.span.end <= length && $0.tokens.upperBound <= result.tokens.count
            }
        )
        for (better, worse) in zip(result.candidates, result.candidates.dropFirst()) {
            #expect(better.confidence >= worse.confidence)
        }
        #expect(result.candidates.allSatisfy { (0...1).contains($0.confidence) })
    }

    @Test("Random strings of awkward pieces break nothing", arguments: 0..<50)
    func random(seed: Int) throws {
        let matcher = try #require(Self.matcher)
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "where", " ", "is", "'", "s", "order", "\u{301}", "é", "ﬁ", "日", "👍🏽", "\u{200D}", "\0", "9", ".",
            "@", "€", "\n",
            "don", "t", "please", "a", "-", "/", ":", "\u{202E}", "ß", "½",
        ]
        for _ in 0..<20 {
            let utterance = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let result = matcher.match(utterance)
            #expect(result == matcher.match(utterance))
            #expect(result.tokens.allSatisfy { $0.span.end <= utterance.utf8.count })
        }
    }

    @Test("Many threads share one matcher")
    func sharing() async throws {
        let matcher = try #require(Self.matcher)
        let utterances = ["where is my order", "hi there", "thanks", "my order status", "café order 12"]
        let alone = utterances.map { matcher.match($0, evidence: 2) }
        await withTaskGroup(of: [MatchResult].self) { group in
            for _ in 0..<8 {
                group.addTask { @concurrent in utterances.map { matcher.match($0, evidence: 2) } }
            }
            for await results in group { #expect(results == alone) }
        }
    }
}
