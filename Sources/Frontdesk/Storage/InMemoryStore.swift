public import FrontdeskDialogue

/// A store that forgets everything when the program ends: for tests and for trying things out.
public final class InMemoryStore: EventStore {
    fileprivate struct Entry {
        var head: ConversationHead
        var events: [Event]
    }

    /// A random name that the store got when it was made.
    public let identity: String
    private let entries = Locked([String: Entry]())

    /// Makes an empty store.
    public init() {
        identity = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined(
            separator: "-"
        )
    }

    /// Appends events, all or none.
    public func append(
        _ events: [Event],
        to conversation: String,
        after version: Int
    ) async throws(StoreError) {
        guard !events.isEmpty else { return }
        try entries.withLock { entries throws(StoreError) in
            try entries[
                conversation,
                default: Entry(head: ConversationHead(conversation: conversation), events: [])
            ].append(events, after: version)
        }
    }

    /// The events of a conversation behind the given version, in order.
    public func events(of conversation: String, after version: Int) async throws(StoreError) -> [Event] {
        entries.withLock { entries in
            guard let entry = entries[conversation] else { return [] }
            return Array(entry.events.dropFirst(version))
        }
    }

    /// How many events a conversation has; 0 for an unknown one.
    public func version(of conversation: String) async throws(StoreError) -> Int {
        entries.withLock { $0[conversation]?.events.count ?? 0 }
    }

    /// The heads of the conversations asked for, the latest first.
    public func conversations(
        _ selection: ConversationSelection
    ) async throws(StoreError) -> [ConversationHead] {
        let heads = entries.withLock { $0.values.map(\.head).filter { $0.version > 0 } }
        var selected = heads.filter { $0.isSelected(by: selection) }
        selected.sort { ($0.updatedAt, $0.conversation) > ($1.updatedAt, $1.conversation) }
        if case .page(_, let limit) = selection {
            selected.sort { $0.conversation.utf8.lexicographicallyPrecedes($1.conversation.utf8) }
            return Array(selected.prefix(limit))
        }
        if case .latest(let limit) = selection { selected = Array(selected.prefix(limit)) }
        return selected
    }

    /// Writes events of conversations anew in their places.
    public func rewrite(
        _ conversations: [String],
        _ change: @escaping @Sendable ([Event]) -> [Int: Event]
    ) async throws(StoreError) {
        entries.withLock { entries in
            for id in conversations {
                for (place, event) in change(entries[id]?.events ?? []) { entries[id]?.events[place] = event }
            }
        }
    }

    /// Removes everything of a conversation.
    public func erase(conversation: String) async throws(StoreError) {
        entries.withLock { $0[conversation] = nil }
    }

    /// Lets go of files and connections.
    public func close() async throws(StoreError) {}
}

extension InMemoryStore.Entry {
    fileprivate mutating func append(_ new: [Event], after version: Int) throws(StoreError) {
        guard events.count == version else {
            throw .conflict(conversation: head.conversation, expected: version, actual: events.count)
        }
        for event in new { head.apply(event) }
        events.append(contentsOf: new)
    }
}
