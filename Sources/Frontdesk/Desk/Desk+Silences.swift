import FrontdeskDialogue

extension Desk {
    /// The conversations in which a silence is over, as far as this process has seen them, by id.
    public var dueConversations: [String] {
        guard knowledge.machine.longestSilence != nil else { return [] }
        let now = clock.milliseconds
        return parts.silences.withLock { silences in
            silences.filter { $0.value <= now }.keys.sorted()
        }
    }

    /// When the next silence of a conversation is over, in milliseconds since 1970; nil when none is waited for.
    public func nextSilence(of conversation: String) async throws(DeskError) -> Int64? {
        let machine = knowledge.machine
        guard machine.longestSilence != nil else { return nil }
        return machine.nextTimer(try await current(conversation))?.dueAt
    }

    /// Does what a conversation's handlers ask for when the customer has been silent for so long.
    ///
    /// Nothing happens while no silence is over, and nothing twice: another process that was faster leaves nothing
    /// to do.
    ///
    /// - Returns: What the desk says to the customer by itself.
    public func endSilence(of conversation: String) async throws(DeskError) -> Notice {
        try await use(conversation) { run throws(DeskError) in
            guard run.tracker.version > 0 else { throw .unknownConversation(conversation) }
            let now = run.parts.clock.milliseconds
            guard let next = run.knowledge.machine.nextTimer(run.tracker), next.dueAt <= now else {
                return Notice(conversation: conversation)
            }
            let first = run.events.count
            let input = try await input(endingSilence: next, of: run.tracker, at: now)
            try await run.take(input, at: run.knowledge.moment(at: now, for: run.tracker.customer))
            return Notice(
                conversation: conversation,
                messages: run.events[first...].said,
                handoff: run.events[first...].handoff
            )
        }
    }

    /// How many conversations are looked through for silences when a program starts.
    private static let searchLimit = 1000
    /// How long after a silence is over it still counts, in milliseconds: a day.
    private static let grace: Int64 = 86_400_000

    /// Finds the silences that a process before this one waited for.
    func findSilences(of only: String?) async throws(DeskError) {
        guard let longest = knowledge.machine.longestSilence else { return }
        let oldest = clock.milliseconds - Int64(longest) * 1000 - Self.grace
        for head in try await heads(only.map { .conversation($0) } ?? .latest(Self.searchLimit))
        where head.updatedAt >= oldest {
            parts.noteSilence(of: try await tracker(head.conversation), knowledge)
        }
    }
}

extension DeskParts {
    /// Remembers when the conversation's next silence is over.
    func noteSilence(of tracker: Tracker, _ knowledge: Knowledge) {
        guard knowledge.machine.longestSilence != nil else { return }
        let next = knowledge.machine.nextTimer(tracker)?.dueAt
        silences.withLock { $0[tracker.conversation] = next }
    }
}

extension ArraySlice<Event> {
    /// The handoff among the events, if there is one.
    var handoff: Handoff? {
        for case .handedOff(let handoff) in map(\.fact) { return handoff }
        return nil
    }
}
