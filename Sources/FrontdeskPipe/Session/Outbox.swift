import Frontdesk
import FrontdeskDialogue

/// Finds what was written to customers outside the turns that answer messages, by this process or another.
///
/// Only conversations that wait for a human or are with one are watched. A conversation is looked at by one task at
/// a time; the pipe's loop sees to that.
final class Outbox: Sendable {
    /// One message to a customer.
    struct Item: Sendable {
        /// The number of the event, from 1; the same number is the same message.
        var event: Int
        /// The agent who wrote it; nil: the desk did.
        var agent: String?
        /// What was written.
        var message: Outbound
        /// The ids of the messages that it answers, when they were written in a burst.
        var answering: [String] = []
    }

    private let store: any EventStore
    /// The number of the last event that was dealt with, by conversation.
    private let cursors = Locked([String: Int]())
    /// The number of the last event whose message was handed out and may not have left yet, by conversation.
    private let handedOut = Locked([String: Int]())

    init(_ store: any EventStore) {
        self.store = store
    }

    /// The conversations that are watched.
    var watched: [String] { cursors.withLock { $0.keys.sorted() } }

    /// Watches the conversations that a process before this one left waiting, from what has not left yet.
    ///
    /// - Parameter only: The one conversation that this process has; nil: all of the channels.
    func resume(channels: Set<String>, only: String?) async throws(StoreError) {
        for head in try await store.conversations(.unsettled)
        where channels.contains(head.channel) && head.ticket != nil
            && (only == nil || head.conversation == only)
        {
            await watch(head.conversation)
        }
        for head in try await store.conversations(.unheard)
        where channels.contains(head.channel) && (only == nil || head.conversation == only) {
            // What had not left when the process before this one ended goes out again, with the same id.
            guard let first = head.unheardFrom else { continue }
            cursors.withLock { cursors in
                cursors[head.conversation] = min(first - 1, cursors[head.conversation] ?? first - 1)
            }
        }
    }

    /// What was handed out since the last call, to be recorded once it has left.
    func takeHandedOut() -> [(conversation: String, through: Int)] {
        handedOut.withLock { handedOut in
            defer { handedOut = [:] }
            return handedOut.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }

    /// Takes back what could not be recorded, for the next time.
    func putBack(_ conversation: String, through version: Int) {
        handedOut.withLock { $0[conversation] = max($0[conversation] ?? 0, version) }
    }

    /// Watches a conversation from the end of its latest turn on, without what has left since.
    func watch(_ conversation: String) async {
        if cursors.withLock({ $0[conversation] != nil }) { return }
        guard let events = try? await store.events(of: conversation, after: 0) else { return }
        let last = events.lastIndex { event in
            if case .decided = event.fact { true } else { false }
        }
        let left = events.reversed().lazy.compactMap { event in
            if case .delivered(let through) = event.fact { through } else { nil as Int? }
        }
        let start = max(last.map { $0 + 1 } ?? 0, left.first ?? 0)
        cursors.withLock { $0[conversation] = start }
    }

    /// Watches a conversation from an event on, unless it is watched already.
    func watch(_ conversation: String, after version: Int) {
        cursors.withLock { $0[conversation] = $0[conversation] ?? version }
    }

    /// Whether a conversation is watched.
    func isWatching(_ conversation: String) -> Bool { cursors.withLock { $0[conversation] != nil } }

    /// Goes on without a conversation that waits for nobody.
    func unwatch(_ conversation: String) {
        cursors.withLock { $0[conversation] = nil }
    }

    /// Watches a conversation from now on, unless it is watched already.
    func watchFromNow(_ conversation: String) async {
        if cursors.withLock({ $0[conversation] != nil }) { return }
        guard let version = try? await store.version(of: conversation) else { return }
        cursors.withLock { $0[conversation] = version }
    }

    /// What is new in a watched conversation.
    func news(of conversation: String) async -> [Item] {
        guard let cursor = cursors.withLock({ $0[conversation] }),
            let events = try? await store.events(of: conversation, after: cursor), !events.isEmpty
        else { return [] }
        var items: [Item] = []
        var isInTurn = false
        var isOver = false
        var answering: [String] = []
        for (offset, event) in events.enumerated() {
            let number = cursor + offset + 1
            switch event.fact {
            case .received(let inbound):
                isInTurn = inbound.burst == nil
                answering = inbound.burst?.ids ?? []
            case .decided:
                isInTurn = false
                answering = []
            case .handedOff: isOver = false
            case .ticketWithdrawn, .agentReturned, .agentClosed: isOver = true
            case .agentSaid(let agent, let text):
                items.append(Item(event: number, agent: agent, message: Outbound(agentText: text)))
            case .said(let message) where !isInTurn:
                items.append(Item(event: number, agent: nil, message: message, answering: answering))
            default: break
            }
        }
        let end = cursor + events.count
        cursors.withLock { $0[conversation] = isOver ? nil : end }
        if let last = items.last {
            handedOut.withLock { $0[conversation] = max($0[conversation] ?? 0, last.event) }
        }
        return items
    }

    /// Forgets a conversation that was erased.
    func forget(_ conversation: String) {
        cursors.withLock { $0[conversation] = nil }
        handedOut.withLock { $0[conversation] = nil }
    }
}

extension Outbound {
    fileprivate init(agentText text: String) {
        self.init(text: text, kind: .notice, origin: "agent")
    }
}
