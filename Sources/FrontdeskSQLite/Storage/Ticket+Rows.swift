import Frontdesk
import FrontdeskDialogue
import GRDB

extension Ticket {
    static func fetch(_ database: Database, id: String) throws -> Ticket? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM tickets WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).flatMap(Ticket.init(row:))
    }

    static func fetchAll(
        _ database: Database,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [Ticket] {
        let statement = try database.cachedStatement(sql: "SELECT * FROM tickets \(condition)")
        return try Row.fetchAll(statement, arguments: arguments).compactMap(Ticket.init(row:))
    }

    /// Reads a row; nil for a reason or state that this program does not know.
    private init?(row: Row) {
        guard let reason = HandoffReason(rawValue: row["reason"]), let state = State(rawValue: row["state"])
        else { return nil }
        self.init(
            id: row["id"],
            conversation: row["conversation"],
            queue: row["queue"],
            reason: reason,
            detail: row["detail"],
            priority: row["priority"],
            enqueuedAt: row["enqueued_at"],
            subject: row["subject"],
            ask: row["ask"],
            customer: row["customer"]
        )
        self.state = state
        agent = row["agent"]
        token = row["token"]
        leaseUntil = row["lease_until"]
    }

    func write(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO tickets
                    (id, conversation, queue, reason, detail, priority, enqueued_at, subject, ask, customer, state,
                     agent, token, lease_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(arguments: [
            id, conversation, queue, reason.rawValue, detail, priority, enqueuedAt, subject, ask, customer,
            state.rawValue, agent, token, leaseUntil,
        ])
    }

    /// How long tickets of this queue have waited lately, in milliseconds.
    func expectedWait(_ database: Database) throws -> Double? {
        let statement = try database.cachedStatement(sql: "SELECT expected FROM waits WHERE queue = ?")
        return try Double.fetchOne(statement, arguments: [queue])
    }

    /// How many waiting tickets of other conversations are taken before this one; `QueueRule.isBefore` in SQL.
    func countAhead(_ database: Database, of queue: String, rule: QueueRule, at now: Int64) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                SELECT count(*) FROM (
                    SELECT id, enqueued_at, priority + max(0, :now - enqueued_at) / :step AS effective
                    FROM tickets
                    WHERE queue = :queue AND id <> :id AND conversation <> :conversation
                        AND (state = 'waiting' OR (state = 'active' AND lease_until <= :now))
                )
                WHERE effective > :effective
                    OR (effective = :effective AND (enqueued_at, id) < (:enqueued, :id))
                """
        )
        let arguments: StatementArguments = [
            "now": now, "step": rule.ageingStep, "queue": queue, "id": id, "conversation": conversation,
            "effective": rule.effectivePriority(of: self, at: now), "enqueued": enqueuedAt,
        ]
        return try Int.fetchOne(statement, arguments: arguments) ?? 0
    }
}
