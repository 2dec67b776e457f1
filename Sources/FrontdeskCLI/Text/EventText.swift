import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskPipe

/// Lists the events of a conversation, one a line, with their numbers and turns.
enum EventText {
    static func text(of events: [Event], style: Style) -> String {
        var turn = -1
        return events.enumerated().map { index, event in
            let number = padded("\(index + 1)", to: 4)
            let lead = event.turn == turn ? padded("", to: 8) : padded("turn \(event.turn)", to: 8)
            turn = event.turn
            let (name, detail) = parts(event.fact)
            let room = max(20, Terminal.width - 36)
            let shown = Wrapping.printable(detail.split(whereSeparator: \.isNewline).joined(separator: " "))
            let cut = shown.count > room ? shown.prefix(room - 1) + "…" : shown
            return
                "\(number)  \(style.dim(lead))  \(name + String(repeating: " ", count: max(0, 17 - name.count)))"
                + "  \(cut)\n"
        }.joined()
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func parts(_ fact: Fact) -> (String, String) {
        switch fact {
        case .opened(let opening): ("opened", "\(opening.conversation) by \(opening.channel)")
        case .profileChanged(let profile):
            (
                "customer",
                [profile.name, profile.email, profile.phone, profile.id].compactMap(\.self).joined(
                    separator: ", "
                )
            )
        case .held(let message): ("held", message.inbound.text)
        case .received(let inbound):
            ("received", inbound.choice.map { "\(inbound.text) [\($0)]" } ?? inbound.text)
        case .understood(let found): ("understood", "\(found.intent ?? "nothing") by \(found.rule.rawValue)")
        case .said(let outbound): ("said", outbound.text)
        case .decided(let record): ("decided", decision(record))
        case .flowStarted, .flowCalled, .timerFired, .flowEnded, .stateEntered, .slotSet, .slotCleared,
            .choicesShutOut,
            .attemptFailed, .questionOpened,
            .questionClosed, .actionRequested, .actionFinished:
            flowParts(fact)
        default: otherParts(fact)
        }
    }

    private static func flowParts(_ fact: Fact) -> (String, String) {
        switch fact {
        case .flowStarted(let flow, _): ("flow started", flow)
        case .flowCalled(let call): ("flow called", call.flow)
        case .timerFired(let timer):
            (
                "silence",
                "\(timer.seconds) s in \([timer.flow, timer.state ?? timer.slot].compactMap { $0 }.joined(separator: "/"))"
            )
        case .flowEnded(let flow, let outcome): ("flow ended", "\(flow): \(outcome.rawValue)")
        case .stateEntered(let flow, let state): ("state", "\(flow)/\(state ?? "slots")")
        case .slotSet(let entry):
            (
                "slot set",
                "\(entry.name) = \(entry.display) from \(entry.source.rawValue)"
                    + (entry.refersTo.map { ", as in turn \($0)" } ?? "")
            )
        case .slotCleared(let name): ("slot cleared", name)
        case .choicesShutOut(let slot, let ids): ("not wanted", "\(slot): \(ids.joined(separator: ", "))")
        case .attemptFailed(let name): ("did not fit", name)
        case .questionOpened(let question): ("question", StateText.waiting(question))
        case .questionClosed: ("question closed", "")
        case .actionRequested(let request):
            ("action", "\(request.action)(\(request.arguments.fields.map(\.name).joined(separator: ", ")))")
        case .actionFinished(let result): ("action finished", result.failure ?? result.outcome)
        default: otherParts(fact)
        }
    }

    private static func otherParts(_ fact: Fact) -> (String, String) {
        switch fact {
        case .requestKept(let request): ("kept for later", request.intent)
        case .requestTaken: ("taken up", "")
        case .languageChanged(let language, let cause): ("language", "\(language) (\(cause.rawValue))")
        case .confidenceChanged(let value, let cause):
            ("confidence", "\(Int((value * 100).rounded())) % (\(cause.rawValue))")
        case .handoffRequested(let request):
            ("handoff wanted", "\(request.queue), \(request.reason.rawValue)")
        case .handedOff(let handoff):
            ("handed off", "\(handoff.id) to \(handoff.queue), \(handoff.reason.rawValue)")
        case .ticketWithdrawn: ("ticket withdrawn", "")
        case .promised(let promise): ("promised", promise.text)
        case .promiseChanged(let change):
            (
                "promise \(change.kind.rawValue)",
                [change.id, change.by].compactMap { $0 }.joined(separator: " by ")
            )
        case .promiseRefused(let refusal): ("not promised", "\(refusal.text) (\(refusal.reason.rawValue))")
        case .ticketRaised(let priority): ("ticket raised", "priority \(priority)")
        case .reportDeferred(let deferred): ("told later", deferred.report.name)
        case .delivered(let version): ("delivered", "up to event \(version)")
        case .agentJoined(let agent): ("agent joined", agent)
        case .agentSaid(let agent, let text): ("agent said", "\(agent): \(text)")
        case .leaseExpired(let agent): ("claim ran out", agent)
        case .agentReturned(let back):
            ("agent returned", "\(back.agent): \(back.outcome.rawValue) \(back.note ?? "")")
        case .agentClosed(let agent): ("agent closed", agent)
        case .reported(let event): ("reported", event.name)
        case .feedbackAsked(let kind): ("feedback asked", kind.rawValue)
        case .feedbackGiven(let feedback):
            ("feedback", "\(feedback.kind.rawValue) \(feedback.score) \(feedback.text ?? "")")
        case .rated(let rating): ("rated", "turn \(rating.turn) \(rating.isUp ? "up" : "down")")
        case .memory(let change): ("memory", memory(change))
        case .undone(let turn): ("taken back", "turn \(turn)")
        default: ("event", JSON.encoding(fact).text)
        }
    }

    private static func memory(_ change: MemoryChange) -> String {
        switch change {
        case .recalled(let memory): "\(memory.conversations) conversations before"
        case .consent(let isGiven): isGiven ? "consent given" : "consent refused"
        case .learnt(let values):
            "learnt \(values.map { "\($0.name) \($0.display)" }.joined(separator: ", "))"
        case .forgotten(let names): "forgot \(names.joined(separator: ", "))"
        }
    }

    private static func decision(_ record: DecisionRecord) -> String {
        let intent = record.intent.map { " \($0)" } ?? ""
        return "\(record.kind.rawValue)\(intent) by \(record.rule.rawValue)"
    }
}
