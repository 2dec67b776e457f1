import FrontdeskMatching
import FrontdeskVectors

/// What the longest utterances cost: 4,096 bytes of whatever makes some part of the matcher work hardest.
enum LongestBenchmark {
    static let bytes = 4_096

    /// Pieces that are repeated up to the limit.
    static let pieces: [(name: String, text: String)] = [
        ("numbers", "1 2 3 4 "), ("one digit", "1"), ("digits and spaces", "5 "),
        ("phone groups", "555-1234 "),
        ("plus signs", "+49 (0)30 "), ("chains", "1.2.3-4/5,"), ("dates", "3 dec 2026 "),
        ("weekdays", "monday "),
        ("numeric dates", "12/03/2026 "), ("times", "5pm "), ("times in words", "half past four "),
        ("ranges", "from 3 to 5 may "), ("until", "3 may - "), ("time ranges", "3-5pm "), ("amounts", "$5 "),
        ("money in words", "five euros and 20 cents "), ("spelled numbers", "one hundred and two thousand "),
        ("and", "and "), ("hundreds", "hundred "), ("durations", "2 hours 3 minutes "), ("weights", "5 kg "),
        ("lengths", "5 ft 3 in "), ("per cent", "5% "), ("cards", "4111 1111 1111 1111 "),
        ("iban", "de89 3704 0044 0532 0130 00 "), ("iban letters", "es12 "), ("addresses", "12 main street "),
        ("house numbers", "221b baker st, apt 4, london "), ("email", "a@b.c "), ("at signs", "a@"),
        ("web pages", "www.a.b/c "), ("dots", "a."), ("names", "my name is ada "), ("i am", "i am "),
        ("ordinals", "1st second "), ("last", "last "), ("spanish numbers", "veinticinco mil "),
        ("spanish dates", "el 3 de mayo "), ("spanish times", "las cinco y media "),
        ("order numbers", "a-10021 "),
        ("nearly order numbers", "a-1002 "), ("gazetteer", "oak "), ("gazetteer pairs", "oak table "),
        ("one letter", "a"), ("letters", "a b c d "), ("patterns", "where is my order "),
        ("gaps", "find the "),
        ("fillers", "please "), ("filler pairs", "thank you so much "), ("apostrophes", "a'b'c"),
        ("backticks", "`"), ("contractions", "can't "), ("emoji", "🙂"), ("right to left", "שלום "),
        ("zero width", "\u{200B}"), ("accents", "e\u{301}\u{302}"), ("look-alikes", "раураl "),
        ("ligatures", "ﷺ"), ("ideographs", "注文"), ("nul", "\0"), ("controls", "\u{1}a"), ("spaces", " "),
        ("brackets", "(((1)"), ("currency signs", "€1"), ("degrees", "5°c "),
    ]

    /// Measures patterns alone, and then a classifier with vectors too.
    ///
    /// - Parameter folder: A data set to train it on; made-up intents without one.
    static func report(_ folder: String?) throws {
        let texts = pieces.map { (name: $0.name, text: longest($0.text)) }
        report("no model", try matcher(model: nil), texts)
        let questions = try folder.map { try ModelBenchmark.read($0) } ?? ModelBenchmark.made(150)
        let known = questions.definition.intents.flatMap(\.examples).map(\.text).joined(separator: " ")
        let words = known.split(separator: " ").map(String.init)
        let distinct = Array(Set(words)).sorted()
        let slips = distinct.filter { $0.utf8.count > 6 }.map { ModelBenchmark.slipped($0) }
        let pairs = zip(distinct, distinct.dropFirst()).map { $0 + $1 }
        let swapped = distinct.filter { $0.utf8.count > 6 }.map {
            ModelBenchmark.slipped(ModelBenchmark.slipped($0))
        }
        let more = [
            ("examples", known), ("known words", distinct.shuffledOnce),
            ("mistyped words", slips.shuffledOnce),
            ("twice mistyped words", swapped.shuffledOnce), ("words without spaces", pairs.shuffledOnce),
            ("letters and known words", words.map { $0 + " x" }.joined(separator: " ")),
            (
                "unknown short words",
                (0..<1_400).map { "\("xqzj".map { $0 }[$0 % 4])q" }.joined(separator: " ")
            ),
        ]
        let matcher = try Self.matcher(model: questions.definition)
        report(
            "a classifier with vectors",
            matcher,
            texts + more.map { ($0.0, String(decoding: $0.1.utf8.prefix(bytes), as: UTF8.self)) }
        )
    }

    private static func report(_ what: String, _ matcher: Matcher, _ texts: [(name: String, text: String)]) {
        var rows = texts.map { (name: $0.name, time: best(matcher, $0.text)) }
        rows.sort { $0.time > $1.time }
        print("Longest utterances: \(bytes) bytes of one thing, all entity types, two languages, \(what)")
        for row in rows.prefix(12) {
            let padded = row.name + String(repeating: " ", count: max(0, 24 - row.name.count))
            print("  \(padded) \(milliseconds(row.time))")
        }
    }

    private static func best(_ matcher: Matcher, _ text: String) -> Int64 {
        (0..<5).map { _ in
            let start = Stopwatch.thread
            _ = matcher.match(text)
            return Stopwatch.thread - start
        }.min() ?? 0
    }

    static func longest(_ piece: String) -> String {
        String(repeating: piece, count: bytes / piece.utf8.count)
    }

    /// All that can be recognised, patterns that begin in many places, and a classifier if something is there to learn.
    static func matcher(model learned: MatcherDefinition?) throws -> Matcher {
        var types = BuiltInEntity.allCases.map { EntityType(name: $0.rawValue, recognition: .builtIn($0)) }
        types.append(
            EntityType(name: "order", recognition: .regex(try RegexPattern("A-?\\d{5}"), normalise: nil))
        )
        types.append(
            EntityType(
                name: "thing",
                recognition: .gazetteer(["oak", "oak table", "red chair"].map { GazetteerEntry(value: $0) })
            )
        )
        let patterns = [
            "* where is my order *", "+ {number} + {number} *", "find * the * find *", "{date} * {time} +",
            "(please|where|find) [my|the] + order", "* thank you *8 [{order}] *8",
        ]
        let parsed = try patterns.map { try PatternParser.parse($0) }
        let definition = MatcherDefinition(
            intents: [IntentDefinition(name: "a", title: "a", patterns: parsed)] + (learned?.intents ?? []),
            entityTypes: types,
            background: learned?.background ?? [],
            languages: [.english, .spanish],
            vectors: learned?.vectors
        )
        return Matcher(
            definition,
            model: learned == nil ? nil : IntentModel.train(definition, vectors: .bundled)
        )
    }
}

extension [String] {
    /// The words in one order that mixes them, with spaces between.
    fileprivate var shuffledOnce: String {
        indices.map { self[$0 * 7_919 % count] }.joined(separator: " ")
    }
}
