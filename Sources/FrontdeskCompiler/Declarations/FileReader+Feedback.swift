import FrontdeskDialogue

// What customers are asked about the service, and when.
extension FileReader {
    /// `csat: {after: 10m, ask: …, thanks: …, low: …}`; of the texts, each kind asks its own, and the others are said for all.
    func readFeedback(
        _ node: SyntaxNode?,
        into assistant: inout AssistantDeclaration,
        _ program: inout Program
    ) {
        for entry in entries(node, "feedback") {
            guard let kind = word(entry.name, "question about the service", as: FeedbackKind.self),
                var keys = keys(entry.value, .feedback, "a question about the service")
            else { continue }
            var rule = FeedbackRule(kind: kind)
            if let value = keys["after"], let name = name(value, "'after'") {
                rule.after = seconds(name) ?? rule.after
            }
            text(kind.question, keys["ask"], into: &program)
            text(.feedbackThanks, keys["thanks"], into: &program)
            if let low = keys["low"] {
                if low.text == "handoff" {
                    rule.lowHandsOff = true
                } else {
                    text(.feedbackLow, low, into: &program)
                }
            }
            keys.finish("in a question about the service")
            assistant.feedback.append(rule)
        }
    }

    /// Puts the engine's sentence into the assistant's words.
    private func text(_ text: DeskText, _ node: SyntaxNode?, into program: inout Program) {
        guard let node, let response = response(node, "the text '\(text.rawValue)'") else { return }
        let key = Name(text: text.rawValue, place: node.place)
        program.texts.append(TextDeclaration(key: key, text: text, response: response))
    }
}
