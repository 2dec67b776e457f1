import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskSQLite
import Testing

/// The stores that are held to the same rules.
enum StoreKind: CaseIterable {
    case inMemory, sqlite

    func make(_ folder: TemporaryFolder) throws -> any EventStore {
        switch self {
        case .inMemory: InMemoryStore()
        case .sqlite: try SQLiteStore(path: folder.path("desk.sqlite"))
        }
    }
}

@Suite("A store")
struct StoreTests {
    private func events(_ texts: [String], at: Int64 = 1) -> [Event] {
        texts.map { Event(at: at, turn: 1, fact: .received(Inbound(text: $0))) }
    }

    @Test("gives back what was appended, in order, from any version", arguments: StoreKind.allCases)
    func order(kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.make(folder)
        let all = events(["a", "b", "c", "ü '\" \u{0}\u{1F600}"])
        try await store.append(Array(all[..<1]), to: "c1", after: 0)
        try await store.append(Array(all[1...]), to: "c1", after: 1)
        try await store.append(events(["x"]), to: "c2", after: 0)
        for version in 0...5 {
            #expect(try await store.events(of: "c1", after: version) == Array(all.dropFirst(version)))
        }
        #expect(try await store.version(of: "c1") == 4)
        #expect(try await store.version(of: "nobody") == 0)
        #expect(try await store.events(of: "nobody", after: 0).isEmpty)
    }

    @Test("refuses a writer who does not know the latest events", arguments: StoreKind.allCases)
    func conflict(kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.make(folder)
        try await store.append(events(["a", "b"]), to: "c1", after: 0)
        for version in [0, 1, 3] {
            await #expect(throws: StoreError.conflict(conversation: "c1", expected: version, actual: 2)) {
                try await store.append(events(["c"]), to: "c1", after: version)
            }
        }
        #expect(try await store.version(of: "c1") == 2)
    }

    @Test("lets one of many writers through at each version", arguments: StoreKind.allCases)
    func race(kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.make(folder)
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<40 {
                group.addTask {
                    var version = 0
                    while (try? await store.append(self.events(["\(writer)"]), to: "c1", after: version))
                        == nil
                    {
                        version += 1
                    }
                }
            }
        }
        let texts = try await store.events(of: "c1", after: 0).compactMap { event in
            if case .received(let inbound) = event.fact { inbound.text } else { String?.none }
        }
        #expect(Set(texts) == Set((0..<40).map(String.init)))
        #expect(texts.count == 40)
    }

    @Test(
        "finds conversations by customer, by time, and those that are unsettled",
        arguments: StoreKind.allCases
    )
    func selections(kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.make(folder)
        func ids(_ selection: ConversationSelection) async throws -> [String] {
            try await store.conversations(selection).map(\.conversation)
        }
        let ada = CustomerProfile(id: "7", email: "Ada@Example.com")
        try await store.append(
            [
                Event(
                    at: 1,
                    turn: 0,
                    fact: .opened(Opening(conversation: "c1", channel: "x", assistant: "y"))
                ),
                Event(at: 1, turn: 0, fact: .profileChanged(ada)),
            ],
            to: "c1",
            after: 0
        )
        try await store.append(events(["a"], at: 3), to: "c2", after: 0)
        try await store.append(
            [Event(at: 2, turn: 1, fact: .decided(DecisionRecord(kind: .answer, rule: .confident)))],
            to: "c3",
            after: 0
        )
        #expect(try await ids(.latest(9)) == ["c2", "c3", "c1"])
        #expect(try await ids(.latest(1)) == ["c2"])
        #expect(try await ids(.customer("7")) == ["c1"])
        #expect(try await ids(.customer("ada@example.com")) == ["c1"])
        #expect(try await ids(.unsettled) == ["c2"])
        #expect(try await ids(.conversation("c3")) == ["c3"])
        let head = try #require(try await store.conversations(.conversation("c1")).first)
        #expect(head.version == 2)
        #expect(head.channel == "x")
        try await store.erase(conversation: "c2")
        #expect(try await ids(.latest(9)) == ["c3", "c1"])
        #expect(try await store.events(of: "c2", after: 0).isEmpty)
        try await store.append(events(["anew"]), to: "c2", after: 0)
        #expect(try await store.version(of: "c2") == 1)
    }
}
