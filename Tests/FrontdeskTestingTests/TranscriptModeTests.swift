import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskSQLite
import FrontdeskTesting
import Testing

@Suite("Modes of transcripts")
struct TranscriptModeTests {
    /// One whose second turn needs to know what the first one asked.
    private static let file = TranscriptFile(
        path: "orders.transcript",
        text: """
            # A number that does not exist, and one that does
            > where is my order
            < ...
            < Which order is it?
              state track_order/order_number
            > A-10021
            < Your order A-10021 is ...

            """
    )

    private func differences(_ mode: TranscriptMode) async throws -> String {
        await (try TestShop.suite(mode: mode)).run([Self.file]).differences
    }

    private static let sqlite = TranscriptMode(name: "sqlite", carriage: .reread) {
        let file = try DeskFile(FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sqlite")
        return (SQLiteStore(file), SQLiteQueue(file))
    }

    @Test(
        "A conversation comes out the same in every mode",
        arguments: [TranscriptMode.straight, .encoded, .memory, sqlite]
    )
    func agrees(mode: TranscriptMode) async throws {
        #expect(try await differences(mode) == "")
    }

    @Test("What only a store loses is told with its mode, and no other mode shows it")
    func faultyStore() async throws {
        let places: TranscriptMode.PlacesFactory = { (ForgetfulStore(), InMemoryQueue()) }
        #expect(try await differences(TranscriptMode(name: "straight", places: places)) == "")
        let told = try await differences(TranscriptMode(name: "broken", carriage: .reread, places: places))
        #expect(
            told.hasPrefix(
                "orders.transcript:1: A number that does not exist, and one that does (mode broken)\n"
            )
        )
        #expect(told.contains("line 7: the desk said something else"))
    }

    @Test("What an encoding loses is told where it is lost, also when the answers are the same")
    func faultyEncoding() async throws {
        let lossy = TranscriptMode(
            name: "encoded",
            carriage: .through { tracker in
                let data = try JSONEncoder().encode(tracker)
                let lossy = String(decoding: data, as: UTF8.self)
                    .replacing(/"noMatches":\d+/, with: "\"noMatches\":2")
                return try JSONDecoder().decode(Tracker.self, from: Data(lossy.utf8))
            }
        )
        #expect(
            try await differences(lossy) == """
                orders.transcript:1: A number that does not exist, and one that does (mode encoded)
                  line 6: the conversation's state is another one after encoding and decoding


                """
        )
    }

    @Test("What is lost in a bundle is told with its mode")
    func faultyBundle() async throws {
        var assistant = try TestShop.assistant()
        assistant.greeting = Response(variants: [Template(text: "Hello.")])
        let told = await (try TestShop.suite(assistant: assistant, mode: TranscriptMode(name: "bundle"))).run(
            [
                TranscriptFile(
                    path: "orders.transcript",
                    text: "# Greeted\n> where is my order\n< Hello, I'm the shop's assistant.\n< ...\n"
                )
            ])
        #expect(told.differences.hasPrefix("orders.transcript:1: Greeted (mode bundle)\n"))
        #expect(told.failed == 1)
    }

    @Test("The same seed begins conversations in the same order, another one in another")
    func shuffles() async throws {
        #expect(TranscriptSuite.order(of: 5, seed: nil) == [0, 1, 2, 3, 4])
        let drawn = TranscriptSuite.order(of: 200, seed: 7)
        #expect(drawn == TranscriptSuite.order(of: 200, seed: 7))
        #expect(drawn.sorted() == Array(0..<200))
        #expect(drawn != TranscriptSuite.order(of: 200, seed: 8))
    }

    @Test("In however many lanes and whatever order, the report is the same", arguments: [1, 2, 7])
    func lanes(count: Int) async throws {
        let text = (1...9).map { "# Conversation \($0)\n> where is my order\n< ...\n< Nothing \($0)\n" }
        let files = [
            TranscriptFile(path: "a.transcript", text: text[..<5].joined(separator: "\n")),
            TranscriptFile(path: "b.transcript", text: text[5...].joined(separator: "\n")),
        ]
        let suite = try TestShop.suite()
        let plain = await suite.run(files)
        let other = await suite.run(files, lanes: count, seed: UInt64(count))
        #expect(other.text == plain.text)
        #expect(other.failed == 9)
    }
}

/// Gives back every event but the questions that were asked.
private final class ForgetfulStore: EventStore {
    private let store = InMemoryStore()

    var identity: String { store.identity }

    func append(_ events: [Event], to conversation: String, after version: Int) async throws(StoreError) {
        try await store.append(events, to: conversation, after: version)
    }

    func events(of conversation: String, after version: Int) async throws(StoreError) -> [Event] {
        try await store.events(of: conversation, after: version).map { event in
            guard case .questionOpened = event.fact else { return event }
            return Event(at: event.at, turn: event.turn, fact: .questionClosed)
        }
    }

    func version(of conversation: String) async throws(StoreError) -> Int {
        try await store.version(of: conversation)
    }

    func conversations(_ selection: ConversationSelection) async throws(StoreError) -> [ConversationHead] {
        try await store.conversations(selection)
    }

    func rewrite(
        _ conversations: [String],
        _ change: @escaping @Sendable ([Event]) -> [Int: Event]
    ) async throws(StoreError) {
        try await store.rewrite(conversations, change)
    }

    func erase(conversation: String) async throws(StoreError) {
        try await store.erase(conversation: conversation)
    }

    func close() async throws(StoreError) {
        try await store.close()
    }
}
