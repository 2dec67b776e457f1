public import FrontdeskDialogue
import Logging

extension Desk {
    /// The state of a conversation as the store has it now, other processes' events included.
    public func tracker(_ conversation: String) async throws(DeskError) -> Tracker {
        let tracker = try await current(conversation)
        guard tracker.version > 0 else { throw .unknownConversation(conversation) }
        return tracker
    }

    /// Tells a conversation what happened elsewhere; an event whose id was told before changes nothing.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - conversation: The conversation's id.
    ///   - customer: Whom it concerns, and what the customer wishes to be told of. With it, an event that the assistant
    ///     may open a conversation about opens an unknown one; without the customer's consent nothing is said there.
    ///   - channel: The channel of a conversation that it opens.
    ///   - milliseconds: When; nil: now.
    /// - Returns: What the desk says to the customer about it.
    public func report(
        _ event: ExternalEvent,
        to conversation: String,
        about customer: CustomerProfile? = nil,
        channel: String = "library",
        at milliseconds: Int64? = nil
    ) async throws(DeskError) -> Notice {
        try await use(conversation) { run throws(DeskError) in
            let now = milliseconds ?? run.parts.clock.milliseconds
            let first = run.events.count
            if let id = event.id, run.tracker.knowsReport(id) { return Notice(conversation: conversation) }
            if let field = run.knowledge.machine.missingField(of: event) {
                throw .missingField(event: event.name, field: field)
            }
            if run.tracker.version == 0 {
                guard let customer, run.knowledge.machine.opensConversation(event.name) else {
                    throw .unknownConversation(conversation)
                }
                try await run.open(for: customer, channel: channel, at: now)
            }
            try await run.recallNotices(at: now)
            try await run.release(at: now)
            try await run.take(
                .reported(event.masked),
                at: run.knowledge.moment(at: now, for: run.tracker.customer)
            )
            return Notice(
                conversation: conversation,
                messages: run.events[first...].said,
                handoff: run.events[first...].handoff
            )
        }
    }

    /// Takes the latest turn back, or the messages that wait to become one.
    ///
    /// - Returns: The state without it.
    /// - Throws: ``DeskError/cannotUndo(conversation:reason:)`` when there is none, when it changed something outside
    ///   the conversation, or when an agent has acted since.
    public func undo(_ conversation: String) async throws(DeskError) -> Tracker {
        try await use(conversation) { run throws(DeskError) in
            try await run.undoLatestTurn()
        }
        return try await current(conversation)
    }

    /// What was written to the customer outside the turns that answer messages: by agents, or by the desk because
    /// something happened elsewhere, in this or another process.
    ///
    /// - Parameter version: Where the last call ended; 0 for all. The latest turn, if it has not ended yet, is left
    ///   for the next call.
    public func news(_ conversation: String, after version: Int) async throws(DeskError) -> News {
        do {
            return News(
                events: try await parts.store.events(of: conversation, after: version),
                after: version
            )
        } catch {
            throw .store(error)
        }
    }

    /// Brings to its end what a crash left half-done; to be called when a program starts.
    ///
    /// One conversation that cannot be brought to its end keeps none of the others from theirs.
    ///
    /// - Parameter only: The one conversation to look at; nil: all of them.
    /// - Throws: ``DeskError/store(_:)`` when the store does not tell which conversations those are.
    @discardableResult
    public func recover(_ only: String? = nil) async throws(DeskError) -> Recovery {
        var recovery = Recovery()
        try await findSilences(of: only)
        try await findHeld(of: only)
        for head in try await heads(.unsettled) where only == nil || head.conversation == only {
            recovery.count += 1
            do {
                try await use(head.conversation) { _ throws(DeskError) in }
            } catch {
                parts.logger?.warning("\(error)", metadata: ["conversation": "\(head.conversation)"])
                recovery.failures.append(Recovery.Failure(conversation: head.conversation, error: error))
            }
        }
        return recovery
    }

    func heads(_ selection: ConversationSelection) async throws(DeskError) -> [ConversationHead] {
        do { return try await parts.store.conversations(selection) } catch { throw .store(error) }
    }

    func current(_ id: String) async throws(DeskError) -> Tracker {
        let conversation = checkOut(id)
        defer { checkIn(id) }
        return try await conversation.current()
    }
}

extension Run {
    fileprivate mutating func undoLatestTurn() async throws(DeskError) {
        let conversation = tracker.conversation
        guard tracker.version > 0 else { throw .unknownConversation(conversation) }
        if tracker.held != nil { return undoHeld(at: parts.clock.milliseconds) }
        guard tracker.turn > 0 else {
            throw .cannotUndo(conversation: conversation, reason: "there is none")
        }
        let all: [Event]
        do { all = try await parts.store.events(of: conversation, after: 0) } catch { throw .store(error) }
        var ticket: String?
        for event in all.counted where event.turn == tracker.turn {
            switch event.fact {
            case .actionRequested(let request) where knowledge.hasEffects(request.action):
                let reason = "it ran '\(request.action)', which may have changed something"
                throw .cannotUndo(conversation: conversation, reason: reason)
            case .agentJoined(let agent), .agentSaid(let agent, _), .agentClosed(let agent):
                throw .cannotUndo(conversation: conversation, reason: "\(agent) has acted since")
            case .agentReturned(let agentReturn):
                throw .cannotUndo(conversation: conversation, reason: "\(agentReturn.agent) has acted since")
            case .handedOff(let handoff):
                ticket = handoff.id
            default:
                break
            }
        }
        undo(at: knowledge.moment(at: parts.clock.milliseconds, for: tracker.customer))
        if let ticket { afterStoring(.finish(ticket, .withdrawn)) }
    }
}

extension ExternalEvent {
    /// The event with card numbers and passwords masked.
    fileprivate var masked: ExternalEvent {
        var masked = self
        for (index, field) in fields.fields.enumerated() {
            guard case .text(let text) = field.value else { continue }
            masked.fields.fields[index].value = .text(Redaction.mask(text).text)
        }
        return masked
    }
}

extension News {
    fileprivate init(events: [Event], after version: Int) {
        items = []
        self.version = version
        var inTurn = false
        for (offset, event) in events.enumerated() {
            switch event.fact {
            case .received(let inbound):
                inTurn = inbound.burst == nil
            case .decided:
                inTurn = false
            case .agentSaid(let agent, let text):
                items.append(Item(at: event.at, agent: agent, text: text, choices: []))
            case .said(let outbound) where !inTurn:
                items.append(
                    Item(
                        at: event.at,
                        text: outbound.text,
                        choices: outbound.choices,
                        content: outbound.content,
                        route: outbound.route
                    )
                )
            default:
                break
            }
            if !inTurn { self.version = version + offset + 1 }
        }
    }
}
