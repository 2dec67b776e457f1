public import FrontdeskMatching

/// How a message sounds, by a lexicon: rules alone, and each figure can be explained.
///
/// Every word of the lexicon has a weight, -1…1. Intensifiers ("very") raise the weight of the next such word, "a
/// bit" lowers it, a negation shortly before turns it. Weights of one sign combine as `1 - Π(1 - |w|)`, so that no
/// number of words leaves -1…1. Words that merely name a mishap ("late", "broken") together count 0.4 at most: a
/// complaint about a parcel is not yet anger. Capitals and exclamation marks strengthen what is negative.
public struct Sentiment: Sendable, Hashable, Codable {
    /// A word that counted.
    public struct Evidence: Sendable, Hashable, Codable {
        /// The word, phrase or picture; `capitals` and `!!` stand for themselves.
        public var text: String
        /// What it weighed after negation and intensifiers, -1…1.
        public var weight: Double
    }

    /// -1 (furious) … 1 (delighted); 0 is neutral.
    public var score: Double
    /// What counted, in order.
    public var evidence: [Evidence]

    /// Neutral.
    public static let neutral = Sentiment(score: 0, evidence: [])

    /// At or below this score a message counts as negative.
    public static let negativeThreshold = -0.4

    /// Whether it sounds unhappy enough to count against the conversation.
    public var isNegative: Bool { score <= Self.negativeThreshold }

    private init(score: Double, evidence: [Evidence]) {
        self.score = score
        self.evidence = evidence
    }

    /// Reads a message.
    ///
    /// - Parameters:
    ///   - text: The message as the customer wrote it.
    ///   - tokens: Its normalised words.
    ///   - language: The language whose words count.
    public init(of text: String, tokens: [Token], in language: Language = .english) {
        var reading = SentimentReading(tokens: tokens, lexicon: .of(language))
        reading.readWords()
        reading.readSigns(of: text)
        self.init(score: reading.score, evidence: reading.evidence)
    }
}

/// One pass over a message.
private struct SentimentReading {
    let tokens: [Token]
    let lexicon: SentimentWords
    var evidence: [Sentiment.Evidence] = []
    /// What remains of 1 after each weight has taken its part.
    private var positiveRest = 1.0
    private var negativeRest = 1.0
    private var mishapRest = 1.0
    private var emphasis = 1.0

    init(tokens: [Token], lexicon: SentimentWords) {
        self.tokens = tokens
        self.lexicon = lexicon
    }

    var score: Double {
        let mishap = min(0.4, 1 - mishapRest)
        let negative = min(1, (1 - negativeRest * (1 - mishap)) * emphasis)
        return max(-1, min(1, (1 - positiveRest) - negative))
    }

    mutating func readWords() {
        var index = 0
        while index < tokens.count {
            if let phrase = lexicon.phrase(at: index, in: tokens) {
                add(phrase.text, phrase.entry, at: index)
                index += phrase.length
            } else if let entry = lexicon.words[tokens[index].text] {
                add(tokens[index].text, entry, at: index)
                index += 1
            } else {
                index += 1
            }
        }
    }

    private mutating func add(_ text: String, _ entry: SentimentLexicon.Entry, at index: Int) {
        var weight = entry.weight
        if index > 0 { weight *= lexicon.degrees[tokens[index - 1].text] ?? 1 }
        var isMishap = entry.isMishap
        if isNegated(index) {
            // "not happy" is unhappy; "not bad" is no praise.
            weight *= weight > 0 ? -0.8 : -0.2
            isMishap = false
        }
        count(text, max(-0.95, min(0.95, weight)), isMishap: isMishap)
    }

    private func isNegated(_ index: Int) -> Bool {
        tokens[max(0, index - 3)..<index].contains { lexicon.negations.contains($0.text) }
    }

    private mutating func count(_ text: String, _ weight: Double, isMishap: Bool = false) {
        evidence.append(Sentiment.Evidence(text: text, weight: weight))
        if weight > 0 {
            positiveRest *= 1 - weight
        } else if isMishap {
            mishapRest *= 1 + weight
        } else {
            negativeRest *= 1 + weight
        }
    }

    // MARK: Signs

    /// Capitals, exclamation marks, emoticons and emoji.
    mutating func readSigns(of text: String) {
        var signs = SignCount()
        for byte in text.utf8 { signs.add(byte) }
        signs.endWord()
        if signs.hasPicture {
            for scalar in text.unicodeScalars where scalar.value > 0x2000 {
                if let weight = SentimentLexicon.pictures[scalar] { count(String(scalar), weight) }
            }
        }
        if signs.emoticonMouth != 0 {
            for (emoticon, weight) in SentimentLexicon.emoticons where text.contains(emoticon) {
                count(emoticon, weight)
                break
            }
        }
        let isShouted =
            signs.shoutedWords >= 2 && signs.letters >= 10 && signs.capitals * 10 >= signs.letters * 6
        let hasMishapOnly = negativeRest == 1
        if isShouted {
            if hasMishapOnly { count("capitals", -0.2) }
            emphasis *= 1.2
            if !hasMishapOnly { evidence.append(Sentiment.Evidence(text: "capitals", weight: 0)) }
        }
        if signs.exclamations >= 2, negativeRest * mishapRest < 1 {
            count("!!", -0.15)
        }
    }
}

/// What the bytes of a message show.
private struct SignCount {
    var letters = 0
    var capitals = 0
    var exclamations = 0
    var shoutedWords = 0
    var hasPicture = false
    var emoticonMouth: UInt8 = 0
    private var wordLetters = 0
    private var wordCapitals = 0
    private var previous: UInt8 = 0

    mutating func add(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            letters += 1
            wordLetters += 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            letters += 1
            capitals += 1
            wordLetters += 1
            wordCapitals += 1
        case UInt8(ascii: "!"):
            exclamations += 1
            endWord()
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            if previous == UInt8(ascii: ":") || previous == UInt8(ascii: "-") { emoticonMouth = byte }
            endWord()
        default:
            if byte >= 0xE2 { hasPicture = true }
            endWord()
        }
        previous = byte
    }

    mutating func endWord() {
        if wordCapitals == wordLetters, wordLetters >= 2 { shoutedWords += 1 }
        wordLetters = 0
        wordCapitals = 0
    }
}
