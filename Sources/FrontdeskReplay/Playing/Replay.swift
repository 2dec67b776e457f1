public import Frontdesk
public import FrontdeskDialogue
public import FrontdeskMatching
public import FrontdeskTesting

/// What came of playing a recorded conversation once more.
public struct ReplayedConversation: Sendable, Hashable {
    /// The conversation as it was recorded.
    public var recorded: RecordedConversation
    /// What came of each of its steps now.
    public var seen: [Observation]
    /// All events of the replay, in order.
    public var events: [Event]
}

/// Plays recorded conversations on an assistant: what customers and agents did then, by the clock of then.
///
/// Conversations of one desk are played on one desk, in the order in which things happened. Actions give what they gave
/// when they are asked the same; what was never asked is run on the assistant's own data.
public struct Replay: Sendable {
    private let assistant: Assistant
    private let matcher: Matcher
    private let makeActions: TranscriptRunner.ActionFactory
    private let start: Int64

    /// Makes a replay.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows now.
    ///   - matcher: Its matcher; nil trains one.
    ///   - actions: Makes what runs the actions that have no recorded result.
    ///   - clock: What the clock shows where a log has no times, in milliseconds since 1970; nil: Monday
    ///     23 November 2026, 10:00 in the assistant's zone.
    public init(
        assistant: Assistant,
        matcher: Matcher? = nil,
        actions: @escaping TranscriptRunner.ActionFactory = { ActionRegistry() },
        clock: Int64? = nil
    ) {
        self.assistant = assistant
        self.matcher = matcher ?? .training(assistant)
        makeActions = actions
        start = clock ?? Self.usualStart(of: assistant)
    }

    private static func usualStart(of assistant: Assistant) -> Int64 {
        let day = CivilDate(year: 2026, month: 11, day: 23)
        let about = Int64(day.daysSinceEpoch) * 86_400_000
        let zone = Zone.named(assistant.zone, around: about) ?? .utc
        return zone.milliseconds(of: day, at: TimeOfDay(hour: 10, minute: 0))
    }

    /// Plays a log.
    ///
    /// - Returns: The conversations in the log's order, and the names of actions that had to be run.
    public func run(_ log: RecordedLog) async throws -> (
        conversations: [ReplayedConversation], unrecorded: Set<String>
    ) {
        guard !log.isOneDesk else { return try await run(together: log.conversations) }
        var played: [ReplayedConversation] = []
        var unrecorded: Set<String> = []
        for conversation in log.conversations {
            let one = try await run(together: [conversation])
            played += one.conversations
            unrecorded.formUnion(one.unrecorded)
        }
        return (played, unrecorded)
    }

    private func run(together conversations: [RecordedConversation]) async throws -> (
        conversations: [ReplayedConversation], unrecorded: Set<String>
    ) {
        let order = Self.order(of: conversations)
        let first = order.first.flatMap { conversations[$0.conversation].steps[$0.step].at } ?? start
        let clock = ManualClock(first)
        let actions = RecordedActions(conversations, others: try await makeActions(), clock: clock)
        var stage = ReplayStage(
            conversations: conversations,
            desk: Desk(
                assistant: assistant,
                matcher: matcher,
                store: InMemoryStore(),
                queue: RecordedQueue(conversations),
                actions: actions,
                clock: clock
            ),
            clock: clock
        )
        for place in order { await stage.play(place) }
        var played: [ReplayedConversation] = []
        for place in conversations.indices { played.append(await stage.result(of: place)) }
        return (played, actions.unrecorded)
    }

    /// Where a step stands: the number of its conversation, and its own.
    struct Place: Sendable {
        var conversation: Int
        var step: Int
    }

    /// The order in which things happened: by time where every step has one, else by the log's lines.
    private static func order(of conversations: [RecordedConversation]) -> [Place] {
        var places: [(key: Int64, place: Place)] = []
        let hasTimes = conversations.allSatisfy { $0.steps.allSatisfy { $0.at != nil } }
        for (number, conversation) in conversations.enumerated() {
            for (step, recorded) in conversation.steps.enumerated() {
                let key = hasTimes ? recorded.at ?? 0 : Int64(recorded.line)
                places.append((key, Place(conversation: number, step: step)))
            }
        }
        return places.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
            .map(\.element.place)
    }
}
