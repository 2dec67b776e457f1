import Testing

@testable import FrontdeskMatching

@Suite("Large gazetteers and mistyped values")
struct LargeGazetteerTests {
    private static func recognizer(_ entries: [GazetteerEntry]) -> EntityRecognizer {
        EntityRecognizer(types: [EntityType(name: "place", recognition: .fuzzyGazetteer(entries))]) { word in
            ["where", "order", "parcel", "change", "delivery"].contains(word)
        }
    }

    private static let places = recognizer(
        [
            "Berlin", "Leipzig", "New York", "San Francisco", "Frankfurt am Main", "Barcelona", "Rome",
            "Paris", "Main Street",
            "Köln", "iPhone 14", "iPhone 15", "battery", "box", "jacket",
        ].map { GazetteerEntry(value: $0) }
            + [GazetteerEntry(value: "Munich", synonyms: ["München", "Muenchen"])]
    )

    static let cases = EntityCase.table(
        """
        Berlin                                => Berlin
        to Berlin please                      => Berlin
        berlin                                => berlin = Berlin
        Berlni                                => Berlni = Berlin
        Brelin                                => Brelin = Berlin
        Berln                                 => Berln = Berlin
        Berlinn                               => Berlinn = Berlin
        Bezlin                                => Bezlin = Berlin
        erlin                                 => erlin = Berlin
        bBerlin                               => bBerlin = Berlin
        Lepizig                               => Lepizig = Leipzig
        Leipzg                                => Leipzg = Leipzig
        Barcelna                              => Barcelna = Barcelona
        Barcelnoa                             => Barcelnoa = Barcelona
        Barzelna                              => Barzelna = Barcelona
        Brcelna                               => Brcelna = Barcelona
        Barcellonna                           => Barcellonna = Barcelona
        San Fransisco                         => San Fransisco = San Francisco
        San Francicso                         => San Francicso = San Francisco
        San Farncicso                         => San Farncicso = San Francisco
        New York                              => New York
        new york                              => new york = New York
        Frankfurt am Main                     => Frankfurt am Main
        Frankfort am Main                     => Frankfort am Main = Frankfurt am Main
        Munich                                => Munich
        München                               => München = Munich
        Muenchn                               => Muenchn = Munich
        Munchen                               => Munchen = Munich
        Munih                                 => Munih = Munich
        Köln                                  => Köln
        koln                                  => koln = Köln
        Pari                                  => Pari = Paris
        Pairs                                 => Pairs = Paris
        Prais                                 => Prais = Paris
        from Berlni to Leipzg                 => Berlni = Berlin | Leipzg = Leipzig
        Berlin, Leipzig                       => Berlin | Leipzig
        Main Streat                           => Main Streat = Main Street
        iPhone 14                             => iPhone 14
        iphnoe 15                             => iphnoe 15 = iPhone 15
        batteries                             => batteries = battery
        batery                                => batery = battery
        boxes                                 => boxes = box
        jackets                               => jackets = jacket
        jakcet                                => jakcet = jacket
        // Too far, too short, or something else
        Berl                                  => -
        Bezlyn                                => -
        Lpezg                                 => -
        Bercilonu                             => -
        Rom                                   => -
        Rone                                  => -
        Roem                                  => -
        Kön                                   => -
        bax                                   => -
        New Yorkk                             => -
        iPhone 16                             => -
        iPhone 1                              => -
        B3rlin                                => -
        Berlin2                               => -
        where is my order                     => -
        parcel                                => -
        San                                   => -
        Frankfurt                             => -
        Berl in                               => -
        Бerlin                                => -
        \u{202E}nilreB                        => -
        Be\u{0}rlin                           => Be\u{0}rlin = Berlin
        👍                                    => -
        """
    )

    @Test("of one letter from five letters on, of two from nine", arguments: cases)
    func mistyped(_ entity: EntityCase) {
        #expect(entity.found("place", by: Self.places) == entity.expected)
    }

    private static func word(_ random: inout SeededGenerator, _ letters: String = "abc") -> [UInt8] {
        let all = Array(letters.utf8)
        return (0..<Int.random(in: 2...12, using: &random)).map { _ in
            all[Int.random(in: 0..<all.count, using: &random)]
        }
    }

