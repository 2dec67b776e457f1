import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskSQLite
import Testing

/// The queues that are held to the same rules.
enum QueueKind: CaseIterable {
    case inMemory, sqlite

    func make(_ folder: TemporaryFolder) throws -> any TicketQueue {
        switch self {
        case .inMemory: InMemoryQueue()
        case .sqlite: try SQLiteQueue(path: folder.path("desk.sqlite"))
        }
    }
}

@Suite("A queue")
struct QueueTests {
    private static let start: Int64 = 1_795_000_000_000
    private static let minute: Int64 = 60_000

    private func ticket(_ id: String, priority: Int = 3, minute: Int64 = 0, queue: String = "care") -> Ticket
    {
        Ticket(
            id: id,
            conversation: "conversation of \(id)",
            queue: queue,
            reason: .userAsked,
            priority: priority,
            enqueuedAt: Self.start + minute * Self.minute
        )
    }

    @Test("tells a newcomer the place in line at any time, even before 1970", arguments: QueueKind.allCases)
    func longAgo(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        let reading = try await queue.reading(of: "care", ticket: nil, priority: 3, at: -60_000_000_000_000)
        #expect(reading.position == 1)
    }

    @Test("takes the urgent first, then the oldest; waiting makes urgent", arguments: QueueKind.allCases)
    func order(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        try await queue.enqueue(ticket("late", minute: 5))
        try await queue.enqueue(ticket("early"))
        try await queue.enqueue(ticket("urgent", priority: 4, minute: 8))
        try await queue.enqueue(ticket("other", queue: "orders"))
        let now = Self.start + 9 * Self.minute
        #expect(try await queue.tickets(in: "care", at: now).map(\.id) == ["urgent", "early", "late"])
        let later = Self.start + 12 * Self.minute
        #expect(try await queue.tickets(in: "care", at: later).map(\.id) == ["early", "urgent", "late"])
        #expect(try await queue.tickets(in: nil, at: now).count == 4)
    }

    @Test("tells each ticket its place in that order", arguments: QueueKind.allCases)
    func positions(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        for number in 0..<30 {
            try await queue.enqueue(
                ticket("t\(number)", priority: number * 7 % 4, minute: Int64(number * 13 % 40))
            )
        }
        let now = Self.start + 45 * Self.minute
        _ = try await queue.claim("t3", by: "Robin", at: now)
        _ = try await queue.claim("t5", by: "Kim", at: now - 11 * Self.minute)
        let waiting = try await queue.tickets(in: "care", at: now).filter { $0.state == .waiting }
        #expect(waiting.count == 29)
        for (index, ticket) in waiting.enumerated() {
            let reading = try await queue.reading(of: "care", ticket: ticket.id, priority: 0, at: now)
            #expect(reading.position == index + 1)
        }
        #expect(try await queue.reading(of: "care", ticket: nil, priority: 9, at: now).position == 1)
        #expect(try await queue.reading(of: "care", ticket: nil, priority: 0, at: now).position == 30)
    }

    @Test("counts no other ticket of the same conversation as ahead", arguments: QueueKind.allCases)
    func ownTickets(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        try await queue.enqueue(ticket("a", minute: 1))
        for id in ["c/h1", "c/h2"] {
            var own = ticket(id)
            own.conversation = "c"
            own.enqueuedAt += id == "c/h2" ? 5 * Self.minute : 0
            try await queue.enqueue(own)
        }
        let now = Self.start + 6 * Self.minute
        func position(_ conversation: String?, _ ticket: String?) async throws -> Int? {
            try await queue.reading(of: "care", for: conversation, ticket: ticket, priority: 3, at: now)
                .position
        }
        #expect(try await position("c", "c/h1") == 1)
        #expect(try await position("c", "c/h2") == 2)
        #expect(try await position(nil, "c/h2") == 2)
        #expect(try await position("c", nil) == 2)
        #expect(try await position("d", nil) == 4)
    }

