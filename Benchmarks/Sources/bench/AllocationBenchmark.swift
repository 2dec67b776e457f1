import CMeasure
import FrontdeskMatching

/// How often memory is asked for beyond what a result itself is made of.
enum AllocationBenchmark {
    /// Something of every entity type, in both languages.
    static let sentences = [
        "i ordered 3 chairs", "please send twenty five of them", "it costs $25.50 or 30 euros",
        "call me on +49 30 1234567 please", "mail ada@example.com today",
        "see https://example.com/a/b?c=d for it",
        "on 3 december 2026 at 5pm", "next monday or tomorrow at half past four", "my name is ada byron",
        "the second and the 3rd one", "between 3 and 5 may", "from monday to friday", "from 3pm to 5pm",
        "it took 2 hours and 30 minutes", "it weighs 5 kg and is 5 ft 3 in long", "20 square metres",
        "3 litres at 20 degrees celsius", "50 % off", "5 percent", "10 gb of data", "1,234.56 or 1.234,56",
        "my card is 4111 1111 1111 1111", "my iban is de89 3704 0044 0532 0130 00",
        "i live at 12 main street, london",
        "221b baker st, apt 4, london nw1 6xe", "order A-10021 and a10022", "the oak table and a red chair",
        "el 3 de mayo a las cinco y media", "veinticinco mil euros", "me llamo ada byron",
        "calle mayor 5, 3o b, madrid",
        "where is my order A-10021", "find the red chair find it", "card ending in 1111", "in 3 days",
        "last week",
        "12/03/2026", "from 12/03 until 15/03", "noon until midnight", "a@b.c and d@e.f.g", "www.example.com",
        "del 3 al 5 de mayo", "de 3 a 5 de la tarde", "50 por ciento", "5 kilos",
        "can't you see where's my stuff",
        "café señor", "o'clock rock'n'roll", "🙂",
        "please could you check A-10021, it was due 3 dec 2026 at 5pm, call "
            + "+49 30 1234567 or mail ada@example.com",
    ]

    static func report() {
        guard let matcher = try? LongestBenchmark.matcher(model: nil) else { return }
        print("Allocations, all entity types in two languages: \(line(matcher, sentences))")
    }

    /// How often a match asks for memory, beyond its result, once its workspace has seen the texts.
    static func line(_ matcher: Matcher, _ texts: [String]) -> String {
        var workspace = Matcher.Workspace()
        for _ in 0..<2 { for text in texts { _ = matcher.match(text, using: &workspace) } }
        var counts: [Int64] = []
        for text in texts {
            let start = cmeasure_allocations()
            let result = matcher.match(text, using: &workspace)
            counts.append(Int64(cmeasure_allocations() - start) - Int64(result.parts))
        }
        let sample = Sample(counts)
        return "allocations beyond the result p50 \(sample.percentile(0.5)), most \(sample.percentile(1))"
    }
}

extension MatchResult {
    /// How many pieces of memory the result itself is made of.
    fileprivate var parts: Int {
        var parts = (tokens.isEmpty ? 0 : 1) + (entities.isEmpty ? 0 : 1) + (candidates.isEmpty ? 0 : 1)
        for token in tokens { parts += token.text.parts }
        for entity in entities { parts += entity.parts }
        if let corrections, !corrections.isEmpty {
            parts += 1
            for correction in corrections { parts += correction.typed.parts + correction.read.parts }
        }
        for candidate in candidates {
            parts += candidate.intent.parts
            guard let pattern = candidate.pattern else { continue }
            parts += pattern.source.parts + (pattern.entities.isEmpty ? 0 : 1)
        }
        return parts
    }
}

extension Entity {
    fileprivate var parts: Int {
        if case .text(let value) = value { return text.parts + value.parts }
        return text.parts
    }
}

extension String {
    /// Up to 15 bytes lie in the string itself.
    fileprivate var parts: Int { utf8.count > 15 ? 1 : 0 }
}
