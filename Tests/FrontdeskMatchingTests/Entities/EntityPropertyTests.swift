import Testing

@testable import FrontdeskMatching

@Suite("Entities of any utterance")
struct EntityPropertyTests {
    /// Stretches that the recognizers look out for, and some that only look so.
    static let stretches = [
        "5", "12", "2026", "10021", "1st", "21st", "3pm", "20eur", "50p", "5k", "007", "twenty", "five",
        "hundred", "and",
        "a", "dozen", "couple", "one", "the", "last", "second", "next", "in", "on", "at", "to", "past",
        "half", "quarter",
        "noon", "o'clock", "am", "pm", "p.m.", "today", "tomorrow", "day after", "Monday", "sun", "may",
        "December", "days",
        "weeks", "ago", "week", "from", "now", "dollars", "euros", "cents", "€", "$", "£", "EUR",
        "my name is", "I'm", "Ada",
        "Byron", "call me", "this is", "speaking", "name:", "@", "ada@example.com", "www.example.com",
        "https://", ".de",
        "+49", "(0)", "(", ")", "555-1234", "-", "/", ".", ",", ":", "'s", "’", "é", "ß", "½", "五", "👍",
        "A-10021", "A-",
        "jacket", "rain", "coats", "hats", "iphone", "15", "battery", "ﬁ", "\u{200B}", "…", "–", "Ａ", "１",
        "d'", "where's",
    ]

    private static func utterance(_ random: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...9, using: &random)
        return (0..<count).map { _ in
            stretches[Int.random(in: 0..<stretches.count, using: &random)]
                + (Int.random(in: 0..<4, using: &random) == 0 ? "" : " ")
        }.joined()
    }

    @Test("Spans, tokens and order hold, whatever is said", arguments: 0..<20)
    func invariants(round: Int) throws {
        var random = SeededGenerator(seed: UInt64(round) &+ 5)
        let recognizer = try DeclaredEntityTests.shop()
        var count = 0
        for _ in 0..<300 {
            let utterance = Self.utterance(&random)
            let text = NormalizedText(utterance)
            let tokens = Tokenizer.tokenize(text)
            let entities = recognizer.recognize(text, tokens: tokens)
            count += entities.count
            let bytes = Array(utterance.utf8)
            for entity in entities {
                #expect(entity.span.start < entity.span.end && entity.span.end <= bytes.count, "\(utterance)")
                let slice = String(decoding: bytes[entity.span.start..<entity.span.end], as: UTF8.self)
                #expect(slice == entity.text, "\(utterance)")
                #expect(!entity.tokens.isEmpty && entity.tokens.upperBound <= tokens.count, "\(utterance)")
                #expect(tokens[entity.tokens].allSatisfy { $0.span.overlaps(entity.span) }, "\(utterance)")
                let outside = tokens[..<entity.tokens.lowerBound] + tokens[entity.tokens.upperBound...]
                #expect(outside.allSatisfy { !$0.span.overlaps(entity.span) }, "\(utterance): \(entity.text)")
            }
            for (left, right) in zip(entities, entities.dropFirst()) {
                let inOrder =
                    left.span.start < right.span.start
                    || left.span.start == right.span.start && left.span.end >= right.span.end
                #expect(inOrder, "\(utterance)")
            }
        }
        #expect(count > 200, "the random utterances hold hardly any entity")
    }

    @Test("Looking first at what can be there changes nothing", arguments: 0..<20)
    func filter(round: Int) throws {
        var random = SeededGenerator(seed: UInt64(round) &+ 500)
        let recognizer = try DeclaredEntityTests.shop()
        for _ in 0..<300 {
            let utterance = Self.utterance(&random)
            let text = NormalizedText(utterance)
            let tokens = Tokenizer.tokenize(text)
            let expected = recognizer.recognizeUnfiltered(text, tokens: tokens)
            #expect(recognizer.recognize(text, tokens: tokens) == expected, "\(utterance)")
        }
    }

    @Test("The tree of gazetteer words finds what comparing every value finds", arguments: 0..<10)
    func gazetteer(round: Int) {
        var random = SeededGenerator(seed: UInt64(round) &+ 900)
        let letters = ["red", "blue", "box", "city", "hat"]
        func phrase(upTo longest: Int) -> String {
            (0..<Int.random(in: 1...longest, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            }.joined(separator: " ")
        }
        let entries = (0..<12).map { GazetteerEntry(value: "value \($0)", synonyms: [phrase(upTo: 3)]) }
        let recognizer = EntityRecognizer(types: [EntityType(name: "thing", recognition: .gazetteer(entries))]
        )
        for _ in 0..<60 {
            var utterance = phrase(upTo: 9)
            if Bool.random(using: &random) { utterance += "es" }
            if Bool.random(using: &random) { utterance = utterance.replacing("city", with: "cities") }
            let text = NormalizedText(utterance)
            let tokens = Tokenizer.tokenize(text)
            let found = recognizer.recognize(text, tokens: tokens).map {
                "\($0.tokens) \($0.value.plainText)"
            }
            #expect(found == Self.naive(entries, tokens.map(\.text)), "\(utterance)")
        }
    }

    /// Compares every form of every value at every place.
    private static func naive(_ entries: [GazetteerEntry], _ words: [String]) -> [String] {
        let plurals = ["red": "reds", "blue": "blues", "box": "boxes", "city": "cities", "hat": "hats"]
        var found: [String] = []
        var start = 0
        while start < words.count {
            var best: (length: Int, isExact: Bool, value: String)?
            for entry in entries {
                for form in [entry.value] + entry.synonyms {
                    let exact = form.split(separator: " ").map(String.init)
                    let last = exact[exact.count - 1]
                    for (isExact, parts) in [
                        (true, exact), (false, exact.dropLast() + [plurals[last] ?? last + "?"]),
                    ]
                    where words[start...].starts(with: parts) {
                        let isBetter =
                            best.map {
                                parts.count > $0.length || parts.count == $0.length && isExact && !$0.isExact
                            }
                            ?? true
                        if isBetter { best = (parts.count, isExact, entry.value) }
                    }
                }
            }
            if let best {
                found.append("\(start..<start + best.length) \(best.value)")
                start += best.length
            } else {
                start += 1
            }
        }
        return found
    }
}