    @Test("gives a ticket to one agent alone, under a growing token", arguments: QueueKind.allCases)
    func claims(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        try await queue.enqueue(ticket("t"))
        let first = try await queue.claim("t", by: "Robin", at: Self.start)
        await #expect(throws: QueueError.alreadyClaimed(ticket: "t", by: "Robin", until: first.until)) {
            try await queue.claim("t", by: "Kim", at: Self.start + 1)
        }
        let again = try await queue.claim("t", by: "Robin", at: Self.start + 2)
        #expect(again.token == first.token + 1)
        await #expect(throws: QueueError.staleToken(ticket: "t", given: first.token, latest: again.token)) {
            try await queue.renew("t", agent: "Robin", token: first.token, at: Self.start + 3)
        }
        await #expect(throws: QueueError.leaseLost(ticket: "t", agent: "Kim")) {
            try await queue.renew("t", agent: "Kim", token: nil, at: Self.start + 3)
        }
        try await queue.finish("t", as: .closed, at: Self.start + 4)
        await #expect(throws: QueueError.notOpen(ticket: "t", state: .closed)) {
            try await queue.claim("t", by: "Kim", at: Self.start + 5)
        }
        await #expect(throws: QueueError.unknownTicket("u")) {
            try await queue.claim("u", by: "Kim", at: Self.start + 5)
        }
    }

    @Test("puts a ticket whose agent is silent back in its place", arguments: QueueKind.allCases)
    func expiry(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        try await queue.enqueue(ticket("old"))
        try await queue.enqueue(ticket("new", minute: 1))
        let lease = try await queue.claim("old", by: "Robin", at: Self.start + Self.minute)
        #expect(
            try await queue.reading(of: "care", ticket: "new", priority: 0, at: lease.until - 1).position == 1
        )
        #expect(
            try await queue.reading(of: "care", ticket: "new", priority: 0, at: lease.until).position == 2
        )
        let first = try #require(try await queue.tickets(in: "care", at: lease.until).first)
        #expect(first.id == "old")
        #expect(first.state == .waiting)
        #expect(first.enqueuedAt == Self.start)
    }

    @Test("learns how long people wait, and says nothing before it knows", arguments: QueueKind.allCases)
    func waits(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        let now = Self.start
        func wait(_ id: String?, at now: Int64) async throws -> Int? {
            try await queue.reading(of: "care", ticket: id, priority: 3, at: now).waitMinutes
        }
        #expect(try await wait(nil, at: now) == nil)
        try await queue.enqueue(ticket("a"))
        _ = try await queue.claim("a", by: "Robin", at: now + 10 * Self.minute)
        #expect(try await wait(nil, at: now) == 10)
        try await queue.enqueue(ticket("b"))
        _ = try await queue.claim("b", by: "Robin", at: now + 20 * Self.minute)
        #expect(try await wait(nil, at: now) == 11)
        try await queue.enqueue(ticket("c", minute: 30))
        #expect(try await wait("c", at: now + 36 * Self.minute) == 5)
        #expect(try await wait("c", at: now + 50 * Self.minute) == nil)
    }

    @Test(
        "keeps a ticket that is put in twice, and takes a withdrawn one back",
        arguments: QueueKind.allCases
    )
    func idempotence(kind: QueueKind) async throws {
        let folder = try TemporaryFolder()
        let queue = try kind.make(folder)
        try await queue.enqueue(ticket("t"))
        let lease = try await queue.claim("t", by: "Robin", at: Self.start)
        try await queue.enqueue(ticket("t", minute: 9))
        #expect(try await queue.ticket("t", at: Self.start)?.state == .active)
        try await queue.finish("t", as: .withdrawn, at: Self.start)
        try await queue.finish("t", as: .closed, at: Self.start)
        #expect(try await queue.ticket("t", at: Self.start)?.state == .withdrawn)
        try await queue.enqueue(ticket("t", minute: 9))
        #expect(try await queue.claim("t", by: "Kim", at: Self.start).token > lease.token)
        try await queue.erase(conversation: "conversation of t")
        #expect(try await queue.ticket("t", at: Self.start) == nil)
    }

    @Test("of 64 agents at two processes' queues in one file, one gets the ticket")
    func twoProcesses() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("desk.sqlite")
        let queues = [try SQLiteQueue(path: path), try SQLiteQueue(path: path)]
        try await queues[0].enqueue(ticket("t"))
        let winners = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let claim = try? await queues[number % 2].claim(
                        "t",
                        by: "agent \(number)",
                        at: Self.start
                    )
                    return claim != nil
                }
            }
            var winners = 0
            for await hasWon in group where hasWon { winners += 1 }
            return winners
        }
        #expect(winners == 1)
    }
}
