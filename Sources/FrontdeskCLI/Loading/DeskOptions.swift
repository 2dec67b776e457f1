import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskPipe
import FrontdeskSQLite
import Logging

/// What every command that opens a desk can be told.
struct DeskOptions: ParsableArguments {
    @Option(
        help:
            "Where conversations are kept: memory, or sqlite:PATH. [default: sqlite, one file for each assistant]"
    )
    var store: StorePlace?

    @Option(
        help: """
            Let the desk's clock start at this RFC 3339 time, such as 2026-11-22T09:00:00+01:00. Processes that share \
            a store, such as chat and queue, need the same clock.
            """,
        transform: parseClock
    )
    var clock: Int64?

    @Flag(name: .shortAndLong, help: "Say on standard error what is loaded and from where.")
    var verbose = false

    /// Opens the desk of a folder.
    ///
    /// - Parameter evidence: How many pieces of evidence to keep for each candidate.
    func open(_ folder: AssistantFolder, evidence: Int = 3) throws(CommandFailure) -> OpenDesk {
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(folder) } catch { throw error.shown(folder) }
        let place = store ?? .standard(for: loaded.assistant.name)
        let (store, queue) = try place.open()
        OpenStores.remember(store)
        let actions = try DataActions.open(loaded.assistant, folder: folder, inMemory: place == .memory)
        let desk = Desk(
            assistant: loaded.assistant,
            matcher: loaded.matcher,
            store: store,
            queue: queue,
            actions: actions,
            clock: clock.map { StartedClock(at: $0) } ?? SystemClock(),
            settings: DeskSettings(evidence: evidence)
        )
        if verbose {
            Terminal.error(
                "frontdesk: assistant \(loaded.assistant.name) from \(folder.path), store \(place.description)\n"
            )
        }
        return OpenDesk(desk: desk, folder: folder, place: place, loaded: loaded)
    }
}

/// A running desk, and where it came from.
struct OpenDesk: Sendable {
    var desk: Desk
    var folder: AssistantFolder
    var place: StorePlace
    var loaded: LoadedAssistant

    /// Reads the intent files again and goes on with them; when they do not compile, nothing changes.
    func reload() throws(AssistantLoader.Failure) -> LoadedAssistant {
        let loaded = try AssistantLoader.load(folder)
        desk.replace(with: loaded.assistant, matcher: loaded.matcher)
        return loaded
    }
}

/// A clock that was set by hand and then goes on.
struct StartedClock: ClockReading {
    private let offset: Int64

    init(at milliseconds: Int64) {
        offset = milliseconds - SystemClock().milliseconds
    }

    var milliseconds: Int64 { SystemClock().milliseconds + offset }
}

/// Opens the data that an assistant's `sql` actions work on.
enum DataActions {
    static func open(
        _ assistant: Assistant,
        folder: AssistantFolder,
        inMemory: Bool
    ) throws(CommandFailure) -> any ActionRunner {
        guard let origin = assistant.database?.origin else { return ActionRegistry() }
        do {
            switch origin {
            case .file(let file):
                return SQLiteActions(try AssistantDatabase(path: folder.path(of: file)))
            case .seed(let file):
                let script = try read(folder.path(of: file))
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

    static func read(_ path: String) throws(CommandFailure) -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CommandFailure(message: "the SQL script \(path) cannot be read: \(Places.reason(error)).")
        }
    }
}

private func parseClock(_ text: String) throws -> Int64 {
    guard let milliseconds = Timestamp.milliseconds(of: text) else {
        throw ValidationError("'\(text)' is no RFC 3339 time; write one such as 2026-11-22T09:00:00+01:00.")
    }
    return milliseconds
}
