public import FrontdeskDialogue

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
        return check([SourceFile(path: "assistant.yaml", text: text)]).assistant
    }
}
