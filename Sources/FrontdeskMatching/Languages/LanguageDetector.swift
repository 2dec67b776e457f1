import Glibc

/// Tells the languages of an assistant apart: naive Bayes over words and, for words it does not know, their letters in
/// threes; trained on the assistant's own texts and a list of small words for each language.
///
/// Numbers, and words that are as common in all languages, count for nothing, so that "ok", a number or a name has no
/// language at all.
public struct LanguageDetector: Sendable, Hashable, Codable {
    /// What was found.
    package struct Reading: Sendable, Hashable {
        /// The likeliest language.
        package var language: String
        /// How sure it is, 0…1.
        package var probability: Double
        /// How many known words speak for it.
        package var words: Int
    }

    /// The languages' tags.
    public let languages: [String]
    /// The known words, sorted.
    private let words: WordPlaces
    /// A weight for each word and language, in 1/256 of a natural logarithm around the mean of all languages.
    private let wordWeights: [Int16]
    /// Three bytes of a word each, sorted.
    private let triples: [UInt32]
    private let tripleWeights: [Int16]

    /// Words that are at home in several languages and say nothing by themselves.
    private static let neutral: Set<String> = [
        "no", "ok", "okay", "a", "me", "he", "has", "once", "son", "sin", "come", "red", "pie", "real",
        "normal",
        "total", "final", "general", "error", "email", "chat", "bot", "online", "web", "app", "stop",
    ]

    /// How many words of an utterance are looked at.
    private static let wordLimit = 64
    /// As how many sightings a small word of the built-in list counts.
    private static let functionWordCount = 20.0

    /// Learns from texts; equal texts give an equal detector.
    public init(_ texts: [(language: String, texts: [String])]) {
        languages = texts.map(\.language)
        var wordCounts = Counts<String>(languages.count)
        var tripleCounts = Counts<UInt32>(languages.count)
        for (index, (language, texts)) in texts.enumerated() {
            for text in texts {
                for token in Tokenizer.tokenize(text) where Self.isWord(token.text) {
                    wordCounts.add(token.text, 1, index)
                    Self.forEachTriple(of: token.text) { tripleCounts.add($0, 1, index) }
                }
            }
            for word in (FunctionWords.table[language] ?? []).sorted() {
                wordCounts.add(word, Self.functionWordCount, index)
                Self.forEachTriple(of: word) { tripleCounts.add($0, 1, index) }
            }
        }
        let (known, weights) = wordCounts.weights(limit: 3)
        words = WordPlaces(known)
        wordWeights = weights
        (triples, tripleWeights) = tripleCounts.weights(limit: 2)
    }

    /// The language of an utterance's words; nil when they do not tell.
    package func read(_ tokens: [Token]) -> Reading? {
        guard languages.count > 1 else { return nil }
        var scores = [Double](repeating: 0, count: languages.count)
        var known: [Int] = []
        var strangers = 0
        for token in tokens.prefix(Self.wordLimit) where Self.isWord(token.text) {
            if let word = words[token.text] {
                known.append(word)
                for index in scores.indices { scores[index] += weight(word, index) }
            } else {
                strangers += 1
                addLetters(of: token.text, to: &scores)
            }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        let speaking = known.count { word in
            languages.indices.allSatisfy { $0 == best || weight(word, best) - weight(word, $0) >= 0.7 }
        }
        // Letters alone tell a language only over several words: a name has letters too.
        guard speaking > 0 || known.isEmpty && strangers >= 4 else { return nil }
        let total = scores.reduce(0) { $0 + exp($1 - scores[best]) }
        let probability = 1 / total
        guard probability >= 0.6 else { return nil }
        return Reading(language: languages[best], probability: probability, words: speaking)
    }

    /// A language that the assistant does not speak and at least two small words are in.
    package func foreign(_ tokens: [Token], beside reading: Reading?) -> String? {
        var best: (tag: String, count: Int)?
        let words = Set(tokens.prefix(Self.wordLimit).map(\.text))
        for tag in FunctionWords.tags where !languages.contains(tag) {
            let count = words.count { word in
                FunctionWords.table[tag]?.contains(word) == true
                    && self.words[word] == nil
            }
            if count >= 2, count > best?.count ?? 0 { best = (tag, count) }
        }
        guard let best, best.count > reading?.words ?? 0 else { return nil }
        return best.tag
    }

    /// What a known word says of a language.
    private func weight(_ word: Int, _ language: Int) -> Double {
        Double(wordWeights[word * languages.count + language]) / 256
    }

    /// Adds the mean of what a word's letters say, doubled, at most 1.2 either way.
    private func addLetters(of word: String, to scores: inout [Double]) {
        var places: [Int] = []
        Self.forEachTriple(of: word) { triple in
            if let place = Self.position(of: triple, in: triples) { places.append(place) }
        }
        guard !places.isEmpty else { return }
        for language in scores.indices {
            let sum = places.reduce(0.0) {
                $0 + Double(tripleWeights[$1 * languages.count + language]) / 256
            }
            scores[language] += max(-1.2, min(1.2, 2 * sum / Double(places.count)))
        }
    }

    private static func isWord(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            $0 >= 0x80 || ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
        } && !neutral.contains(text)
    }

    /// Three letters' bytes each; a blank stands before the word and behind it.
    private static func forEachTriple(of word: String, _ body: (UInt32) -> Void) {
        guard !word.isEmpty else { return }
        let blank = UInt32(UInt8(ascii: " "))
        var triple = blank
        var isFirst = true
        for byte in word.utf8 {
            triple = (triple << 8 | UInt32(byte)) & 0xFF_FFFF
            if !isFirst { body(triple) }
            isFirst = false
        }
        body((triple << 8 | blank) & 0xFF_FFFF)
    }

    private static func position<Key: Comparable>(of key: Key, in keys: [Key]) -> Int? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }
}

/// How often something was seen in each language.
private struct Counts<Key: Hashable & Comparable> {
    /// Where each key's counts begin.
    private var starts: [Key: Int] = [:]
    private var counts: [Double] = []
    private var totals: [Double]

    init(_ languages: Int) { totals = Array(repeating: 0, count: languages) }

    mutating func add(_ key: Key, _ count: Double, _ language: Int) {
        totals[language] += count
        if let start = starts[key] {
            counts[start + language] += count
            return
        }
        starts[key] = counts.count
        let start = counts.count
        for _ in totals.indices { counts.append(0) }
        counts[start + language] = count
    }

    /// The keys in order, and for each language the logarithm of its likelihood around the mean of all.
    func weights(limit: Double) -> ([Key], [Int16]) {
        let keys = starts.sorted { $0.key < $1.key }
        let sizes = totals.map { $0 + 0.5 * Double(keys.count) }
        var weights: [Int16] = []
        weights.reserveCapacity(counts.count)
        var logs = totals
        for (_, start) in keys {
            for index in logs.indices { logs[index] = log((counts[start + index] + 0.5) / sizes[index]) }
            let mean = logs.reduce(0, +) / Double(logs.count)
            for log in logs { weights.append(Int16((max(-limit, min(limit, log - mean)) * 256).rounded())) }
        }
        return (keys.map(\.key), weights)
    }
}
