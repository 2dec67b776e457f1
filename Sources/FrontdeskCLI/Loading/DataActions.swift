import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskSQLite

/// Opens the data that an assistant's `sql` actions work on.
enum DataActions {
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
