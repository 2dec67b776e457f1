import Testing

@testable import FrontdeskMatching

@Suite("Building the index over patterns")
struct PatternBuildingTests {
    private static let rules = PatternPropertyTests.rules

    private static func patterns(_ seed: Int) -> [PatternNode] {
        var random = SeededGenerator(seed: UInt64(seed) &+ 7000)
        let large = PatternNode.sequence(
            (0..<5).map { _ in .permutation("abcdef".map { .word(String($0)) }) }
        )
        return (0..<60).map { _ in PatternPropertyTests().randomNode(4, &random) } + [
            .sequence([]), .alternatives([]), .rule("none"), .synonyms("none"), .gap(min: 0, max: 0), large,
            .optional(.word("a")), .alternatives((0..<30).map { .word("w\($0)") }),
            .sequence((0..<12).map { .word("w\($0)") }),
        ]
    }

    @Test("Automatons are those of the textbook, one after the other in the same memory", arguments: 0..<10)
    func automatons(seed: Int) {
        let table = SynonymTable(PatternPropertyTests.synonyms)
        var (words, naiveWords) = (PatternVocabulary(synonyms: table), PatternVocabulary(synonyms: table))
        var automaton = PatternAutomaton(rules: Self.rules)
        var refused = 0
        for pattern in Self.patterns(seed) {
            let naive = NaiveAutomaton(pattern, rules: Self.rules, vocabulary: &naiveWords)
            #expect(automaton.build(pattern, &words) == (naive != nil))
            guard let naive else {
                refused += 1
                continue
            }
            #expect(automaton.positions == naive.positions)
            #expect(automaton.follow == naive.follow)
            #expect(automaton.wordCount == naive.wordCount)
        }
        #expect(words.words.list == naiveWords.words.list && words.roles.list == naiveWords.roles.list)
        #expect(refused == 1)
    }

    @Test("Keys are those chosen with a list of its own for everything", arguments: 0..<10)
    func keys(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 8000)
        let numbers = ["a", "b", "c", "d", "x", "y", "can", "cant"] + (0..<30).map { "w\($0)" }
        let uses = numbers.map { _ in Int32.random(in: 1...9, using: &random) }
        let symbol = { (node: PatternNode) -> Int32? in
            switch node {
            case .word(let text), .exact(let text), .entity(let text, _):
                numbers.firstIndex(of: text).map { Int32($0) }
            default: nil
            }
        }
        var keys = PatternKeys(rules: Self.rules, uses: uses, patternCount: 50)
        var naive = NaiveKeys(rules: Self.rules, uses: uses, patternCount: 50, symbol: symbol)
        var (pairs, without) = (0, 0)
        for pattern in Self.patterns(seed) {
            var found: [NaiveKeys.Key] = []
            var needs: [UInt64] = []
            let hasKeys = keys.choose(for: pattern, symbol) { key in
                found.append(.init(first: key.first, second: key.second < 0 ? nil : key.second))
            } need: { signature in
                needs.append(signature)
            }
            let expected = naive.keys(of: pattern)
            #expect(hasKeys == (expected != nil))
            #expect(found == expected?.keys ?? [] && needs == expected?.needs ?? [])
            pairs += found.count { $0.second != nil }
            without += hasKeys ? 0 : 1
        }
        #expect(pairs > 10 && without > 2)
    }
}
