import FrontdeskMatching

/// One run of the machine: the state as it changes, and what has come of it so far.
struct Turn {
    /// The assistant in the language that is spoken now.
    var index: AssistantIndex
    /// The assistant in each of its languages.
    let indexes: [String: AssistantIndex]
    var tracker: Tracker
    let moment: Moment
    var events: [Event] = []
    var actions: [Action] = []
    /// Slots whose values an action has just refused.
    var refused: Set<String> = []
    /// What the customer said when a flow was started by it; flows that this one calls read it too, each once.
    var opening: Utterance?
    /// The flows that have read the opening.
    var readers: Set<String> = []
    /// Whether nobody has asked anything: the desk speaks by itself.
    var isProactive = false
    /// Why values of slots have just been refused, by rules of theirs.
    var reasons: [String: String] = [:]
    /// How many flows it has started.
    var starts = 0
    /// What the parts of a message that says several things were taken for.
    var understoodParts: [UnderstoodPart]?
    /// Whether the message has been recorded as understood: what its parts say is no second message.
    var hasUnderstood = false
    /// The number its events carry.
    var number: Int

    init(indexes: [String: AssistantIndex], index: AssistantIndex, tracker: consuming Tracker, moment: Moment)
    {
        self.indexes = indexes
        self.index = tracker.language.flatMap { indexes[$0] } ?? index
        number = tracker.turn
        self.tracker = tracker
        self.moment = moment
        events.reserveCapacity(Self.usualEvents)
    }

    /// How many events most runs have, at most: room for them is made once.
    private static let usualEvents = 8

    var assistant: Assistant { index.assistant }
    var deskZone: Zone { index.zone }

    mutating func take(_ input: Input) {
        switch input {
        case .opening(let opening):
            record(.opened(opening))
            record(.confidenceChanged(to: assistant.confidence.start, cause: .progress))
        case .message(let inbound, let match, let waiting):
            begin(inbound, match)
            var utterance = Utterance(inbound, match, by: sounds(in: match.language?.language))
            utterance.leaveOutCourtesies { index.isCourtesy($0) ?? false }
            let isBare =
                isBareValue(utterance) || isBarePosition(utterance)
                || tracker.flow == nil && typeOfBareValue(utterance) != nil
            if isBare { utterance.leaveOutExamples() }
            utterance.leavesYesOpen = hasSpokenSinceAsking
            hear(utterance, waiting: waiting)
            finish()
        case .held(let message):
            // It belongs to the turn that will answer it: taking back the one before leaves it alone.
            number += 1
            record(.held(message))
        case .oversized(let inbound):
            begin(inbound)
            record(.understood(Understanding(rule: .tooLong)))
            say(.tooLong, kind: .notice)
            finish()
        case .actionFinished(let result):
            finishAction(result)
            finish()
        case .actionSlow:
            tellItTakesAWhile()
        case .queueRead(let reading):
            let isSilent = tracker.requestedHandoff?.isSilent ?? false
            completeHandoff(reading)
            finish(silently: isSilent)
        case .agent(let act):
            take(act)
        case .reported(let report):
            hear(of: report)
        case .silence:
            endSilence()
        case .feedbackAskedElsewhere:
            passOverFeedback()
        case .rating(let rating):
            record(.rated(rating))
        case .due:
            lookAfterWhatIsDue()
        case .profile(let profile):
            know(profile)
        case .recalled(let memory):
            record(.memory(.recalled(memory)))
        case .undo:
            events.append(Event(at: moment.milliseconds, turn: number, fact: .undone(turn: number)))
        }
    }

    /// Appends a fact and takes it into the state.
    mutating func record(_ fact: Fact) {
        let event = Event(at: moment.milliseconds, turn: number, fact: fact)
        tracker.apply(event)
        events.append(event)
    }

