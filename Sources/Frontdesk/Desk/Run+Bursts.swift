public import FrontdeskDialogue

/// What came of messages that had waited, before the one that ended their waiting.
public struct ReleasedBurst: Sendable, Hashable, Codable {
    /// How many events the conversation had before; what was said stands behind.
    public var after: Int
    /// What the desk said to them; ``Desk/news(_:after:)`` has it, too.
    public var messages: [Outbound]
    /// The handoff made, if one was.
    public var handoff: Handoff?
}

extension Run {
    /// The reply to a message that waits already, or waited until its burst was answered; nil for others.
    func repliedHold(to prepared: PreparedMessage) -> Reply? {
        guard let id = prepared.message.id, let held = tracker.held, held.holds(id) else { return nil }
        return heldReply(to: prepared, turn: tracker.turn + 1, until: held.until, isRedelivery: true)
    }

    /// What is told of a message that waits, or waited, for what follows.
    func heldReply(
        to prepared: PreparedMessage,
        turn: Int,
        until: Int64?,
        isRedelivery: Bool = false
    ) -> Reply {
        Reply(
            conversation: tracker.conversation,
            inReplyTo: prepared.message.id,
            turn: TurnSummary(holding: turn),
            isRedelivery: isRedelivery,
            heldUntil: until
        )
    }

    /// Answers what waits when this message must not, or no longer can, join it.
    mutating func releaseBefore(
        _ prepared: PreparedMessage,
        at now: Int64
    ) async throws(DeskError) -> ReleasedBurst? {
        guard let held = tracker.held else { return nil }
        let together = held.text.utf8.count + 1 + prepared.inbound.text.utf8.count
        let fits = together <= DialogueMachine.utteranceLimit
        guard held.until <= now || !fits || !mayWait(prepared) else { return nil }
        // What is told early belongs to the message that is being answered.
        let told = early
        early = nil
        defer { early = told }
        return try await release(at: now)
    }

    /// Holds the message back when its channel lets customers write in bursts.
    ///
    /// - Returns: What is told of it; nil: it is to be answered now.
    mutating func hold(_ prepared: PreparedMessage, at now: Int64) async throws(DeskError) -> Reply? {
        guard let window = knowledge.burst(on: tracker.channel), mayWait(prepared) else { return nil }
        // A clock elsewhere that is fast keeps nobody waiting.
        let start = min(now, parts.clock.milliseconds)
        let last = (tracker.held?.since ?? start) + window * Int64(Channel.burstWindows)
        let until = min(start + window, last)
        try await take(
            .held(HeldMessage(inbound: prepared.inbound, until: until)),
            at: knowledge.moment(at: now, for: tracker.customer)
        )
        return heldReply(to: prepared, turn: tracker.turn + 1, until: until)
    }

    /// Reads what waits as one message, and answers it.
    ///
    /// - Returns: What came of it; nil when nothing waits.
    @discardableResult
    mutating func release(at now: Int64) async throws(DeskError) -> ReleasedBurst? {
        guard let inbound = tracker.held?.joined else { return nil }
        let version = tracker.version
        let first = events.count
        try await noticeLostLease(at: now)
        let moment = knowledge.moment(at: now, for: tracker.customer)
        try await take(try await input(for: inbound, isTooLong: false, at: moment), at: moment)
        return ReleasedBurst(
            after: version,
            messages: events[first...].said,
            handoff: events[first...].handoff
        )
    }

    /// Whether more may follow a message that changes what it means: not a button, a form, a file, the number of a
    /// choice, a call for a human, or what is written to an agent.
    private func mayWait(_ prepared: PreparedMessage) -> Bool {
        let inbound = prepared.inbound
        if case .agent = tracker.owner { return false }
        return prepared.problem == nil && inbound.choice == nil && inbound.form == nil
            && inbound.attachments.isEmpty && !inbound.text.isEmpty && !tracker.isChoiceNumber(inbound.text)
            && !knowledge.machine.isUrgent(match(inbound))
    }
}

extension Desk {
    /// The conversations of which this process knows that messages wait in them until the customer has stopped writing.
    public var holdingConversations: [DueConversation] { parts.checks.withLock { $0.holding } }

    /// Answers what waits in a conversation at once, as when the program ends; nothing happens when nothing waits.
    ///
    /// - Returns: What the desk says to the customer.
    public func answerHeld(in conversation: String) async throws(DeskError) -> Notice {
        try await use(conversation) { run throws(DeskError) in
            let released = try await run.release(at: run.parts.clock.milliseconds)
            return Notice(
                conversation: conversation,
                messages: released?.messages ?? [],
                handoff: released?.handoff
            )
        }
    }

    /// Finds the messages that a process before this one held back.
    func findHeld(of only: String?) async throws(DeskError) {
        let windows = knowledge.bursts
        guard !windows.isEmpty else { return }
        let latest = clock.milliseconds + Int64(Channel.longestBurst)
        for head in try await heads(.due(before: latest))
        where head.pending.heldUntil != nil && head.assistant == assistant.name
            && (only == nil || head.conversation == only)
        {
            parts.noteCheck(of: try await tracker(head.conversation), knowledge)
        }
    }
}
