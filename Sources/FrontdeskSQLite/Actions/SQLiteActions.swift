private import Dispatch
public import Frontdesk
public import FrontdeskDialogue
private import GRDB

/// Runs `sql` actions on an assistant's database.
///
/// Values are always bound, never put into the statement's text. A write and the record that it was made are one
/// transaction: the same request run twice has one effect and gives the same result.
public final class SQLiteActions: ActionRunner {
    /// How long a statement may take, waiting for others included, in seconds.
    public static let timeLimit = 5.0

    private let database: AssistantDatabase
    private let watchdog: Watchdog

    /// Runs actions on a database.
    public init(_ database: AssistantDatabase) {
        self.database = database
        watchdog = Watchdog(limit: Self.timeLimit) { database.reader.interrupt() }
    }

    /// Runs an action once; what the database refuses gives `failed`, with its reason.
    public func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        switch definition.kind {
        case .sql(let statement, .read):
            return read(statement, request)
        case .sql(let statement, .write):
            return await write(statement, request, definition)
        case .custom:
            return .failed(request, "nothing runs the action '\(request.action)': register a closure for it")
        case .http, .rasa:
            return .failed(request, "nothing runs the action '\(request.action)': it needs HTTPActions")
        }
    }

    /// Forgets the record of the writes that a conversation made, not what they changed.
    public func forget(conversation: String) async {
        await onWriter { database in
            try? RunLog.forget(database, conversation: conversation)
        }
    }

    private func read(_ sql: String, _ request: ActionRequest) -> ActionResult {
        do {
            return try watchdog.watch {
                try database.reader.unsafeRead { database in
                    let statement = try database.cachedStatement(sql: sql)
                    guard statement.isReadonly else {
                        return .failed(
                            request,
                            "the statement changes data: only an action with 'mode: write' may"
                        )
                    }
                    return try statement.result(of: request, default: ("found", "missing"))
                }
            }
        } catch {
            return .failed(request, "\(error)")
        }
    }

    private func write(
        _ sql: String,
        _ request: ActionRequest,
        _ definition: ActionDefinition
    ) async -> ActionResult {
        await onWriter { database in
            do {
                return try Self.transaction(in: database) {
                    try RunLog.once(database, request) {
                        let statement = try database.cachedStatement(sql: sql)
                        let before = database.totalChangesCount
                        var result = try statement.result(of: request, default: ("done", "done"))
                        let isNamed = result.outcome != "done"
                        if !isNamed, database.totalChangesCount == before { result.outcome = "unchanged" }
                        return result
                    }
                }
            } catch {
                return .failed(request, "\(error)")
            }
        }
    }

    /// Keeps all that is written, or nothing; unlike the library's own, its statements are prepared once.
    private static func transaction<Value>(
        in database: Database,
        _ body: () throws -> Value
    ) throws -> Value {
        try database.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
        do {
            let value = try body()
            try database.cachedStatement(sql: "COMMIT").execute()
            return value
        } catch {
            if database.isInsideTransaction { try database.rollback() }
            throw error
        }
    }

    /// Writes where nobody waits for the disk; what is in memory is written at once, which takes less than a change of
    /// threads.
    private func onWriter<Value: Sendable>(_ body: @escaping @Sendable (Database) -> Value) async -> Value {
        guard database.path != nil else {
            return watchdog.watch { database.writer.unsafeReentrantWrite(body) }
        }
        return await withCheckedContinuation { continuation in
            database.writer.asyncWriteWithoutTransaction { continuation.resume(returning: body($0)) }
        }
    }
}
