/// What a conversation knows when it runs an action: for runners that need more than the arguments.
public struct ActionContext: Sendable, Hashable {
    /// The conversation's id.
    public var conversation: String
    /// The channel's name.
    public var channel: String
    /// The language the desk speaks.
    public var language: String
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// The flow that runs the action.
    public var flow: String?
    /// Its slots, without the sensitive ones.
    public var slots: [SlotEntry]
    /// What the turn's message was taken to mean.
    public var understanding: Understanding?
    /// The latest lines of the conversation, oldest first.
    public var lines: [TranscriptLine]

    /// How many lines are handed on.
    public static let lineLimit = 50

    /// What a conversation knows now.
    ///
    /// - Parameters:
    ///   - tracker: Its state.
    ///   - assistant: What the desk knows, which says which slots are sensitive.
    public init(of tracker: Tracker, assistant: Assistant) {
        conversation = tracker.conversation
        channel = tracker.channel
        language = tracker.language ?? assistant.languages.first ?? "en"
        at = tracker.updatedAt
        let run = tracker.flows.last
        flow = run?.flow
        let declared = run.flatMap { run in assistant.flows.first { $0.name == run.flow } }
        slots = (run?.slots ?? []).filter { entry in
            declared?.slots.first { $0.name == entry.name }?.isSensitive != true
        }
        understanding = tracker.understanding
        lines = Array(tracker.lines.suffix(Self.lineLimit))
    }
}
