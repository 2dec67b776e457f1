import Testing

@testable import FrontdeskMatching

@Suite("Entities in hostile text")
struct HostileTextTests {
    private static let recognizer = EntityRecognizer(
        types: BuiltInEntity.allCases.map { EntityType(name: $0.rawValue, recognition: .builtIn($0)) }
            + [EntityType(name: "city", recognition: .fuzzyGazetteer([GazetteerEntry(value: "Leipzig")]))],
        languages: [.spanish, .english]
    )

    /// Everything found, as `type: text = value`.
    private static func all(_ utterance: String) -> [String] {
        let text = NormalizedText(utterance)
        return recognizer.recognize(text, tokens: Tokenizer.tokenize(text)).map {
            "\($0.type): \($0.value.plainText)"
        }
    }

    @Test(
        "Invisible signs and other forms of letters change nothing",
        arguments: [
            ("2\u{200B} hours", "duration: PT2H"),
            ("2 ho\u{0}urs", "duration: PT2H"),
            ("２ hours", "duration: PT2H"),
            ("2\u{A0}kg", "weight: 2 kg"),
            ("\u{202E}2 kg\u{202C}", "weight: 2 kg"),
            ("2\tkg", "weight: 2 kg"),
            ("ＤＥ89 3704 0044 0532 0130 00", "iban: DE89370400440532013000"),
            ("L\u{0}epizig", "city: Leipzig"),
            ("20\u{200D}%", "percentage: 20"),
            ("from Monday\u{2009}–\u{2009}Friday", "date_range: monday/friday"),
            ("ada@example.com\u{0}", "email: ada@example.com"),
            ("¼ kilo", "weight: 0.25 kg"),
        ]
    )
    func same(utterance: String, expected: String) {
        #expect(Self.all(utterance).contains(expected), "\(Self.all(utterance))")
    }

    @Test(
        "What only looks like a value is none",
        arguments: [
            "2 hоurs", "2 кg", "D\u{415}89370400440532013000", "\u{0}\u{0}\u{0}", "%%%%", "💶💶", "٢ ساعات",
            "שעתיים",
            "kg kg kg", "from to until", "-----", "[[[]]]", "½", "°C", "€", "hours from to",
            "\u{FFFD}\u{FFFD}", "de a",
        ]
    )
    func looksAlike(utterance: String) {
        let types: Set<String> = [
            "duration", "percentage", "weight", "length", "area", "volume", "temperature", "data_size",
            "date_range",
            "time_range", "iban", "payment_card", "address", "city", "date", "time", "money", "email",
            "phone", "url",
        ]
        let found = Self.all(utterance).filter { types.contains(String($0.prefix { $0 != ":" })) }
        #expect(found.isEmpty, "\(found)")
    }

    @Test("Long and odd text holds the invariants of spans", arguments: 0..<12)
    func invariants(round: Int) {
        let stretches = [
            "2", "1/2", "½", "hours", "kg", "and a half", "an", "%", "from", "Monday", "to", "-", "–", "5",
            "pm", "May",
            "12", "High Street", ",", "London", "NW1 6XE", "calle", "Mayor", "DE89", "3704", "[card]", "°",
            "C", "30ºC",
            "media", "y", "cuarto", "de", "Lepizig", "\u{0}", "é", "👍", "(", ")", ".", "per", "cent", "3d4h",
            "1h30",
            "next week", "del 3 al 5 de mayo", "this weekend", "4111111111111111", "A-", "#", "6 lb 4 oz",
        ]
        var random = SeededGenerator(seed: UInt64(round) &+ 31)
        for _ in 0..<150 {
            let utterance = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                stretches[Int.random(in: 0..<stretches.count, using: &random)]
                    + (Int.random(in: 0..<4, using: &random) == 0 ? "" : " ")
            }.joined()
            let text = NormalizedText(utterance)
            let tokens = Tokenizer.tokenize(text)
            let entities = Self.recognizer.recognize(text, tokens: tokens)
            #expect(entities == Self.recognizer.recognizeUnfiltered(text, tokens: tokens), "\(utterance)")
            let bytes = Array(utterance.utf8)
            for entity in entities {
                #expect(entity.span.start < entity.span.end && entity.span.end <= bytes.count, "\(utterance)")
                let slice = String(decoding: bytes[entity.span.start..<entity.span.end], as: UTF8.self)
                #expect(slice == entity.text, "\(utterance)")
                #expect(!entity.tokens.isEmpty && entity.tokens.upperBound <= tokens.count, "\(utterance)")
            }
        }
    }
}
