import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskIdentity
import FrontdeskPipe
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

    /// Failures are told on standard error; what customers wrote is never among them.
    private static func log(_ label: String) -> any LogHandler {
        var handler = StreamLogHandler.standardError(label: label)
        handler.logLevel = .warning
        return handler
    }

    /// Opens the desk of a folder or bundle.
    ///
    /// - Parameter evidence: How many pieces of evidence to give for each candidate of a turn that is explained.
    func open(_ origin: AssistantPlace, evidence: Int = 3) throws(CommandFailure) -> OpenDesk {
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(origin) } catch { throw error.shown(origin) }
        let place = store ?? .standard(for: loaded.assistant.name)
        let (store, queue) = try place.open()
        OpenStores.remember(store)
        let actions = try DataActions.open(all: loaded, inMemory: place == .memory)
        let desk = Desk(
            assistant: loaded.assistant,
            matcher: loaded.matcher,
            store: store,
            queue: queue,
            actions: actions,
            clock: clock.map { StartedClock(at: $0) } ?? SystemClock(),
            settings: DeskSettings(evidence: evidence),
            logger: Logger(label: "frontdesk", factory: Self.log),
            identity: try Secrets.identity(of: loaded.assistant)
        )
        if verbose {
            Terminal.error(
                "frontdesk: assistant \(loaded.assistant.name) from \(origin.path), store \(place.description)\n"
            )
        }
        return OpenDesk(desk: desk, origin: origin, place: place, loaded: loaded)
    }
}

/// A running desk, and where it came from.
struct OpenDesk: Sendable {
    var desk: Desk
    var origin: AssistantPlace
    var place: StorePlace
    var loaded: LoadedAssistant

    /// Reads the intent files, or the bundle, again and goes on with them; when they do not compile, nothing changes.
    func reload() throws(AssistantLoader.Failure) -> LoadedAssistant {
        let loaded = try AssistantLoader.load(origin)
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

private func parseClock(_ text: String) throws -> Int64 {
    guard let milliseconds = Timestamp.milliseconds(of: text) else {
        throw ValidationError("'\(text)' is no RFC 3339 time; write one such as 2026-11-22T09:00:00+01:00.")
    }
    return milliseconds
}
