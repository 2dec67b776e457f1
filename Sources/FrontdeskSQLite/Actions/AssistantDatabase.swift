private import Foundation
internal import GRDB

/// The data that an assistant's `sql` actions work on.
///
/// Reads run on a connection that refuses to change anything; writes on another, one at a time.
public final class AssistantDatabase: Sendable {
    /// The file's path; nil for a database in memory.
    public let path: String?

    let reader: DatabaseQueue
    let writer: DatabaseQueue

    /// Opens a file that is there.
    public convenience init(path: String) throws(AssistantDatabaseError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        try self.init(opening: path)
    }

    /// Opens a file; when it is not there, makes it by an SQL script, completely or not at all.
    public convenience init(path: String, seed: String) throws(AssistantDatabaseError) {
        if !FileManager.default.fileExists(atPath: path) { try Self.make(path, seed: seed) }
        try self.init(opening: path)
    }

    /// Makes a database in memory by an SQL script.
    public init(seed: String) throws(AssistantDatabaseError) {
        path = nil
        do {
            let database = try DatabaseQueue(configuration: Self.configuration())
            try database.writeWithoutTransaction { try $0.execute(sql: seed) }
            reader = database
            writer = database
        } catch {
            throw .seed(path: "in memory", reason: "\(error)")
        }
    }

    /// Opens a file that is there without being able to change it.
    public init(reading path: String) throws(AssistantDatabaseError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        self.path = path
        do {
            var configuration = Self.configuration()
            configuration.readonly = true
            reader = try DatabaseQueue(path: path, configuration: configuration)
            writer = reader
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }

    /// What SQLite has against a statement, which is not run; nil when it could be.
    public func objection(to statement: String) -> String? {
        do {
            _ = try reader.unsafeRead { try $0.makeStatement(sql: statement) }
            return nil
        } catch let error as DatabaseError {
            return error.message ?? "\(error.resultCode)"
        } catch {
            return "\(error)"
        }
    }

    /// A copy in memory, apart from the original: one for each test.
    public func copy() throws(AssistantDatabaseError) -> AssistantDatabase {
        do {
            let database = try DatabaseQueue(configuration: Self.configuration())
            try reader.backup(to: database)
            return AssistantDatabase(inMemory: database)
        } catch {
            throw .unreadable(path: path ?? "in memory", reason: "\(error)")
        }
    }

    private init(inMemory database: DatabaseQueue) {
        path = nil
        reader = database
        writer = database
    }

    private init(opening path: String) throws(AssistantDatabaseError) {
        self.path = path
        do {
            writer = try DatabaseQueue(path: path, configuration: Self.configuration())
            var readOnly = Self.configuration()
            readOnly.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
            reader = try DatabaseQueue(path: path, configuration: readOnly)
            // Reads the first page: a file that is no database is found now, not by a customer.
            _ = try reader.unsafeRead { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(SQLiteActions.timeLimit)
        configuration.foreignKeysEnabled = true
        return configuration
    }

    private static func make(_ path: String, seed: String) throws(AssistantDatabaseError) {
        let unfinished = "\(path).\(UUID().uuidString)"
        do {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            PrivateFile.make(unfinished)
            let database = try DatabaseQueue(path: unfinished, configuration: configuration())
            try database.writeWithoutTransaction { try $0.execute(sql: seed) }
            try database.close()
            // A link does not replace a file that another process made meanwhile; not every file system has links.
            do {
                try FileManager.default.linkItem(atPath: unfinished, toPath: path)
            } catch {
                try? FileManager.default.moveItem(atPath: unfinished, toPath: path)
            }
            try? FileManager.default.removeItem(atPath: unfinished)
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw .seed(path: path, reason: "\(error)")
        }
        guard FileManager.default.fileExists(atPath: path) else {
            throw .seed(path: path, reason: "the folder takes no new files")
        }
    }
}

/// Why an assistant's data cannot be used.
public enum AssistantDatabaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no such file.
    case missing(path: String)
    /// The file cannot be read, or is no SQLite database.
    case unreadable(path: String, reason: String)
    /// The SQL script failed.
    case seed(path: String, reason: String)

    /// What is wrong and where.
    public var description: String {
        switch self {
        case .missing(let path): "there is no database \(path)."
        case .unreadable(let path, let reason): "the database \(path) cannot be read: \(reason)."
        case .seed(let path, let reason): "the SQL script for \(path) failed: \(reason). No file was left."
        }
    }
}
