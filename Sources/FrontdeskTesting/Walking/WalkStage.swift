import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching

/// The desk on which one conversation of a random walk is played.
struct WalkStage {
    let conversation: String
    private let check: WalkCheck
    private let customer: CustomerProfile?
    private let store = InMemoryStore()
    let queue = InMemoryQueue()
    private let actions: any ActionRunner
    private let clock: ManualClock
    private var desk: Desk
    var latest: (message: Message, reply: Reply)?
    private var messageCount = 0
    /// What was offered last.
    private(set) var choices: [Choice] = []
    /// A number of everything the desk said and decided.
    private(set) var digest = WalkDigest()

    init(
        _ conversation: String,
        _ check: WalkCheck,
        customer: CustomerProfile? = nil,
        actions: any ActionRunner,
        clock: Int64
    ) {
        self.conversation = conversation
        self.check = check
        self.customer = customer
        self.actions = actions
        self.clock = ManualClock(clock)
        desk = Self.open(check, store, queue, actions, self.clock)
    }

    private static func open(
        _ check: WalkCheck,
        _ store: InMemoryStore,
        _ queue: InMemoryQueue,
        _ actions: any ActionRunner,
        _ clock: ManualClock
    ) -> Desk {
        Desk(
            assistant: check.assistant,
            matcher: check.matcher,
            store: store,
            queue: queue,
            actions: actions,
            clock: clock
        )
    }

    /// The state; nil before the first message.
    func tracker() async -> Tracker? { try? await desk.tracker(conversation) }

    /// Everything that happened, in order.
    func events() async -> [Event] { (try? await store.events(of: conversation, after: 0)) ?? [] }

    /// Plays a step and looks at what came of it.
    mutating func play(_ step: WalkStep) async -> (WalkInvariant, String)? {
        clock.advance(by: 20_000)
        do {
            if let broken = try await take(step) { return broken }
        } catch {
            return (.works, "\(error)")
        }
        guard let tracker = await tracker() else {
            return messageCount == 0 ? nil : (.works, "the conversation is not in the store")
        }
        let events = await events()
        return await disagreement(with: tracker)
            ?? check.broken(tracker, events: events, at: clock.milliseconds)
    }

    private mutating func take(_ step: WalkStep) async throws(DeskError) -> (WalkInvariant, String)? {
        switch step {
        case .says(let text): return try await receive(text, choice: nil)
        case .presses(let choice): return try await receive(choice.title, choice: choice.id)
        case .redelivers: return try await redeliver()
        case .restarts:
            desk = Self.open(check, store, queue, actions, clock)
            if let failure = try await desk.recover().failures.first { throw failure.error }
            return nil
        case .waits(let milliseconds): return try await wait(milliseconds)
        case .reports(let event):
            guard messageCount > 0 else { return nil }
            do {
                return try await take(try await desk.report(event, to: conversation).messages)
            } catch {
                // No transcript tells what the event would have to say.
                if case .missingField = error { return nil }
                throw error
            }
        case .agent(let act):
            do {
                return try await take(try await desk.agent(conversation, act).messages)
            } catch {
                switch error {
                // Too late: the lease is gone, or the ticket is.
                case .queue, .noTicket: return nil
                default: throw error
                }
            }
        }
    }

    private mutating func receive(_ text: String, choice: String?) async throws(DeskError) -> (
        WalkInvariant, String
    )? {
        messageCount += 1
        let message = Message(
            text,
            conversation: conversation,
            id: "m\(messageCount)",
            choice: choice,
            customer: customer,
            channel: "walk"
        )
        let reply = try await desk.receive(message)
        latest = (message, reply)
        choices = reply.messages.last { !$0.choices.isEmpty }?.choices ?? []
        digest.add(reply)
        return check.broken(by: reply, try await desk.tracker(conversation))
    }

    private mutating func redeliver() async throws(DeskError) -> (WalkInvariant, String)? {
        guard let latest else { return nil }
        let before = try await desk.tracker(conversation)
        let reply = try await desk.receive(latest.message)
        guard reply.turn == latest.reply.turn, reply.isRedelivery else {
            return (.once, "another reply: \(reply.texts.joined(separator: " / "))")
        }
        return try await desk.tracker(conversation) == before ? nil : (.once, "the state changed")
    }

    private mutating func wait(_ milliseconds: Int64) async throws(DeskError) -> (WalkInvariant, String)? {
        let until = clock.milliseconds + milliseconds
        while let due = try await desk.nextCheck(of: conversation), due <= until {
            clock.set(max(due, clock.milliseconds))
            if let broken = try await take(try await desk.attend(to: conversation).messages) {
                return broken
            }
        }
        clock.set(until)
        return nil
    }

    private mutating func take(_ messages: [Outbound]) async throws(DeskError) -> (WalkInvariant, String)? {
        if let offered = messages.last(where: { !$0.choices.isEmpty }) { choices = offered.choices }
        for message in messages { digest.add(message) }
        return check.broken(by: messages, try await desk.tracker(conversation))
    }

    private func disagreement(with tracker: Tracker) async -> (WalkInvariant, String)? {
        guard let id = tracker.ticket?.id ?? tracker.handoffs.last?.id else { return nil }
        let ticket = try? await queue.ticket(id, at: clock.milliseconds)
        let isOpen = ticket?.state.isOpen ?? false
        guard isOpen != (tracker.ticket != nil) else { return nil }
        return (.queued, "ticket \(id) is \(isOpen ? "open" : "over") in the queue alone")
    }
}

/// A number of what the desk said, for comparing two runs (FNV-1a, 64 bits).
struct WalkDigest: Sendable, Hashable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        value = (value ^ 0xFF) &* 0x0000_0100_0000_01b3
    }

    mutating func add(_ message: Outbound) {
        add(message.readableText)
        for choice in message.choices { add(choice.id) }
    }

    mutating func add(_ reply: Reply) {
        for message in reply.messages { add(message) }
        add(reply.turn.decision.rawValue)
        add(reply.turn.state ?? "")
        add(reply.turn.owner)
    }
}
