import FrontdeskDialogue

/// A contact that is being read.
struct OpenContact {
    /// What a message was to the desk.
    enum Saying {
        case request(String), thanks, other
    }

    /// The latest thing that counts for how it ends.
    enum Point {
        case none, answered, missed, notDone, cancelled, leftMidForm, agentDone, needsFollowUp, leftQueue
    }

    struct OpenRating {
        var turn: Int
        var rated: RatedIntent
    }

    var begin: Int64
    var end: Int64
    /// The turn of its first message.
    var firstTurn = 0
    var messages = 0
    var topics: [String] = []
    var matchable = 0
    var unanswered: [String] = []
    var flows: [FlowSteps] = []
    var handoffs: [HandoffCourse] = []
    var asked: [FeedbackKind: Int] = [:]
    var feedback: [Feedback] = []
    var ratings: [OpenRating] = []
    /// The ticket that is open.
    var ticket: String?
    /// How many messages had come when the latest answer was given.
    var answeredMessages = 0

    private var point = Point.none
    private var pointMessages = 0
    private var answeredTurn = 0
    private var saying = Saying.other
    private var isThanked = false
    private var hasAskedHuman = false
    private var isHumanCalled = false
    private var hasAgentSpoken = false
    private var hasDeskAnswered = false
    private var question: OpenQuestion?
    /// The flows under way, and how many messages had come when each began; called ones have no number.
    private var running: [(flow: String, messages: Int?)] = []
    private var sentiment = 0.0
    private var silenceAt: Int64?
    private var flowEndTurn = 0

    init(begin: Int64) {
        self.begin = begin
        end = begin
    }

    mutating func receive(_ event: Event) {
        if messages == 0 {
            begin = event.at
            firstTurn = event.turn
        }
        messages += 1
        end = event.at
        sentiment = 0
        saying = .other
    }

    /// Takes the latest message back: it answered a question about the service.
    mutating func discountMessage() { messages -= 1 }

    mutating func understand(_ understanding: Understanding, _ saying: Saying) {
        self.saying = saying
        // "That did not help" is as clear as any unhappy word.
        sentiment = understanding.rule == .unhelped ? -1 : understanding.sentiment
        switch understanding.rule {
        case .pattern, .confident, .ambiguous, .noMatch, .sentiment: matchable += 1
        case .humanAsked: hasAskedHuman = ticket == nil
        default: break
        }
        if case .request(let intent) = saying, understanding.rule != .control { ask(for: intent) }
    }

    mutating func ask(for intent: String) {
        if !topics.contains(intent) { topics.append(intent) }
    }

    mutating func rate(_ rating: Rating, intent: String?) {
        ratings.removeAll { $0.turn == rating.turn }
        ratings.append(OpenRating(turn: rating.turn, rated: RatedIntent(intent: intent, isUp: rating.isUp)))
    }

    mutating func apply(_ event: Event) {
        switch event.fact {
        case .said: end = event.at
        case .decided(let record): decide(record, event)
        case .questionOpened(let opened): question = opened
        case .questionClosed: question = nil
        case .timerFired: silenceAt = event.at
        case .flowStarted(let flow, _): running.append((flow, messages))
        case .flowCalled(let call): running.append((call.flow, nil))
        case .flowEnded(_, let outcome): endFlow(outcome, event)
        case .feedbackAsked(let kind): asked[kind, default: 0] += 1
        default: applyHandoff(event)
        }
    }

    private mutating func decide(_ record: DecisionRecord, _ event: Event) {
        if record.rule == .noMatch || record.kind == .clarify {
            reach(.missed)
        } else if record.kind == .answer {
            switch saying {
            // How a flow ended in this turn says more than that something was said.
            case .request: if flowEndTurn != event.turn { answer(event) }
            case .thanks: isThanked = isThanked || point == .answered || point == .agentDone
            case .other: break
            }
        }
    }

    private mutating func answer(_ event: Event) {
        reach(.answered)
        hasDeskAnswered = true
        isThanked = false
        answeredMessages = messages
        answeredTurn = event.turn
    }

    private mutating func reach(_ point: Point) {
        self.point = point
        pointMessages = messages
    }

    private mutating func endFlow(_ outcome: FlowOutcome, _ event: Event) {
        guard let run = running.popLast(), let began = run.messages else { return }
        flowEndTurn = event.turn
        switch outcome {
        case .unresolved: reach(silenceAt == event.at ? .leftMidForm : .notDone)
        case .cancelled: reach(.cancelled)
        default:
            answer(event)
            if outcome == .resolved {
                flows.append(FlowSteps(flow: run.flow, steps: max(1, messages - began + 1)))
            }
        }
    }

