public import FrontdeskDialogue

/// Where conversations wait for a human.
///
/// Every queue runs the same conformance suite.
/// The time is always the caller's, so that a test can move it. A ticket whose lease has run out counts as waiting
/// from that moment on, without anybody having to say so.
public protocol TicketQueue: Sendable {
    /// How long a claim lasts, and in which order tickets are taken.
    var rule: QueueRule { get }

    /// Puts a ticket in; one that is there already stays as it is, one that was withdrawn waits again.
    func enqueue(_ ticket: Ticket) async throws(QueueError)

    /// The open tickets of a queue, or of all, in the order in which they are to be taken.
    func tickets(in queue: String?, at now: Int64) async throws(QueueError) -> [Ticket]

    /// All tickets of a conversation, the oldest first, whatever their state.
    func tickets(of conversation: String) async throws(QueueError) -> [Ticket]

    /// The ticket of an id, or nil.
    func ticket(_ id: String, at now: Int64) async throws(QueueError) -> Ticket?

    /// Takes a ticket; of several agents at once exactly one gets it.
    ///
    /// The agent who has it already gets a new lease with a new token, which ends the old one.
    func claim(_ id: String, by agent: String, at now: Int64) async throws(QueueError) -> Lease

    /// Makes sure that the agent still has the ticket, and gives the lease its full length again.
    ///
    /// - Parameter token: The token of the claim; nil goes by the agent's name alone.
    func renew(_ id: String, agent: String, token: Int?, at now: Int64) async throws(QueueError) -> Lease

    /// Ends a ticket: closed, returned or withdrawn. One that has ended, or is not there, stays as it is.
    func finish(_ id: String, as state: Ticket.State, at now: Int64) async throws(QueueError)

    /// Makes an open ticket more urgent; one that is as urgent already, has ended or is not there stays as it is.
    func raise(_ id: String, to priority: Int) async throws(QueueError)

    /// What can be said about waiting.
    ///
    /// - Parameters:
    ///   - queue: The queue.
    ///   - conversation: Whose ticket it is: its other tickets are not ahead of it. Nil for nobody's yet.
    ///   - ticket: The ticket that waits, or nil for one that would come now.
    ///   - priority: The priority of the one that would come now.
    func reading(
        of queue: String,
        for conversation: String?,
        ticket: String?,
        priority: Int,
        at now: Int64
    ) async throws(QueueError) -> QueueReading

    /// Removes the tickets of a conversation.
    func erase(conversation: String) async throws(QueueError)
}

extension TicketQueue {
    /// What can be said about waiting, for a ticket or for somebody new.
    public func reading(
        of queue: String,
        ticket: String?,
        priority: Int,
        at now: Int64
    ) async throws(QueueError) -> QueueReading {
        try await reading(of: queue, for: nil, ticket: ticket, priority: priority, at: now)
    }
}

/// Why a queue could not do what it was asked.
public enum QueueError: Error, Sendable, Hashable {
    /// There is no such ticket.
    case unknownTicket(String)
    /// Somebody else has it.
    case alreadyClaimed(ticket: String, by: String, until: Int64)
    /// It has ended.
    case notOpen(ticket: String, state: Ticket.State)
    /// The agent does not have it, or no longer.
    case leaseLost(ticket: String, agent: String)
    /// The token is not the one of the latest claim.
    case staleToken(ticket: String, given: Int, latest: Int)
    /// The queue cannot be reached or written to.
    case unavailable(place: String, reason: String)
}

extension QueueError: CustomStringConvertible {
    /// What is wrong and how to mend it.
    public var description: String {
        switch self {
        case .unknownTicket(let id):
            "there is no ticket '\(id)'."
        case .alreadyClaimed(let ticket, let agent, _):
            "ticket '\(ticket)' is with \(agent). Take another one, or wait until it is given back."
        case .notOpen(let ticket, let state):
            "ticket '\(ticket)' is \(state.rawValue); only an open ticket can be taken."
        case .leaseLost(let ticket, let agent):
            "\(agent) does not have ticket '\(ticket)', or was silent for too long. Claim it again."
        case .staleToken(let ticket, let given, let latest):
            "token \(given) for ticket '\(ticket)' is not the latest one, \(latest): it was claimed again since. "
                + "Nothing was written."
        case .unavailable(let place, let reason):
            "the queue \(place) cannot be used: \(reason). Nothing of this change was kept."
        }
    }
}
