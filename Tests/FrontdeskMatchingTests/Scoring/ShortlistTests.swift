@testable import FrontdeskMatching
import Testing

@Suite("The shortlist of classes") struct ShortlistTests {
    private static let dimensions = 64
    private static let classCount = 1500
    private static let dense = makeClasses()
    private static let groups = ClassGroups(dense)

    /// Topics with classes around them, each a direction of its own.
    private static func makeClasses() -> DenseWeights {
        var generator = SeededGenerator(seed: 3)
        let topics = (0..<30).map { _ in direction(&generator) }
        var dense = DenseWeights(table: "made up", fingerprint: 0, dimensions: dimensions)
        for label in 0..<classCount {
            let own = direction(&generator)
            let center = unit(zip(topics[label % topics.count], own).map { $0 * 0.7 + $1 })
            dense.append(center.map { $0 * 2 }, center: center)
        }
        return dense
    }

    private static func direction(_ generator: inout SeededGenerator) -> [Float] {
        // The sum of uniform numbers is near enough to normal.
        unit(
            (0..<dimensions).map { _ in
                (0..<6).reduce(Float(0)) { sum, _ in sum + Float(generator.next(below: 1001)) / 1000 - 0.5 }
            }
        )
    }

    private static func unit(_ vector: [Float]) -> [Float] {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return vector.map { $0 / length }
    }

    /// What 300 texts score by their features, and their vectors: near a class, or near none but with its words.
    private static func questions() -> [(scores: [Float], query: DenseWeights.Query)] {
        var generator = SeededGenerator(seed: 5)
        return (0..<300).map { number in
            let label = generator.next(below: classCount)
            let noise = direction(&generator)
            let isMeant = number % 2 == 0
            let center = dense.center(of: label).map { Float($0) / 127 }
            var query = DenseWeights.Query()
            query.read(unit(zip(center, noise).map { $0 * (isMeant ? 1 : 0.2) + $1 * 0.8 }))
            var scores = (0..<classCount).map { _ in Float(generator.next(below: 1000)) / 5000 - 1 }
            scores[label] += isMeant ? 0 : 2
            return (scores, query)
        }
    }

    @Test(
        "It has the class that trying all would find, in all but one case of a hundred; its score is the exact one"
    )
    func recall() {
        let questions = Self.questions()
        var found = 0
        var shortlist = Shortlist()
        for (scores, query) in questions {
            var all = scores
            Self.dense.add(query, to: &all)
            var some = scores
            shortlist.choose(by: some)
            shortlist.complete(&some, query, Self.dense, Self.groups)
            var best: [Int] = []
            shortlist.findBest(of: some, limit: 5, into: &best)
            #expect(best.count == 5)
            #expect(best.allSatisfy { some[$0] == all[$0] })
            #expect(shortlist.classes.count < Self.classCount / 2)
            #expect(Set(shortlist.classes).count == shortlist.classes.count)
            if let first = best.first, all[first] == all.max() { found += 1 }
        }
        #expect(found * 100 >= questions.count * 99)
    }

    @Test("Without vectors it ranks as trying all does")
    func features() {
        var shortlist = Shortlist()
        for (scores, _) in Self.questions() {
            shortlist.choose(by: scores)
            var best: [Int] = []
            shortlist.findBest(of: scores, limit: 5, into: &best)
            let ranked = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
            #expect(best.map { scores[$0] } == ranked.prefix(5).map { scores[$0] })
            #expect((Shortlist.size..<3 * Shortlist.size).contains(shortlist.classes.count))
            #expect(Set(shortlist.classes).count == shortlist.classes.count)
            // Who is left out has no higher score than any who is not.
            let chosen = Set(shortlist.classes)
            let least = shortlist.classes.map { scores[Int($0)] }.min() ?? 0
            #expect(scores.indices.allSatisfy { chosen.contains(Int32($0)) || scores[$0] <= least })
        }
    }

    @Test("Every class is in one group, and the same classes give the same groups")
    func groups() {
        let again = ClassGroups(Self.dense)
        #expect(again.groups == Self.groups.groups)
        var seen = [Int](repeating: 0, count: Self.classCount)
        for group in 0..<Int32(Self.groups.count) {
            for label in Self.groups.classes(of: group) {
                seen[Int(label)] += 1
                #expect(Self.groups.groups[Int(label)] == group)
            }
        }
        #expect(seen.allSatisfy { $0 == 1 })
    }

    @Test("An assistant of 600 intents finds each, with scores that evidence adds up to")
    func wholeModel() throws {
        let definition = MatcherDefinition(
            intents: (0..<600).map { number in
                let words = ["colour\(number % 25)", "shape\(number / 25)"]
                let sentence = words.joined(separator: " ")
                return IntentDefinition(name: "i\(number)", title: "i", examples: [Example(sentence)])
            }
        )
        let model = try #require(IntentModel.train(definition))
        var workspace = ScoringWorkspace()
        for number in stride(from: 0, to: 600, by: 7) {
            let tokens = Tokenizer.tokenize("the shape\(number / 25) in colour\(number % 25)")
            model.score(tokens: tokens, entities: [], evidence: 4, using: &workspace)
            let ranked = workspace.ranked
            #expect(ranked.first?.intent == number)
            #expect(ranked.count == Matcher.candidateLimit)
            for candidate in ranked {
                #expect(abs(candidate.evidence.reduce(0) { $0 + $1.weight } - candidate.score) < 1e-4)
            }
            #expect(ranked == model.score(tokens: tokens, entities: [], evidence: 4))
        }
    }
}
