/// The times at which conversations must be looked at, as far as this process has seen them.
struct CheckTable: Sendable {
    /// A time, and whose conversation it is.
    struct Check: Sendable {
        var dueAt: Int64
        var channel: String
        /// Whether messages wait for what may follow them.
        var isHolding = false
    }

    /// How often the store is asked what other processes left to do, in milliseconds.
    static let pollInterval: Int64 = 1000

    private var checks: [String: Check] = [:]
    /// The versions of conversations in which the store's head and this process disagree on what is due.
    private var settled: [String: Int] = [:]
    private var polledAt: Int64?

    subscript(_ conversation: String) -> Check? {
        get { checks[conversation] }
        set { checks[conversation] = newValue }
    }

    /// Those that are due, by id.
    func due(at now: Int64) -> [DueConversation] {
        checks.filter { $0.value.dueAt <= now }
            .map { DueConversation(conversation: $0.key, channel: $0.value.channel) }
            .sorted { $0.conversation < $1.conversation }
    }

    /// Those in which messages wait for what may follow them, by id.
    var holding: [DueConversation] {
        checks.filter(\.value.isHolding)
            .map { DueConversation(conversation: $0.key, channel: $0.value.channel) }
            .sorted { $0.conversation < $1.conversation }
    }

    /// Whether it is time to ask the store again; then it counts as asked.
    mutating func mayPoll(at now: Int64) -> Bool {
        if let polledAt, now >= polledAt, now - polledAt < Self.pollInterval { return false }
        polledAt = now
        return true
    }

    /// Takes over everything the store found to be due, but for conversations that this process has looked at as they are.
    mutating func take(_ heads: [ConversationHead]) {
        var stillSettled: [String: Int] = [:]
        for head in heads {
            if let version = settled[head.conversation], version == head.version {
                stillSettled[head.conversation] = version
            } else if let dueAt = head.dueAt {
                checks[head.conversation] = Check(
                    dueAt: dueAt,
                    channel: head.channel,
                    isHolding: head.pending.heldUntil != nil
                )
            }
        }
        // Only where the two disagree does it matter what was looked at; the others would add up.
        settled = stillSettled
    }

    /// How many conversations are kept that were looked at and are still due by the store.
    var settledCount: Int { settled.count }

    /// Notes that a conversation was looked at in this version.
    mutating func settle(_ conversation: String, version: Int) { settled[conversation] = version }

    mutating func unsettle(_ conversation: String) { settled[conversation] = nil }
}
