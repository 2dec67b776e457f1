public import Frontdesk
public import FrontdeskDialogue
private import GRDB

/// Queues in an SQLite file, shared by all processes that open it.
public final class SQLiteQueue: TicketQueue {
    /// How long a claim lasts, and in which order tickets are taken.
    public let rule: QueueRule
    private let file: DeskFile

    /// Queues in a desk's file.
    public init(_ file: DeskFile, rule: QueueRule = QueueRule()) {
        self.file = file
        self.rule = rule
    }

    /// Queues in the file of this path.
    public convenience init(path: String, rule: QueueRule = QueueRule()) throws(StoreError) {
        self.init(try DeskFile(path), rule: rule)
    }

    /// Puts a ticket in; one that is there already stays as it is, one that was withdrawn waits again.
    public func enqueue(_ ticket: Ticket) async throws(QueueError) {
        // Most calls only make sure: they need no write.
        let known = try read { try Ticket.fetch($0, id: ticket.id) }
        if let known, known.state != .withdrawn { return }
        try await write { database in
            let known = try Ticket.fetch(database, id: ticket.id)
            if let known, known.state != .withdrawn { return }
            var waiting = ticket
            waiting.token = known?.token ?? 0
            try waiting.write(database)
        }
    }

    /// The open tickets of a queue, or of all, in the order in which they are to be taken.
    public func tickets(in queue: String?, at now: Int64) async throws(QueueError) -> [Ticket] {
        let all = try read { database in
            try Ticket.fetchAll(
                database,
                "WHERE state IN ('waiting', 'active') AND (:queue IS NULL OR queue = :queue)",
                ["queue": queue]
            )
        }
        return all.map { rule.current($0, at: now) }.sorted { rule.isBefore($0, $1, at: now) }
    }

    /// All tickets of a conversation, the oldest first, whatever their state.
    public func tickets(of conversation: String) async throws(QueueError) -> [Ticket] {
        try read { database in
            try Ticket.fetchAll(
                database,
                "WHERE conversation = :conversation ORDER BY enqueued_at, id",
                ["conversation": conversation]
            )
        }
    }

    /// The ticket of an id, or nil.
    public func ticket(_ id: String, at now: Int64) async throws(QueueError) -> Ticket? {
        try read { try Ticket.fetch($0, id: id) }.map { rule.current($0, at: now) }
    }

    /// Takes a ticket; of several agents at once exactly one gets it.
    public func claim(_ id: String, by agent: String, at now: Int64) async throws(QueueError) -> Lease {
        let rule = rule
        return try await write { database in
            guard let known = try Ticket.fetch(database, id: id) else { throw QueueError.unknownTicket(id) }
            var ticket = known
            let lease = try ticket.claim(by: agent, at: now, rule: rule)
            try ticket.write(database)
            if known.token == 0 {
                let before = try known.expectedWait(database)
                try database.execute(
                    sql: "INSERT OR REPLACE INTO waits (queue, expected) VALUES (?, ?)",
                    arguments: [known.queue, rule.expectedWait(before, after: now - known.enqueuedAt)]
                )
            }
            return lease
        }
    }

    /// Makes sure that the agent still has the ticket, and gives the lease its full length again.
    public func renew(
        _ id: String,
        agent: String,
        token: Int?,
        at now: Int64
    ) async throws(QueueError) -> Lease {
        let rule = rule
        return try await write { database in
            guard var ticket = try Ticket.fetch(database, id: id) else { throw QueueError.unknownTicket(id) }
            let lease = try ticket.renew(agent: agent, token: token, at: now, rule: rule)
            try ticket.write(database)
            return lease
        }
    }

    /// Ends a ticket; one that has ended, or is not there, stays as it is.
    public func finish(_ id: String, as state: Ticket.State, at now: Int64) async throws(QueueError) {
        try await write { database in
            guard var ticket = try Ticket.fetch(database, id: id), ticket.state.isOpen else { return }
            ticket.state = state
            ticket.leaseUntil = nil
            try ticket.write(database)
        }
    }

    /// Makes an open ticket more urgent; one that is as urgent already, has ended or is not there stays as it is.
    public func raise(_ id: String, to priority: Int) async throws(QueueError) {
        // Most calls only make sure: they need no write.
        let known = try read { try Ticket.fetch($0, id: id) }
        guard let known, known.state.isOpen, known.priority < priority else { return }
        try await write { database in
            guard var ticket = try Ticket.fetch(database, id: id), ticket.state.isOpen,
                ticket.priority < priority
            else { return }
            ticket.priority = priority
            try ticket.write(database)
        }
    }

    /// What can be said about waiting.
    public func reading(
        of queue: String,
        for conversation: String?,
        ticket: String?,
        priority: Int,
        at now: Int64
    ) async throws(QueueError) -> QueueReading {
        let rule = rule
        return try read { database in
            let own = try ticket.flatMap { try Ticket.fetch(database, id: $0) }
                .map { rule.current($0, at: now) }
                .flatMap { $0.state == .waiting && $0.queue == queue ? $0 : nil }
            let newcomer = Ticket(
                id: ticket ?? "",
                conversation: conversation ?? "",
                queue: queue,
                reason: .userAsked,
                priority: priority,
                enqueuedAt: .max
            )
            let ahead = try (own ?? newcomer).countAhead(database, of: queue, rule: rule, at: now)
            let expected = try newcomer.expectedWait(database)
            let waited = own.map { now - $0.enqueuedAt } ?? 0
            return QueueReading(
                position: ahead + 1,
                waitMinutes: rule.waitMinutes(expected: expected, waited: waited)
            )
        }
    }

    /// Removes the tickets of a conversation.
    public func erase(conversation: String) async throws(QueueError) {
        let path = file.path
        try await file.erase(failingWith: { QueueError($0, at: path) }) { database in
            try database.execute(sql: "DELETE FROM tickets WHERE conversation = ?", arguments: [conversation])
        }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(QueueError) -> Value {
        do {
            return try file.read(body)
        } catch {
            throw QueueError(error, at: file.path)
        }
    }

    private func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(QueueError) -> Value {
        let path = file.path
        return try await file.write(failingWith: { QueueError($0, at: path) }, body)
    }
}

extension QueueError {
    /// What an error of the file means for the queue.
    fileprivate init(_ error: StoreError, at path: String) {
        if case .unavailable(_, let reason) = error {
            self = .unavailable(place: path, reason: reason)
        } else {
            self = .unavailable(place: path, reason: error.description)
        }
    }
}
