import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskSQLite

/// Where conversations and queues are kept, as `--store` says it.
enum StorePlace: Sendable, Hashable, ExpressibleByArgument {
    /// Nowhere: forgotten when the program ends.
    case memory
    /// An SQLite file.
    case sqlite(String)

    init?(argument: String) {
        if argument == "memory" {
            self = .memory
        } else if argument.hasPrefix("sqlite:"), argument.count > 7 {
            self = .sqlite(String(argument.dropFirst(7)))
        } else {
            return nil
        }
    }

    /// The place as `--store` says it.
    var description: String {
        switch self {
        case .memory: "memory"
        case .sqlite(let path): "sqlite:\(path)"
        }
    }

    static func standard(for assistant: String) -> StorePlace {
        .sqlite("\(Places.state)/\(assistant).sqlite")
    }

    /// Opens the store and the queue.
    func open() throws(CommandFailure) -> (store: any EventStore, queue: any TicketQueue) {
        guard case .sqlite(let path) = self else { return (InMemoryStore(), InMemoryQueue()) }
        let folder = (path as NSString).deletingLastPathComponent
        if folder == Places.state { try Places.make(folder) }
        do {
            let file = try DeskFile(path)
            return (SQLiteStore(file), SQLiteQueue(file))
        } catch {
            throw CommandFailure(
                message: "\(error.description) Give another file with --store sqlite:PATH, or --store memory."
            )
        }
    }
}
