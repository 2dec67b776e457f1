import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import Testing

/// Counts the calls of a store and a queue, and fails one of them, before or after it has its effect.
final class Fault: Sendable {
    private struct State: Sendable {
        var calls = 0
        var failing: Int
    }

    let isAfterEffect: Bool
    private let state: Locked<State>

    init(failing: Int, isAfterEffect: Bool) {
        state = Locked(State(failing: failing))
        self.isAfterEffect = isAfterEffect
    }

    var calls: Int { state.withLock { $0.calls } }

    /// Whether this is the call that fails.
    func strikes() -> Bool {
        state.withLock { state in
            state.calls += 1
            return state.calls == state.failing
        }
    }
}

struct FaultyStore: EventStore {
    let store = InMemoryStore()
    let fault: Fault
    var identity: String { store.identity }

    func append(_ events: [Event], to conversation: String, after version: Int) async throws(StoreError) {
        let strikes = fault.strikes()
        if strikes, !fault.isAfterEffect { throw .unavailable(place: "test", reason: "fault") }
        try await store.append(events, to: conversation, after: version)
        if strikes { throw .unavailable(place: "test", reason: "fault") }
    }

    func events(of conversation: String, after version: Int) async throws(StoreError) -> [Event] {
        if fault.strikes() { throw .unavailable(place: "test", reason: "fault") }
        return try await store.events(of: conversation, after: version)
    }

    func version(of conversation: String) async throws(StoreError) -> Int {
        try await store.version(of: conversation)
    }

    func conversations(_ selection: ConversationSelection) async throws(StoreError) -> [ConversationHead] {
        try await store.conversations(selection)
    }

    func rewrite(
        _ ids: [String],
        _ change: @escaping @Sendable ([Event]) -> [Int: Event]
    ) async throws(StoreError) { try await store.rewrite(ids, change) }

    func erase(conversation: String) async throws(StoreError) {
        try await store.erase(conversation: conversation)
    }

    func close() async throws(StoreError) {}
}

struct FaultyQueue: TicketQueue {
    let queue = InMemoryQueue()
    let fault: Fault
    var rule: QueueRule { queue.rule }

    private func strike() throws(QueueError) {
        if fault.strikes() { throw .unavailable(place: "test", reason: "fault") }
    }

    func enqueue(_ ticket: Ticket) async throws(QueueError) {
        if !fault.isAfterEffect { try strike() }
        try await queue.enqueue(ticket)
        if fault.isAfterEffect { try strike() }
    }

    func tickets(in queue: String?, at now: Int64) async throws(QueueError) -> [Ticket] {
        try await self.queue.tickets(in: queue, at: now)
    }

    func tickets(of conversation: String) async throws(QueueError) -> [Ticket] {
        try await queue.tickets(of: conversation)
    }

    func ticket(_ id: String, at now: Int64) async throws(QueueError) -> Ticket? {
        try strike()
        return try await queue.ticket(id, at: now)
    }

    func claim(_ id: String, by agent: String, at now: Int64) async throws(QueueError) -> Lease {
        if !fault.isAfterEffect { try strike() }
        let lease = try await queue.claim(id, by: agent, at: now)
        if fault.isAfterEffect { try strike() }
        return lease
    }

    func renew(_ id: String, agent: String, token: Int?, at now: Int64) async throws(QueueError) -> Lease {
        try strike()
        return try await queue.renew(id, agent: agent, token: token, at: now)
    }

    func finish(_ id: String, as state: Ticket.State, at now: Int64) async throws(QueueError) {
        if !fault.isAfterEffect { try strike() }
        try await queue.finish(id, as: state, at: now)
        if fault.isAfterEffect { try strike() }
    }

    func raise(_ id: String, to priority: Int) async throws(QueueError) {
        if !fault.isAfterEffect { try strike() }
        try await queue.raise(id, to: priority)
        if fault.isAfterEffect { try strike() }
    }

    func reading(
        of queue: String,
        for conversation: String?,
        ticket: String?,
        priority: Int,
        at now: Int64
    ) async throws(QueueError) -> QueueReading {
        try strike()
        return try await self.queue.reading(
            of: queue,
            for: conversation,
            ticket: ticket,
            priority: priority,
            at: now
        )
    }

    func erase(conversation: String) async throws(QueueError) {}
}

@Suite("A desk whose store or queue fails once, at any call")
struct FaultTests {
    private static let script = [
        "where is my order A-10021", "human", "cancel", "cancel my order A-10021", "yes", "human",
    ]

    /// Plays the script; what fails is sent again, as a gateway would.
    private func play(_ fault: Fault) async throws -> (lines: [String], tickets: [Ticket], changes: Int) {
        let store = FaultyStore(fault: fault)
        let queue = FaultyQueue(fault: fault)
        let book = OrderBook()
        let desk = try CornerShop.desk(store: store, queue: queue, actions: book)
        for (number, text) in Self.script.enumerated() {
            try await again {
                _ = try await desk.receive(Message(text, conversation: "c1", id: "m\(number)"))
            }
        }
        try await again { _ = try await desk.agent("c1", .claim(agent: "Robin")) }
        try await again {
            // A return that was stored before the fault leaves nothing to return.
            guard try await desk.tracker("c1").ticket != nil else { return }
            let done = AgentReturn(agent: "Robin", outcome: .resolved)
            _ = try await desk.agent("c1", .giveBack(done))
        }
        try await again {
            _ = try await desk.receive(Message("when are you open", conversation: "c1", id: "m9"))
        }
        let events = try await store.store.events(of: "c1", after: 0)
        let lines = Tracker(conversation: "c1", folding: events).lines.map(\.text)
        return (lines, try await queue.queue.tickets(of: "c1"), book.changes)
    }

    private func again(_ body: () async throws -> Void) async throws {
        do { try await body() } catch { try await body() }
    }

    @Test(
        "ends with the same transcript and the same tickets as one that does not",
        arguments: [false, true]
    )
    func everyCall(isAfterEffect: Bool) async throws {
        let unharmed = Fault(failing: .max, isAfterEffect: isAfterEffect)
        let expected = try await play(unharmed)
        #expect(expected.tickets.map(\.state) == [.withdrawn, .returned])
        #expect(expected.changes == 1)
        #expect(unharmed.calls > 20)
        for call in 1...unharmed.calls {
            let actual = try await play(Fault(failing: call, isAfterEffect: isAfterEffect))
            #expect(actual.lines == expected.lines, "call \(call)")
            #expect(actual.tickets.map(\.state) == expected.tickets.map(\.state), "call \(call)")
            #expect(actual.changes == 1, "call \(call)")
        }
    }
}
