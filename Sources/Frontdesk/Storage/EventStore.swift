public import FrontdeskDialogue

/// Where conversations are kept: an append-only list of events for each, with an optimistic version.
///
/// The version of a conversation is the number of its events. Every store runs the same conformance suite.
public protocol EventStore: Sendable {
    /// A random name that the store got when it was made and keeps for life; it has no slash.
    ///
    /// The keys of actions carry it: another store's conversation of the same id is another conversation.
    var identity: String { get }

    /// Appends events durably, all or none.
    ///
    /// - Parameters:
    ///   - events: The new events, in order.
    ///   - conversation: The conversation's id; an unknown one begins.
    ///   - version: How many events the writer knows of; another writer's later ones are a conflict.
    /// - Throws: ``StoreError``; nothing was kept then.
    func append(_ events: [Event], to conversation: String, after version: Int) async throws(StoreError)

    /// The events of a conversation behind the given version, in order; empty for an unknown one.
    func events(of conversation: String, after version: Int) async throws(StoreError) -> [Event]

    /// How many events a conversation has; 0 for an unknown one.
    func version(of conversation: String) async throws(StoreError) -> Int

    /// The heads of the conversations asked for, the latest first; those of a page in the order of their ids.
    func conversations(_ selection: ConversationSelection) async throws(StoreError) -> [ConversationHead]

    /// Writes events of conversations anew in their places, all or none; versions and heads stay as they are.
    ///
    /// What is taken out of an event this way is kept nowhere any more.
    ///
    /// - Parameters:
    ///   - conversations: Their ids; unknown ones are passed over.
    ///   - change: Gives the events to be written, by their place from 0, for all events of one conversation.
    func rewrite(
        _ conversations: [String],
        _ change: @escaping @Sendable ([Event]) -> [Int: Event]
    ) async throws(StoreError)

    /// Removes everything of a conversation; does nothing for an unknown one.
    func erase(conversation: String) async throws(StoreError)

    /// Lets go of files and connections; the store is not used afterwards.
    func close() async throws(StoreError)
}

/// Which conversations are meant.
public enum ConversationSelection: Sendable, Hashable {
    /// All of them, at most so many.
    case latest(Int)
    /// The one of this id.
    case conversation(String)
    /// Those of the customer with this id or e-mail address.
    case customer(String)
    /// Those with an open ticket, or with a turn that has not come to its end.
    case unsettled
    /// Those behind this id in the order of the ids' bytes, the first ones, at most so many: for reading all, bit by bit.
    case page(after: String?, limit: Int)
    /// Those in which time asks for something, by this time in milliseconds since 1970.
    case due(before: Int64)
    /// Those with a message to the customer that has not left yet.
    case unheard
}
