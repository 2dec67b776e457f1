import Frontdesk
import FrontdeskDialogue

/// A queue in memory that says of the wait what was said then: who else waited is not in every log.
final class RecordedQueue: TicketQueue {
    private let queue = InMemoryQueue()
    private let waits: Locked<[String: [QueueReading?]]>

    init(_ conversations: [RecordedConversation]) {
        waits = Locked(Dictionary(conversations.map { ($0.id, $0.waits) }) { first, _ in first })
    }

    var rule: QueueRule { queue.rule }

    func enqueue(_ ticket: Ticket) async throws(QueueError) {
        // The next handoff has the next reading.
        waits.withLock { waits in
            if waits[ticket.conversation]?.isEmpty == false { waits[ticket.conversation]?.removeFirst() }
        }
        try await queue.enqueue(ticket)
    }

    func tickets(in name: String?, at now: Int64) async throws(QueueError) -> [Ticket] {
        try await queue.tickets(in: name, at: now)
    }

    func tickets(of conversation: String) async throws(QueueError) -> [Ticket] {
        try await queue.tickets(of: conversation)
    }

    func ticket(_ id: String, at now: Int64) async throws(QueueError) -> Ticket? {
        try await queue.ticket(id, at: now)
    }

    func claim(_ id: String, by agent: String, at now: Int64) async throws(QueueError) -> Lease {
        try await queue.claim(id, by: agent, at: now)
    }

    func renew(
        _ id: String,
        agent: String,
        token: Int?,
        at now: Int64
    ) async throws(QueueError) -> Lease {
        try await queue.renew(id, agent: agent, token: token, at: now)
    }

    func finish(_ id: String, as state: Ticket.State, at now: Int64) async throws(QueueError) {
        try await queue.finish(id, as: state, at: now)
    }

    func raise(_ id: String, to priority: Int) async throws(QueueError) {
        try await queue.raise(id, to: priority)
    }

    func reading(
        of name: String,
        for conversation: String?,
        ticket: String?,
        priority: Int,
        at now: Int64
    ) async throws(QueueError) -> QueueReading {
        let recorded = waits.withLock { waits in conversation.flatMap { waits[$0]?.first } ?? nil }
        if ticket == nil, let recorded { return recorded }
        return try await queue.reading(
            of: name,
            for: conversation,
            ticket: ticket,
            priority: priority,
            at: now
        )
    }

    func erase(conversation: String) async throws(QueueError) {
        try await queue.erase(conversation: conversation)
    }
}
