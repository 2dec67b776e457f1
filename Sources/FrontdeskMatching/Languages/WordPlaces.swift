/// A list of words, each found at its place by its hash; it is kept as the list alone.
struct WordPlaces: Sendable {
    /// The words; all are different.
    let words: [String]
    private let places: WordTable<Int>

    init(_ words: [String]) {
        self.words = words
        places = WordTable(words.enumerated().map { (key: $0.element, value: $0.offset) })
    }

    /// The place of a word; nil when it is none of them.
    subscript(word: String) -> Int? { places[word] }
}

extension WordPlaces: Hashable, Codable {
    static func == (one: Self, other: Self) -> Bool { one.words == other.words }

    func hash(into hasher: inout Hasher) { hasher.combine(words) }

    /// Reads the list.
    init(from decoder: any Decoder) throws {
        self.init(try [String](from: decoder))
    }

    /// Writes the list.
    func encode(to encoder: any Encoder) throws {
        try words.encode(to: encoder)
    }
}
