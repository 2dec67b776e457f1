import FrontdeskDialogue

extension Desk {
    /// Keeps a thumb up or down for what the desk said in a turn; a later one for the same turn replaces it.
    ///
    /// - Parameters:
    ///   - turn: The turn's number, from 1; nil: that of the message with this id, or else the latest.
    ///   - message: The id of the customer's message that the turn answered.
    /// - Returns: The turn that was rated.
    @discardableResult
    public func rate(
        _ conversation: String,
        turn: Int? = nil,
        message: String? = nil,
        isUp: Bool,
        at: Int64? = nil
    ) async throws(DeskError) -> Int {
        try await use(conversation) { run throws(DeskError) in
            guard run.tracker.version > 0 else { throw .unknownConversation(conversation) }
            let rated = turn ?? message.map { run.tracker.answered[$0] ?? 0 } ?? run.tracker.turn
            guard (1...max(1, run.tracker.turn)).contains(rated), run.tracker.turn > 0 else {
                throw .noSuchTurn(conversation: conversation, turns: run.tracker.turn)
            }
            let now = at ?? run.parts.clock.milliseconds
            let moment = run.knowledge.moment(at: now, for: run.tracker.customer)
            try await run.take(.rating(Rating(turn: rated, isUp: isUp)), at: moment)
            return rated
        }
    }

    /// What a silence that is over means: a question about the service is not put to a customer who got one elsewhere.
    func input(
        endingSilence timer: SilenceTimer,
        of tracker: Tracker,
        at now: Int64
    ) async throws(DeskError) -> Input {
        guard timer.timer.feedback != nil else { return .silence }
        let oldest = now - FeedbackRule.rest
        for key in [tracker.customer.id, tracker.customer.email].compactMap(\.self) {
            for head in try await heads(.customer(key))
            where head.conversation != tracker.conversation && head.updatedAt >= oldest {
                let events: [Event]
                do { events = try await store.events(of: head.conversation, after: 0) } catch {
                    throw .store(error)
                }
                let isAsked = events.contains { event in
                    guard case .feedbackAsked = event.fact else { return false }
                    return event.at >= oldest
                }
                if isAsked { return .feedbackAskedElsewhere }
            }
        }
        return .silence
    }
}
