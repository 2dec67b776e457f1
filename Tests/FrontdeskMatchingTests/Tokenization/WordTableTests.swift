import Testing

@testable import FrontdeskMatching

@Suite("Tables of words")
struct WordTableTests {
    /// Words of few letters, so that many share first byte, length or slot.
    private static func word(_ random: inout SeededGenerator) -> String {
        let letters = ["a", "b", "c", "ñ", "1"]
        let count = Int.random(in: 0...20, using: &random)
        return (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }.joined()
    }

    @Test("A table gives what the dictionary gives, with and without a hash", arguments: 0..<10)
    func oracle(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 900)
        var dictionary: [String: Int] = [:]
        for value in 0..<[1, 3, 40, 400][seed % 4] { dictionary[Self.word(&random)] = value }
        dictionary[""] = nil
        let table = WordTable(dictionary)
        #expect(table.keys == dictionary.keys.sorted())
        for word in Array(dictionary.keys) + (0..<400).map({ _ in Self.word(&random) }) {
            #expect(table[word] == dictionary[word])
            #expect(table[word, hash: Hash.word(word)] == dictionary[word])
            #expect(table.contains(word) == (dictionary[word] != nil))
        }
    }

    @Test(
        "The tokenizer's hashes are those of its words",
        arguments: [
            "where's my mum's parcel", "dont u know O'Brien's order A-10021?", "¿Dónde está mi pedido?", "🙂🙃",
            "",
        ]
    )
    func hashes(utterance: String) {
        var words = [Token("left", SourceSpan(0, 4))]
        var hashes: [UInt64] = [1, 2, 3]
        let tokens = Tokenizer.tokenize(NormalizedText(utterance), words: &words, hashes: &hashes)
        #expect(hashes == tokens.map { Hash.word($0.text) })
    }
}
