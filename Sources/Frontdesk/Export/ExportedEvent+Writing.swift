import FrontdeskDialogue

extension ExportedEvent {
    /// Writes what belongs to an event's kind.
    static func write(_ fact: Fact, to encoder: any Encoder) throws {
        switch fact {
        case .opened(let opening): try opening.encode(to: encoder)
        case .profileChanged(let profile): try profile.encode(to: encoder)
        case .held(let message): try message.encode(to: encoder)
        case .received(let inbound): try inbound.encode(to: encoder)
        case .understood(let understanding): try understanding.encode(to: encoder)
        case .said(let outbound): try outbound.encode(to: encoder)
        case .decided(let record): try record.encode(to: encoder)
        case .flowCalled(let call): try call.encode(to: encoder)
        case .slotSet(let entry): try entry.encode(to: encoder)
        case .requestKept(let request): try request.encode(to: encoder)
        case .timerFired(let timer): try timer.encode(to: encoder)
        case .actionRequested(let request): try request.encode(to: encoder)
        case .actionFinished(let result): try result.encode(to: encoder)
        case .handedOff(let handoff): try handoff.encode(to: encoder)
        case .promised(let promise): try promise.encode(to: encoder)
        case .promiseChanged(let change): try change.encode(to: encoder)
        case .promiseRefused(let refusal): try refusal.encode(to: encoder)
        case .reportDeferred(let deferred): try deferred.encode(to: encoder)
        case .agentReturned(let back): try back.encode(to: encoder)
        case .feedbackGiven(let feedback): try feedback.encode(to: encoder)
        case .rated(let rating): try rating.encode(to: encoder)
        case .memory(let change): try change.encode(to: encoder)
        case .reported(let report): try report.encode(to: encoder)
        default: try writeParts(of: fact, to: encoder)
        }
    }

    private static func writeParts(of fact: Fact, to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        switch fact {
        case .flowStarted(let flow, let intent):
            try fields.encode(flow, forKey: .flow)
            try fields.encodeIfPresent(intent, forKey: .intent)
        case .flowEnded(let flow, let outcome):
            try fields.encode(flow, forKey: .flow)
            try fields.encode(outcome, forKey: .outcome)
        case .stateEntered(let flow, let state):
            try fields.encode(flow, forKey: .flow)
            try fields.encodeIfPresent(state, forKey: .state)
        case .slotCleared(let name), .attemptFailed(let name): try fields.encode(name, forKey: .name)
        case .choicesShutOut(let slot, let ids):
            try fields.encode(slot, forKey: .name)
            try fields.encode(ids, forKey: .ids)
        case .questionOpened(let question): try fields.encode(question, forKey: .question)
        case .languageChanged(let language, let cause):
            try fields.encode(language, forKey: .language)
            try fields.encode(cause, forKey: .cause)
        case .confidenceChanged(let confidence, let cause):
            try fields.encode(confidence, forKey: .confidence)
            try fields.encode(cause, forKey: .cause)
        case .handoffRequested(let request):
            try fields.encode(request.queue, forKey: .queue)
            try fields.encode(request.reason, forKey: .reason)
            try fields.encode(request.detail, forKey: .detail)
            try fields.encode(request.priority, forKey: .priority)
            // The assistant's own words, as its author wrote them.
            try fields.encodeIfPresent(request.isSilent, forKey: .silent)
            try fields.encodeIfPresent(request.say?.variants.map(\.source), forKey: .say)
        case .agentSaid(let agent, let text):
            try fields.encode(agent, forKey: .agent)
            try fields.encode(text, forKey: .text)
        case .agentJoined(let agent), .leaseExpired(let agent), .agentClosed(let agent):
            try fields.encode(agent, forKey: .agent)
        case .feedbackAsked(let kind): try fields.encode(kind, forKey: .feedback)
        case .ticketRaised(let priority): try fields.encode(priority, forKey: .priority)
        case .delivered(let version): try fields.encode(version, forKey: .through)
        case .undone(let turn): try fields.encode(turn, forKey: .turn)
        default: break
        }
    }
}
