import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskPipe
import FrontdeskReplay

/// `frontdesk replay`: conversations of then on the files of now.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play recorded conversations on edited files, and show what would come out otherwise.",
        discussion: """
            What customers and agents did is done again, by the clock of the log; answers, states and handoffs are compared \
            with those of then, and what differs is grouped by its cause. Nothing is written to any store. Logs are told by \
            what they hold: what 'frontdesk export' wrote, the lines of 'frontdesk pipe' in both directions, a Bot Framework \
            .transcript, a Botium .convo.txt, Rasa's test stories. Exit code 0: nothing differs, 1: something does, 2: a log \
            or the assistant could not be read.

              frontdesk export --all > log.json
              frontdesk replay log.json --against Intents/shop
              frontdesk replay log.json --against Intents/shop --html replay.html
            """
    )

    @OptionGroup var logs: LogOptions

    @Option(help: "The assistant to play them on: its folder, or a bundle.")
    var against: String

    @Option(help: "Also write a page.")
    var html: String?

    @Flag(help: "Write JSON.")
    var json = false

    func run() async throws {
        let stage = try ReplayStand(against, clock: logs.clock)
        var reports: [ReplayReport] = []
        for log in try logs.read() { reports.append(try await stage.play(log)) }
        if let html {
            try OutputFile.write(
                ReplayPage(reports, assistant: stage.loaded.assistant.name, sources: stage.sources).html,
                to: html
            )
        }
        if json {
            Terminal.write(
                ReplayJSON(reports, assistant: stage.loaded.assistant.name, sources: stage.sources).text
            )
        } else {
            for report in reports { Terminal.write(ReplayText(report, sources: stage.sources).text) }
            if let html { Terminal.write("\(html): written\n") }
        }
        if reports.contains(where: { !$0.isSame }) { throw CommandFailure.problemsFound }
    }
}

/// The logs that a command reads.
struct LogOptions: ParsableArguments {
    @Argument(help: "Files with recorded conversations; - is standard input.")
    var logs: [String] = []

    @Option(
        help: "What the logs are, when they are not to be told by what they hold: \(Self.formats).",
        transform: { text in
            guard let format = LogFormat(rawValue: text) else {
                throw ValidationError("there is no format '\(text)'; use one of \(formats).")
            }
            return format
        }
    )
    var format: LogFormat?

    private static let formats = LogFormat.allCases.map(\.rawValue).joined(separator: ", ")

    @Option(
        help: """
            What the clock shows where a log has no times, in RFC 3339. [default: Monday 23 November 2026, 10:00 in the \
            assistant's zone]
            """,
        transform: { text in
            guard let milliseconds = Timestamp.milliseconds(of: text) else {
                throw ValidationError(
                    "'\(text)' is no RFC 3339 time; write one such as 2026-11-22T09:00:00+01:00."
                )
            }
            return milliseconds
        }
    )
    var clock: Int64?

    func validate() throws {
        if logs.isEmpty {
            throw ValidationError(
                "name a log: what 'frontdesk export --all' wrote, for example, or - for standard input."
            )
        }
    }

    func read() throws(CommandFailure) -> [RecordedLog] {
        var read: [RecordedLog] = []
        for path in logs {
            let bytes: [UInt8]
            do {
                bytes =
                    path == "-"
                    ? Array(FileHandle.standardInput.readDataToEndOfFile())
                    : Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            } catch {
                throw CommandFailure(message: "the log \(path) cannot be read: \(Places.reason(error)).")
            }
            do { read.append(try RecordedLog(bytes, path: path, format: format)) } catch {
                throw CommandFailure(message: error.description)
            }
        }
        return read
    }
}

/// The assistant that logs are played on.
struct ReplayStand {
    let loaded: LoadedAssistant
    /// Its files; none for a bundle.
    let sources: [SourceFile]
    private let replay: Replay

    init(_ path: String, clock: Int64?) throws(CommandFailure) {
        let origin = try AssistantPlace(path)
        do { loaded = try AssistantLoader.load(origin) } catch {
            throw error.shown(origin, consequence: "nothing was played")
        }
        if case .folder(let folder) = origin { sources = try folder.sources() } else { sources = [] }
        replay = Replay(
            assistant: loaded.assistant,
            matcher: loaded.matcher,
            actions: try TestData.actions(of: loaded),
            clock: clock
        )
    }

    func play(_ log: RecordedLog) async throws(CommandFailure) -> ReplayReport {
        var log = log
        log.resolveNames(in: loaded.assistant)
        do {
            let (conversations, unrecorded) = try await replay.run(log)
            return ReplayReport(log, conversations, unrecorded: unrecorded)
        } catch {
            throw CommandFailure(message: "the assistant's data could not be prepared: \(error)")
        }
    }
}
