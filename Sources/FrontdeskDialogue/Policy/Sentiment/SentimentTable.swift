import FrontdeskMatching

/// The words of one language by how they sound, found by their bytes: a word that says nothing costs one look into a
/// table that is mostly empty.
struct SentimentTable: Sendable {
    /// What a word can do to how a message sounds.
    struct Entry: Sendable {
        /// How the word sounds by itself, -1…1; nil when it says nothing.
        var weight: Double?
        /// Names what went wrong rather than how the customer feels.
        var isMishap = false
        /// Turns what follows.
        var isNegation = false
        /// What it makes of the next word's weight.
        var degree: Double?
        /// Ends what a negation before it reaches: "but".
        var endsScope = false
        /// Phrases that begin with it, the longest first.
        var phrases: [Phrase] = []
    }

    /// Several words that sound otherwise than each of them.
    struct Phrase: Sendable {
        /// The words behind the first.
        var rest: [String]
        /// How it sounds, -1…1.
        var weight: Double
        /// Names what went wrong rather than how the customer feels.
        var isMishap = false
    }

    private var words: [String] = []
    private var entries: [Entry] = []
    /// Places in the list of entries by hash, plus one, and 0 where there is none; the length is a power of two.
    private var slots: [UInt16]

    /// A table of everything that is written down for a language.
    init(
        feelings: [(Double, String)],
        mishaps: [(Double, String)],
        phrases: [(String, Double)],
        mishapPhrases: [(String, Double)],
        negations: String,
        degrees: [String: Double],
        turns: String
    ) {
        slots = Array(repeating: 0, count: 4096)
        for (weight, list) in feelings {
            for word in list.split(separator: " ") { change(String(word)) { $0.weight = weight } }
        }
        for (weight, list) in mishaps {
            for word in list.split(separator: " ") {
                change(String(word)) { entry in
                    entry.weight = weight
                    entry.isMishap = true
                }
            }
        }
        for word in negations.split(separator: " ") { change(String(word)) { $0.isNegation = true } }
        for word in turns.split(separator: " ") { change(String(word)) { $0.endsScope = true } }
        for (word, degree) in degrees.sorted(by: { $0.key < $1.key }) { change(word) { $0.degree = degree } }
        for (text, weight) in phrases { add(phrase: text, weight) }
        for (text, weight) in mishapPhrases { add(phrase: text, weight, isMishap: true) }
    }

    /// The table of a language.
    static func of(_ language: Language) -> SentimentTable {
        switch language {
        case .english: EnglishSentiment.table
        case .spanish: SpanishSentiment.table
        }
    }

    /// The table with words and phrases of an assistant's own; they replace built-in ones, and 0 takes one out.
    func adding(_ own: [SentimentPolicy.Word]) -> SentimentTable {
        guard !own.isEmpty else { return self }
        var table = self
        for word in own {
            let parts = Tokenizer.tokenize(word.text).map(\.text)
            guard let first = parts.first else { continue }
            if parts.count > 1 {
                table.change(first) { entry in
                    entry.phrases.removeAll { $0.rest == Array(parts.dropFirst()) }
                }
                table.add(phrase: parts.joined(separator: " "), word.weight)
            } else {
                table.change(first) { entry in
                    entry.weight = word.weight == 0 ? nil : word.weight
                    entry.isMishap = false
                }
            }
        }
        return table
    }

    /// The entry of a word; nil for one that says nothing.
    func entry(_ word: String) -> Entry? {
        var place = Self.hash(word) & (slots.count - 1)
        while slots[place] != 0 {
            let index = Int(slots[place]) - 1
            if words[index] == word { return entries[index] }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    // MARK: Building

    private mutating func add(phrase text: String, _ weight: Double, isMishap: Bool = false) {
        let parts = text.split(separator: " ").map(String.init)
        guard let first = parts.first else { return }
        let phrase = Phrase(rest: Array(parts.dropFirst()), weight: weight, isMishap: isMishap)
        change(first) { entry in
            entry.phrases.append(phrase)
            entry.phrases.sort { $0.rest.count > $1.rest.count }
        }
    }

    private mutating func change(_ word: String, _ body: (inout Entry) -> Void) {
        var place = Self.hash(word) & (slots.count - 1)
        while slots[place] != 0 {
            let index = Int(slots[place]) - 1
            if words[index] == word { return body(&entries[index]) }
            place = (place + 1) & (slots.count - 1)
        }
        var entry = Entry()
        body(&entry)
        words.append(word)
        entries.append(entry)
        slots[place] = UInt16(words.count)
        if words.count * 4 > slots.count { grow() }
    }

    private mutating func grow() {
        precondition(words.count < 16_000, "a lexicon has fewer words than this")
        slots = Array(repeating: 0, count: slots.count * 2)
        for (index, word) in words.enumerated() {
            var place = Self.hash(word) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt16(index + 1)
        }
    }

    /// FNV-1a of the bytes, its upper half mixed in.
    private static func hash(_ word: String) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
    }
}
