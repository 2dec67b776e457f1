import FrontdeskDialogue

// In which tones the desk speaks, and when.
extension FileReader {
    func readTones(_ keys: inout Keys, into assistant: inout AssistantDeclaration) {
        assistant.tones = names(keys["tones"], "a tone").compactMap { declaredName($0, "a tone") }
        assistant.usualTone = keys["tone"].flatMap { name($0, "a tone") }
        assistant.toneRules = entries(keys["tone_when"], "tone_when").compactMap(toneRule)
    }

    /// `formal: "customer.tier = 'business'"`, or `formal: {when: …, queues: [billing], sentiment_below: -0.5}`.
    private func toneRule(_ entry: SyntaxNode.Entry) -> ToneRuleDeclaration? {
        if !isKeys(entry.value) {
            return expression(entry.value, "a rule for a tone").map {
                ToneRuleDeclaration(tone: entry.name, when: $0)
            }
        }
        guard var keys = keys(entry.value, .toneRule, "a rule for a tone") else { return nil }
        var rule = ToneRuleDeclaration(tone: entry.name)
        let when = keys["when"]
        rule.when = when.flatMap { expression($0, "'when'") }
        rule.queues = names(keys["queues"], "a queue's name")
        rule.sentimentBelow = keys["sentiment_below"].flatMap { number($0, "sentiment_below", -1...1) }
        keys.finish("in a rule for a tone")
        guard when != nil || !rule.queues.isEmpty || rule.sentimentBelow != nil else {
            missing(
                "when",
                of: "the rule for '\(rule.tone.text)'",
                entry.value.place,
                help: "say when it is spoken: 'when', 'queues' or 'sentiment_below'"
            )
            return nil
        }
        return rule
    }
}
