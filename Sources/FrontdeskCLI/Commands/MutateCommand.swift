import ArgumentParser
import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskMutation
import FrontdeskTesting

/// `frontdesk mutate`: what could be broken without any transcript noticing.
struct MutateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Break an assistant in many small ways, and list those that no transcript notices.",
        discussion: """
            Each mutant is the assistant with one thing changed in memory: a pattern is gone, a transition leads elsewhere, a \
            condition is turned round. The transcripts that reach what was changed are played on it until one fails. What \
            none of them notices is listed with its place and what it would mean for a customer. Exit code 0: the share of \
            mutants that were noticed is at least --minimum, 1: it is not, 2: nothing could be tried.

              frontdesk mutate Intents/shop
              frontdesk mutate Intents/shop --minimum 90
              frontdesk mutate Intents/large --sample 500 --seed 7
              frontdesk mutate --operators                    every way to break it, by name
            """
    )

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "The folder of transcripts; by default the assistant's own.")
    var transcripts: String?

    @Option(help: "Try only so many mutants, drawn at random.")
    var sample: Int?

    @Option(help: "What they are drawn with; the same seed draws the same ones.")
    var seed: UInt64 = 1

    @Option(help: "The share of mutants, in percent, that must be noticed.")
    var minimum: Double?

    @Option(help: "How many mutants are tried at the same time; by default one for each core.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "List the ways to break an assistant, and end.")
    var operators = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
        if let sample, sample < 1 { throw ValidationError("--sample takes a number from 1.") }
        if let minimum, !(0...100).contains(minimum) {
            throw ValidationError("--minimum takes a share in percent, 0 to 100.")
        }
    }

    func run() async throws {
        if operators { return Terminal.write(MutationText.operators) }
        let subject = try MutationSubject(assistant, transcripts: transcripts)
        let clock = ContinuousClock()
        let start = clock.now
        let report = await subject.mutation.run(sample: sample, seed: seed, lanes: jobs)
        let text = MutationText(
            report: report,
            seconds: (clock.now - start) / .seconds(1),
            path: subject.path,
            sources: subject.sources
        )
        Terminal.write(json ? try text.json() : text.text())
        if let minimum, report.score * 100 < minimum {
            throw CommandFailure(
                message:
                    "\(MutationText.percent(report.score)) of the mutants were noticed; --minimum asks for "
                    + "\(minimum.formatted()) %.",
                exitCode: 1
            )
        }
    }
}

/// An assistant with its transcripts, to be broken.
struct MutationSubject {
    let mutation: Mutation
    let assistant: Assistant
    let matcher: Matcher
    let actions: TranscriptRunner.ActionFactory
    /// The assistant's folder or bundle.
    let path: String
    /// Its files; none for a bundle.
    let sources: [SourceFile]
    /// The files of its transcripts, and how many each holds.
    let transcriptFiles: [(file: TranscriptFile, count: Int)]

    /// The file in which a transcript stands, by the transcript's place among all.
    func file(ofTranscript number: Int) -> TranscriptFile? {
        var rest = number
        for (file, count) in transcriptFiles {
            if rest < count { return file }
            rest -= count
        }
        return nil
    }

    init(_ given: String, transcripts: String?) throws {
        let origin = try AssistantPlace(given)
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(origin) } catch {
            throw error.shown(origin, consequence: "nothing was tried")
        }
        guard let folder = transcripts ?? TranscriptFolder.twin(ofAssistantAt: origin.path) else {
            throw CommandFailure(
                message:
                    "\(origin.path) has no transcripts, neither in its folder Transcripts nor beside it; give one with --transcripts FOLDER."
            )
        }
        let files = try TranscriptFolder.files(in: folder)
        let readings = files.map { $0.reading() }
        let errors = readings.flatMap(\.errors)
        guard errors.isEmpty else {
            Terminal.error(errors.map { "\($0)\n" }.joined())
            throw CommandFailure(message: "transcripts in \(folder) cannot be read; nothing was tried.")
        }
        assistant = try AssistantLoader.whole(of: origin, consequence: "nothing was tried")
        matcher = loaded.matcher
        actions = try TestData.actions(of: loaded)
        path = origin.path
        transcriptFiles = zip(files, readings).map { (file: $0, count: $1.transcripts.count) }
        sources = if case .folder(let folder) = origin { try folder.sources() } else { [] }
        mutation = Mutation(
            assistant: assistant,
            matcher: matcher,
            transcripts: readings.flatMap(\.transcripts),
            besides: Compiler.engine(speaking: assistant.languages),
            actions: actions
        )
    }
}