    @Test("Walking the tree finds what comparing every word finds", arguments: 0..<10)
    func oracle(round: Int) {
        var random = SeededGenerator(seed: UInt64(round) &+ 77)
        let list = WordList((0..<800).map { _ in Self.word(&random) })
        let near = NearWords(list)
        var hits = 0
        for _ in 0..<60 {
            let query = Self.word(&random)
            let limit = EditDistance.allowed(forLength: query.count + (query.count >= 7 ? 2 : 1))
            let expected = (0..<list.count).map { ($0, EditDistance.between(query, Array(list[$0]))) }
                .filter {
                    limit > 0 && $0.1 <= min(limit, EditDistance.allowed(forLength: list.length($0.0)))
                }
                .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            hits += expected.count
            let found = near.near(query)
            #expect(
                found.map { "\($0.number) \($0.distance)" } == expected.map { "\($0.0) \($0.1)" },
                "\(String(decoding: query, as: UTF8.self))"
            )
        }
        #expect(hits > 20)
    }

    @Test(
        "How far one word is from another",
        arguments: [
            ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "bca", 2),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3), ("abcd", "abd", 1), ("abd", "abcd", 1),
        ]
    )
    func distance(one: String, other: String, expected: Int) {
        #expect(EditDistance.between(Array(one.utf8), Array(other.utf8)) == expected)
    }

    @Test("Flat arrays find what the tree of words finds", arguments: 0..<10)
    func flat(round: Int) {
        var random = SeededGenerator(seed: UInt64(round) &+ 3)
        let parts = ["red", "blue", "box", "city", "hat", "boxes"]
        func phrase(upTo longest: Int) -> String {
            (0..<Int.random(in: 1...longest, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }.joined(separator: " ")
        }
        let entries = (0..<15).map { GazetteerEntry(value: "value \($0)", synonyms: [phrase(upTo: 3)]) }
        let index = GazetteerIndex([("thing", entries)])
        let large = LargeGazetteer(type: "thing", entries: entries, findsMistyped: false)
        var (indexBuffers, largeBuffers) = (GazetteerIndex.Buffers(), LargeGazetteer.Buffers())
        for _ in 0..<60 {
            let utterance = phrase(upTo: 9) + (Bool.random(using: &random) ? "s" : "")
            let text = NormalizedText(utterance)
            let words = UtteranceWords(text, Tokenizer.tokenize(text))
            var (expected, found): ([EntityReading], [EntityReading]) = ([], [])
            index.recognize(words, using: &indexBuffers, into: &expected)
            large.recognize(words, isKnown: { _ in true }, using: &largeBuffers, into: &found)
            #expect(
                found.map { "\($0.tokens) \($0.value.plainText)" }
                    == expected.map { "\($0.tokens) \($0.value.plainText)" },
                "\(utterance)"
            )
        }
    }

    @Test("A plural is known without making all plurals", arguments: 0..<4)
    func plurals(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 12)
        var found = 0
        for _ in 0..<3000 {
            let word = Self.word(&random, "aesxzchyo-").prefix(6)
            let endings: [[UInt8]] = [[], Array("s".utf8), Array("es".utf8), Array("ies".utf8)]
            let plural = Array(word) + endings[Int.random(in: 0..<4, using: &random)]
            for (dropped, ending) in [(1, nil), (2, nil), (3, UInt8(ascii: "y"))] as [(Int, UInt8?)]
            where plural.count > dropped {
                let singular = plural.dropLast(dropped) + (ending.map { [$0] } ?? [])
                let expected = GazetteerIndex.plurals(of: String(decoding: singular, as: UTF8.self))
                    .contains(String(decoding: plural, as: UTF8.self))
                let isPlural = GazetteerIndex.isPlural(plural, stem: plural.count - dropped, ending: ending)
                #expect(isPlural == expected, "\(String(decoding: plural, as: UTF8.self)) \(dropped)")
                found += expected ? 1 : 0
            }
        }
        #expect(found > 100)
    }
}
