extension SilenceTimer {
    /// The question about the service that waits for a quiet time; nil when none does.
    ///
    /// It is asked only of a customer who was helped since the last time, while nothing is open, the desk alone has the
    /// conversation, and a day has passed.
    static func feedback(of tracker: Tracker, _ index: AssistantIndex) -> SilenceTimer? {
        guard let rules = index.assistant.feedback, !rules.isEmpty, tracker.owner == .desk,
            tracker.flows.isEmpty,
            tracker.runningAction == nil, tracker.requestedHandoff == nil, tracker.next.isEmpty,
            let helped = tracker.helps.last(where: { help in
                help.intent.map { index.isCourtesy($0) == false } ?? true
            })?.at
        else { return nil }
        // Nobody is asked how it was while what was promised is still to come.
        guard tracker.ledger.nextCheck == nil, tracker.customer.isUnsubscribed != true else { return nil }
        switch tracker.question {
        case nil, .suggestion: break
        default: return nil
        }
        // Whoever was asked one thing last time is asked the next.
        let last = tracker.askedFeedback.flatMap { asked in rules.firstIndex { $0.kind == asked.kind } }
        let rule = rules[last.map { ($0 + 1) % rules.count } ?? 0]
        let quiet = Moment(milliseconds: tracker.quietSince + Int64(rule.after) * 1000, zone: index.zone)
        let dueAt = index.assistant.quietHours?.over(at: quiet) ?? quiet.milliseconds
        if let asked = tracker.askedFeedback, helped <= asked.at || dueAt < asked.at + FeedbackRule.rest {
            return nil
        }
        let timer = FiredTimer(seconds: rule.after, feedback: rule.kind)
        guard !tracker.firedTimers.contains(where: { $0.feedback != nil }) else { return nil }
        return SilenceTimer(dueAt: dueAt, timer: timer, found: nil)
    }
}

extension Turn {
    /// Asks about the service when its time has come.
    mutating func askForFeedback() {
        guard let timer = SilenceTimer.feedback(of: tracker, index), timer.dueAt <= moment.milliseconds,
            let kind = timer.timer.feedback
        else { return }
        record(.timerFired(timer.timer))
        closeQuestion()
        record(.feedbackAsked(kind))
        record(.questionOpened(.feedback(kind)))
        say(
            kind.question,
            kind: .question,
            choices: kind.scale.map { Choice(id: String($0), title: String($0)) }
        )
    }

    /// Lets the question about the service be: the customer was asked elsewhere.
    mutating func passOverFeedback() {
        guard let timer = SilenceTimer.feedback(of: tracker, index), timer.dueAt <= moment.milliseconds else {
            return
        }
        record(.timerFired(timer.timer))
    }
}

extension FeedbackKind {
    /// The engine's sentence that asks for it.
    public var question: DeskText {
        switch self {
        case .csat: .csat
        case .nps: .nps
        case .ces: .ces
        }
    }
}
