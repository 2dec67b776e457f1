import FrontdeskMatching

/// What belongs to every conversation: thanks, apologies, whether a program answers, and that an answer was no help.
extension Turn {
    /// "That didn't help": leads on to other answers, then to a human, and never round in a circle.
    mutating func heardUnhelped(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, tracker.flow == nil, isFreeToJudge,
            utterance.intents.first?.pattern == nil, utterance.inbound.choice == nil,
            Manners.of(utterance.match.tokens, in: utterance.language) == .unhelped
        else { return false }
        let before = tracker.lastCandidates
        understand(utterance, .unhelped)
        lower(by: assistant.confidence.reprompt, .reprompt)
        closeQuestion()
        guard tracker.unhelped < 3, (tracker.confidence ?? 1) > assistant.confidence.handoffAt else {
            handOff(
                HandoffTarget(reason: .negativeFeedback),
                detail: "\(tracker.unhelped) answers did not help"
            )
            return true
        }
        var choices = tracker.unhelped == 1 ? others(among: before) : []
        if choices.isEmpty { choices = mainTopics.filter { !tracker.topics.suffix(1).contains($0.id) } }
        if let human = index.intent(Control.human.intentName) {
            choices.append(Choice(id: human.name, title: human.title))
        }
        choices.append(Choice(id: Self.somethingElse, title: phrase(.somethingElse)))
        record(.questionOpened(.clarification(choices)))
        say(.notHelped, kind: .clarification, choices: choices)
        return true
    }

    /// What else the message before may have meant.
    private func others(among candidates: [Candidate]) -> [Choice] {
        candidates.dropFirst().filter { !$0.isControl && $0.confidence >= assistant.thresholds.clarify / 4 }
            .prefix(3).compactMap { index.intent($0.intent) }
            .filter { !$0.isCourtesy && !tracker.topics.contains($0.name) }
            .map { Choice(id: $0.name, title: $0.title) }
    }

    /// Whether an answer stands in the room and no question of the desk's.
    private var isFreeToJudge: Bool {
        switch tracker.question {
        case nil, .suggestion, .clarification: true
        default: false
        }
    }

    /// "One moment, please" waits, and "I'm here" goes on with what was asked.
    mutating func heardPause(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, utterance.inbound.choice == nil, utterance.intents.first?.pattern == nil
        else { return false }
        switch Manners.of(utterance.match.tokens, in: utterance.language) {
        case .pause:
            understand(utterance, .manners)
            say(.takeYourTime, kind: .notice)
        case .present where utterance.leavesYesOpen:
            understand(utterance, .manners)
            resume()
        case .goOn: return heardGoOn(utterance)
        default: return false
        }
        return true
    }

    /// "Let's go on": takes up what was left unfinished, with what the customer had told; nothing of it counts as agreed.
    private mutating func heardGoOn(_ utterance: Utterance) -> Bool {
        guard tracker.flow == nil, tracker.question == nil, let left = tracker.endedFlows.last,
            left.outcome == .unresolved, let flow = index.flow(left.flow)
        else { return false }
        understand(utterance, .manners)
        let known = left.slots.filter { $0.source == .customer }.map { entry in
            var entry = entry
            entry.isConfirmed = false
            return entry
        }
        say(.resume, kind: .notice, with: [NamedRecord("flow", [.init("title", .text(flow.title))])])
        start(flow.name, intent: nil, nil, carrying: known)
        return true
    }

    /// What an assistant that says nothing about it itself answers to thanks, apologies and "are you a bot?".
    mutating func heardManners(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk,
            let kind = Manners.of(utterance.match.tokens, in: utterance.language)
        else { return false }
        let text: DeskText
        switch kind {
        case .bot: text = .bot
        case .thanks: text = .welcome
        case .apology: text = .noWorries
        case .unhelped, .pause, .present, .goOn: return false
        }
        understand(utterance, .manners)
        if tracker.flow != nil, tracker.question != nil {
            resume(leadingWith: phrase(text))
        } else {
            say(text, kind: .answer)
        }
        return true
    }

    /// How many words an insult has that says nothing else; longer ones are about something.
    private static let insultLimit = 6

    /// Answers insults calmly, once; who goes on is left to a human, and nobody is blamed.
    mutating func heardAbuse(_ utterance: Utterance) -> Bool {
        guard tracker.owner == .desk, utterance.match.tokens.count <= Self.insultLimit,
            AbuseWords.of(utterance.language).isIn(utterance.match.tokens)
        else {
            return false
        }
        let isAgain = tracker.lines.last { $0.author == .desk }?.origin == DeskText.calm.rawValue
        understand(utterance, .abuse)
        guard tracker.abuses < 2, !isAgain, !isUpset else {
            handOff(HandoffTarget(reason: .sentiment), detail: "insults went on")
            return true
        }
        if tracker.flow != nil, tracker.question != nil {
            resume(leadingWith: phrase(.calm))
        } else {
            closeQuestion()
            say(.calm, kind: .answer)
        }
        return true
    }
}
