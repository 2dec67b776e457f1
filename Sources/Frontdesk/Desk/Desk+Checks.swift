import FrontdeskDialogue

/// A conversation in which time asks for something.
public struct DueConversation: Sendable, Hashable {
    /// The conversation's id.
    public var conversation: String
    /// The channel it came through.
    public var channel: String

    /// Makes one.
    public init(conversation: String, channel: String) {
        self.conversation = conversation
        self.channel = channel
    }
}

extension Desk {
    /// The conversations in which time asks for something now, by id.
    ///
    /// That is a silence that is over, a promise that comes near or is missed, something that was to be told later.
    /// What this process has seen is known to the millisecond. What other processes left to do is asked of the store, at
    /// most once a second, by an index. Hand each to ``attend(to:)``; one that another process was faster with has
    /// nothing left to do then.
    public func dueConversations() async throws(DeskError) -> [DueConversation] {
        let now = clock.milliseconds
        if parts.checks.withLock({ $0.mayPoll(at: now) }) {
            let heads = try await heads(.due(before: now)).filter { $0.assistant == assistant.name }
            parts.checks.withLock { $0.take(heads) }
        }
        return parts.checks.withLock { $0.due(at: now) }
    }

    /// Whether time asks for something in a conversation, as far as this process has seen, or found when it last asked
    /// the store.
    public func isDue(_ conversation: String) -> Bool {
        let now = clock.milliseconds
        return parts.checks.withLock { $0[conversation].map { $0.dueAt <= now } ?? false }
    }

    /// When time asks for something in a conversation next, in milliseconds since 1970; nil when it does not.
    public func nextCheck(of conversation: String) async throws(DeskError) -> Int64? {
        knowledge.machine.nextCheck(try await current(conversation))
    }

    /// Does what time asks for in a conversation.
    ///
    /// Nothing happens while nothing is due, and nothing twice: what is done is recorded under the conversation's
    /// version, and a process that another one was faster than finds nothing left to do.
    ///
    /// - Parameter early: Is called, at most once, when a slow action still runs; what was said until then is stored.
    /// - Returns: What the desk says to the customer by itself.
    public func attend(
        to conversation: String,
        early: EarlyMessages? = nil
    ) async throws(DeskError) -> Notice {
        try await use(conversation) { run throws(DeskError) in
            guard run.tracker.version > 0 else { throw .unknownConversation(conversation) }
            let first = run.events.count
            run.early = early
            try await run.doWhatIsDue(by: self)
            return Notice(
                conversation: conversation,
                messages: run.events[first...].said,
                handoff: run.events[first...].handoff
            )
        }
    }

    /// Records that everything written to the customer up to a version has left; it is not handed out again after a
    /// restart.
    public func noteDelivery(in conversation: String, through version: Int) async throws(DeskError) {
        try await use(conversation) { run throws(DeskError) in
            guard run.tracker.version >= version else { return }
            run.note(.delivered(through: version), at: run.parts.clock.milliseconds)
        }
    }

    /// How many conversations are looked through for silences when a program starts.
    private static let searchLimit = 1000
    /// How long after a silence is over it still counts, in milliseconds: a day.
    private static let grace: Int64 = 86_400_000

    /// Finds the silences that a process before this one waited for; promises are found in the store at any time.
    func findSilences(of only: String?) async throws(DeskError) {
        guard let longest = knowledge.machine.longestSilence else { return }
        let oldest = clock.milliseconds - Int64(longest) * 1000 - Self.grace
        for head in try await heads(only.map { .conversation($0) } ?? .latest(Self.searchLimit))
        where head.updatedAt >= oldest {
            parts.noteCheck(of: try await tracker(head.conversation), knowledge)
        }
    }
}

extension Run {
    /// How many things time may ask for at once: more are done at the next look.
    private static let dueLimit = 16

    fileprivate mutating func doWhatIsDue(by desk: Desk) async throws(DeskError) {
        let now = parts.clock.milliseconds
        for _ in 0..<Self.dueLimit {
            guard let next = knowledge.machine.nextCheck(tracker), next <= now else { break }
            let before = events.count
            let moment = knowledge.moment(at: now, for: tracker.customer)
            if let held = tracker.held, held.until <= now {
                try await release(at: now)
            } else if let timer = knowledge.machine.nextTimer(tracker), timer.dueAt <= now {
                let input = try await desk.input(endingSilence: timer, of: tracker, at: now)
                try await take(input, at: moment)
            } else {
                try await take(.due, at: moment)
            }
            if events.count == before { break }
        }
        parts.checks.withLock { $0.settle(tracker.conversation, version: tracker.version) }
    }
}

extension DeskParts {
    /// Remembers when the conversation must be looked at next.
    func noteCheck(of tracker: Tracker, _ knowledge: Knowledge) {
        let next = knowledge.machine.nextCheck(tracker)
        checks.withLock { checks in
            checks[tracker.conversation] = next.map {
                .init(dueAt: $0, channel: tracker.channel, isHolding: tracker.held != nil)
            }
        }
    }

    /// Forgets a conversation that was erased.
    func forgetChecks(of conversation: String) {
        checks.withLock { checks in
            checks[conversation] = nil
            checks.unsettle(conversation)
        }
    }
}

extension ArraySlice<Event> {
    /// The handoff among the events, if there is one.
    var handoff: Handoff? {
        for case .handedOff(let handoff) in map(\.fact) { return handoff }
        return nil
    }
}
