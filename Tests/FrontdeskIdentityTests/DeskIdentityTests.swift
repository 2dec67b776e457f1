import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskIdentity
import Logging
import Synchronization
import Testing

/// Keeps what is logged.
private final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct LinesHandler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.warning

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.add("\(event.message) \(event.metadata ?? [:])") }
}

@Suite("A desk and who writes to it")
struct DeskIdentityTests {
    private static let proof = "d9817beeb0f5009c713b5582ba3027d90c2da8cb0c8aea55e422c4602666c314"

    private func desk(_ lines: LogLines, secret: String?) throws -> Desk {
        let yaml =
            "assistant: tiny\nintents: {hours: {patterns: ['when are you open'], answer: From nine to six.}}"
        let assistant = try #require(
            Compiler.compile([SourceFile(path: "assistant.yaml", text: yaml)]).assistant
        )
        return Desk(
            assistant: assistant,
            logger: Logger(label: "test") { _ in LinesHandler(lines: lines) },
            identity: try secret.map { try SignedIdentity(secrets: [$0]) }
        )
    }

    /// The customers and hashes of messages one after the other, whether each is verified then, and what is logged.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var secret: String? = "0123456789abcdef0123456789abcdef"
        var messages: [(id: String?, hash: String?, isVerified: Bool)]
        var log: [String] = []

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "a right proof", messages: [("u-1001", proof, true), (nil, nil, true)]),
        Case(name: "the proof comes later", messages: [("u-1001", nil, false), (nil, proof, true)]),
        Case(
            name: "a wrong proof is logged, and the customer goes on",
            messages: [("u-1001", "00", false), ("u-1001", proof, true)],
            log: ["not the signature"]
        ),
        Case(
            name: "a proof that is wrong later",
            messages: [("u-1001", proof, true), ("u-1001", "00", false)],
            log: ["not the signature"]
        ),
        Case(
            name: "another customer with the first one's proof",
            messages: [("u-1001", proof, true), ("u-1002", proof, false)],
            log: ["not the signature"]
        ),
        Case(name: "a proof of nobody", messages: [(nil, proof, false)], log: ["no customer id"]),
        Case(name: "no secret", secret: nil, messages: [("u-1001", proof, false)], log: ["no secret"]),
    ]

    @Test("Verified is who has proved it", arguments: cases)
    func verified(_ test: Case) async throws {
        let lines = LogLines()
        let desk = try desk(lines, secret: test.secret)
        for (number, message) in test.messages.enumerated() {
            let reply = try await desk.receive(
                Message(
                    "when are you open",
                    conversation: "c",
                    id: "m\(number)",
                    customer: message.id.map { CustomerProfile(id: $0) },
                    userHash: message.hash
                )
            )
            #expect(reply.texts.last == "From nine to six.")
            #expect(
                try await desk.tracker("c").customer.isVerified == message.isVerified,
                "message \(number)"
            )
        }
        #expect(lines.all.count == test.log.count)
        for (line, words) in zip(lines.all, test.log) { #expect(line.contains(words)) }
        let kept = try await desk.store.events(of: "c", after: 0).map { "\($0)" } + lines.all
        for secret in [Self.proof, test.secret].compactMap(\.self) {
            #expect(!kept.contains { $0.contains(secret) }, "secrets and hashes are neither kept nor logged")
        }
    }
}
