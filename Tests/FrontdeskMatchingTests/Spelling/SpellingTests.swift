@testable import FrontdeskMatching
import Testing

@Suite("Spelling") struct SpellingTests {
    private static let words = [
        "where", "order", "parcel", "delivery", "return", "password", "refund", "form", "from", "cat",
        "jacket",
    ]
    private static let index = SpellingIndex(
        words: words,
        counts: words.map { $0 == "from" ? 20 : 2 }
    )

    /// The known word that the least slips lead from; of equally near ones the more frequent, then the earlier.
    private static func nearest(_ typed: String, in index: SpellingIndex = index) -> String? {
        let slips = index.slips(of: Array(typed.utf8))
        let best = slips.min {
            ($0.cost, -index.counts[$0.word], $0.word) < ($1.cost, -index.counts[$1.word], $1.word)
        }
        return best.map { index.words[$0.word] }
    }

    @Test(
        "A word that differs by a slip is read as the word it stands for",
        arguments: [
            ("wher", "where"), ("whree", "where"), ("whwre", "where"), ("oder", "order"), ("ordder", "order"),
            ("parsel", "parcel"), ("delivrey", "delivery"), ("delivvery", "delivery"),
            ("dlivery", "delivery"),
            ("passwrod", "password"), ("rfeund", "refund"), ("fron", "from"),
            ("forn", "form"), ("jaket", "jacket"), ("ejacket", "jacket"),
        ]
    )
    func corrected(_ typed: String, _ read: String) {
        #expect(Self.nearest(typed) == read)
    }

    @Test(
        "What is too long, too far, a code or another script stays as it is",
        arguments: [
            "", "zebra", "ordxyz", "0rder", "a10021", "orders1", "orders", "jackets", "straße",
            "где", "passwwwwd",
            String(repeating: "order", count: 20),
        ]
    )
    func kept(_ typed: String) {
        #expect(Self.nearest(typed) == nil)
    }

    @Test("No words, no corrections")
    func empty() {
        #expect(Self.nearest("order", in: SpellingIndex(words: [], counts: [])) == nil)
    }

    @Test("A cost counts each slip once, and neighbours on the keyboard less")
    func costs() {
        func cost(_ typed: String, _ known: String, _ limit: Int = 2) -> Double? {
            EditCost.cost(from: Array(typed.utf8), to: Array(known.utf8), limit: limit)
        }
        #expect(cost("order", "order") == 0)
        #expect(cost("ordet", "order") == EditCost.neighbour)
        #expect(cost("ordep", "order") == 1)
        #expect(cost("oredr", "order") == EditCost.swap)
        #expect(cost("orde", "order") == 1)
        #expect(cost("oorder", "order") == 1)
        #expect(cost("prder", "order") == EditCost.neighbour + EditCost.first)
        #expect(cost("ordexx", "order") == 2)
        #expect(cost("ordexx", "order", 1) == nil)
        #expect(cost("o", "order") == nil)
    }

    @Test("The index finds every known word that one slip leads from")
    func complete() {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { $0 }
        for word in Self.words where word.utf8.count > 4 {
            let known = Array(word.utf8)
            for place in known.indices {
                var typed = [known, known, known]
                typed[0].remove(at: place)
                typed[1].insert(letters[(place * 7) % 26], at: place)
                typed[2][place] = letters[(place * 11) % 26]
                for letters in typed where !Self.words.contains(String(decoding: letters, as: UTF8.self)) {
                    // Another form of a word is no slip.
                    if letters == known + [UInt8(ascii: "s")] { continue }
                    let best = Self.words.filter { other in
                        EditCost.cost(from: letters, to: Array(other.utf8), limit: 1) != nil
                    }
                    let read = Self.nearest(String(decoding: letters, as: UTF8.self))
                    #expect(read.map { best.contains($0) } ?? false)
                }
            }
        }
    }

    @Test("A matcher tells which words it read as others, and leaves entities and known words alone")
    func matcher() throws {
        let matcher = Matcher(DeskExamples.definition, model: DeskExamples.model)
        let result = matcher.match("wheer is my parsel")
        #expect(result.corrections?.map(\.typed) == ["wheer", "parsel"])
        #expect(result.corrections?.map(\.read) == ["where", "parcel"])
        #expect(result.tokens.map(\.text) == ["wheer", "is", "my", "parsel"])
        #expect(result.candidates.first?.intent == "order.status")
        let clean = matcher.match("where is my parcel")
        #expect(clean.corrections == nil)
        let confidence = try #require(clean.candidates.first?.confidence)
        #expect(try #require(result.candidates.first?.confidence) < confidence)
        #expect(matcher.match("my mail is ordder@shop.example").corrections == nil)
    }
}
