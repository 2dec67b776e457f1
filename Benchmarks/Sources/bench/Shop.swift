import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskSQLite
import FrontdeskVectors

/// The example shop, compiled and trained.
struct Shop {
    let folder: String
    let sources: [SourceFile]
    let assistant: Assistant
    let matcher: Matcher
    let data: AssistantDatabase

    init(_ folder: String) throws {
        self.folder = folder
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        sources = try files.filter { $0.hasSuffix(".yaml") }.map { file in
            SourceFile(
                path: file,
                bytes: Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
            )
        }
        guard let compiled = Compiler.compile(sources).assistant else {
            throw BenchmarkError(message: "\(folder) does not compile; run 'frontdesk check \(folder)'.")
        }
        assistant = compiled
        matcher = Matcher(compiled.matching, model: IntentModel.train(compiled.matching, vectors: .bundled))
        guard case .seed(let script) = compiled.database?.origin else {
            throw BenchmarkError(message: "\(folder) names no SQL script under database.")
        }
        data = try AssistantDatabase(seed: String(contentsOfFile: "\(folder)/\(script)", encoding: .utf8))
    }

    /// A desk in memory.
    func desk() -> Desk {
        Desk(assistant: assistant, matcher: matcher, actions: SQLiteActions(data))
    }

    /// The conversations that the desk carries to their end without a human.
    func routine() async throws -> [[String]] {
        let desk = desk()
        var routine: [[String]] = []
        for (index, texts) in Self.conversations.enumerated() {
            var isAnswered = true
            for text in texts {
                let reply = try await desk.receive(Message(text, conversation: "routine-\(index)"))
                if reply.turn.owner != "desk" { isAnswered = false }
            }
            if isAnswered { routine.append(texts) }
        }
        return routine
    }

    /// What a customer says in one conversation, by conversation: routine questions, flows with slots and
    /// confirmations, digressions, small talk, things nobody understands, a human.
    static let conversations: [[String]] = [
        ["where is my order A-10021?", "thanks", "how long does delivery take?", "bye"],
        ["hi", "I want to return something", "A-10021", "it's too small", "yes"],
        ["can I send this back", "yes", "A-10002", "what is your return policy", "cancel"],
        ["track order A-10034", "when do you open", "where are you"],
        ["I have not got my refund yet", "A-10045", "no, A-10046", "ok"],
        ["do you ship to Austria?", "how much is shipping", "can I pay by invoice"],
        ["asdf qwer", "the thing with the blue", "what about the moon", "help"],
        ["my parcel is damaged", "A-10021", "yes", "thank you"],
        ["cancel my subscription", "ada@example.com", "no", "start over"],
        ["do you have gift cards", "is the oak table in stock", "what sizes do you have"],
        ["this is useless, let me talk to someone", "how long will it take", "cancel"],
        ["forgot my password", "change my e-mail address to grace@example.com", "yes"],
    ]
}

/// Why a benchmark could not run.
struct BenchmarkError: Error, CustomStringConvertible {
    var message: String
    var description: String { message }
}
