import FrontdeskMatching

/// The words of one language by how they sound.
struct SentimentWords: Sendable {
    struct Entry: Sendable {
        var weight: Double
        /// Names what went wrong rather than how the customer feels.
        var isMishap = false
    }

    /// Words by weight; 1 would be all that words can say.
    let words: [String: Entry]
    /// Turn what follows within three words.
    let negations: Set<String>
    /// Change the weight of the next word.
    let degrees: [String: Double]
    /// Phrases of several words, by their first.
    private let phrases: [String: [(rest: [String], entry: Entry)]]

    init(
        words: [String: Entry],
        phrases weights: [(String, Double)],
        negations: Set<String>,
        degrees: [String: Double]
    ) {
        self.words = words
        self.negations = negations
        self.degrees = degrees
        var phrases: [String: [(rest: [String], entry: Entry)]] = [:]
        for (text, weight) in weights {
            let parts = text.split(separator: " ").map(String.init)
            guard let first = parts.first else { continue }
            phrases[first, default: []].append((Array(parts.dropFirst()), Entry(weight: weight)))
        }
        self.phrases = phrases.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    }

    /// The words of a language.
    static func of(_ language: Language) -> SentimentWords {
        switch language {
        case .english: SentimentLexicon.english
        case .spanish: SpanishSentiment.spanish
        }
    }

    /// The longest phrase that starts at a word.
    func phrase(at index: Int, in tokens: [Token]) -> (text: String, entry: Entry, length: Int)? {
        guard let candidates = phrases[tokens[index].text] else { return nil }
        for (rest, entry) in candidates where index + rest.count < tokens.count {
            let following = tokens[(index + 1)..<(index + 1 + rest.count)]
            if following.elementsEqual(rest, by: { $0.text == $1 }) {
                return (([tokens[index].text] + rest).joined(separator: " "), entry, rest.count + 1)
            }
        }
        return nil
    }
}
