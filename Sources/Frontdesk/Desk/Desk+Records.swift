import FrontdeskDialogue

/// Whose records are meant.
public enum RecordSubject: Sendable, Hashable {
    /// One conversation, by its id.
    case conversation(String)
    /// All conversations of a customer, by id or e-mail address.
    case customer(String)

    var selection: ConversationSelection {
        switch self {
        case .conversation(let id): .conversation(id)
        case .customer(let id): .customer(id)
        }
    }
}

extension Desk {
    /// Everything kept of a customer or a conversation.
    ///
    /// - Throws: ``DeskError/unknownConversation(_:)`` for a conversation that does not exist. A customer of whom
    ///   nothing is kept gives an export without conversations.
    public func export(_ subject: RecordSubject) async throws(DeskError) -> Export {
        var export = Export(at: parts.clock.milliseconds, conversations: [])
        for head in try await subjects(subject) {
            let events: [Event]
            let tickets: [Ticket]
            do {
                events = try await parts.store.events(of: head.conversation, after: 0)
            } catch {
                throw .store(error)
            }
            do {
                tickets = try await parts.queue.tickets(of: head.conversation)
            } catch {
                throw .queue(error)
            }
            // What is pending follows from the events.
            var head = head
            head.pending = PendingWork()
            export.conversations.append(Export.Conversation(head: head, events: events, tickets: tickets))
        }
        return export
    }

    /// Removes everything kept of a customer or a conversation: events, tickets and records of actions run.
    ///
    /// - Returns: The ids of the conversations removed.
    /// - Throws: ``DeskError``; what was removed before stays removed, and it can be called again.
    @discardableResult
    public func erase(_ subject: RecordSubject) async throws(DeskError) -> [String] {
        let ids = try await subjects(subject).map(\.conversation)
        for id in ids {
            let conversation = checkOut(id)
            defer { checkIn(id) }
            try await conversation.erase()
        }
        return ids
    }

    private func subjects(_ subject: RecordSubject) async throws(DeskError) -> [ConversationHead] {
        let heads = try await heads(subject.selection)
        if case .conversation(let id) = subject, heads.isEmpty { throw .unknownConversation(id) }
        return heads
    }
}
