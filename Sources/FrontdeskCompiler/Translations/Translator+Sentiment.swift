import FrontdeskDialogue

// How messages sound in another language.
extension Translator {
    /// `sentiment: {words: {de pena: -0.5}}`; what follows from it is the same in all languages.
    func mergeSentiment(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard var keys = reader.keys(entry.value, .translatedSentiment, "'sentiment'") else { return }
        let words = reader.soundWords(keys["words"], in: language, &program.assistant.soundPlaces)
        if !words.isEmpty { program.assistant.sentiment.words[language, default: []] += words }
        refuse(["acknowledge_below", "mood_below", "urgency"], in: &keys, base: nil)
        keys.finish("in a translated 'sentiment'")
    }
}
