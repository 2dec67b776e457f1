import FrontdeskMatching

/// Finds which of some choices an utterance picks: by button, by number, by wording, or by shutting the others out.
enum ChoicePick {
    /// - Parameters:
    ///   - choices: All choices.
    ///   - left: The ids of those that are offered still; nil: all of them.
    ///   - utterance: What was said.
    static func pick(
        from choices: [SlotChoice],
        left: [String]? = nil,
        _ utterance: Utterance
    ) -> String? {
        if let pressed = utterance.inbound.choice {
            return choices.first { $0.id == pressed }?.id
        }
        let offered = left.map { ids in choices.filter { ids.contains($0.id) } } ?? choices
        let out = shutOut(from: choices, offered, utterance)
        guard out.isEmpty else {
            let named = byWording(
                choices.filter { !out.contains($0.id) },
                said(utterance),
                utterance.words
            )
            let rest = offered.filter { !out.contains($0.id) }
            // "Not the first, the second."
            let wanted = utterance.match.entities.filter { !isShutOut($0, utterance) }
                .compactMap { position($0, of: offered.count) }
                .filter { offered.indices.contains($0 - 1) && !out.contains(offered[$0 - 1].id) }
            let counted = wanted.count == 1 ? offered[wanted[0] - 1].id : nil
            return named ?? counted ?? (rest.count == 1 ? rest[0].id : nil)
        }
        return byNumber(offered, utterance.match, utterance.words)
            ?? byWording(choices, utterance.match.tokens.map(\.text), utterance.words)
    }

    /// The ids of the choices that an utterance shuts out: "not the blue one", "anything but the second".
    static func shutOut(
        from choices: [SlotChoice],
        _ offered: [SlotChoice],
        _ utterance: Utterance
    ) -> [String] {
        let tokens = utterance.match.tokens
        guard tokens.count > 1 else { return [] }
        let words = tokens.map(\.text)
        var ids: [String] = []
        // "It doesn't fit" is a choice that says no itself; a no beside it shuts nothing out.
        let plain = choices.filter { choice in
            !choice.phrases.joined().contains { $0 == "no" || utterance.negation.negators.contains($0) }
        }
        for place in words.indices {
            let isNegated = isShutOut(place, utterance)
            for choice in plain where !ids.contains(choice.id) {
                let sought =
                    choice.phrases
                    + choice.phrases.prefix(1).flatMap { title in
                        title.count > 1
                            ? title.filter { !utterance.words.empty.contains($0) }.map { [$0] } : []
                    }
                // A word that several titles share shuts none of them out.
                let isNamed = sought.contains { phrase in
                    starts(phrase, at: place, in: words)
                        && (isNegated || isShutOut(upTo: place + phrase.count, utterance))
                        && (phrase.count > 1
                            || choices.count { $0.phrases.joined().contains(phrase[0]) } == 1)
                }
                if isNamed { ids.append(choice.id) }
            }
        }
        for entity in utterance.match.entities where isShutOut(entity, utterance) {
            if let position = position(entity, of: offered.count), offered.indices.contains(position - 1),
                !ids.contains(offered[position - 1].id)
            {
                ids.append(offered[position - 1].id)
            }
        }
        return ids
    }

    private static func isShutOut(_ place: Int, _ utterance: Utterance) -> Bool {
        guard place > 0 else { return false }
        return utterance.negation.shutOut(place, in: utterance.match.tokens, of: utterance.inbound.text)
    }

    /// "La primera no": whether what ends before a word is shut out by it.
    private static func isShutOut(upTo end: Int, _ utterance: Utterance) -> Bool {
        let tokens = utterance.match.tokens
        var end = end
        // "La primera opción no."
        while end < tokens.count, utterance.words.position.contains(tokens[end].text),
            !utterance.negation.closing.contains(tokens[end].text)
        {
            end += 1
        }
        return utterance.negation.shutOut(before: end, in: tokens, of: utterance.inbound.text, isTime: false)
    }

    private static func isShutOut(_ entity: Entity, _ utterance: Utterance) -> Bool {
        isShutOut(entity.tokens.lowerBound, utterance) || isShutOut(upTo: entity.tokens.upperBound, utterance)
    }

    /// The words that are said of what is wanted: without those that are shut out.
    static func said(_ utterance: Utterance) -> [String] {
        utterance.match.tokens.indices.filter { !isShutOut($0, utterance) }.map {
            utterance.match.tokens[$0].text
        }
    }

    private static func position(_ entity: Entity, of count: Int) -> Int? {
        switch entity.value {
        case .number(let number): number == number.rounded(.down) ? Int(clamping: number) : nil
        case .ordinal(let ordinal): ordinal < 0 ? count + 1 + ordinal : ordinal
        default: nil
        }
    }

    /// "2", "the second one", "number 2", "the last": nothing but a position.
    private static func byNumber(
        _ choices: [SlotChoice],
        _ match: MatchResult,
        _ words: DialogueWords
    ) -> String? {
        for entity in match.entities {
            guard let position = position(entity, of: choices.count) else { continue }
            let rest = match.tokens.indices.filter { !entity.tokens.contains($0) }
            guard rest.allSatisfy({ words.position.contains(match.tokens[$0].text) }),
                choices.indices.contains(position - 1)
            else { continue }
            return choices[position - 1].id
        }
        return nil
    }

    /// The one choice of which a message names a word of its title that no other has: "the street is wrong".
    static func named(in utterance: Utterance, among choices: [SlotChoice]) -> String? {
        let words = Set(utterance.match.tokens.map(\.text)).subtracting(utterance.words.empty)
        let named = choices.filter { choice in
            choice.phrases.prefix(1).joined().contains { word in
                words.contains(word)
                    && choices.count { $0.phrases.prefix(1).joined().contains(word) } == 1
            }
        }
        return named.count == 1 ? named[0].id : nil
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
        return (0...(words.count - sought.count)).contains { starts(sought, at: $0, in: words) }
    }

    private static func starts(_ sought: [String], at place: Int, in words: [String]) -> Bool {
        !sought.isEmpty && place + sought.count <= words.count
            && sought.indices.allSatisfy { words[place + $0] == sought[$0] }
    }
}

extension Int {
    /// The nearest whole number; the ends of the range for what lies outside.
    fileprivate init(clamping number: Double) {
        self = number >= 1e9 ? Int(1e9) : number <= -1e9 ? -Int(1e9) : Int(number)
    }
}
