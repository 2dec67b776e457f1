import Testing

@testable import FrontdeskMatching

@Suite("Patterns that share their words with many")
struct PatternCrowdTests {
    /// Three intents' worth of patterns over so few words that every pair of them is in many.
    private static func definition(_ seed: Int) throws -> MatcherDefinition {
        var random = SeededGenerator(seed: UInt64(seed) &+ 70)
        func one(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }
        let colours = ["red", "blue", "(black|white)", "oak"]
        let things = ["(chair|chairs)", "table", "lamp [shade]", "big tent"]
        let wishes = [
            "(return|send back|give back)", "track", "(fix|mend)", "(buy|rent|lend|hire|borrow|take)",
        ]
        let frames = [
            "is it possible to V [the] C T", "can (you|i) V my C T", "V C T {number}", "C T * V", "(V;C;T)",
            "[please] V [a|the] C T [now]",
        ]
        let patterns = try (0..<300).map { _ in
            try PatternParser.parse(
                one(frames).replacing("V", with: one(wishes)).replacing("C", with: one(colours))
                    .replacing("T", with: one(things))
            )
        }
        return MatcherDefinition(
            intents: (0..<3).map { number in
                let part = patterns[number * 100..<(number + 1) * 100]
                return IntentDefinition(name: "i\(number)", title: "", patterns: Array(part))
            }
        )
    }

    private static func utterance(_ random: inout SeededGenerator) -> String {
        let words = [
            "is", "it", "possible", "to", "can", "i", "my", "the", "red", "blue", "black", "oak", "chair",
            "chairs", "table", "lamp", "shade", "big", "tent", "return", "send", "back", "track", "fix",
            "buy",
            "rent", "borrow", "now", "5", "please", "aunt",
        ]
        let frames: [[String]] = [
            ["is", "it", "possible", "to", "V", "C", "T"], ["can", "i", "V", "my", "C", "T"],
            ["V", "C", "T", "5"], ["C", "T", "V"], ["V", "C", "T", "now"],
        ]
        func one(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }
        guard Int.random(in: 0..<3, using: &random) > 0 else {
            return (0..<Int.random(in: 1...9, using: &random)).map { _ in one(words) }.joined(separator: " ")
        }
        return frames[Int.random(in: 0..<frames.count, using: &random)].map { word in
            switch word {
            case "V": one(["return", "send back", "track", "fix", "rent", "take", "give back"])
            case "C": one(["red", "blue", "black", "white", "oak"])
            case "T": one(["chair", "chairs", "table", "lamp", "lamp shade", "big tent"])
            default: word
            }
        }.joined(separator: " ")
    }

    @Test("Three symbols lead to the same matches as running every pattern", arguments: 0..<4)
    func oracle(seed: Int) throws {
        let index = PatternIndex(try Self.definition(seed))
        let tables = index.tables
        let keys = (0..<tables.keys.count).count { tables.keys[$0].third >= 0 }
        #expect(keys > 20, "crowds are divided")
        var random = SeededGenerator(seed: UInt64(seed))
        var workspace = PatternWorkspace()
        let recognizer = EntityRecognizer()
        var found = 0
        for _ in 0..<400 {
            let text = NormalizedText(Self.utterance(&random))
            let tokens = Tokenizer.tokenize(text)
            let entities = recognizer.recognize(text, tokens: tokens)
            index.findMatches(tokens: tokens, entities: entities, using: &workspace)
            let candidates = Set(workspace.candidates)
            var run = PatternRun()
            run.prepare(starts: workspace.starts, ends: workspace.ends)
            guard !candidates.isEmpty else { continue }
            for place in 0..<tables.patternCount where run.run(place, of: tables, workspace.input) != nil {
                #expect(candidates.contains(Int32(place)), "\(index.tables.sources[place]): \(text.text)")
                found += 1
            }
        }
        #expect(found > 100)
    }

    @Test("A set of symbols is met by any of them, whatever else shares a class", arguments: 0..<5)
    func signatures(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 5)
        var presence = SymbolPresence()
        var refused = 0
        for _ in 0..<200 {
            let symbols = (0..<8).map { _ in Int32.random(in: 0..<100_000, using: &random) }
            presence.read(symbols)
            let set = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                Int32.random(in: 0..<100_000, using: &random)
            }
            if !presence.mayHoldOne(of: Signature.of(set)) { refused += 1 }
            let met = set.dropLast() + [symbols[0]]
            let signature = Signature.of(met)
            #expect(signature == Signature.anything || presence.mayHoldOne(of: signature))
        }
        #expect(refused > 100)
    }
}
