import Testing

@testable import FrontdeskMatching

@Suite("The pattern index as bytes")
struct PatternEncodingTests {
    private static func small() throws -> MatcherDefinition {
        var definition = try definition(
            [
                ["(where is|track) [my|the] ~parcel [{order_number:which}]", "=ur late", "*2-5 refund"],
                ["(my parcel;today;[please])", "<want> *"],
                ["+"],
            ],
            rules: ["want": "i (want|need)"]
        )
        definition.synonyms = [
            SynonymSet(name: "parcel", members: ["package", "large_box", "letter post"]),
            SynonymSet(name: "large_box", members: ["crate"]),
        ]
        definition.intents[2].examples = [Example("something else")]
        return definition
    }

    @Test("An index that was stored finds what a new one finds")
    func roundTrip() throws {
        let index = PatternIndex(try Self.small())
        let again = try PatternIndex(decoding: index.encoded())
        #expect(again.encoded() == index.encoded())
        #expect(again.patternCount == 7 && again.intentCount == 3)
        for utterance in [
            "track the letter post", "today my parcel", "ur late", "I need it", "something else",
        ] {
            let tokens = Tokenizer.tokenize(utterance)
            let (new, stored) = (index.hits(tokens), again.hits(tokens))
            #expect(!new.isEmpty)
            #expect(new.map(\.intent) == stored.map(\.intent))
            #expect(new.map { index.source(of: $0) } == stored.map { again.source(of: $0) })
        }
    }

    @Test("The same definition gives the same bytes, at any place in memory")
    func sameBytes() throws {
        let bytes = PatternIndex(try Self.small()).encoded()
        #expect(bytes == PatternIndex(try Self.small()).encoded())
        let shifted = FlatBytes([1, 2, 3] + bytes)
        #expect(try PatternIndex(decoding: shifted[3..<shifted.count]).encoded() == bytes)
    }

    @Test("Bytes that are cut off, or of something else, are refused")
    func refused() throws {
        let bytes = PatternIndex(try Self.small()).encoded()
        #expect(throws: PatternIndexError.truncated) { try PatternIndex(decoding: []) }
        for end in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: PatternIndexError.self) { try PatternIndex(decoding: Array(bytes[..<end])) }
        }
        #expect(throws: PatternIndexError.notAnIndex) {
            try PatternIndex(decoding: Array("no index at all, but long enough for a header".utf8) + bytes)
        }
        var newer = bytes
        newer[12] = 9
        #expect(throws: PatternIndexError.version(found: 9, supported: 3)) {
            try PatternIndex(decoding: newer)
        }
        #expect(throws: PatternIndexError.inconsistent("bytes are left over")) {
            try PatternIndex(decoding: bytes + [0, 0, 0, 0, 0, 0, 0, 0])
        }
    }
}
