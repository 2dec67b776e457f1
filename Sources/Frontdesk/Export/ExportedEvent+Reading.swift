import FrontdeskDialogue
import FrontdeskMatching

extension ExportedEvent {
    /// Reads what belongs to an event's kind.
    static func fact(_ kind: Kind, from decoder: any Decoder) throws -> Fact {
        switch kind {
        case .opened: .opened(try Opening(from: decoder))
        case .profileChanged: .profileChanged(try CustomerProfile(from: decoder))
        case .held: .held(try HeldMessage(from: decoder))
        case .received: .received(try Inbound(from: decoder))
        case .understood: .understood(try Understanding(from: decoder))
        case .said: .said(try Outbound(from: decoder))
        case .decided: .decided(try DecisionRecord(from: decoder))
        case .flowCalled: .flowCalled(try CalledFlow(from: decoder))
        case .slotSet: .slotSet(try SlotEntry(from: decoder))
        case .timerFired: .timerFired(try FiredTimer(from: decoder))
        case .actionRequested: .actionRequested(try ActionRequest(from: decoder))
        case .actionFinished: .actionFinished(try ActionResult(from: decoder))
        case .handedOff: .handedOff(try Handoff(from: decoder))
        case .promised: .promised(try Promise(from: decoder))
        case .promiseChanged: .promiseChanged(try PromiseChange(from: decoder))
        case .promiseRefused: .promiseRefused(try PromiseRefusal(from: decoder))
        case .reportDeferred: .reportDeferred(try DeferredReport(from: decoder))
        case .agentReturned: .agentReturned(try AgentReturn(from: decoder))
        case .feedbackGiven: .feedbackGiven(try Feedback(from: decoder))
        case .rated: .rated(try Rating(from: decoder))
        case .memory: .memory(try MemoryChange(from: decoder))
        case .reported: .reported(try ExternalEvent(from: decoder))
        case .requestKept: .requestKept(try NextRequest(from: decoder))
        case .requestTaken: .requestTaken
        case .questionClosed: .questionClosed
        case .ticketWithdrawn: .ticketWithdrawn
        default: try parts(of: kind, try decoder.container(keyedBy: Field.self))
        }
    }

    private static func parts(of kind: Kind, _ fields: KeyedDecodingContainer<Field>) throws -> Fact {
        func text(_ field: Field) throws -> String { try fields.decode(String.self, forKey: field) }
        func textIfAny(_ field: Field) throws -> String? {
            try fields.decodeIfPresent(String.self, forKey: field)
        }
        return switch kind {
        case .flowStarted: .flowStarted(flow: try text(.flow), intent: try textIfAny(.intent))
        case .flowEnded:
            .flowEnded(
                flow: try text(.flow),
                outcome: try fields.decode(FlowOutcome.self, forKey: .outcome)
            )
        case .stateEntered: .stateEntered(flow: try text(.flow), state: try textIfAny(.state))
        case .slotCleared: .slotCleared(try text(.name))
        case .choicesShutOut:
            .choicesShutOut(slot: try text(.name), ids: try fields.decode([String].self, forKey: .ids))
        case .attemptFailed: .attemptFailed(try text(.name))
        case .questionOpened: .questionOpened(try fields.decode(OpenQuestion.self, forKey: .question))
        case .languageChanged:
            .languageChanged(
                to: try text(.language),
                cause: try fields.decode(LanguageCause.self, forKey: .cause)
            )
        case .confidenceChanged:
            .confidenceChanged(
                to: try fields.decode(Double.self, forKey: .confidence),
                cause: try fields.decode(ConfidenceCause.self, forKey: .cause)
            )
        case .feedbackAsked:
            .feedbackAsked(try fields.decode(FeedbackKind.self, forKey: .feedback))
        case .handoffRequested: .handoffRequested(try request(fields))
        case .ticketRaised: .ticketRaised(to: try fields.decode(Int.self, forKey: .priority))
        case .delivered: .delivered(through: try fields.decode(Int.self, forKey: .through))
        case .agentJoined: .agentJoined(agent: try text(.agent))
        case .agentSaid: .agentSaid(agent: try text(.agent), text: try text(.text))
        case .leaseExpired: .leaseExpired(agent: try text(.agent))
        case .agentClosed: .agentClosed(agent: try text(.agent))
        default: .undone(turn: try fields.decode(Int.self, forKey: .turn))
        }
    }

    private static func request(_ fields: KeyedDecodingContainer<Field>) throws -> HandoffRequest {
        let words = try fields.decodeIfPresent([String].self, forKey: .say) ?? []
        let variants = words.map { text in (try? Template(parsing: text)) ?? Template(text: text) }
        return HandoffRequest(
            queue: try fields.decode(String.self, forKey: .queue),
            reason: try fields.decode(HandoffReason.self, forKey: .reason),
            detail: try fields.decode(String.self, forKey: .detail),
            priority: try fields.decode(Int.self, forKey: .priority),
            say: variants.isEmpty ? nil : Response(variants: variants),
            isSilent: try fields.decodeIfPresent(Bool.self, forKey: .silent)
        )
    }
}
