import Foundation
import Frontdesk
import FrontdeskDialogue
import GRDB

extension ConversationHead {
    static func fetch(_ database: Database, _ selection: ConversationSelection) throws -> [ConversationHead] {
        let columns = "SELECT * FROM conversations"
        let order = "ORDER BY updated_at DESC, id DESC"
        let sql: String
        let arguments: StatementArguments
        switch selection {
        case .latest(let limit):
            sql = "\(columns) \(order) LIMIT ?"
            arguments = [limit]
        case .conversation(let id):
            sql = "\(columns) WHERE id = ?"
            arguments = [id]
        case .customer(let id):
            sql = "\(columns) WHERE customer = ? OR email = ? COLLATE NOCASE \(order)"
            arguments = [id, id]
        case .page(let id, let limit):
            // Text is compared byte by byte.
            sql = id == nil ? "\(columns) ORDER BY id LIMIT ?" : "\(columns) WHERE id > ? ORDER BY id LIMIT ?"
            arguments = id.map { [$0, limit] } ?? [limit]
        case .unsettled:
            sql = "\(columns) WHERE ticket IS NOT NULL OR unfinished \(order)"
            arguments = []
        case .due(let before):
            // The unary plus keeps the order from choosing the index.
            sql = "\(columns) WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY +updated_at DESC, +id DESC"
            arguments = [before]
        case .unheard:
            sql = "\(columns) WHERE unheard_from IS NOT NULL ORDER BY +updated_at DESC, +id DESC"
            arguments = []
        }
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: arguments).map(ConversationHead.init(row:))
    }

    private init(row: Row) throws {
        self.init(conversation: row["id"])
        version = row["version"]
        openedAt = row["opened_at"]
        updatedAt = row["updated_at"]
        channel = row["channel"]
        assistant = row["assistant"]
        customer = row["customer"]
        email = row["email"]
        ticket = row["ticket"]
        isUnfinished = row["unfinished"]
        if let text: String = row["pending"] {
            pending = try JSONDecoder().decode(PendingWork.self, from: Data(text.utf8))
        }
    }

    func write(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO conversations
                    (id, version, opened_at, updated_at, channel, assistant, customer, email, ticket, unfinished,
                     due_at, unheard_from, pending)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try statement.execute(arguments: [
            conversation, version, openedAt, updatedAt, channel, assistant, customer, email, ticket,
            isUnfinished, dueAt, unheardFrom, try pending.isEmpty ? nil : pending.json,
        ])
    }
}

extension PendingWork {
    fileprivate var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
