public import FrontdeskDialogue
import FrontdeskMatching

extension Compiler {
    /// Makes an assistant of which customers can say everything that the engine understands by itself, and nothing else
    /// that counts: what it has in common with another one is no part of the other's files.
    ///
    /// - Parameter languages: Tags of languages as in `languages:`, the first one first.
    /// - Returns: The assistant; nil where a language is not known.
    public static func engine(speaking languages: [String]) -> Assistant? {
        // Some controls are there only where something is remembered, or where an event may open a conversation.
        let text = """
            assistant: engine
            languages: [\(languages.joined(separator: ", "))]
            anywhere:
              event(news): {consent: news, go: flow(news)}
            flows:
              news:
                slots: {about: {type: text, ask: "?", remember: 1d}}
                states:
                  ask: {needs: about, say: "{{about}}", end: resolved}

            """
        guard var assistant = check([SourceFile(path: "assistant.yaml", text: text)]).assistant else {
            return nil
        }
        assistant.matching.takeLeaving(in: languages.first)
        for place in assistant.translations.indices {
            assistant.translations[place].matching.takeLeaving(in: assistant.translations[place].language)
        }
        return assistant
    }
}

extension MatcherDefinition {
    /// Adds to the control that ends a conversation what ends it where nobody is written to.
    fileprivate mutating func takeLeaving(in language: String?) {
        guard let spoken = language.flatMap({ Language(tag: $0) }),
            let stop = intents.firstIndex(where: { $0.name == Control.stop.intentName })
        else { return }
        intents[stop].patterns += BuiltInControls.patterns(.noNotices, in: spoken)
    }
}
