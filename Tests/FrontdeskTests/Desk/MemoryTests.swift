import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskSQLite
import FrontdeskTesting
import Testing

@Suite("What a desk remembers of customers")
struct MemoryTests {
    private static let customer = CustomerProfile(
        id: "u1",
        name: "Ada",
        consent: ["memory"],
        isVerified: true
    )

    private static let other = CustomerProfile(id: "u2", consent: ["memory"], isVerified: true)

    private func desk(_ store: any EventStore) throws -> Desk {
        let yaml = """
            assistant: shirts
            greeting:
              - {when: customer.conversations > 0, text: Welcome back.}
              - Hello.
            intents: {shirt: {patterns: ["a shirt [in size {size}]"], flow: shirt}}
            entities: {size: {values: [small, large]}}
            flows:
              shirt:
                slots: {size: {remember: 365d, ask: Which size?}}
                states: {done: {say: "A {{size}} one.", end: resolved}}
            """
        let assistant = Compiler.compile([SourceFile(path: "assistant.yaml", text: yaml)]).assistant
        return Desk(assistant: try #require(assistant), store: store, clock: ManualClock(1_795_428_000_000))
    }

    private func say(
        _ text: String,
        in conversation: String,
        to desk: Desk,
        customer: CustomerProfile = customer
    ) async throws -> [String] {
        try await desk.receive(Message(text, conversation: conversation, customer: customer)).texts
    }

    /// The same customer in three conversations of two desks on one store, then erased.
    private func walk(_ store: any EventStore) async throws {
        let first = try desk(store)
        #expect(try await say("a shirt in size large", in: "c1", to: first) == ["Hello.", "A large one."])
        let second = try desk(store)
        #expect(try await say("a shirt", in: "c2", to: second) == ["Welcome back.", "A large one."])
        // Conversations that lie further back are known through those in between.
        for number in 3...9 {
            #expect(
                try await say("a shirt", in: "c\(number)", to: second) == ["Welcome back.", "A large one."]
            )
        }
        #expect(try await second.tracker("c9").memory?.conversations == 8)
        let claimed = CustomerProfile(id: "u1", name: "Eve")
        #expect(
            try await say("a shirt", in: "e1", to: second, customer: claimed) == ["Hello.", "Which size?"]
        )
        let exported = String(decoding: try await second.export(.customer("u1")).json(), as: UTF8.self)
        #expect(exported.contains("large"))
        try await second.erase(.customer("u1"))
        #expect(try await say("a shirt", in: "c10", to: second) == ["Hello.", "Which size?"])
    }

    /// What is stored as values, not as words that were written.
    private func values(in store: any EventStore) async throws -> String {
        var text = ""
        for head in try await store.conversations(.latest(99)) {
            for event in try await store.events(of: head.conversation, after: 0) {
                switch event.fact {
                case .received, .said, .understood: break
                default: text += "\(event.fact)"
                }
            }
        }
        return text
    }

    private func forget(_ store: any EventStore) async throws {
        let desk = try desk(store)
        _ = try await say("a shirt in size large", in: "c1", to: desk)
        _ = try await say("a shirt", in: "c2", to: desk)
        _ = try await say("a shirt in size large", in: "x1", to: desk, customer: Self.other)
        #expect(try await values(in: store).contains("large"))
        #expect(try await say("forget me", in: "c2", to: desk).count == 1)
        for id in ["c1", "c2"] {
            let events = try await store.events(of: id, after: 0)
            #expect(try await desk.tracker(id) == Tracker(conversation: id, folding: events))
            #expect(try await !desk.tracker(id).endedFlows.flatMap(\.slots).contains { $0.name == "size" })
            // Who asked nothing loses nothing, and the words that were written stay.
            #expect(try await desk.tracker(id).lines.contains { $0.text.contains("large") })
        }
        try await desk.erase(.conversation("x1"))
        #expect(try await !values(in: store).contains("large"))
        let later = try self.desk(store)
        #expect(try await say("a shirt", in: "c3", to: later).last == "Which size?")
    }

    @Test("What is forgotten is gone from what was stored before", arguments: [false, true])
    func forgotten(inFile: Bool) async throws {
        guard inFile else { return try await forget(InMemoryStore()) }
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path("desk.sqlite"))
        try await forget(store)
        try await store.close()
    }

    @Test("It is handed from conversation to conversation, and gone with the customer's data")
    func inMemory() async throws {
        try await walk(InMemoryStore())
    }

    @Test("The same in a file")
    func inFile() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path("desk.sqlite"))
        try await walk(store)
        try await store.close()
    }
}
