import Testing

@testable import FrontdeskMatching

@Suite("The pattern notation")
struct PatternNotationTests {
    private static let synonyms = [
        SynonymSet(name: "parcel", members: ["package", "Jiffy Bag", "it's mine"]),
        SynonymSet(name: "goods", members: ["parcel", "letter"]),
        SynonymSet(name: "gift_card", members: ["voucher"]),
        SynonymSet(name: "loop", members: ["other", "x"]),
        SynonymSet(name: "other", members: ["loop", "y"]),
    ]

    @Test(
        "Each sign accepts what it says and nothing else",
        arguments: [
            ("(my order;please track;[now])", "my order now please track", true),
            ("(my order;please track;[now])", "please track my order", true),
            ("(my order;please track;[now])", "now please track my order", true),
            ("(my order;please track;[now])", "my please track order", false),
            ("(my order;please track;[now])", "my order now", false),
            ("(my order;please track;[now])", "my order my order please track", false),
            ("x (a;b;c;d) y", "x d b a c y", true),
            ("x (a;b;c;d) y", "x d b a y", false),
            ("x ((a;b);(c|d)) y", "x d b a y", true),
            ("x [a;b]", "x", true),
            ("x [a;b]", "x b a", true),
            ("x [a;b]", "x b", false),
            ("(x;*2)", "one two x", true),
            ("a *2-3 b", "a one b", false),
            ("a *2-3 b", "a one two b", true),
            ("a *2-3 b", "a one two three b", true),
            ("a *2-3 b", "a one two three four b", false),
            ("a *0-1 b", "a b", true),
            ("a +2-2 b", "a one two b", true),
            ("~parcel lost", "parcel lost", true),
            ("~parcel lost", "PACKAGE lost", true),
            ("~parcel lost", "the lost", false),
            ("my ~parcel lost", "my jiffy bag lost", true),
            ("my ~parcel lost", "my jiffy lost", false),
            ("my ~parcel lost", "my its mine lost", true),
            ("~goods", "jiffy bag", true),
            ("~goods", "letter", true),
            ("~goods", "goods", true),
            ("~parcel", "letter", false),
            ("~parcel", "goods", false),
            ("~gift_card", "gift card", true),
            ("~gift_card", "voucher", true),
            ("~gift_card", "card", false),
            ("~loop", "y", true),
            ("[~nothing] x", "x", true),
            ("(~nothing|y) x", "nothing x", false),
            ("parcel lost", "package lost", false),
            ("=parcel lost", "package lost", false),
            ("=parcel lost", "Parcel lost", true),
            ("=ur parcel", "UR parcel", true),
            ("=ur parcel", "your parcel", false),
            ("your parcel", "ur parcel", true),
            ("=your parcel", "ur parcel", false),
            ("=where's it", "where’s it", true),
            ("=where's it", "where is it", false),
            ("=where's it", "wheres it", false),
            ("=wheres it", "wheres it", true),
            ("=where is it", "where's it", false),
            ("it is five =o'clock", "it's five O'Clock", true),
        ]
    )
    func accepts(pattern: String, utterance: String, expected: Bool) throws {
        var definition = try definition([[pattern]])
        definition.synonyms = Self.synonyms
        #expect(Matcher(definition, model: nil).match(utterance).candidates.isEmpty != expected)
    }

    @Test(
        "Words of a set, and words as typed, count as literal words",
        arguments: [
            (["my jiffy bag", "my ~goods"], ["a", "b"]),
            (["my * bag", "my ~goods"], ["b", "a"]),
            (["my =jiffy +", "my ~goods"], ["b", "a"]),
            (["my =jiffy =bag", "my ~goods"], ["a", "b"]),
        ]
    )
    func ranking(patterns: [String], expected: [String]) throws {
        var definition = try definition(patterns.map { [$0] })
        definition.synonyms = Self.synonyms
        let candidates = Matcher(definition, model: nil).match("my jiffy bag").candidates
        #expect(candidates.map(\.intent) == expected)
    }

    @Test("The shortest samples come first; drawn ones are the same for the same seed")
    func samples() throws {
        var definition = try definition([
            ["where is [my] ~parcel [now]", "(track;it)", "=ur +2-3 {colour}", "{nothing} here"]
        ])
        definition.synonyms = [SynonymSet(name: "parcel", members: ["package"])]
        definition.entityTypes = [
            EntityType(
                name: "colour",
                recognition: .gazetteer([GazetteerEntry(value: "red"), GazetteerEntry(value: "light blue")])
            )
        ]
        let sampler = IntentSampler(definition)
        let intent = definition.intents[0]
        #expect(
            sampler.shortest(of: intent, limit: 7) == [
                "track it", "it track", "where is parcel", "where is package", "where is parcel now",
                "where is package now", "where is my parcel",
            ]
        )
        #expect(sampler.shortest(of: intent, limit: 1000).count == 8 + 2 + 2)
        let drawn = sampler.drawn(from: intent, limit: 8, seed: 1)
        #expect(drawn.count == 8 && Set(drawn).count == 8)
        #expect(drawn == sampler.drawn(from: intent, limit: 8, seed: 1))
        #expect(drawn != sampler.drawn(from: intent, limit: 8, seed: 2))
    }
}
