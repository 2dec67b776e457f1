import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting
import Testing

@Suite("While a slow action runs")
struct SlowActionTests {
    private static let late = "One moment please, this is taking a little longer than usual."

    /// Takes so long, on a clock that it moves on.
    private struct Slow: ActionRunner {
        let clock: ManualClock
        let milliseconds: Int64
        let orders = OrderBook()

        func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
            clock.advance(by: milliseconds)
            return await orders.run(request, as: definition)
        }
    }

    private func desk(
        _ milliseconds: Int64,
        _ patience: Patience?,
        store: any EventStore = InMemoryStore()
    ) throws -> Desk {
        var assistant = try CornerShop.compiled()
        for index in assistant.actions.indices { assistant.actions[index].patience = patience }
        let clock = ManualClock()
        return Desk(
            assistant: assistant,
            matcher: Matcher(assistant.matching, model: nil),
            store: store,
            actions: Slow(clock: clock, milliseconds: milliseconds),
            clock: clock
        )
    }

    private func message(_ text: String, _ id: String) -> Message {
        Message(text, conversation: "c", id: id)
    }

    @Test("The customer is told before the reply, with what the turn said before, and once a turn")
    func told() async throws {
        let store = InMemoryStore()
        let desk = try desk(3000, Patience(limit: 2000), store: store)
        let told = Locked<[[String]]>([])
        let reply = try await desk.receive(message("where is my order A-10021", "m1")) { messages in
            // What is told is stored already.
            let events = (try? await store.events(of: "c", after: 0)) ?? []
            let stored = events.compactMap { event in
                if case .said(let outbound) = event.fact { outbound.text } else { nil }
            }
            #expect(stored == messages.map(\.text))
            told.withLock { $0.append(messages.map(\.text)) }
        }
        #expect(told.withLock { $0.count } == 1)
        #expect(told.withLock { $0.first?.last } == Self.late)
        #expect(told.withLock { $0.first?.count } == 2)
        #expect(reply.texts == ["Order A-10021 is open."])
        let again = try await desk.receive(message("where is my order A-10021", "m1"))
        #expect(again.isRedelivery)
        #expect(again.texts.count == 2)
        #expect(again.texts.last == "Order A-10021 is open.")
        #expect(!again.texts.contains(Self.late))
        // Two look-ups in one turn, each slow; the next turn is told of again.
        let second = try await desk.receive(message("where is my order A-10022", "m2")) { messages in
            told.withLock { $0.append(messages.map(\.text)) }
        }
        #expect(second.texts == ["Order A-10022 is sent."])
        #expect(told.withLock { $0.last } == [Self.late])
    }

    @Test(
        "Nothing is told when the action is fast enough, has no limit, or nobody listens",
        arguments: [
            (1999, 2000, true), (2000, nil, true), (60_000, 2000, false),
        ] as [(Int64, Int?, Bool)]
    )
    func untold(milliseconds: Int64, limit: Int?, isHeard: Bool) async throws {
        let desk = try desk(milliseconds, limit.map { Patience(limit: $0) })
        let early: EarlyMessages = { messages in Issue.record("told \(messages)") }
        let reply = try await desk.receive(
            message("where is my order A-10021", "m1"),
            early: isHeard ? early : nil
        )
        #expect(reply.texts.last == "Order A-10021 is open.")
        let lines = try await desk.tracker("c").lines.map(\.text)
        #expect(!lines.contains(Self.late))
    }

    @Test("A notice of the file's own is said instead of the desk's words")
    func own() async throws {
        let notice = Response(variants: [Template(text: "Still looking.")])
        let desk = try desk(2000, Patience(limit: 2000, notice: notice))
        let told = Locked<String?>(nil)
        _ = try await desk.receive(message("where is my order A-10021", "m1")) { messages in
            told.withLock { $0 = messages.last?.text }
        }
        #expect(told.withLock { $0 } == "Still looking.")
    }

    @Test("The machine's clock does something else while work takes long, and only then")
    func machineClock() async {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self)
        var count = 0
        // The work ends only when it was found to be late.
        let slow = await SystemClock().perform(
            {
                for await _ in signals { break }
                return "done"
            },
            whenLate: 1
        ) {
            count += 1
            continuation.yield()
        }
        #expect(slow == "done")
        #expect(count == 1)
        let fast = await SystemClock().perform({ "done" }, whenLate: 3_600_000) { count += 1 }
        #expect(fast == "done")
        #expect(count == 1)
    }
}
