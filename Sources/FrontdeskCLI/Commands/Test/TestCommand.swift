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
            Without folders every folder of Transcripts/ runs against its twin in Intents/, or those of the assistant \
            whose folder this is. Exit code 1: something was
            not as written.

              frontdesk test
              frontdesk test Transcripts/shop --filter parcel
              frontdesk test Transcripts/shop/orders.transcript
              frontdesk test --mode all                     in every way a desk can run: nothing may come out otherwise
              frontdesk test --format github                annotations for a workflow; tap for other harnesses
              frontdesk test --watch                        again whenever a file changes, until q is pressed
              frontdesk test --update                       accept what the desk says now; exit code 1
                                                            when other expectations do not hold
            """
    )

    @Argument(
        help: """
            Folders of transcripts, or single files; Transcripts/NAME runs against Intents/NAME, NAME/Transcripts \
            against NAME. An assistant's folder stands for its transcripts.
            """
    )
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

    @Flag(
        help: ArgumentHelp(
            "Run again whenever an intent file or a transcript changes.",
            discussion: """
                Of transcripts that changed only these are run, and those that failed before; Enter runs everything. q, \
                Ctrl-C and the end of input end it, with the exit code of the last run.
                """
        )
    )
    var watch = false

    @Flag(help: "Show which intents, states, patterns, conditions and more no transcript reaches.")
    var coverage = false

    @Option(help: "Write a page that shows what is reached over the files.")
    var html: String?

    @Option(
        help: ArgumentHelp(
            "How the desk runs: straight, encoded, bundle, store, or all of them.",
            discussion: """
                straight: on and on, in memory. encoded: its state is encoded and decoded between turns. bundle: from a \
                compiled bundle. store: its state is read anew from the store for each turn, in memory and in SQLite.
                """
        )
    )
    var mode: ModeChoice?

    @Flag(
        help: ArgumentHelp(
            "Let transcripts that say 'actions: real' ask other systems.",
            discussion: """
                Their http and rasa actions are run with the addresses and secrets of the environment, as in frontdesk \
                chat, unless an 'action' line says what one gives. Without this flag such transcripts fail.
                """
        )
    )
    var allowNetwork = false

    @Flag(help: "Begin the conversations in an order drawn at random; none may lean on another.")
    var shuffle = false

    @Option(help: "The seed of that order; the same one gives the same order.")
    var seed: UInt64?

    @Option(help: "How many conversations are played at the same time; by default one for each core.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: ArgumentHelp(
            "How the results are written: text, tap or github.",
            discussion: """
                text: every difference, for people. tap: the Test Anything Protocol 14, for harnesses. github: an \
                annotation beside the line of each transcript that was not as written.
                """
        )
    )
    var format = ResultFormat.text

    @Option(help: "Also write the results to this file, in the XML of JUnit.")
    var junit: String?

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
        if html != nil, folders.count > 1 { throw ValidationError("--html takes one folder of transcripts.") }
        if seed != nil, !shuffle { throw ValidationError("--seed is for --shuffle; give both.") }
        if watch, update || coverage || html != nil || junit != nil || format != .text {
            throw ValidationError(
                "--watch shows what differs; leave --update, --coverage, --html, --junit and --format away."
            )
        }
        if update, format == .tap {
            throw ValidationError("--update writes transcripts; leave --format tap away.")
        }
        if update, let mode, mode != .straight {
            throw ValidationError(
                "--update takes over what the desk says in the mode straight; leave --mode away."
            )
        }
    }

    func run() async throws {
        if format == .tap { Terminal.write(ReportFormats.tapVersion) }
        var tally = ModeTally()
        let order = shuffle ? seed ?? UInt64.random(in: 0...999_999) : nil
        if let order { say("shuffled with --seed \(order)\n") }
        let mode = mode ?? (coverage || html != nil ? .straight : nil)
        let folders = try suites().map {
            TestFolder($0, assistant: assistant, mode: mode, allowsNetwork: allowNetwork)
        }
        if watch {
            var watch = TestWatch(folders, matching: filter, lanes: jobs, seed: order)
            let code = await watch.run()
            if code != 0 { throw CommandFailure(message: "", exitCode: code) }
            return
        }
        for var folder in folders {
            defer { folder.cleanUp() }
            let files = try TranscriptFolder.files(in: folder.path)
            let reports = try await folder.run(
                files,
                isWhole: true,
                matching: filter,
                lanes: jobs,
                seed: order
            )
            let name = folder.name
            if format == .text {
                let text = DifferenceText(
                    width: Terminal.wideWidth,
                    marks: Style().differenceMarks,
                    isUpdate: update
                )
                say(text.text(of: reports))
            }
            guard let first = reports.first else { continue }
            if let html { try page(first, of: folder, to: html) }
            if coverage {
                say(first.coverageText)
            } else if filter == nil, !TranscriptFolder.isFile(folder.path) {
                say("\(name): \(first.coverageSummary)\n")
            }
            if update { try write(first) }
            if reports.count > 1 {
                for report in reports { say("\(name), \(report.mode): \(report.summary)\n") }
            } else if folders.count > 1 {
                say("\(name): \(first.summary)\n")
            }
            tally.add(reports)
        }
        guard tally.passed + tally.failed > 0 else {
            let none = filter.map { "no conversation matches '\($0)'" } ?? "there is no conversation"
            throw CommandFailure(message: "\(none) in \(folders.map(\.path).joined(separator: ", ")).")
        }
        switch format {
        case .text: break
        case .tap: Terminal.write(ReportFormats.tap(tally.reports))
        case .github: Terminal.write(ReportFormats.github(tally.reports))
        }
        say("\(tally.text)\n")
        if let junit { try write(tally.reports, to: junit) }
        let unmet = tally.reports.reduce(0) { $0 + $1.unmet }
        if update, unmet > 0 {
            let were = unmet == 1 ? "was not met; it is" : "were not met; they are"
            throw CommandFailure(
                message: "\(counted(unmet, "expectation")) \(were) yours to change.",
                exitCode: 1
            )
        }
        if tally.failed > 0, !update { throw CommandFailure.problemsFound }
    }

    /// Writes what is no result of its own: in TAP, as a comment.
    private func say(_ text: String) {
        guard format == .tap else { return Terminal.write(text) }
        for line in text.split(separator: "\n") { Terminal.write("# \(line)\n") }
    }

    /// The folders to run.
    private func suites() throws(CommandFailure) -> [String] {
        if !folders.isEmpty {
            return folders.map { folder in
                guard TranscriptFolder.paths(in: folder).isEmpty else { return folder }
                return TranscriptFolder.twin(ofAssistantAt: folder) ?? folder
            }
        }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: "Transcripts")) ?? []).sorted()
        let found = names.filter { !$0.hasPrefix(".") }.map { "Transcripts/\($0)" }.filter(
            TranscriptFolder.exists
        )
        guard !found.isEmpty else {
            if let own = TranscriptFolder.twin(ofAssistantAt: ".") { return [own] }
            throw CommandFailure(
                message:
                    "there is no folder Transcripts/ with folders in it here; name a folder of transcripts, and its assistant: "
                    + "frontdesk test FOLDER -a ASSISTANT."
            )
        }
        return found
    }

    private func write(_ report: SuiteReport) throws(CommandFailure) {
        for file in report.files {
            guard let updated = file.updated else { continue }
            try Self.write(updated, to: file.path)
            Terminal.write("\(file.path): updated\n")
        }
    }

    private func page(
        _ report: SuiteReport,
        of folder: TestFolder,
        to path: String
    ) throws(CommandFailure) {
        let twin = try folder.place()
        guard case .folder(let files) = twin else {
            throw CommandFailure(
                message: "\(twin.path) is a bundle; --html shows files, give the assistant's folder."
            )
        }
        let page = CoveragePage(
            assistant: folder.name,
            coverage: report.coverage,
            sources: try files.sources()
        )
        try Self.write(page.html, to: path)
        say("\(path): written\n")
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
        try OutputFile.write(text, to: path)
    }
}

/// In which form results go to standard output.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable { case text, tap, github }
