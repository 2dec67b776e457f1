import Frontdesk
import FrontdeskDialogue
import FrontdeskSQLite

/// What the turns of a very long conversation cost, and how fast its state is folded again from its events.
enum LongConversationBenchmark {
    static let turns = 10_000
    /// How many turns at the start and at the end are compared.
    static let part = 1_000
    static let runs = 5

    static func report(_ shop: Shop) async throws {
        let store = InMemoryStore()
        let desk = Desk(
            assistant: shop.assistant,
            matcher: shop.matcher,
            store: store,
            actions: SQLiteActions(shop.data)
        )
        let texts = Shop.conversations.flatMap(\.self)
        // Another one before it, so that the first turns don't pay for what a program does once.
        _ = try await play(desk, texts, conversation: "warm", turns: part)
        let costs = try await play(desk, texts, conversation: "long", turns: turns)
        let first = Sample(Array(costs.times.prefix(part)))
        let last = Sample(Array(costs.times.suffix(part)))
        print("A conversation of \(turns) turns (thread CPU time)")
        print(
            "  first \(part) turns, p50 of one            \(microseconds(first.percentile(0.5)))"
                + "   mean \(microseconds(first.total / Int64(part)))"
        )
        print(
            "  last \(part) turns, p50 of one             \(microseconds(last.percentile(0.5)))"
                + "   mean \(microseconds(last.total / Int64(part)))"
        )
        costs.reportMoved()
        let events = try await store.events(of: "long", after: 0)
        var best = Int64.max
        for _ in 0..<runs {
            let start = Stopwatch.thread
            let tracker = Tracker(conversation: "long", folding: events)
            best = min(best, Stopwatch.thread - start)
            precondition(tracker.turn == turns, "every turn is folded")
        }
        print(
            "  folded again from its \(events.count) events      \(milliseconds(best))"
                + "   \(Int64(turns) * 1_000_000_000 / best) turns/s (best of \(runs))"
        )
    }

    @concurrent private static func play(
        _ desk: Desk,
        _ texts: [String],
        conversation: String,
        turns: Int
    ) async throws -> ThreadTimes {
        var costs = ThreadTimes(capacity: turns)
        while costs.count < turns {
            let text = texts[costs.count % texts.count]
            // A minute lies between two messages.
            let message = Message(
                text,
                conversation: conversation,
                at: 1_795_334_400_000 + Int64(costs.count) * 60_000
            )
            let start = costs.start()
            let reply = try await desk.receive(message)
            costs.end(start)
            if reply.turn.owner != "desk" {
                // A human looks in, and the desk answers again.
                _ = try await desk.agent(conversation, .claim(agent: "Robin"))
                _ = try await desk.agent(conversation, .close(agent: "Robin"))
            }
        }
        return costs
    }
}
