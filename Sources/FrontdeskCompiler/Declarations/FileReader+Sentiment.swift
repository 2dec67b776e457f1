import FrontdeskDialogue
import FrontdeskMatching

// How messages sound, and what follows from it.
extension FileReader {
    /// `sentiment: {acknowledge_below: -0.4, mood_below: never, urgency: 2, words: {daylight robbery: -0.7, killer: 0}}`.
    func readSentiment(_ node: SyntaxNode, into assistant: inout AssistantDeclaration) {
        guard var keys = keys(node, .sentiment, "'sentiment'") else { return }
        var policy = assistant.sentiment
        if let value = keys["acknowledge_below"] {
            policy.acknowledgeBelow = limit(value, "acknowledge_below")
        }
        if let value = keys["mood_below"] { policy.moodBelow = limit(value, "mood_below") }
        if let value = keys["urgency"] {
            policy.urgency = integer(value, "urgency", 0...9) ?? policy.urgency
        }
        let language = assistant.languages.first ?? "en"
        policy.words[language] = soundWords(keys["words"], in: language, &assistant.soundPlaces)
        if policy.words[language]?.isEmpty ?? true { policy.words[language] = nil }
        keys.finish("in 'sentiment'")
        assistant.sentiment = policy
    }

    /// A sentiment, or `never`.
    private func limit(_ node: SyntaxNode, _ what: String) -> Double? {
        node.text == "never" ? nil : number(node, what, -1...1)
    }

    /// Words with what they weigh; one of more than a few words, or of no words, is reported.
    func soundWords(
        _ node: SyntaxNode?,
        in language: String,
        _ places: inout [String: [String: Place]]
    ) -> [SentimentPolicy.Word] {
        var words: [SentimentPolicy.Word] = []
        for entry in entries(node, "words") {
            let name = entry.name
            let parts = Tokenizer.tokenize(name.text).map(\.text)
            guard (1...Self.phraseLimit).contains(parts.count) else {
                report.report(
                    .badSoundWord,
                    name.place,
                    "'\(name.text)' is no word or phrase of at most \(Self.phraseLimit) words",
                    help: "write one word, or a few, as customers write them: 'daylight robbery: -0.7'"
                )
                continue
            }
            let plain = parts.joined(separator: " ")
            if places[language]?[plain] != nil {
                report.report(
                    .badSoundWord,
                    name.place,
                    "'\(name.text)' is the same word as one before it",
                    help: "capitals, accents and signs make no difference; leave one of them out"
                )
                continue
            }
            places[language, default: [:]][plain] = name.place
            guard let weight = number(entry.value, name.text, -1...1) else { continue }
            words.append(SentimentPolicy.Word(text: name.text, weight: weight))
        }
        return words
    }

    /// The longest phrase, in words.
    private static let phraseLimit = 6
}