    mutating func take(_ given: Feedback) {
        // What is written about a score belongs to it.
        if let last = feedback.last, last.kind == given.kind, last.text == nil, given.text != nil,
            last.score == given.score
        {
            feedback.removeLast()
        }
        feedback.append(given)
    }

    // MARK: Humans

    private mutating func applyHandoff(_ event: Event) {
        switch event.fact {
        case .handoffRequested: isHumanCalled = true
        case .handedOff(let handoff):
            ticket = handoff.id
            hasAskedHuman = false
            reach(.none)
            handoffs.append(HandoffCourse(queue: handoff.queue, reason: handoff.reason, at: event.at))
        case .ticketWithdrawn:
            endTicket { $0.withdrawnAt = event.at }
            reach(.leftQueue)
        case .agentJoined: changeHandoff { $0.claimedAt = $0.claimedAt ?? event.at }
        case .agentSaid:
            end = event.at
            hasAgentSpoken = true
            changeHandoff { $0.firstWordAt = $0.firstWordAt ?? event.at }
        case .agentReturned(let back):
            endTicket { $0.endedAt = event.at }
            end = max(end, event.at)
            settle(back.outcome)
        case .agentClosed:
            endTicket { $0.endedAt = event.at }
            end = max(end, event.at)
            settle(.resolved)
        default: break
        }
    }

    private mutating func settle(_ outcome: AgentReturn.Outcome) {
        question = nil
        isThanked = false
        switch outcome {
        case .resolved: reach(.agentDone)
        case .needsFollowUp: reach(.needsFollowUp)
        case .needsDesk: return
        }
        running = []
        answeredMessages = messages
    }

    private mutating func changeHandoff(_ change: (inout HandoffCourse) -> Void) {
        guard let last = handoffs.indices.last else { return }
        change(&handoffs[last])
    }

    private mutating func endTicket(_ change: (inout HandoffCourse) -> Void) {
        ticket = nil
        changeHandoff(change)
    }

    // MARK: The end

    var servedBy: Server { hasAgentSpoken ? (hasDeskAnswered ? .both : .agent) : .desk }

    /// Whether the customer wanted nothing in it.
    var isEmpty: Bool { messages == 0 && handoffs.isEmpty }

    var isContained: Bool { !isHumanCalled && !hasAgentSpoken && handoffs.isEmpty }

    /// How it ended; of several reasons the first one in the order of ``Cause``.
    func ending(_ rules: MeasureRules) -> Ending {
        if ticket != nil { return .withHuman }
        if isDispleased { return .unresolved(.negativeFeedback) }
        if point == .needsFollowUp { return .unresolved(.needsFollowUp) }
        if isSettled {
            if isThanked || isPleased { return .confirmedByCustomer }
            if point == .agentDone, !isUnhappy { return .confirmedByAgent }
        }
        if rules.asOf - end < rules.silence { return .tooEarly }
        return left
    }

    /// How it ended when nobody said anything about it.
    private var left: Ending {
        if hasAskedHuman { return .unresolved(.askedHumanNotServed) }
        if point == .missed { return .abandoned(.leftAfterFallback) }
        if point == .leftMidForm || !running.isEmpty || isAsking { return .abandoned(.leftMidForm) }
        if point == .leftQueue { return .abandoned(.leftQueue) }
        if isUnhappy { return .unresolved(.negativeEnd) }
        switch point {
        case .notDone: return .unresolved(.notDone)
        case .cancelled: return .abandoned(.cancelled)
        case .answered: return .answered
        default: return topics.isEmpty ? .abandoned(.noRequest) : .unresolved(.noAnswer)
        }
    }

    private var isSettled: Bool {
        (point == .answered || point == .agentDone) && running.isEmpty && !isAsking
    }

    /// Whether something is open that was asked for the customer's sake: an answer about the service, or leave to remember
    /// something, may stay out.
    private var isAsking: Bool {
        switch question {
        case nil, .suggestion, .feedback, .feedbackComment, .remembering: false
        default: true
        }
    }

    /// Whether the last message, behind the latest answer, sounds unhappy.
    private var isUnhappy: Bool { sentiment <= -0.5 && messages > pointMessages }

    private var isDispleased: Bool {
        let scores = feedback.last { $0.kind != .nps }
        if let scores { return scores.kind.lowest.contains(scores.score) }
        return ratings.contains { $0.turn == answeredTurn && !$0.rated.isUp }
    }

    private var isPleased: Bool {
        let score = feedback.last { $0.kind != .nps }
        if let score { return score.score >= (score.kind == .csat ? 4 : 5) }
        return ratings.contains { $0.turn == answeredTurn && $0.rated.isUp }
    }
}
