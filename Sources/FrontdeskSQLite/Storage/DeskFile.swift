import Dispatch
private import Foundation
public import Frontdesk
package import GRDB

/// One SQLite file that holds a desk's conversations and queues; several processes may share it.
///
/// Writes go through one connection in the order they come, reads through another and never wait for writes. A
/// commit is on the disk before it counts as done.
public final class DeskFile: Sendable {
    /// The file's path.
    public let path: String
    /// A random name that the file got when it was made.
    let identity: String
    /// How long a write waits for another process, in seconds.
    public static let busyTimeout = 5.0

    private let writer: DatabaseQueue
    private let reader: DatabaseQueue

    /// Opens a file, and makes it when it is not there.
    ///
    /// - Throws: ``StoreError`` when the file cannot be opened, is something else, or was written by a newer version.
    public init(_ path: String) throws(StoreError) {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(Self.busyTimeout)
            PrivateFile.make(path)
            writer = try DatabaseQueue(path: path, configuration: configuration)
            try writer.writeWithoutTransaction { database in
                // Opening in WAL mode lowers this to NORMAL, with which a power cut can lose the latest commits.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                // What is erased is overwritten, not only let go of.
                try database.execute(sql: "PRAGMA secure_delete = ON")
            }
            try Schema.migrate(writer, path: path)
            identity = try writer.writeWithoutTransaction {
                try String.fetchOne($0, sql: "SELECT name FROM identity") ?? ""
            }
            var readOnly = Configuration()
            readOnly.busyMode = .timeout(Self.busyTimeout)
            readOnly.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
            reader = try DatabaseQueue(path: path, configuration: readOnly)
        } catch {
            throw StoreError(error, at: path)
        }
    }

    /// Reads; short enough to do in place.
    package func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try reader.unsafeRead(body)
        } catch {
            throw StoreError(error, at: path)
        }
    }

    /// Writes in one immediate transaction, away from the caller's thread, which goes on with other work.
    package func write<Value: Sendable, Failure: Error>(
        failingWith wrap: @escaping @Sendable (StoreError) -> Failure,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            enqueue { database in
                continuation.resume(returning: Self.transact(database, self.path, wrap, body))
            }
        }
        return try result.get()
    }

    private static func transact<Value, Failure: Error>(
        _ database: Database,
        _ path: String,
        _ wrap: (StoreError) -> Failure,
        _ body: (Database) throws -> Value
    ) -> Result<Value, Failure> {
        do {
            var value: Value?
            try database.inTransaction(.immediate) {
                value = try body(database)
                return .commit
            }
            guard let value else { return .failure(wrap(.unavailable(place: path, reason: "no result"))) }
            return .success(value)
        } catch let error as Failure {
            return .failure(error)
        } catch {
            return .failure(wrap(StoreError(error, at: path)))
        }
    }

    /// Deletes rows so that nothing of them is left on the disk: neither in the file nor in its log.
    ///
    /// `secure_delete` overwrites the rows, but copies that were left when a page was split lie outside of every row:
    /// only writing the file anew removes them. That takes about a second for each 100 MB, as much free space on the
    /// disk as the file has, and lets other writers wait: an erasure is rare, and must be one.
    package func erase<Failure: Error>(
        failingWith wrap: @escaping @Sendable (StoreError) -> Failure,
        _ body: @escaping @Sendable (Database) throws -> Void
    ) async throws(Failure) {
        let result: Result<Void, Failure> = await withCheckedContinuation { continuation in
            enqueue { database in
                let before = database.totalChangesCount
                let result = Self.transact(database, self.path, wrap, body)
                if database.totalChangesCount > before { Self.overwrite(database) }
                continuation.resume(returning: result)
            }
        }
        try result.get()
    }

    /// Changes rows so that what they held is in neither the file's rows nor its log.
    package func overwrite<Failure: Error>(
        failingWith wrap: @escaping @Sendable (StoreError) -> Failure,
        _ body: @escaping @Sendable (Database) throws -> Void
    ) async throws(Failure) {
        let result: Result<Void, Failure> = await withCheckedContinuation { continuation in
            enqueue { database in
                let result = Self.transact(database, self.path, wrap, body)
                Self.emptyLog(database)
                continuation.resume(returning: result)
            }
        }
        try result.get()
    }

    /// What fails here is made up for by the next erasure, or when the last process closes the file.
    private static func overwrite(_ database: Database) {
        try? database.execute(sql: "VACUUM")
        emptyLog(database)
    }

    private static func emptyLog(_ database: Database) {
        // Another process that is moving the log itself makes this fail at once, whatever the busy timeout is.
        for _ in 0..<20 {
            if (try? database.checkpoint(.truncate)) != nil { return }
            usleep(10_000)
        }
    }

    /// Runs something on the writing connection after what was put in before.
    func enqueue(_ body: @escaping @Sendable (Database) -> Void) {
        writer.asyncWriteWithoutTransaction(body)
    }

    /// Closes both connections.
    package func close() throws(StoreError) {
        do {
            try reader.close()
            try writer.close()
        } catch {
            throw StoreError(error, at: path)
        }
    }

    /// The writing connection's setting, for the tests.
    package func synchronousSetting() throws(StoreError) -> Int {
        do {
            return try writer.writeWithoutTransaction {
                try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1
            }
        } catch {
            throw StoreError(error, at: path)
        }
    }
}

extension StoreError {
    /// What an error of the database means.
    init(_ error: any Error, at path: String) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode):
            self = .corrupt(place: path, reason: error.message ?? "\(error.resultCode)")
        case let error as DatabaseError where error.resultCode == .SQLITE_BUSY:
            let reason = "another process kept it locked for \(Int(DeskFile.busyTimeout)) seconds"
            self = .unavailable(place: path, reason: reason)
        case let error as DatabaseError where error.resultCode == .SQLITE_MISUSE:
            self = .closed(place: path)
        case let error as DatabaseError:
            self = .unavailable(place: path, reason: error.message ?? "\(error.resultCode)")
        default:
            self = .unavailable(place: path, reason: "\(error)")
        }
    }
}
