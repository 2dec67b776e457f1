import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskReplay
import FrontdeskSQLite
import FrontdeskTesting
import Testing

/// The shop, with its data.
struct Shop {
    let assistant: Assistant
    let matcher: Matcher
    let actions: TranscriptRunner.ActionFactory

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Compiled once for all tests.
    static let shared = Task { try Shop() }

    private init() throws {
        let folder = Self.root.appending(path: "Intents/shop")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".yaml")
        }.sorted()
        let sources = try names.map { name in
            SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
        let assistant = try #require(Compiler.compile(sources).assistant)
        guard case .seed(let file)? = assistant.database?.origin else {
            throw CocoaError(.fileNoSuchFile)
        }
        let script = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let original = try AssistantDatabase(seed: script)
        self.assistant = assistant
        matcher = .training(assistant)
        actions = { SQLiteActions(try original.copy()) }
    }

    /// Transcripts of the shop in which all that a log carries happens: buttons, silences, bursts, events, agents, slow
    /// actions, masked numbers, other languages.
    static let files = [
        "complaints-handoff", "complaints-es", "context-bursts", "customers-memory", "delivery-lost",
        "feedback",
        "languages", "orders-carrier", "orders-events", "payment", "privacy-contracts", "promises", "refunds",
        "responses", "returns", "silence",
    ].map { root.appending(path: "Transcripts/shop/\($0).transcript").path }
}

@Suite struct SameFilesTests {
    @Test(
        "What the shop's transcripts left in a store comes out the same from the same files",
        arguments: Shop.files
    )
    func replaysTheSame(_ path: String) async throws {
        let shop = try await Shop.shared.value
        let runner = TranscriptRunner(assistant: shop.assistant, matcher: shop.matcher, actions: shop.actions)
        let file = TranscriptFile(path: path, text: try String(contentsOfFile: path, encoding: .utf8))
        for transcript in try file.transcripts() {
            // What is left of several conversations is only the last one.
            let hasOne = !transcript.steps.contains { if case .opens = $0.act { true } else { false } }
            guard hasOne else { continue }
            let events = await runner.run(transcript).events
            guard let last = events.last else { continue }
            var head = ConversationHead(
                conversation: transcript.conversation ?? TranscriptRunner.defaultConversation
            )
            head.version = events.count
            head.updatedAt = last.at
            let export = Export(at: last.at, conversations: [.init(head: head, events: events)])
            let log = try RecordedLog(export.json(), path: "log.json")
            let replay = Replay(assistant: shop.assistant, matcher: shop.matcher, actions: shop.actions)
            let (played, unrecorded) = try await replay.run(log)
            let report = ReplayReport(log, played, unrecorded: unrecorded)
            #expect(
                report.isSame,
                "\(file.stem): \(transcript.title)\n\(ReplayText(report, sources: []).text)"
            )
        }
    }
}
