public import FrontdeskDialogue

extension Desk {
    /// Does what an agent does with a conversation: claim, say, give back, close.
    ///
    /// - Parameters:
    ///   - conversation: The conversation's id.
    ///   - act: What the agent does.
    ///   - token: The token of the claim, which proves that nobody else took the ticket since; nil goes by the
    ///     agent's name alone.
    ///   - milliseconds: When; nil: now.
    /// - Returns: What the desk says to the customer about it, and the agent's lease while there is one.
    /// - Throws: ``DeskError``; nothing was written then.
    public func agent(
        _ conversation: String,
        _ act: AgentAct,
        token: Int? = nil,
        at milliseconds: Int64? = nil
    ) async throws(DeskError) -> Notice {
        try await use(conversation) { run throws(DeskError) in
            try await run.act(act, token: token, at: milliseconds)
        }
    }
}

extension Run {
    mutating func act(
        _ act: AgentAct,
        token: Int?,
        at milliseconds: Int64?
    ) async throws(DeskError) -> Notice {
        guard tracker.version > 0 else { throw .unknownConversation(tracker.conversation) }
        guard let ticket = tracker.ticket else { throw .noTicket(conversation: tracker.conversation) }
        let now = milliseconds ?? parts.clock.milliseconds
        let lease = try await lease(of: ticket.id, for: act, token: token, at: now)
        if case .claim(let agent) = act, tracker.owner == .agent(agent) {
            return Notice(conversation: tracker.conversation, lease: lease)
        }
        let first = events.count
        try await release(at: now)
        let moment = knowledge.moment(at: now, for: tracker.customer)
        try await take(.agent(act.masked), at: moment)
        let notice = Notice(conversation: tracker.conversation, messages: events[first...].said)
        switch act {
        case .claim, .say:
            return Notice(conversation: notice.conversation, messages: notice.messages, lease: lease)
        case .giveBack:
            afterStoring(.finish(ticket.id, .returned))
        case .close:
            afterStoring(.finish(ticket.id, .closed))
        }
        return notice
    }

    private func lease(
        of ticket: String,
        for act: AgentAct,
        token: Int?,
        at now: Int64
    ) async throws(DeskError) -> Lease {
        do {
            switch act {
            case .claim(let agent):
                return try await parts.queue.claim(ticket, by: agent, at: now)
            case .say(let agent, _), .close(let agent):
                return try await parts.queue.renew(ticket, agent: agent, token: token, at: now)
            case .giveBack(let agentReturn):
                return try await parts.queue.renew(ticket, agent: agentReturn.agent, token: token, at: now)
            }
        } catch {
            throw .queue(error)
        }
    }
}

extension AgentAct {
    /// The act with card numbers and passwords masked.
    fileprivate var masked: AgentAct {
        switch self {
        case .claim, .close: return self
        case .say(let agent, let text):
            return .say(agent: agent, text: Redaction.mask(text).text)
        case .giveBack(var agentReturn):
            agentReturn.note = agentReturn.note.map { Redaction.mask($0).text }
            return .giveBack(agentReturn)
        }
    }
}

extension Sequence<Event> {
    /// The desk's messages among the events.
    var said: [Outbound] {
        compactMap { event in
            if case .said(let outbound) = event.fact { outbound } else { nil }
        }
    }
}
