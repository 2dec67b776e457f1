import FrontdeskMatching

/// Finds which of some choices an utterance picks: by button, by number, or by wording.
enum ChoicePick {
    static func pick(from choices: [SlotChoice], _ utterance: Utterance) -> String? {
        if let pressed = utterance.inbound.choice {
            return choices.first { $0.id == pressed }?.id
        }
        return byNumber(choices, utterance.match, utterance.words)
            ?? byWording(choices, utterance.match.tokens.map(\.text), utterance.words)
    }

    /// "2", "the second one", "number 2", "the last": nothing but a position.
    private static func byNumber(
        _ choices: [SlotChoice],
        _ match: MatchResult,
        _ words: DialogueWords
    ) -> String? {
        for entity in match.entities {
            let position: Int
            switch entity.value {
            case .number(let number): position = number == number.rounded(.down) ? Int(clamping: number) : 0
            case .ordinal(let ordinal): position = ordinal < 0 ? choices.count + 1 + ordinal : ordinal
            default: continue
            }
            let rest = match.tokens.indices.filter { !entity.tokens.contains($0) }
            guard rest.allSatisfy({ words.position.contains(match.tokens[$0].text) }),
                choices.indices.contains(position - 1)
            else { continue }
            return choices[position - 1].id
        }
        return nil
    }

    /// The one choice whose title or synonym the words contain, or else whose title contains the words.
    static func byWording(
        _ choices: [SlotChoice],
        _ words: [String],
        _ known: DialogueWords
    ) -> String? {
        guard !words.isEmpty else { return nil }
        var best: (id: String, length: Int)?
        var isTied = false
        for choice in choices {
            for sought in choice.phrases where !sought.isEmpty && contains(words, sought) {
                if sought.count > (best?.length ?? 0) {
                    best = (choice.id, sought.count)
                    isTied = false
                } else if sought.count == best?.length, best?.id != choice.id {
                    isTied = true
                }
            }
        }
        if let best, !isTied { return best.id }
        let content = words.filter { !known.empty.contains($0) }
        guard !content.isEmpty, content.count <= 4 else { return nil }
        let fitting = choices.filter { choice in
            let title = choice.phrases.first ?? []
            return content.allSatisfy(title.contains)
        }
        return fitting.count == 1 ? fitting[0].id : nil
    }

    private static func contains(_ words: [String], _ sought: [String]) -> Bool {
        guard sought.count <= words.count else { return false }
        return (0...(words.count - sought.count)).contains { start in
            sought.indices.allSatisfy { words[start + $0] == sought[$0] }
        }
    }
}

extension Int {
    /// The nearest whole number; the ends of the range for what lies outside.
    fileprivate init(clamping number: Double) {
        self = number >= 1e9 ? Int(1e9) : number <= -1e9 ? -Int(1e9) : Int(number)
    }
}
