import FrontdeskMatching

/// What follows from how a customer feels.
extension Turn {
    /// The words that tell how a message in a language sounds.
    func sounds(in language: String?) -> SentimentTable {
        language.flatMap { indexes[$0]?.sounds } ?? index.sounds
    }

    /// Confidence in the conversation falls with an unhappy message, and more when the mood has been falling for longer.
    mutating func noteMood(of utterance: Utterance) {
        guard utterance.sentiment <= Mood.unhappyThreshold else { return }
        lower(by: assistant.confidence.negative, .negative)
        if Mood(tracker.sentiments.suffix(3) + [utterance.sentiment]).isFalling {
            lower(by: assistant.confidence.falling, .falling)
        }
    }

    /// Hands a customer over whose mood has gone too low, once the message is answered; one word of anger is not enough.
    mutating func handsOffUpset() -> Bool {
        guard isUpset, tracker.understanding?.rule != .external, !hasHeardFeedback else { return false }
        handOff(
            HandoffTarget(reason: .sentiment),
            detail: "\(Mood(tracker.sentiments).unhappy) unhappy messages in a row"
        )
        return true
    }

    /// Whether a customer of the desk has been so unhappy for so long that a human is wanted.
    var isUpset: Bool {
        guard tracker.owner == .desk, let limit = index.sentimentPolicy.moodBelow,
            (tracker.sentiments.last ?? 0) <= Mood.unhappyThreshold
        else { return false }
        let mood = Mood(tracker.sentiments)
        return mood.unhappy >= 2 && mood.level <= limit
    }

    /// An unhappy message that says nothing else is answered calmly; the next one leads to a human.
    mutating func heardVenting(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, let limit = index.sentimentPolicy.acknowledgeBelow,
            utterance.sentiment <= limit, utterance.match.entities.isEmpty, tracker.flow == nil,
            utterance.intents.allSatisfy({ $0.pattern == nil && $0.confidence < middle })
        else { return false }
        let isAgain = tracker.isAcknowledged
        understand(utterance, .sentiment)
        guard !isAgain, !isUpset else {
            handOff(HandoffTarget(reason: .sentiment), detail: "unhappy, and nothing else is said")
            return true
        }
        closeQuestion()
        say(.calm, kind: .answer)
        return true
    }

    /// Says first that it is sorry for a customer who tells of a death or another misfortune; once in a conversation.
    mutating func condole(on utterance: Utterance) {
        guard tracker.owner == .desk, utterance.tellsHardship,
            !tracker.lines.contains(where: { $0.origin == DeskText.condolence.rawValue })
        else { return }
        say(.condolence, kind: .notice)
    }

    /// Who tells of a misfortune and of nothing else is offered help, and asked nothing.
    mutating func heardHardship(_ utterance: Utterance) -> Bool {
        let values = utterance.match.entities.filter { BuiltInEntity(rawValue: $0.type) == nil }
        guard utterance.tellsHardship, values.isEmpty,
            utterance.intents.allSatisfy({ $0.pattern == nil && $0.confidence < middle }
            )
        else { return false }
        understand(utterance, .manners)
        closeQuestion()
        say(.condolenceOffer, kind: .answer)
        return true
    }

    private var hasHeardFeedback: Bool {
        events.contains { event in
            if case .feedbackGiven = event.fact { true } else { false }
        }
    }

    /// The priority of a ticket, more urgent for a customer who is unhappy.
    func raised(_ priority: Int) -> Int {
        guard Mood(tracker.sentiments).isLow else { return priority }
        return min(9, priority + index.sentimentPolicy.urgency)
    }

    /// Begins with a word of regret where the message calls for one: once for each trouble, and not before a message
    /// that says it itself.
    mutating func acknowledge(before outbound: Outbound) {
        guard let limit = index.sentimentPolicy.acknowledgeBelow, let latest = tracker.sentiments.last,
            latest <= limit, !tracker.isAcknowledged, !isProactive, outbound.kind != .greeting,
            outbound.kind != .notice, tracker.owner == .desk, let rule = tracker.understanding?.rule,
            rule.callsForRegret, !outbound.isSorry
        else { return }
        say(.acknowledge, kind: .notice)
    }
}

extension DecisionRule {
    /// Whether an unhappy message that was taken so is answered by regret first: one that has an answer of its own for
    /// anger is not.
    fileprivate var callsForRegret: Bool {
        switch self {
        case .abuse, .sentiment, .manners, .unhelped, .humanOwns, .attachment, .tooLong, .external: false
        default: true
        }
    }
}

extension Assistant {
    /// How messages sound, and what follows from it.
    var sentimentPolicy: SentimentPolicy { sentiment ?? .usual }
}

extension Outbound {
    /// Whether it says that the desk is sorry, in one of the languages it knows.
    var isSorry: Bool {
        if origin == DeskText.acknowledge.rawValue || origin == DeskText.calm.rawValue { return true }
        let words = Tokenizer.tokenize(text)
        return words.contains { Self.regret.contains($0.text) }
    }

    private static let regret: Set<String> = [
        "sorry", "apologise", "apologize", "apologies", "apology", "regret", "siento", "sentimos", "lamento",
        "lamentamos", "disculpa", "disculpas", "disculpe", "disculpen", "disculpad", "perdon", "perdona",
        "perdone", "perdonad",
    ]
}
