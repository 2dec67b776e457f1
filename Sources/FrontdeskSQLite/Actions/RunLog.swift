import Foundation
import Frontdesk
import FrontdeskDialogue
import GRDB

/// Which writes were made, by the key of their request; lies in the assistant's own database.
enum RunLog {
    /// Gives the result that a request had before, or runs it and keeps its result.
    static func once(
        _ database: Database,
        _ request: ActionRequest,
        _ body: () throws -> ActionResult
    ) throws -> ActionResult {
        try makeTable(in: database)
        let find = try database.cachedStatement(
            sql: "SELECT result FROM frontdesk_runs WHERE key = ? AND action = ?"
        )
        if let known = try String.fetchOne(find, arguments: [request.key, request.action]) {
            return try JSONDecoder().decode(ActionResult.self, from: Data(known.utf8))
        }
        let result = try body()
        let text = String(decoding: try JSONEncoder().encode(result), as: UTF8.self)
        let keep = try database.cachedStatement(
            sql: "INSERT INTO frontdesk_runs (key, action, result) VALUES (?, ?, ?)"
        )
        try keep.execute(arguments: [request.key, request.action, text])
        return result
    }

    /// Makes the table unless it is there: a statement that may change the schema, even one that changes nothing, makes
    /// SQLite and its callers forget all the statements that were prepared.
    private static func makeTable(in database: Database) throws {
        let find = try database.cachedStatement(
            sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'frontdesk_runs'"
        )
        guard try Int.fetchOne(find) == nil else { return }
        try database.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS frontdesk_runs (
                    key TEXT NOT NULL PRIMARY KEY, action TEXT NOT NULL, result TEXT NOT NULL
                ) WITHOUT ROWID
                """
        )
    }

    /// Removes what was kept of a conversation; its keys are its id, a turn, a step and a store.
    static func forget(_ database: Database, conversation: String) throws {
        guard try database.tableExists("frontdesk_runs") else { return }
        try database.execute(
            sql: """
                DELETE FROM frontdesk_runs
                WHERE substr(key, 1, length(:prefix)) = :prefix
                    AND substr(key, length(:prefix) + 1) GLOB '[0-9]*/[0-9]*/*'
                    AND substr(key, length(:prefix) + 1) NOT GLOB '*/*/*/*'
                """,
            arguments: ["prefix": conversation + "/"]
        )
    }
}
