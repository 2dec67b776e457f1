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
    /// What the turn's message was taken to mean; without entities where it gave a sensitive slot.
    public var understanding: Understanding?
    /// The latest lines of the conversation, oldest first; what gave a sensitive slot is left out of their texts.
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
        hide(Self.secrets(of: tracker, assistant), now: tracker.turn)
    }

    /// What stands in a text for what is shown to nobody.
    private static let hidden = "(hidden)"

    /// The values of sensitive slots, in flows that are open and in those that have ended.
    private static func secrets(of tracker: Tracker, _ assistant: Assistant) -> [SlotEntry] {
        let runs = tracker.flows.map { ($0.flow, $0.slots) } + tracker.endedFlows.map { ($0.flow, $0.slots) }
        return runs.flatMap { name, slots in
            let declared = assistant.flows.first { $0.name == name }?.slots.filter(\.isSensitive) ?? []
            return slots.filter { entry in declared.contains { $0.name == entry.name } }
        }
    }

    private mutating func hide(_ secrets: [SlotEntry], now turn: Int) {
        guard !secrets.isEmpty else { return }
        let turns = Set(secrets.filter { $0.source == .customer }.map(\.turn))
        for place in lines.indices {
            if lines[place].author == .customer, turns.contains(lines[place].turn) {
                lines[place].text = Self.hidden
            }
            for secret in secrets where !secret.display.isEmpty {
                lines[place].text.replace(secret.display, with: Self.hidden)
            }
        }
        if turns.contains(turn) { understanding?.entities = [] }
    }
}
