import ArgumentParser
import FrontdeskDialogue
import FrontdeskTesting

/// `frontdesk walk`: random customers, and what must hold whatever they say.
struct WalkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "walk",
        abstract: "Let random customers talk to an assistant, and check what must always hold.",
        discussion: """
            The customers say what the assistant's patterns and examples accept and what customers of its transcripts \
            say, mistype, change their mind, and do not all mean well; every second one is somebody of the transcripts. After each step it is checked that nobody is left \
            without a reply, that a human is reachable within two messages, that nothing known is asked for again, \
            that no reprompt comes twice in a row, and more. The first conversation in which something does not hold is \
            printed, and the exit code is 1. The same seed gives the same walk.

              frontdesk walk Intents/shop
              frontdesk walk Intents/shop --turns 1000000 --seed 7
              frontdesk walk Intents/shop --turns 100000 --all-flows
            """
    )

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "How many messages customers write, from 1.")
    var turns = 10_000

    @Option(help: "A whole number, from 0; another one gives another walk.")
    var seed: UInt64 = 1

    @Option(help: "A folder of transcripts whose customers are listened to; by default the assistant's own.")
    var transcripts: String?

    @Flag(help: "Also fail when a flow was never reached.")
    var allFlows = false

    func validate() throws {
        guard turns > 0 else { throw ValidationError("--turns takes a number from 1, not \(turns)") }
    }

    func run() async throws {
        let origin = try AssistantPlace(assistant)
        let loaded: LoadedAssistant
        do { loaded = try AssistantLoader.load(origin) } catch { throw error.shown(origin) }
        let folder = transcripts ?? TranscriptFolder.twin(ofAssistantAt: origin.path)
        let files =
            try folder.map { folder throws(CommandFailure) in try TranscriptFolder.files(in: folder) } ?? []
        let walk = RandomWalk(
            assistant: try AssistantLoader.whole(of: origin, consequence: "nobody walked"),
            matcher: loaded.matcher,
            transcripts: files.flatMap { $0.reading().transcripts },
            actions: try TestData.actions(of: loaded)
        )
        let report: WalkReport
        do {
            report = try await walk.run(turns: turns, seed: seed)
        } catch {
            throw CommandFailure(message: "the data of assistant \(loaded.assistant.name): \(error)")
        }
        Terminal.write(report.text)
        if !report.held || allFlows && !report.missedFlows.isEmpty { throw CommandFailure.problemsFound }
    }
}
