import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("A desk that is started after a crash")
struct RecoveryTests {
    /// An action that never comes back, as if the program ended while it ran.
    private struct Killed: ActionRunner {
        let began: AsyncStream<Void>.Continuation

        func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
            began.yield()
            try? await Task.sleep(for: .seconds(3600))
            return .failed(request, "cancelled")
        }
    }

    @Test("puts a ticket into the queue that was made but not put in")
    func ticket() async throws {
        let store = InMemoryStore()
        let before = try CornerShop.desk(store: store)
        _ = try await before.receive(Message("human", conversation: "c1"))
        let queue = InMemoryQueue()
        let after = try CornerShop.desk(store: store, queue: queue)
        #expect(try await after.recover().count == 1)
        #expect(try await queue.tickets(in: nil, at: after.clock.milliseconds).map(\.id) == ["c1/h1"])
        #expect(try await after.recover().count == 1)
        #expect(try await queue.tickets(of: "c1").count == 1)
    }

    @Test("finishes an action that had begun, and answers the message once")
    func action() async throws {
        let store = InMemoryStore()
        let (began, continuation) = AsyncStream.makeStream(of: Void.self)
        let before = try CornerShop.desk(store: store, actions: Killed(began: continuation))
        _ = try await before.receive(Message("cancel my order A-10021", conversation: "c1", id: "m1"))
        let killed = Task { try await before.receive(Message("yes", conversation: "c1", id: "m2")) }
        for await _ in began { break }
        let book = OrderBook()
        let after = try CornerShop.desk(store: store, actions: book)
        #expect(try await after.recover().count == 1)
        #expect(book.changes == 1)
        let reply = try await after.receive(Message("yes", conversation: "c1", id: "m2"))
        #expect(reply.isRedelivery)
        #expect(reply.messages.map(\.text) == ["Order A-10021 is cancelled."])
        #expect(try await after.recover().count == 0)
        #expect(book.changes == 1)
        killed.cancel()
        let late = try await killed.value
        #expect(late.isRedelivery)
        #expect(late.turn == reply.turn)
    }

    /// Counts what it is asked to do, and does it.
    private struct Counted: ActionRunner {
        let runs: AsyncStream<Void>.Continuation

        func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
            runs.yield()
            return ActionResult(key: request.key, outcome: "done")
        }
    }

    @Test(
        "makes a request again only where the other system knows its key",
        arguments: [("", ["It may be ordered, or not."]), (", idempotency_key: true", ["It is ordered."])]
    )
    func request(key: String, texts: [String]) async throws {
        let text = """
            assistant: labels
            actions:
              labels.order: {http: {method: POST, url: "https://carrier.example/labels"\(key)}}
            intents:
              label: {patterns: ["order a label"], flow: label}
            flows:
              label:
                states:
                  ask: {ask: Shall I?, on: {yes: order, no: end}}
                  order:
                    do: labels.order()
                    on:
                      done: {say: It is ordered., end: resolved}
                      unavailable: {say: "It may be ordered, or not.", end: unresolved}
                      failed: handoff
            """
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: text)])
        let assistant = try #require(compilation.assistant, "\(compilation.diagnostics.map(\.message))")
        let store = InMemoryStore()
        let (began, continuation) = AsyncStream.makeStream(of: Void.self)
        let before = Desk(assistant: assistant, store: store, actions: Killed(began: continuation))
        _ = try await before.receive(Message("order a label", conversation: "c1", id: "m1"))
        let killed = Task { try await before.receive(Message("yes", conversation: "c1", id: "m2")) }
        for await _ in began { break }
        let (runs, counter) = AsyncStream.makeStream(of: Void.self)
        let after = Desk(assistant: assistant, store: store, actions: Counted(runs: counter))
        _ = try await after.recover()
        counter.finish()
        #expect(await runs.reduce(0) { count, _ in count + 1 } == (key.isEmpty ? 0 : 1))
        let reply = try await after.receive(Message("yes", conversation: "c1", id: "m2"))
        #expect(reply.messages.map(\.text) == texts)
        killed.cancel()
        _ = try? await killed.value
    }

    /// A store in which one conversation cannot be read.
    private struct HalfReadable: EventStore {
        let store: InMemoryStore
        let unreadable: String
        var identity: String { store.identity }
        var failure: StoreError { .corrupt(place: "test", reason: "unreadable") }

        func append(_ events: [Event], to id: String, after version: Int) async throws(StoreError) {
            try await store.append(events, to: id, after: version)
        }

        func events(of id: String, after version: Int) async throws(StoreError) -> [Event] {
            if id == unreadable { throw failure }
            return try await store.events(of: id, after: version)
        }

        func version(of id: String) async throws(StoreError) -> Int { try await store.version(of: id) }

        func conversations(_ selection: ConversationSelection) async throws(StoreError) -> [ConversationHead]
        {
            try await store.conversations(selection)
        }

        func rewrite(
            _ ids: [String],
            _ change: @escaping @Sendable ([Event]) -> [Int: Event]
        ) async throws(StoreError) { try await store.rewrite(ids, change) }

        func erase(conversation: String) async throws(StoreError) {}
        func close() async throws(StoreError) {}
    }

    @Test("recovers all conversations but the one that cannot be read, and names that one")
    func onePartBroken() async throws {
        let store = InMemoryStore()
        let before = try CornerShop.desk(store: store)
        for id in ["c1", "c2", "c3"] { _ = try await before.receive(Message("human", conversation: id)) }
        let queue = InMemoryQueue()
        for id in ["c1", "c2", "c3"] {
            let broken = HalfReadable(store: store, unreadable: id)
            let after = try CornerShop.desk(store: broken, queue: queue)
            let recovery = try await after.recover()
            #expect(recovery.count == 3)
            #expect(recovery.failures.map(\.conversation) == [id])
            #expect(recovery.failures.map(\.error) == [.store(broken.failure)])
        }
        #expect(try await queue.tickets(in: nil, at: before.clock.milliseconds).count == 3)
    }

    @Test("recovers one conversation alone when it is told to")
    func onlyOne() async throws {
        let store = InMemoryStore()
        let before = try CornerShop.desk(store: store)
        for id in ["c1", "c2"] { _ = try await before.receive(Message("human", conversation: id)) }
        let queue = InMemoryQueue()
        let after = try CornerShop.desk(store: store, queue: queue)
        #expect(try await after.recover("c2").count == 1)
        #expect(try await queue.tickets(in: nil, at: after.clock.milliseconds).map(\.id) == ["c2/h1"])
    }

    /// An action that gives something else than it declares, under another key.
    private struct Careless: ActionRunner {
        let outcome: String

        func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
            ActionResult(key: "other", outcome: outcome)
        }
    }

    @Test(
        "goes on when the action it repeats answers carelessly",
        arguments: [("done", "Order A-10021 is cancelled.", "desk"), ("vanished", nil, "queue")]
    )
    func carelessAction(outcome: String, text: String?, owner: String) async throws {
        let store = InMemoryStore()
        let (began, continuation) = AsyncStream.makeStream(of: Void.self)
        let before = try CornerShop.desk(store: store, actions: Killed(began: continuation))
        _ = try await before.receive(Message("cancel my order A-10021", conversation: "c1", id: "m1"))
        let killed = Task { try await before.receive(Message("yes", conversation: "c1", id: "m2")) }
        for await _ in began { break }
        let after = try CornerShop.desk(store: store, actions: Careless(outcome: outcome))
        let reply = try await after.receive(Message("yes", conversation: "c1", id: "m2"))
        if let text { #expect(reply.texts == [text]) }
        #expect(reply.turn.owner == owner)
        let next = try await after.receive(Message("when are you open", conversation: "c1", id: "m3"))
        #expect(next.texts == ["We are open from nine to six."])
        killed.cancel()
        _ = try await killed.value
    }

    @Test("goes on with what another process wrote meanwhile")
    func twoDesks() async throws {
        let store = InMemoryStore()
        let queue = InMemoryQueue()
        let desks = try (0..<2).map { _ in try CornerShop.desk(store: store, queue: queue) }
        _ = try await desks[0].receive(Message("where is my order", conversation: "c1", id: "m1"))
        let second = try await desks[1].receive(Message("A-10022", conversation: "c1", id: "m2"))
        #expect(second.messages.last?.text == "Order A-10022 is sent.")
        let third = try await desks[0].receive(Message("when are you open", conversation: "c1", id: "m3"))
        #expect(third.turn.number == 3)
        #expect(
            try await desks[0].receive(Message("A-10022", conversation: "c1", id: "m2")).turn == second.turn
        )
    }

    @Test("lets agents act on what another process handed over")
    func agentElsewhere() async throws {
        let store = InMemoryStore()
        let queue = InMemoryQueue()
        let desks = try (0..<2).map { _ in try CornerShop.desk(store: store, queue: queue) }
        _ = try await desks[0].receive(Message("when are you open", conversation: "c1"))
        _ = try await desks[1].receive(Message("human", conversation: "c1"))
        #expect(try await desks[0].agent("c1", .claim(agent: "Robin")).lease?.agent == "Robin")
        let relayed = try await desks[1].receive(Message("when are you open", conversation: "c1"))
        #expect(relayed.turn.decision == .relay)
    }

    @Test("serves one conversation from two processes at once without losing a message")
    func contention() async throws {
        let store = InMemoryStore()
        let settings = DeskSettings(conflictLimit: 1000)
        let desks = try (0..<2).map { _ in try CornerShop.desk(store: store, settings: settings) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask {
                    _ = try await desks[number % 2].receive(
                        Message("when are you open", conversation: "c1", id: "m\(number)")
                    )
                }
            }
            try await group.waitForAll()
        }
        let tracker = try await desks[0].tracker("c1")
        #expect(tracker.turn == 100)
        #expect(tracker.answered.count == 100)
    }
}
