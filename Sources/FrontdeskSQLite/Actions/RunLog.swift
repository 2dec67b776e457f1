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
        if let known = try known(database, request) {
            guard known.hasPrefix("{") else { return ActionResult(key: request.key, outcome: known) }
            return try JSONDecoder().decode(ActionResult.self, from: Data(known.utf8))
        }
        let result = try body()
        let keep = try database.cachedStatement(
            sql: "INSERT INTO frontdesk_runs (key, action, result) VALUES (?, ?, ?)"
        )
        try keep.execute(arguments: [request.key, request.action, try text(of: result)])
        return result
    }

    /// What is kept of a result: JSON, or its outcome alone where that is all there is, as most writes give no row.
    private static func text(of result: ActionResult) throws -> String {
        let isBare = result == ActionResult(key: result.key, outcome: result.outcome)
        return isBare && !result.outcome.hasPrefix("{")
            ? result.outcome : String(decoding: try JSONEncoder().encode(result), as: UTF8.self)
    }

    /// What was kept of a request, if anything; makes the table when there is none.
    ///
    /// The table is not made, if need be, before each look: a statement that may change the schema, even one that changes
    /// nothing, makes SQLite and its callers forget all the statements that were prepared.
    private static func known(_ database: Database, _ request: ActionRequest) throws -> String? {
        do {
            let find = try database.cachedStatement(
                sql: "SELECT result FROM frontdesk_runs WHERE key = ? AND action = ?"
            )
            return try String.fetchOne(find, arguments: [request.key, request.action])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS frontdesk_runs (
                        key TEXT NOT NULL PRIMARY KEY, action TEXT NOT NULL, result TEXT NOT NULL
                    ) WITHOUT ROWID
                    """
            )
            return nil
        }
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
