import Dispatch
import Frontdesk
import FrontdeskTesting
import Glibc

/// Runs transcripts again whenever a file changes, until somebody ends it.
struct TestWatch {
    /// How often files are looked at, in milliseconds.
    private static let interval: Int32 = 300
    /// How long files must stay as they are before they are read, in milliseconds: editors write in pieces.
    private static let pause: UInt32 = 100

    /// A folder, and how it was when it was run last.
    private struct Watched {
        var folder: TestFolder
        var files: WatchedFiles
        /// The files of transcripts in which something was not as written.
        var failing: Set<String> = []
        /// Whether it could not be run at all.
        var isBroken = false
    }

    private var watched: [Watched]
    private let filter: String?
    private let lanes: Int
    private let seed: UInt64?
    private let end = WatchEnd()
    private let style = Style()

    init(_ folders: [TestFolder], matching filter: String?, lanes: Int, seed: UInt64?) {
        watched = folders.map { Watched(folder: $0, files: WatchedFiles($0)) }
        self.filter = filter
        self.lanes = lanes
        self.seed = seed
    }

    /// Watches until `q` is pressed, input ends or a signal comes.
    ///
    /// - Returns: The exit code of the last run.
    mutating func run() async -> Int32 {
        let keys = KeyPresses()
        let signals = end.onSignals(restoring: keys.terminal)
        defer {
            for signal in signals { signal.cancel() }
            KeyPresses.restore(keys.terminal)
            for place in watched.indices { watched[place].folder.cleanUp() }
        }
        await runAll(because: "Everything, and then what changes")
        while true {
            switch keys.next(within: Self.interval) {
            case .enter: await runAll(because: "Everything again")
            case .letter(UInt8(ascii: "q")), .end: return end.code
            case .letter: break
            case .none: await runChanged()
            }
        }
    }

    private mutating func runAll(because reason: String) async {
        for place in watched.indices { watched[place].files = WatchedFiles(watched[place].folder) }
        await run(because: reason, watched.indices.map { ($0, nil) })
    }

    /// Runs what a change concerns, and what failed before.
    private mutating func runChanged() async {
        guard watched.contains(where: { WatchedFiles($0.folder) != $0.files }) else { return }
        let now = settled()
        var parts: [(place: Int, paths: Set<String>?)] = []
        var names: [String] = []
        for (place, files) in now.enumerated() {
            let changes = files.changes(since: watched[place].files)
            watched[place].files = files
            names += changes.all
            if !changes.assistant.isEmpty { watched[place].folder.cleanUp() }
            if !changes.assistant.isEmpty || !changes.removed.isEmpty || watched[place].isBroken {
                parts.append((place, nil))
            } else {
                let paths = watched[place].failing.union(changes.transcripts)
                if !paths.isEmpty { parts.append((place, paths)) }
            }
        }
        guard !names.isEmpty else { return }
        await run(because: "Changed: \(names.joined(separator: ", "))", parts)
    }

    /// How the files are once nobody writes to them any more.
    private func settled() -> [WatchedFiles] {
        var last = watched.map { WatchedFiles($0.folder) }
        while true {
            usleep(Self.pause * 1000)
            let next = watched.map { WatchedFiles($0.folder) }
            if next == last { return next }
            last = next
        }
    }

    /// Runs files of some folders; nil: all of them.
    private mutating func run(because reason: String, _ parts: [(place: Int, paths: Set<String>?)]) async {
        begin(reason)
        var tally = ModeTally()
        var code: Int32 = 0
        for (place, paths) in parts {
            do throws(CommandFailure) {
                let all = try TranscriptFolder.files(in: watched[place].folder.path)
                let files = all.filter { paths?.contains($0.path) ?? true }
                let isWhole = files.count == all.count
                let reports = try await watched[place].folder.run(
                    files,
                    isWhole: isWhole,
                    matching: filter,
                    lanes: lanes,
                    seed: seed
                )
                end.stages.withLock { $0 = watched.flatMap { $0.folder.stages ?? [] } }
                let text = DifferenceText(width: Terminal.wideWidth, marks: style.differenceMarks)
                Terminal.write(text.text(of: reports))
                tally.add(reports)
                let failed = reports.flatMap(\.files).filter {
                    !$0.errors.isEmpty || $0.results.contains { !$0.passed }
                }
                watched[place].failing = Set(failed.map(\.path))
                watched[place].isBroken = false
            } catch {
                watched[place].isBroken = true
                Terminal.write(style.red("error: \(error.message)") + "\n")
                code = max(code, error.exitCode)
            }
        }
        if tally.failed > 0 { code = max(code, 1) }
        end.setCode(code)
        if !tally.reports.isEmpty {
            Terminal.write((code == 0 ? style.green(tally.text) : style.red(tally.text)) + "\n")
        }
        Terminal.write(style.dim("Waiting for changes; Enter runs everything, q ends.") + "\n")
    }

    /// Marks where a run begins.
    private func begin(_ reason: String) {
        if isatty(STDOUT_FILENO) == 1 {
            Terminal.write("\u{1B}[H\u{1B}[2J\u{1B}[3J" + style.bold(reason) + "\n\n")
        } else {
            Terminal.write("== \(reason)\n")
        }
    }
}

/// How a watch comes to its end when a signal does not wait for it.
private final class WatchEnd: Sendable {
    private let last = Locked<Int32?>(nil)
    /// What has been made for the modes and is to be removed.
    let stages = Locked<[ModeStage]>([])

    /// The exit code of the last run.
    var code: Int32 { last.withLock { $0 ?? 0 } }

    func setCode(_ code: Int32) { last.withLock { $0 = code } }

    /// Ends the program at Ctrl-C or SIGTERM, also in the middle of a run.
    func onSignals(restoring terminal: termios?) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                KeyPresses.restore(terminal)
                for stage in self.stages.withLock({ $0 }) { stage.cleanUp() }
                exit(self.last.withLock { $0 } ?? 128 + number)
            }
            source.resume()
            return source
        }
    }
}
