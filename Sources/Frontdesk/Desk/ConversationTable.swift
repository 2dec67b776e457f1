/// The conversations in memory; the longest idle ones make room for others.
struct ConversationTable: Sendable {
    private struct Row {
        let conversation: Conversation
        var users: Int
        var lastUse: UInt64
    }

    private var rows: [String: Row] = [:]
    private var uses: UInt64 = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var count: Int { rows.count }

    /// Finds or makes a conversation and marks it as in use, so that it is not forgotten meanwhile.
    mutating func checkOut(_ id: String, parts: DeskParts) -> Conversation {
        uses += 1
        if let index = rows.index(forKey: id) {
            rows.values[index].users += 1
            rows.values[index].lastUse = uses
            return rows.values[index].conversation
        }
        if rows.count >= limit { forgetIdle() }
        let conversation = Conversation(id, parts: parts)
        rows[id] = Row(conversation: conversation, users: 1, lastUse: uses)
        return conversation
    }

    /// Ends one use.
    mutating func checkIn(_ id: String) {
        guard let index = rows.index(forKey: id) else { return }
        rows.values[index].users -= 1
    }

    /// Forgets the tenth that was idle longest: sorting is paid for once in many openings.
    private mutating func forgetIdle() {
        let idle = rows.filter { $0.value.users == 0 }.sorted { $0.value.lastUse < $1.value.lastUse }
        for (id, _) in idle.prefix(max(1, limit / 10)) { rows[id] = nil }
    }
}
