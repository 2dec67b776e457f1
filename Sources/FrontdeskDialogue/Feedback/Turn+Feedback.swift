import FrontdeskMatching

/// Answers to questions about the service.
extension Turn {
    /// A score, a word about it, or a no; anything else drops the question and is served.
    mutating func heardFeedback(_ utterance: Utterance) -> Bool {
        switch tracker.question {
        case .feedback(let kind): heardScore(utterance, kind)
        case .feedbackComment(let given): heardComment(utterance, on: given)
        default: false
        }
    }

    private mutating func heardScore(_ utterance: Utterance, _ kind: FeedbackKind) -> Bool {
        guard let score = FeedbackScore.read(utterance, kind) else {
            return dropFeedback(utterance, unless: utterance.polarity == false || isPassing(utterance))
        }
        understand(utterance, .answersQuestion)
        closeQuestion()
        let words = score.isWholeMessage ? nil : utterance.inbound.text
        let given = Feedback(kind: kind, score: score.value, text: words, servedBy: tracker.server)
        record(.feedbackGiven(given))
        guard kind.lowest.contains(given.score) else {
            say(.feedbackThanks, kind: .answer)
            return true
        }
        if assistant.feedback?.first(where: { $0.kind == kind })?.lowHandsOff == true {
            handOff(HandoffTarget(reason: .negativeFeedback), detail: "\(kind.rawValue) \(given.score)")
        } else {
            if words == nil { record(.questionOpened(.feedbackComment(given))) }
            let human = index.intent(Control.human.intentName).map { Choice(id: $0.name, title: $0.title) }
            say(words == nil ? .feedbackLow : .feedbackKept, kind: .answer, choices: human.map { [$0] } ?? [])
        }
        return true
    }

    /// Free text behind a low score belongs to it.
    private mutating func heardComment(_ utterance: Utterance, on given: Feedback) -> Bool {
        let isElse =
            utterance.inbound.choice != nil || utterance.control != nil
            || utterance.sureControl(atLeast: 0.6) != nil || confidentIntent(utterance)?.pattern != nil
        if isElse || utterance.inbound.text.isEmpty {
            return dropFeedback(utterance, unless: utterance.polarity == false || isPassing(utterance))
        }
        understand(utterance, .answersQuestion)
        closeQuestion()
        var given = given
        given.text = utterance.inbound.text
        record(.feedbackGiven(given))
        say(.feedbackKept, kind: .answer)
        return true
    }

    /// "Skip", "I'd rather not", "paso".
    private func isPassing(_ utterance: Utterance) -> Bool {
        let words = utterance.match.tokens.map(\.text).filter { !utterance.words.thanks.contains($0) }
        return Self.passes.contains(words.joined(separator: " "))
    }

    private static let passes: Set<String> = [
        "skip", "skip it", "skip this", "pass", "i pass", "rather not", "i would rather not", "i rather not",
        "i would rather not say", "i prefer not to", "i prefer not to say", "i do not want to",
        "i do not want to answer",
        "i do not want to say", "later", "another time", "maybe later", "leave me alone",
        "paso", "omitir", "saltar", "prefiero no", "prefiero no contestar", "prefiero no responder",
        "prefiero no decirlo",
        "no quiero contestar", "no quiero responder", "no quiero opinar", "otro dia", "mas tarde", "luego",
    ]

    /// Gives the question up; a no is taken kindly, all else is for the other rules.
    private mutating func dropFeedback(_ utterance: Utterance, unless isNo: Bool) -> Bool {
        // Who presses a button of the question's own is served by it.
        if let pressed = utterance.inbound.choice, index.intent(pressed) != nil { return false }
        if isNo { understand(utterance, .answersQuestion) }
        closeQuestion()
        if isNo { say(.declined, kind: .answer) }
        return isNo
    }
}
