import ArgumentParser
import Foundation
import FrontdeskMutation
import FrontdeskTesting

/// `frontdesk suggest-tests`: transcripts that notice what no other does.
struct SuggestTestsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest-tests",
        abstract: "Write transcripts that notice what the others do not.",
        discussion: """
            Runs 'frontdesk mutate', and looks for what tells each surviving mutant from the assistant: first an expectation \
            that one of the transcripts lacks, then a new conversation. All of it was run: it passes on the assistant as it \
            is, and fails on the mutant. What the desk says in it is what it says today: read it before you keep it, and say \
            it as your customers would.

              frontdesk suggest-tests Intents/shop
              frontdesk suggest-tests Intents/shop -o found.transcript --limit 20
              frontdesk suggest-tests Intents/shop -o found.transcript --pin    add the expectations to the files
            """
    )

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "The folder of transcripts; by default the assistant's own.")
    var transcripts: String?

    @Option(name: .shortAndLong, help: "The file to write; by default they are printed.")
    var output: String?

    @Flag(help: "Add the expectations that transcripts lack to their files.")
    var pin = false

    @Option(help: "How many transcripts at most.")
    var limit: Int?

    @Option(help: "Try only so many mutants, drawn at random.")
    var sample: Int?

    @Option(help: "What they are drawn with; the same seed draws the same ones.")
    var seed: UInt64 = 1

    @Option(help: "How many conversations are tried at the same time; by default one for each core.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
        if let sample, sample < 1 { throw ValidationError("--sample takes a number from 1.") }
    }

    func run() async throws {
        let subject = try MutationSubject(assistant, transcripts: transcripts)
        let report = await subject.mutation.run(sample: sample, seed: seed, lanes: jobs)
        let (pins, left) = await subject.mutation.pins(for: report, lanes: jobs)
        let suggestions = await subject.mutation.suggestions(for: left, limit: limit, lanes: jobs)
        if pin { try write(pins, to: subject) }
        let text =
            (pin ? "" : shown(pins, of: subject))
            + suggestions.map { suggestion in
                suggestion.notices.map { "// Notices that \($0)\n" }.joined()
                    + suggestion.text
            }.joined(separator: "\n")
        if let output {
            try OutputFile.write(text, to: output)
        } else {
            Terminal.write(text)
        }
        let noticed =
            suggestions.reduce(0) { $0 + $1.notices.count } + pins.reduce(0) { $0 + $1.notices.count }
        Terminal.error(
            "\(counted(pins.count, "expectation")) and \(counted(suggestions.count, "transcript")) for \(noticed) of \(counted(report.survivors.count, "mutant")) "
                + "that no transcript notices.\n"
        )
    }

    /// The expectations that transcripts lack, as comments with their places.
    private func shown(_ pins: [Pin], of subject: MutationSubject) -> String {
        pins.map { pin in
            let notices = pin.notices.map { "// Notices that \($0)\n" }.joined()
            return notices
                + "// \(subject.file(ofTranscript: pin.transcript)?.path ?? ""):\(pin.line): add below\n\(pin.text)\n\n"
        }.joined()
    }

    /// Adds the expectations to the files.
    private func write(_ pins: [Pin], to subject: MutationSubject) throws(CommandFailure) {
        var added: [String: (file: TranscriptFile, lines: [Int: [String]])] = [:]
        for pin in pins {
            guard let file = subject.file(ofTranscript: pin.transcript) else { continue }
            added[file.path, default: (file, [:])].lines[pin.line, default: []].append(pin.text)
        }
        for (path, change) in added.sorted(by: { $0.key < $1.key }) {
            let text = TranscriptDraft.adding(change.lines, to: change.file.text)
            try OutputFile.write(text, to: path)
        }
    }
}
