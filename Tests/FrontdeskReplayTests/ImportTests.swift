import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskReplay
import FrontdeskTesting
import Testing

@Suite struct ImportTests {
    static let texts: [(was: String, now: String)] = [
        ("write to Maria.Huber@gmx.at.", "write to alex.miller@example.com."),
        ("I am Maria", "I am Alex"),
        ("HUBER's parcel", "Miller's parcel"),
        ("i am maria", "i am alex"),
        ("Marianne is my sister", "Marianne is my sister"),
        ("call 0664 1234567 please", "call +44 7700 900000 please"),
        ("call +43 (664) 123-45-67", "call +44 7700 900000"),
        ("order A-10021 of 2026-11-23 for 49.90", "order A-10021 of 2026-11-23 for 49.90"),
        ("ada@example.com stays", "ada@example.com stays"),
        ("other@mail.at and maria.huber@gmx.at", "customer2@example.com and alex.miller@example.com"),
        ("my card 5500 0000 0000 0004", "my card 4111 1111 1111 1111"),
        ("at 10:30, 12 pieces", "at 10:30, 12 pieces"),
    ]

    private func text(of log: String) async throws -> (text: String, result: TranscriptImport.Result) {
        var importing = TranscriptImport(try RecordedLog(Array(log.utf8), path: "log"))
        let result = await importing.run()
        return (result.text, result)
    }

    private func pipeLine(_ text: String, conversation: String = "c1") -> String {
        """
        {"conversation":"\(conversation)","id":"m1","text":"\(text)","customer":{"name":"Maria Huber","email":"maria.huber@gmx.at"}}
        {"type":"reply","conversation":"\(conversation)","in_reply_to":"m1","messages":[{"text":"Thank you.","choices":[]}]}
        """
    }

    @Test("Personal data gets stand-ins, the rest stays", arguments: texts)
    func replaces(_ text: (was: String, now: String)) async throws {
        let written = try await self.text(of: pipeLine(text.was)).text
        #expect(written.contains("\n> \(text.now)\n< Thank you.\n"), "\(written)")
        #expect(written.contains("customer: {name: Alex Miller, email: alex.miller@example.com}"))
    }

    @Test("Customers of examples are made up already and stay")
    func keepsExamples() async throws {
        let log = pipeLine("I am Maria").replacing("maria.huber@gmx.at", with: "maria@example.com")
        let (written, result) = try await text(of: log)
        #expect(written.contains("> I am Maria\n"))
        #expect(result.standIns.text == nil)
    }

    @Test("The same conversation is written once, and what was replaced is counted")
    func writesOnce() async throws {
        let log = ["c1", "c2"].map { pipeLine("I am Maria, 0664 1234567", conversation: $0) }
        let result = try await text(of: log.joined(separator: "\n")).result
        #expect(result.written == 1)
        #expect(result.duplicates == 1)
        #expect(result.standIns.text == "1 name, 1 e-mail address, 1 phone number")
    }

    @Test(
        "What the shop's transcripts left in a store becomes transcripts that pass",
        arguments: [
            "complaints-handoff", "context-bursts", "orders-carrier", "orders-events", "returns", "silence",
        ]
    )
    func passes(_ stem: String) async throws {
        let shop = try await Shop.shared.value
        let runner = TranscriptRunner(assistant: shop.assistant, matcher: shop.matcher, actions: shop.actions)
        let path = Shop.root.appending(path: "Transcripts/shop/\(stem).transcript").path
        let file = TranscriptFile(path: path, text: try String(contentsOfFile: path, encoding: .utf8))
        var conversations: [Export.Conversation] = []
        for (number, transcript) in try file.transcripts().enumerated() {
            let events = await runner.run(transcript).events
            let head = ConversationHead(conversation: "c\(number)")
            if !events.isEmpty { conversations.append(.init(head: head, events: events)) }
        }
        let log = try RecordedLog(Export(at: 0, conversations: conversations).json(), path: "log.json")
        var importing = TranscriptImport(log, runner: runner)
        let result = await importing.run()
        #expect(result.written > 0)
        #expect(result.written + result.duplicates == conversations.count, "\(result.losses)")
        #expect(result.standIns.text == nil || stem != "returns")
        for transcript in try TranscriptFile(path: "out", text: result.text).transcripts() {
            let outcome = await runner.run(transcript)
            #expect(outcome.passed, "\(transcript.title): \(outcome.differences)")
        }
    }
}
