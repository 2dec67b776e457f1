import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskHTTPActions
import FrontdeskSQLite
import Logging

/// Opens what an assistant's actions work on.
enum DataActions {
    /// Runs every action: `sql` on the assistant's data, `http` and `rasa` over the network.
    static func open(all loaded: LoadedAssistant, inMemory: Bool) throws(CommandFailure) -> any ActionRunner {
        let data = try open(loaded, inMemory: inMemory)
        // Reloaded files may ask other systems for the first time; connections are only made then.
        return HTTPActions(others: data, logger: logger)
    }

    /// Runs `http` and `rasa` actions over the network for many conversations, over connections that they share.
    static func network() -> @Sendable (any ActionRunner) -> any ActionRunner {
        let transport = AsyncHTTPTransport()
        return { HTTPActions(others: $0, transport: transport, logger: logger) }
    }

    /// Says on standard error what went wrong.
    private static var logger: Logger {
        Logger(label: "frontdesk.actions") { StreamLogHandler.standardError(label: $0) }
    }

    /// Opens the data that `sql` actions work on.
    static func open(_ loaded: LoadedAssistant, inMemory: Bool) throws(CommandFailure) -> any ActionRunner {
        let assistant = loaded.assistant
        guard let origin = assistant.database?.origin else { return ActionRegistry() }
        do {
            switch origin {
            case .file(let file):
                return SQLiteActions(try AssistantDatabase(path: loaded.origin.path(of: file)))
            case .seed(let file):
                let script = try loaded.script(file)
                if inMemory { return SQLiteActions(try AssistantDatabase(seed: script)) }
                try Places.make(Places.state)
                let path = "\(Places.state)/\(assistant.name)-data.sqlite"
                return SQLiteActions(try AssistantDatabase(path: path, seed: script))
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(message: "the data of assistant \(assistant.name): \(error)")
        }
    }

    /// The text of an SQL script.
    static func read(_ path: String) throws(CommandFailure) -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CommandFailure(message: "the SQL script \(path) cannot be read: \(Places.reason(error)).")
        }
    }
}
