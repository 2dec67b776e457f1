package import FrontdeskDialogue

extension Desk {
    /// Puts another state in the place of what is in memory of a conversation, between two of its requests: for tests of
    /// what must not depend on memory.
    ///
    /// - Parameter change: Gives the state to go on with; nil: it is forgotten, and folded anew from the store when it is
    ///   needed next. It is not called for a conversation that is not in memory.
    package func exchangeState(
        of conversation: String,
        _ change: @Sendable (Tracker) -> Tracker?
    ) async {
        let place = checkOut(conversation)
        defer { checkIn(conversation) }
        await place.exchangeState(change)
    }
}
