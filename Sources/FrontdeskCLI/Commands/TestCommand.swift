import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskSQLite
import FrontdeskTesting

/// `frontdesk test`: runs transcripts.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run transcripts and show every difference.",
        discussion: """
            Without folders every folder of Transcripts/ runs against its twin in Intents/. Exit code 1: something was
            not as written.

              frontdesk test
              frontdesk test Transcripts/shop --filter parcel
              frontdesk test --update                       accept what the desk says now; exit code 1
                                                            when other expectations do not hold
            """
    )

    @Argument(help: "Folders of transcripts; Transcripts/NAME runs against Intents/NAME.")
    var folders: [String] = []

    @Option(
        name: .shortAndLong,
        help: "The assistant's folder or bundle, when it is not the twin of the transcripts' folder."
    )
    var assistant: String?

    @Option(help: "Only conversations whose title or path contains this text.")
    var filter: String?

    @Flag(help: "Write what the desk really said into the transcripts.")
    var update = false

    @Flag(help: "Show which intents, flows and states no transcript reaches.")
    var coverage = false

    @Option(help: "Also write the results to this file, in the XML of JUnit.")
    var junit: String?

    func run() async throws {
        var reports: [SuiteReport] = []
        let folders = try suites()
        for folder in folders {
            let report = try await run(folder)
            reports.append(report)
            let name = URL(fileURLWithPath: folder).lastPathComponent
            Terminal.write(report.differences)
            if coverage {
                Terminal.write(report.coverageText)
            } else if filter == nil {
                Terminal.write("\(name): \(report.coverageSummary)\n")
            }
            if update { try write(report) }
            if folders.count > 1 { Terminal.write("\(name): \(report.summary)\n") }
        }
        let passed = reports.reduce(0) { $0 + $1.passed }
        let failed = reports.reduce(0) { $0 + $1.failed }
        guard passed + failed > 0 else {
            throw CommandFailure(
                message:
                    "no conversation matches '\(filter ?? "")' in \(folders.joined(separator: ", "))."
            )
        }
        Terminal.write("\(passed) passed, \(failed) failed\n")
        if let junit { try write(reports, to: junit) }
        let unmet = reports.reduce(0) { $0 + $1.unmet }
        if update, unmet > 0 {
            let were = unmet == 1 ? "was not met; it is" : "were not met; they are"
            throw CommandFailure(
                message: "\(counted(unmet, "expectation")) \(were) yours to change.",
                exitCode: 1
            )
        }
        if failed > 0, !update { throw CommandFailure.problemsFound }
    }

    /// The folders to run.
    private func suites() throws(CommandFailure) -> [String] {
        if !folders.isEmpty { return folders }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: "Transcripts")) ?? []).sorted()
        let found = names.filter { !$0.hasPrefix(".") }.map { "Transcripts/\($0)" }.filter(
            TranscriptFolder.exists
        )
        guard !found.isEmpty else {
            throw CommandFailure(
                message:
                    "there is no folder Transcripts/ with folders in it here; name a folder of transcripts, and its assistant: "
                    + "frontdesk test FOLDER -a ASSISTANT."
            )
        }
        return found
    }

    private func run(_ folder: String) async throws(CommandFailure) -> SuiteReport {
        let files = try TranscriptFolder.files(in: folder)
        let twin = try AssistantPlace(assistant ?? TranscriptFolder.assistant(of: folder))
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(twin) } catch { throw error.shown(twin) }
        let actions = try TestData.actions(of: loaded)
        let suite = TranscriptSuite(
            assistant: loaded.assistant,
            matcher: loaded.matcher,
            topics: Self.areTwins(folder, twin) ? loaded.topics : [],
            actions: actions
        )
        return await suite.run(files, matching: filter)
    }

    /// Whether the transcripts are those of the assistant, which are to exercise each of its files, and not only about it.
    private static func areTwins(_ folder: String, _ assistant: AssistantPlace) -> Bool {
        let place = URL(fileURLWithPath: assistant.path).standardizedFileURL.deletingPathExtension()
        return URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent == place.lastPathComponent
    }

    private func write(_ report: SuiteReport) throws(CommandFailure) {
        for file in report.files {
            guard let updated = file.updated else { continue }
            try Self.write(updated, to: file.path)
            Terminal.write("\(file.path): updated\n")
        }
    }

    private func write(_ reports: [SuiteReport], to path: String) throws(CommandFailure) {
        let suites = reports.map { report in
            report.junit.split(separator: "\n").filter {
                !$0.hasPrefix("<?xml") && !$0.hasPrefix("<testsuites") && !$0.hasPrefix("</testsuites")
            }.joined(separator: "\n")
        }
        let count = reports.reduce(0) { $0 + $1.passed + $1.failed }
        let failed = reports.reduce(0) { $0 + $1.failed }
        try Self.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites tests="\(count)" failures="\(failed)">
            \(suites.joined(separator: "\n"))
            </testsuites>

            """,
            to: path
        )
    }

    private static func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(message: "the file \(path) cannot be written: \(Places.reason(error)).")
        }
    }
}
