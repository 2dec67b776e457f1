import FrontdeskDialogue
import FrontdeskMatching

/// An event by name, with the words that tell it from others: `flow_ended track_order resolved`.
struct EventLabel {
    let name: String
    let words: [String]

    var text: String { ([name] + words).joined(separator: " ") }

    init(_ fact: Fact) {
        (name, words) = Self.parts(fact)
    }

    private static func parts(_ fact: Fact) -> (String, [String]) {
        switch fact {
        case .opened(let opening): ("opened", [opening.channel, opening.assistant])
        case .profileChanged: ("profile_changed", [])
        case .held: ("held", [])
        case .received: ("received", [])
        case .understood(let understanding):
            ("understood", [understanding.rule.rawValue, understanding.intent].compactMap { $0 })
        case .said(let outbound): ("said", [outbound.kind.rawValue, outbound.origin])
        case .decided(let record): ("decided", [record.kind.rawValue, record.rule.rawValue])
        case .flowStarted(let flow, let intent): ("flow_started", [flow, intent].compactMap { $0 })
        case .flowCalled(let call): ("flow_called", [call.flow])
        case .timerFired(let timer): ("timer_fired", ["\(timer.seconds)s", timer.flow].compactMap { $0 })
        case .flowEnded(let flow, let outcome): ("flow_ended", [flow, outcome.rawValue])
        case .stateEntered(let flow, let state): ("state_entered", ["\(flow)/\(state ?? "slots")"])
        case .slotSet(let entry): ("slot_set", [entry.name, entry.source.rawValue])
        case .slotCleared(let name): ("slot_cleared", [name])
        case .choicesShutOut(let slot, let ids): ("choices_shut_out", [slot] + ids)
        case .requestKept(let request): ("request_kept", [request.intent])
        case .requestTaken: ("request_taken", [])
        case .attemptFailed(let name): ("attempt_failed", [name])
        case .questionOpened: ("question_opened", [])
        case .questionClosed: ("question_closed", [])
        case .actionRequested(let request): ("action_requested", [request.action])
        case .actionFinished(let result): ("action_finished", [result.outcome])
        case .languageChanged(let language, let cause): ("language_changed", [language, cause.rawValue])
        case .confidenceChanged(_, let cause): ("confidence_changed", [cause.rawValue])
        case .handoffRequested(let request): ("handoff_requested", [request.queue, request.reason.rawValue])
        case .handedOff(let handoff): ("handed_off", [handoff.queue, handoff.reason.rawValue])
        case .ticketWithdrawn: ("ticket_withdrawn", [])
        case .promised: ("promised", [])
        case .promiseChanged(let change):
            ("promise_\(change.kind.rawValue)", (change.by ?? "").split(separator: " ").map(String.init))
        case .promiseRefused(let refusal): ("promise_refused", [refusal.reason.rawValue])
        case .ticketRaised(let priority): ("ticket_raised", [String(priority)])
        case .reportDeferred(let deferred): ("report_deferred", [deferred.report.name])
        case .delivered: ("delivered", [])
        case .agentJoined(let agent): ("agent_joined", [agent])
        case .agentSaid(let agent, _): ("agent_said", [agent])
        case .agentReturned(let agentReturn):
            ("agent_returned", [agentReturn.agent, agentReturn.outcome.rawValue])
        case .agentClosed(let agent): ("agent_closed", [agent])
        case .leaseExpired(let agent): ("lease_expired", [agent])
        case .reported(let event): (event.name, [])
        case .feedbackAsked(let kind): ("feedback_asked", [kind.rawValue])
        case .feedbackGiven(let feedback):
            ("feedback_given", [feedback.kind.rawValue, String(feedback.score)])
        case .rated(let rating): ("rated", [String(rating.turn), rating.isUp ? "up" : "down"])
        case .memory(.recalled(let memory)): ("recalled", [String(memory.conversations)])
        case .memory(.consent(let isGiven)): ("consent", [isGiven ? "given" : "refused"])
        case .memory(.learnt(let values)): ("learnt", values.map(\.name))
        case .memory(.forgotten(let names)): ("forgotten", names)
        case .undone(let turn): ("undone", [String(turn)])
        }
    }
}
