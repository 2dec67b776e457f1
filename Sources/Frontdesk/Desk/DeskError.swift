/// Why the desk could not do what it was asked.
///
/// A customer who is not understood is no error.
public enum DeskError: Error, Sendable, Hashable {
    /// The store failed; nothing of this turn was kept, and the same message can be sent again.
    case store(StoreError)
    /// The queue failed; what was stored before stays, and the ticket is put in at the next opportunity.
    case queue(QueueError)
    /// There is no such conversation.
    case unknownConversation(String)
    /// The conversation does not wait for a human.
    case noTicket(conversation: String)
    /// Other processes kept writing to the conversation.
    case contended(conversation: String, tries: Int)
    /// The latest turn cannot be taken back.
    case cannotUndo(conversation: String, reason: String)
    /// The turn came to no decision.
    case undecided(conversation: String, turn: Int)
    /// There is no such turn to rate.
    case noSuchTurn(conversation: String, turns: Int)
    /// An event lacks something that the flow which tells of it takes.
    case missingField(event: String, field: String)
}

extension DeskError: CustomStringConvertible {
    /// What is wrong, and what was kept.
    public var description: String {
        switch self {
        case .store(let error): error.description
        case .queue(let error): error.description
        case .unknownConversation(let id):
            "there is no conversation '\(id)'."
        case .noTicket(let conversation):
            "conversation '\(conversation)' does not wait for a human."
        case .contended(let conversation, let tries):
            "conversation '\(conversation)' was changed by other processes \(tries) times in a row. Nothing of this "
                + "message was kept; send it again."
        case .cannotUndo(let conversation, let reason):
            "the latest turn of conversation '\(conversation)' cannot be taken back: \(reason)."
        case .noSuchTurn(let conversation, let turns):
            "conversation '\(conversation)' has no such turn; it has \(turns). Nothing was kept."
        case .missingField(let event, let field):
            "event '\(event)' has no field '\(field)', which is needed to tell the customer of it. Nothing was kept."
        case .undecided(let conversation, let turn):
            "turn \(turn) of conversation '\(conversation)' came to no decision. Nothing of it was kept."
        }
    }
}
