import FrontdeskDialogue

extension Run {
    /// Brings to its end what a crash or a failing queue left half-done.
    ///
    /// Every step can be repeated: an action runs again under its old key, and a ticket is put in or ended only once.
    /// A request that another system would take for a second one is not made again: what came of it is not known.
    mutating func settle() async throws(DeskError) {
        if let request = tracker.runningAction {
            try await resume(request)
        } else if let request = tracker.requestedHandoff {
            let moment = knowledge.moment(at: parts.clock.milliseconds, for: tracker.customer)
            try await take(.queueRead(try await reading(of: request.queue, at: moment)), at: moment)
        }
        try await commit()
        try await carryOut()
        try await agreeWithQueue()
    }

    private mutating func resume(_ request: ActionRequest) async throws(DeskError) {
        let moment = knowledge.moment(at: parts.clock.milliseconds, for: tracker.customer)
        let isRepeatable = knowledge.action(request.action)?.isRepeatable ?? true
        let result = isRepeatable ? try await carryOut(request) : .unknown(request)
        try await take(.actionFinished(result), at: moment)
    }

    /// The conversation is the truth: an open ticket is in the queue, and one that is over is not.
    private func agreeWithQueue() async throws(DeskError) {
        do {
            if let handoff = tracker.ticket {
                try await parts.queue.enqueue(ticket(for: handoff))
                try await parts.queue.raise(handoff.id, to: handoff.priority)
            } else if let last = tracker.handoffs.last,
                let ticket = try await parts.queue.ticket(last.id, at: tracker.updatedAt), ticket.state.isOpen
            {
                try await parts.queue.finish(last.id, as: try await ending(), at: tracker.updatedAt)
            }
        } catch let error as QueueError {
            throw .queue(error)
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            throw .undecided(conversation: tracker.conversation, turn: tracker.turn)
        }
    }

    /// How the latest ticket ended, by the conversation's own word.
    private func ending() async throws(StoreError) -> Ticket.State {
        let events = try await parts.store.events(of: tracker.conversation, after: 0)
        for event in events.counted.reversed() {
            switch event.fact {
            case .agentClosed: return .closed
            case .agentReturned: return .returned
            case .ticketWithdrawn: return .withdrawn
            default: continue
            }
        }
        return .withdrawn
    }

    /// Ends the flows that a newly loaded assistant no longer has; what lies above one that is gone goes with it.
    mutating func endWhatIsUnknown() {
        guard let first = tracker.flows.firstIndex(where: { !knowledge.knows($0) }) else {
            closeUnknownQuestion()
            return
        }
        // A flow whose called flow is gone has nothing to wait for.
        let start = tracker.flows[...first].lastIndex { $0.call == nil } ?? first
        let now = parts.clock.milliseconds
        if tracker.question != nil { note(.questionClosed, at: now) }
        for run in tracker.flows[start...].reversed() {
            note(.flowEnded(flow: run.flow, outcome: .cancelled), at: now)
        }
    }

    private mutating func closeUnknownQuestion() {
        guard case .slot(let slot)? = tracker.question, let run = tracker.flows.last,
            !knowledge.knows(slot: slot, of: run.flow)
        else { return }
        let now = parts.clock.milliseconds
        note(.questionClosed, at: now)
        note(.flowEnded(flow: run.flow, outcome: .cancelled), at: now)
    }
}

extension ActionResult {
    /// The result of a run that was begun before a crash: it may have been carried out, or not.
    fileprivate static func unknown(_ request: ActionRequest) -> ActionResult {
        ActionResult(
            key: request.key,
            outcome: "unavailable",
            failure:
                "the program ended before the answer came; nobody knows whether it was done, so it was not sent again"
        )
    }
}
