import Frontdesk
import FrontdeskDialogue

/// Makes recorded conversations of a store's export.
enum ExportReader {
    static func read(_ bytes: [UInt8], path: String) throws(LogError) -> RecordedLog {
        let export: Export
        do { export = try Export(json: bytes) } catch {
            throw LogError(path: path, line: nil, message: "\(error).")
        }
        var log = RecordedLog(format: .export, path: path)
        for conversation in export.conversations.reversed() {
            log.conversations.append(self.conversation(conversation.head.conversation, conversation.events))
        }
        return log
    }

    /// The conversation that events tell.
    static func conversation(_ id: String, _ all: [Event]) -> RecordedConversation {
        let events = all.counted
        var result = RecordedConversation(id: id, endsAt: events.last?.at)
        var customer: CustomerProfile?
        var start = 0
        var isInTurn = false
        var waiting: [ExternalEvent] = []
        func close(before end: Int) {
            guard let last = result.steps.indices.last else { return }
            result.steps[last].seen = Observation(of: events[start..<end])
            result.steps[last].actions = actions(events[start..<end])
            start = end
        }
        for (place, event) in events.enumerated() {
            switch event.fact {
            case .opened(let opening): result.channel = opening.channel
            case .profileChanged(let profile) where !isInTurn: customer = profile
            case .decided: isInTurn = false
            default: break
            }
            if case .received = event.fact { isInTurn = true }
            guard !isTold(event, of: &waiting), let act = act(event, customer) else { continue }
            close(before: place)
            if case .message = act { customer = nil }
            if case .report = act { customer = nil }
            start = place
            result.steps.append(RecordedStep(act, at: event.at))
        }
        close(before: events.count)
        for case .handedOff(let handoff) in events.map(\.fact) {
            result.waits.append(
                handoff.position.map { QueueReading(position: $0, waitMinutes: handoff.waitMinutes) }
            )
        }
        return result
    }

    /// Whether an event only goes on with news that came before: they wait for something else now, or are told.
    private static func isTold(_ event: Event, of waiting: inout [ExternalEvent]) -> Bool {
        switch event.fact {
        case .reportDeferred(let deferred):
            if waiting.contains(deferred.report) { return true }
            waiting.append(deferred.report)
        case .reported(let report):
            guard let place = waiting.firstIndex(of: report) else { return false }
            waiting.remove(at: place)
            return true
        default: break
        }
        return false
    }

    /// What an event lets happen again; nil: it follows from others.
    private static func act(_ event: Event, _ customer: CustomerProfile?) -> RecordedStep.Act? {
        switch event.fact {
        case .held(let held): .message(message(held.inbound, customer))
        // What had waited is there already, message by message.
        case .received(let inbound) where inbound.burst == nil: .message(message(inbound, customer))
        case .agentJoined(let agent): .agent(.claim(agent: agent))
        case .agentSaid(let agent, let text): .agent(.say(agent: agent, text: text))
        case .agentReturned(let back): .agent(.giveBack(back))
        case .agentClosed(let agent): .agent(.close(agent: agent))
        case .reported(let event): .report(event, about: customer)
        case .reportDeferred(let deferred): .report(deferred.report, about: customer)
        case .rated(let rating): .rate(turn: rating.turn, message: nil, isUp: rating.isUp)
        default: nil
        }
    }

    /// Whether something happened with this event that does not follow from others.
    static func isAct(_ event: Event) -> Bool { act(event, nil) != nil }

    private static func message(_ inbound: Inbound, _ customer: CustomerProfile?) -> RecordedMessage {
        RecordedMessage(
            Masked.unmasked(inbound.text, inbound.redactions),
            id: inbound.id,
            choice: inbound.choice,
            form: inbound.form,
            attachments: inbound.attachments,
            customer: customer
        )
    }

    private static func actions(_ events: ArraySlice<Event>) -> [RecordedAction] {
        var requested: [String: ActionRequest] = [:]
        var slowTurns: Set<Int> = []
        var actions: [RecordedAction] = []
        for event in events {
            switch event.fact {
            case .said(let outbound) where outbound.isEarlyNotice: slowTurns.insert(event.turn)
            case .actionRequested(let request): requested[request.key] = request
            case .actionFinished(let result):
                guard let request = requested[result.key] else { continue }
                // Only one action of a turn can be the slow one; the notice stands between its two events.
                let isSlow = slowTurns.remove(event.turn) != nil
                actions.append(RecordedAction(request: request, result: result, isSlow: isSlow))
            default: break
            }
        }
        return actions
    }
}
