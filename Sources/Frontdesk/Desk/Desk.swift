public import FrontdeskDialogue
public import FrontdeskMatching
public import Logging

/// A running desk: takes messages, answers them, and hands conversations over to people.
///
/// Turns of one conversation run one after the other in the order they came, those of different ones in parallel.
/// A reply is given only after its turn is stored. Calls from the main actor cost a change of threads each: a program
/// with many turns makes them from tasks that are not isolated to it.
///
/// ```swift
/// let desk = Desk(assistant: assistant)
/// let reply = try await desk.receive(Message("hi", conversation: "c1"))
/// print(reply.messages.map(\.text))
/// ```
public final class Desk: Sendable {
    let parts: DeskParts
    private let table: Locked<ConversationTable>

    /// Opens a desk.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows.
    ///   - matcher: The assistant's matcher; nil trains one, which takes up to some seconds.
    ///     An assistant that asks for vectors needs one made with `Matcher.training(_:vectors:)`.
    ///   - store: Where conversations are kept; by default in memory.
    ///   - queue: Where conversations wait for people; by default in memory.
    ///   - actions: Runs what flows do; by default every action fails.
    ///   - clock: What the time is read from.
    ///   - settings: The limits the desk keeps to.
    ///   - logger: Is told of turns (debug) and failures (warning), never of what anybody wrote; nil: nothing is logged.
    ///   - identity: Tells who has proved to be who they say; nil: only customers whom the embedding program itself
    ///     calls verified are.
    public convenience init(
        assistant: Assistant,
        matcher: Matcher? = nil,
        store: any EventStore = InMemoryStore(),
        queue: any TicketQueue = InMemoryQueue(),
        actions: any ActionRunner = ActionRegistry(),
        clock: any ClockReading = SystemClock(),
        settings: DeskSettings = DeskSettings(),
        logger: Logger? = nil,
        identity: (any IdentityVerifier)? = nil
    ) {
        self.init(
            knowledge: SharedKnowledge(assistant, matcher: matcher ?? Self.train(assistant)),
            store: store,
            queue: queue,
            actions: actions,
            clock: clock,
            settings: settings,
            logger: logger,
            identity: identity
        )
    }

    /// Opens a desk that shares what it knows with others.
    package init(
        knowledge: SharedKnowledge,
        store: any EventStore,
        queue: any TicketQueue,
        actions: any ActionRunner,
        clock: any ClockReading,
        settings: DeskSettings = DeskSettings(),
        logger: Logger? = nil,
        identity: (any IdentityVerifier)? = nil
    ) {
        parts = DeskParts(
            store: store,
            queue: queue,
            actions: actions,
            clock: clock,
            settings: settings,
            logger: logger,
            identity: identity,
            knowledge: knowledge.knowledge(at: clock.milliseconds)
        )
        table = Locked(ConversationTable(limit: settings.residentLimit))
    }

    /// The assistant that answers now.
    public var assistant: Assistant { knowledge.assistant }

    /// The matcher that answers now.
    public var matcher: Matcher { knowledge.matcher }

    /// Where conversations are kept.
    public var store: any EventStore { parts.store }

    /// Where conversations wait for people.
    public var queue: any TicketQueue { parts.queue }

    /// What the time is read from.
    public var clock: any ClockReading { parts.clock }

    /// How many conversations are in memory.
    public var residentCount: Int { table.withLock { $0.count } }

    var knowledge: Knowledge { parts.knowledge.withLock { $0 } }

    /// Answers a customer's message.
    ///
    /// A message whose id was answered before gets the same reply again, and no second handoff.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - early: Is given, at most once, what is said while a slow action still runs: that it takes a while, behind what the
    ///     turn said before. The reply does not hold these messages; the same one delivered again does, all but the notice.
    ///     nil: nothing is said early.
    /// - Throws: ``DeskError``. After ``DeskError/store(_:)`` nothing of the message was kept; in every case the same
    ///   message can be delivered again.
    public func receive(_ message: Message, early: EarlyMessages? = nil) async throws(DeskError) -> Reply {
        let prepared = PreparedMessage(message)
        do {
            let reply = try await use(message.conversation, readingFirst: false) { run throws(DeskError) in
                run.early = early
                return try await run.answer(prepared)
            }
            log(reply)
            return reply
        } catch {
            parts.logger?.warning("\(error)", metadata: ["conversation": "\(message.conversation)"])
            throw error
        }
    }

    /// Goes on with another assistant; conversations under way keep their place wherever it still exists.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows from now on.
    ///   - matcher: Its matcher; nil trains one.
    public func replace(with assistant: Assistant, matcher: Matcher? = nil) {
        let matcher = matcher ?? Self.train(assistant)
        let now = clock.milliseconds
        parts.knowledge.withLock { knowledge in
            knowledge = Knowledge(
                assistant,
                matcher: matcher,
                generation: knowledge.generation + 1,
                now: now
            )
        }
    }

    /// Runs a request on a conversation, in its turn.
    func use<Result: Sendable>(
        _ id: String,
        readingFirst isReading: Bool = true,
        _ request: @Sendable (inout Run) async throws(DeskError) -> Result
    ) async throws(DeskError) -> Result {
        let conversation = checkOut(id)
        defer { checkIn(id) }
        return try await conversation.perform(readingFirst: isReading, request)
    }

    func checkOut(_ id: String) -> Conversation {
        table.withLock { $0.checkOut(id, parts: parts) }
    }

    func checkIn(_ id: String) {
        table.withLock { $0.checkIn(id) }
    }

    private func log(_ reply: Reply) {
        guard let logger = parts.logger, logger.logLevel <= .debug else { return }
        logger.debug(
            "turn",
            metadata: [
                "conversation": "\(reply.conversation)", "turn": "\(reply.turn.number)",
                "decision": "\(reply.turn.decision.rawValue)", "rule": "\(reply.turn.rule.rawValue)",
                "redelivery": "\(reply.isRedelivery)",
            ]
        )
    }

    private static func train(_ assistant: Assistant) -> Matcher {
        .training(assistant)
    }
}
