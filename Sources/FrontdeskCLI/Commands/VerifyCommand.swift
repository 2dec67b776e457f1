import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskTesting
import FrontdeskVerification

/// `frontdesk verify`: what must hold whatever customers say, proved before one of them meets it.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove what must hold whatever customers say, and show a conversation for what does not.",
        discussion: """
            All flows are laid out as a graph, and conversations are led into every situation, with every outcome of every \
            action. What is wrong is printed with the shortest conversation that shows it, which was really run. Exit code 0: \
            everything holds, 1: something does not, 2: the assistant could not be read.

              frontdesk verify Intents/shop
              frontdesk verify Intents/shop --save found    the conversations as transcripts, which fail until
                                                            'frontdesk test found -a Intents/shop' finds them mended
            """
    )

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "A folder to write the conversations into, as transcripts.")
    var save: String?

    @Flag(help: "Write JSON.")
    var json = false

    func run() async throws {
        let origin = try AssistantPlace(assistant)
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(origin) } catch {
            throw error.shown(origin, consequence: "nothing was proved")
        }
        let whole = try AssistantLoader.whole(of: origin, consequence: "nothing was proved")
        let zone = Zone.named(whole.zone, around: SystemClock().milliseconds) ?? .utc
        let clock = ContinuousClock()
        let start = clock.now
        let verification = Verification(assistant: whole, matcher: loaded.matcher, zone: zone)
        var report = verification.run()
        let seconds = (clock.now - start) / .seconds(1)
        await confirm(&report, whole, loaded)
        var sources: [SourceFile] = []
        if case .folder(let folder) = origin { sources = try folder.sources() }
        let text = VerificationText(report: report, seconds: seconds, path: origin.path, sources: sources)
        Terminal.write(json ? try text.json() : text.text())
        if let save { try write(report, to: save) }
        if !report.holds { throw CommandFailure.problemsFound }
    }

    /// Runs each conversation as `frontdesk test` would; one that shows nothing there is said to.
    private func confirm(
        _ report: inout VerificationReport,
        _ assistant: Assistant,
        _ loaded: LoadedAssistant
    ) async {
        let runner = TranscriptRunner(assistant: assistant, matcher: loaded.matcher)
        for proof in report.proofs.indices {
            for place in report.proofs[proof].findings.indices {
                guard let text = report.proofs[proof].findings[place].transcript else { continue }
                let reading = TranscriptFile(path: "found", text: text).reading()
                guard let transcript = reading.transcripts.first, await runner.run(transcript).passed else {
                    continue
                }
                report.proofs[proof].findings[place].unshown =
                    "its conversation went another way when it was run"
            }
        }
    }

    private func write(_ report: VerificationReport, to folder: String) throws(CommandFailure) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for proof in report.proofs {
                let texts = proof.findings.compactMap(\.transcript)
                guard !texts.isEmpty else { continue }
                try texts.joined(separator: "\n").write(
                    toFile: "\(folder)/verify-\(proof.name).transcript",
                    atomically: true,
                    encoding: .utf8
                )
            }
        } catch {
            throw CommandFailure(
                message: "the conversations cannot be written into \(folder): \(Places.reason(error))."
            )
        }
    }
}
