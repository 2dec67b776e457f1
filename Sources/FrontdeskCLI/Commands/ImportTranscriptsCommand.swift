import ArgumentParser
import Foundation
import FrontdeskReplay
import FrontdeskTesting

/// `frontdesk import-transcripts`: real conversations as tests.
struct ImportTranscriptsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-transcripts",
        abstract: "Make tests of recorded conversations, with personal data replaced.",
        discussion: """
            Reads what 'frontdesk replay' reads. Names that are known of customers and agents, e-mail addresses, phone and card \
            numbers get stand-ins, the same for the same person; what customers write of themselves besides stays: read the \
            file before you share it. Conversations that are the same are written once. With --against they are run, and \
            what the desk says now is written down; without, what it said then.

              frontdesk export --all > log.json
              frontdesk import-transcripts log.json --against Intents/shop --out Transcripts/shop
            """
    )

    @OptionGroup var logs: LogOptions

    @Option(
        name: .shortAndLong,
        help: "The folder to write into, a file for each log; by default they are printed."
    )
    var out: String?

    @Option(help: "The assistant to run them on: its folder, or a bundle.")
    var against: String?

    func run() async throws {
        var runner: TranscriptRunner?
        if let against {
            let loaded = try ReplayStand(against, clock: logs.clock).loaded
            runner = TranscriptRunner(
                assistant: loaded.assistant,
                matcher: loaded.matcher,
                actions: try TestData.actions(of: loaded)
            )
        }
        let read = try logs.read()
        let files = try out.map { out throws(CommandFailure) in try Self.files(for: read, in: out) }
        var written = 0
        for (place, log) in read.enumerated() {
            var importing = TranscriptImport(log, runner: runner)
            let result = await importing.run()
            written += result.written
            if let files {
                if result.written > 0 { try OutputFile.write(result.text, to: files[place]) }
            } else {
                Terminal.write(result.text)
            }
            Terminal.error(Self.summary(result, of: log, in: files?[place]))
        }
        if written == 0 { throw CommandFailure(message: "no transcript was made.", exitCode: 1) }
    }

    /// A file for each log; what is there already is somebody's.
    private static func files(for logs: [RecordedLog], in folder: String) throws(CommandFailure) -> [String] {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(message: "the folder \(folder) cannot be made: \(Places.reason(error)).")
        }
        var files: [String] = []
        for log in logs {
            let name = log.path == "-" ? "imported" : URL(fileURLWithPath: log.path).lastPathComponent
            let stem = name.split(separator: ".").first.map(String.init) ?? name
            let file = "\(folder)/\(stem).transcript"
            guard !FileManager.default.fileExists(atPath: file), !files.contains(file) else {
                throw CommandFailure(
                    message: "\(file) is there already; move it away, or choose another folder with --out."
                )
            }
            files.append(file)
        }
        return files
    }

    private static func summary(
        _ result: TranscriptImport.Result,
        of log: RecordedLog,
        in file: String?
    ) -> String {
        var text = "\(log.path): \(counted(result.written, "transcript")) of "
        text += "\(counted(log.conversations.count, "conversation"))\(file.map { ", in \($0)" } ?? "")\n"
        if result.duplicates > 0 {
            text += "  \(counted(result.duplicates, "conversation")) the same as another\n"
        }
        text += "  replaced: \(result.standIns.text ?? "nothing")\n"
        for loss in result.losses {
            text += "  not carried over: \(loss.what)\(loss.count == 1 ? "" : ", \(loss.count) times")\n"
        }
        if result.changed > 0 {
            text +=
                "  \(counted(result.changed, "conversation")) went otherwise than recorded: read what the desk says now\n"
        }
        return text
    }
}
