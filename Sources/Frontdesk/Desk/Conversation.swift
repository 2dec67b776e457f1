import FrontdeskDialogue
import FrontdeskMatching

/// Runs one conversation: one request at a time, in the order in which they came.
///
/// An actor alone would let requests overtake each other wherever one waits for the store; the line in front
/// (``enter()``, ``leave()``) keeps their order. The tracker is taken out for the time of a request and put back only
/// when everything is stored, so that a failure leaves nothing half-done in memory.
actor Conversation {
    let id: String
    let parts: DeskParts
    /// The state; no optional, as what is taken out of one is copied.
    private var tracker: Tracker
    /// Whether the state is here: it is away for the time of a request, and not here before the first.
    private var isHere = false
    /// Whether a ticket or a turn may still have to be brought to its end.
    private var isSettled = false
    private var generation = -1
    private var isBusy = false
    private var line: [CheckedContinuation<Void, Never>] = []

    init(_ id: String, parts: DeskParts) {
        self.id = id
        self.parts = parts
        tracker = Tracker(conversation: id)
    }

    /// Runs one request on the conversation's state; again on a fresh one when another process was faster.
    ///
    /// - Parameter isReading: Whether other processes' events are read first. A message need not: it always writes,
    ///   and finds out then.
    func perform<Result: Sendable>(
        readingFirst isReading: Bool,
        _ request: @Sendable (inout Run) async throws(DeskError) -> Result
    ) async throws(DeskError) -> Result {
        await enter()
        defer { leave() }
        for _ in 0..<parts.settings.conflictLimit {
            do {
                if isReading { try await catchUp() }
                var run = try await begin()
                let result = try await request(&run)
                try await end(&run)
                return result
            } catch .store(.conflict) {
                forget()
            } catch {
                throw error
            }
        }
        throw .contended(conversation: id, tries: parts.settings.conflictLimit)
    }

    /// The state as the store has it now, other processes' events included; nothing is brought to its end.
    func current() async throws(DeskError) -> Tracker {
        await enter()
        defer { leave() }
        try await catchUp()
        return tracker
    }

    /// Goes on with another state; with one that is folded anew when there is none.
    func exchangeState(_ change: @Sendable (Tracker) -> Tracker?) async {
        await enter()
        defer { leave() }
        guard isHere else { return }
        if let other = change(tracker) { tracker = other } else { forget() }
    }

    /// Removes the conversation from the store and the queue.
    func erase() async throws(DeskError) {
        await enter()
        defer { leave() }
        forget()
        parts.forgetChecks(of: id)
        do { try await parts.queue.erase(conversation: id) } catch { throw .queue(error) }
        await parts.actions.forget(conversation: id)
        do { try await parts.store.erase(conversation: id) } catch { throw .store(error) }
    }

    private func begin() async throws(DeskError) -> Run {
        forgetIfOutdated()
        if !isHere { try await catchUp() }
        let knowledge = parts.knowledge.withLock { $0 }
        var run = Run(&tracker, knowledge: knowledge, parts: parts)
        isHere = false
        if !isSettled {
            try await run.settle()
            isSettled = true
        }
        if generation != knowledge.generation {
            run.endWhatIsUnknown()
            generation = knowledge.generation
        }
        return run
    }

    /// Stores what is left, then does what had to wait for that.
    private func end(_ run: inout Run) async throws(DeskError) {
        try await run.commit()
        isSettled = false
        parts.noteCheck(of: run.tracker, run.knowledge)
        // The state moves back when all is done: it is never copied.
        defer {
            if !run.mustReload {
                swap(&tracker, &run.tracker)
                isHere = true
            }
        }
        try await run.carryOut()
        isSettled = true
    }

    private func forget() {
        tracker = Tracker(conversation: id)
        isHere = false
        isSettled = false
    }

    private func forgetIfOutdated() {
        let isOutdated = parts.outdated.withLock { $0.isEmpty ? false : $0.remove(id) != nil }
        if isOutdated { forget() }
    }

    private func catchUp() async throws(DeskError) {
        forgetIfOutdated()
        let known = isHere ? tracker.version : 0
        let news: [Event]
        do { news = try await parts.store.events(of: id, after: known) } catch { throw .store(error) }
        if !isHere {
            tracker = Tracker(conversation: id, folding: news)
            isHere = true
            isSettled = news.isEmpty
        } else if !news.isEmpty {
            if news.contains(where: \.isUndoing) {
                forget()
                return try await catchUp()
            }
            for event in news { tracker.apply(event) }
            isSettled = false
        }
    }

    private func enter() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { line.append($0) }
    }

    private func leave() {
        if line.isEmpty { isBusy = false } else { line.removeFirst().resume() }
    }
}

extension Event {
    var isUndoing: Bool {
        if case .undone = fact { true } else { false }
    }
}
