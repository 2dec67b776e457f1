private import Foundation
public import Frontdesk
public import FrontdeskDialogue
private import GRDB

/// Conversations in an SQLite file; what was appended survives a crash of the program and of the machine.
///
/// Appends that come while another is being written to the disk share the next commit.
public final class SQLiteStore: EventStore {
    private let file: DeskFile
    private let line: AppendLine

    /// A random name that the file got when it was made.
    public var identity: String { file.identity }

    /// A store in a desk's file.
    public init(_ file: DeskFile) {
        self.file = file
        line = AppendLine(file)
    }

    /// A store in the file of this path.
    public convenience init(path: String) throws(StoreError) {
        self.init(try DeskFile(path))
    }

    /// Appends events durably, all or none.
    public func append(
        _ events: [Event],
        to conversation: String,
        after version: Int
    ) async throws(StoreError) {
        guard !events.isEmpty else { return }
        try await line.append(
            try EventRows(events, conversation: conversation, after: version, path: file.path)
        )
    }

    /// The events of a conversation behind the given version, in order.
    public func events(of conversation: String, after version: Int) async throws(StoreError) -> [Event] {
        let bodies = try file.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT body FROM events WHERE conversation = ? AND version > ? ORDER BY version"
            )
            return try String.fetchAll(statement, arguments: [conversation, version])
        }
        guard !bodies.isEmpty else { return [] }
        return try EventRows.decode(bodies, path: file.path)
    }

    /// How many events a conversation has; 0 for an unknown one.
    public func version(of conversation: String) async throws(StoreError) -> Int {
        try file.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT version FROM conversations WHERE id = ?"
            )
            return try Int.fetchOne(statement, arguments: [conversation]) ?? 0
        }
    }

    /// The heads of the conversations asked for, the latest first.
    public func conversations(
        _ selection: ConversationSelection
    ) async throws(StoreError) -> [ConversationHead] {
        try file.read { database in
            try ConversationHead.fetch(database, selection)
        }
    }

    /// Writes events of conversations anew in their places; what stood there is overwritten in the file and in its log.
    ///
    /// Copies of a page that was split before lie in unused pages until the next erasure.
    public func rewrite(
        _ conversations: [String],
        _ change: @escaping @Sendable ([Event]) -> [Int: Event]
    ) async throws(StoreError) {
        let path = file.path
        try await file.overwrite(failingWith: { $0 }) { database in
            for id in conversations {
                let bodies = try String.fetchAll(
                    database,
                    sql: "SELECT body FROM events WHERE conversation = ? ORDER BY version",
                    arguments: [id]
                )
                guard !bodies.isEmpty else { continue }
                let changed = change(try EventRows.decode(bodies, path: path)).sorted { $0.key < $1.key }
                let rows = try EventRows(changed.map(\.value), conversation: id, after: 0, path: path)
                for (place, body) in zip(changed.map(\.key), rows.bodies) {
                    try database.execute(
                        sql: "UPDATE events SET body = ? WHERE conversation = ? AND version = ?",
                        arguments: [body, id, place + 1]
                    )
                }
            }
        }
    }

    /// Removes everything of a conversation.
    public func erase(conversation: String) async throws(StoreError) {
        try await file.erase(failingWith: { $0 }) { database in
            for table in ["events WHERE conversation", "conversations WHERE id"] {
                try database.execute(sql: "DELETE FROM \(table) = ?", arguments: [conversation])
            }
        }
    }

    /// Lets go of the file; a queue in the same file is closed with it.
    public func close() async throws(StoreError) {
        try file.close()
    }
}
