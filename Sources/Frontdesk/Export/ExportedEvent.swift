import FrontdeskDialogue

/// An event as an export writes it: `kind`, `at`, `turn`, `by`, and what belongs to the kind under `fields`.
struct ExportedEvent: Codable {
    let event: Event

    enum Key: String, CodingKey { case kind, at, turn, by, fields }

    /// The fields of the kinds that have no type of their own.
    enum Field: String, CodingKey {
        case flow, intent, outcome, state, name, question, language, cause, confidence, agent, text, turn
        case queue, reason, detail, priority, say, ids, silent, through, feedback
    }

    init(_ event: Event) {
        self.event = event
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let kind = Kind(event.fact)
        try container.encode(kind, forKey: .kind)
        try container.encode(event.at, forKey: .at)
        try container.encode(event.turn, forKey: .turn)
        try container.encode(kind.author, forKey: .by)
        guard kind.hasFields else { return }
        try Self.write(event.fact, to: container.superEncoder(forKey: .fields))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let kind = try container.decode(Kind.self, forKey: .kind)
        let fields = kind.hasFields ? try container.superDecoder(forKey: .fields) : decoder
        event = Event(
            at: try container.decode(Int64.self, forKey: .at),
            turn: try container.decode(Int.self, forKey: .turn),
            fact: try Self.fact(kind, from: fields)
        )
    }
}

extension ExportedEvent {
    /// What can happen, by name.
    enum Kind: String, Codable, CaseIterable {
        case opened
        case profileChanged = "profile_changed"
        case held, received, understood, said, decided
        case flowStarted = "flow_started", flowCalled = "flow_called", flowEnded = "flow_ended"
        case stateEntered = "state_entered"
        case slotSet = "slot_set", slotCleared = "slot_cleared", attemptFailed = "attempt_failed"
        case choicesShutOut = "choices_shut_out"
        case requestKept = "request_kept", requestTaken = "request_taken"
        case questionOpened = "question_opened", questionClosed = "question_closed"
        case timerFired = "timer_fired"
        case actionRequested = "action_requested", actionFinished = "action_finished"
        case languageChanged = "language_changed", confidenceChanged = "confidence_changed"
        case handoffRequested = "handoff_requested", handedOff = "handed_off"
        case ticketWithdrawn = "ticket_withdrawn"
        case promised, promiseChanged = "promise_changed", promiseRefused = "promise_refused"
        case ticketRaised = "ticket_raised", reportDeferred = "report_deferred", delivered
        case agentJoined = "agent_joined", agentSaid = "agent_said", leaseExpired = "lease_expired"
        case agentReturned = "agent_returned", agentClosed = "agent_closed"
        case feedbackAsked = "feedback_asked", feedbackGiven = "feedback_given", rated
        case memory
        case reported, undone

        /// Whether there is anything to say beside when it happened.
        var hasFields: Bool { self != .questionClosed && self != .requestTaken && self != .ticketWithdrawn }

        /// Who did it: the customer, an agent, another system, or the desk.
        var author: String {
            switch self {
            case .opened, .held, .received, .ticketWithdrawn, .feedbackGiven, .rated, .undone: "customer"
            case .agentJoined, .agentSaid, .agentReturned, .agentClosed: "agent"
            case .profileChanged, .reported, .reportDeferred: "system"
            default: "desk"
            }
        }

        init(_ fact: Fact) {
            self =
                switch fact {
                case .opened: .opened
                case .profileChanged: .profileChanged
                case .held: .held
                case .received: .received
                case .understood: .understood
                case .said: .said
                case .decided: .decided
                case .flowStarted: .flowStarted
                case .flowCalled: .flowCalled
                case .flowEnded: .flowEnded
                case .stateEntered: .stateEntered
                case .slotSet: .slotSet
                case .slotCleared: .slotCleared
                case .choicesShutOut: .choicesShutOut
                case .requestKept: .requestKept
                case .requestTaken: .requestTaken
                case .attemptFailed: .attemptFailed
                case .questionOpened: .questionOpened
                case .questionClosed: .questionClosed
                case .timerFired: .timerFired
                case .actionRequested: .actionRequested
                case .actionFinished: .actionFinished
                case .languageChanged: .languageChanged
                case .confidenceChanged: .confidenceChanged
                case .handoffRequested: .handoffRequested
                case .handedOff: .handedOff
                case .ticketWithdrawn: .ticketWithdrawn
                case .promised: .promised
                case .promiseChanged: .promiseChanged
                case .promiseRefused: .promiseRefused
                case .ticketRaised: .ticketRaised
                case .reportDeferred: .reportDeferred
                case .delivered: .delivered
                case .agentJoined: .agentJoined
                case .agentSaid: .agentSaid
                case .leaseExpired: .leaseExpired
                case .agentReturned: .agentReturned
                case .agentClosed: .agentClosed
                case .feedbackAsked: .feedbackAsked
                case .feedbackGiven: .feedbackGiven
                case .rated: .rated
                case .memory: .memory
                case .reported: .reported
                case .undone: .undone
                }
        }
    }
}