    private mutating func begin(_ inbound: Inbound, _ match: MatchResult = MatchResult()) {
        let isFirst = tracker.turn == 0
        number = tracker.turn + 1
        record(.received(inbound))
        takeLanguage(of: match)
        // Who says a name in the first message is greeted by it.
        learnName(from: match)
        if isFirst, tracker.owner == .desk, !tracker.lines.contains(where: { $0.kind == .greeting }) {
            say(assistant.greeting, kind: .greeting, origin: DeskText.greeting.rawValue)
        }
    }

    mutating func learn(_ profile: CustomerProfile) {
        var merged = tracker.customer
        merged.merge(profile)
        guard merged != tracker.customer else { return }
        let before = tracker.customer.language
        record(.profileChanged(merged))
        takeLanguage(of: merged, before: before)
    }

    /// Records the turn's decision, once nothing is left to wait for.
    ///
    /// - Parameter isSilent: Whether nothing was to be said to the customer.
    private mutating func finish(silently isSilent: Bool = false) {
        if !isSilent { takeNext() }
        if !asksByTheWay { tellNews() }
        guard tracker.runningAction == nil, tracker.requestedHandoff == nil else { return }
        if isLooping {
            return handOff(HandoffTarget(reason: .loop), detail: tracker.state ?? "")
        }
        if handsOffUpset() { return }
        if fallsTooLow {
            return handOff(HandoffTarget(reason: .lowConfidence), detail: "conversation confidence")
        }
        let rule = tracker.understanding?.rule
        if !isSilent, rule != .humanOwns, isUnanswered {
            // No customer is left without a word, whatever the files say.
            say(.gaveUp, kind: .answer)
        }
        let start = tracker.lines.indices.last {
            tracker.lines[$0].turn != number || tracker.lines[$0].author != .desk
        }
        let said = tracker.lines[(start.map { $0 + 1 } ?? 0)...]
        let intent = tracker.understanding?.intent
        record(
            .decided(
                DecisionRecord(
                    kind: kind(of: said.reversed().compactMap(\.kind), rule ?? .external),
                    rule: rule ?? .external,
                    intent: intent,
                    confidence: tracker.understanding?.confidence(of: intent),
                    stateBefore: tracker.stateAtTurnStart,
                    stateAfter: tracker.state,
                    resumed: said.contains { $0.kind == .resumption },
                    owner: tracker.owner.name
                )
            )
        )
    }

    /// What kind of turn it was, by what was said last; `kinds` has the latest message first.
    private func kind(of kinds: [Outbound.Kind], _ rule: DecisionRule) -> DecisionKind {
        if rule == .humanOwns { return .relay }
        if kinds.contains(.handoff) { return .handoff }
        if rule == .control { return .control }
        switch kinds.first {
        case .question: return .ask
        case .clarification: return .clarify
        case .reprompt, .fallback: return .reprompt
        default: return .answer
        }
    }

    /// Whether confidence in the conversation has fallen so low in this turn that a human must see it.
    private var fallsTooLow: Bool {
        guard tracker.owner == .desk, let confidence = tracker.confidence,
            confidence <= assistant.confidence.handoffAt
        else { return false }
        return events.contains { event in
            guard case .confidenceChanged = event.fact else { return false }
            return true
        }
    }

    mutating func lower(by amount: Double, _ cause: ConfidenceCause) {
        move(by: -amount, cause)
    }

    mutating func raise(_ cause: ConfidenceCause = .progress) {
        move(by: assistant.confidence.progress, cause)
    }

    private mutating func move(by amount: Double, _ cause: ConfidenceCause) {
        let before = tracker.confidence ?? assistant.confidence.start
        let after = min(1, max(0, before + amount))
        if after != before { record(.confidenceChanged(to: after, cause: cause)) }
    }
}

extension Tracker.Owner {
    /// `desk`, `queue` or `agent`, as channels tell it.
    public var name: String {
        switch self {
        case .desk: "desk"
        case .queue: "queue"
        case .agent: "agent"
        }
    }
}
