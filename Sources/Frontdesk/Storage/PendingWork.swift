public import FrontdeskDialogue

/// What a conversation's head keeps so that what is due is found without reading events.
public struct PendingWork: Sendable, Hashable, Codable {
    /// What was promised, without its words.
    public private(set) var ledger: PromiseLedger?
    /// The version of the first message that was written to the customer outside of answers and has not left yet.
    public private(set) var unheardFrom: Int?
    /// When a burst of messages is answered if nothing follows.
    public private(set) var heldUntil: Int64?
    /// Whether a customer's message is being answered.
    private var isAnswering: Bool?

    /// Nothing pending.
    public init() {}

    /// Whether nothing is pending.
    public var isEmpty: Bool { self == PendingWork() }

    /// When time asks for something next, in milliseconds since 1970; nil: it does not.
    public var dueAt: Int64? {
        guard let heldUntil else { return ledger?.nextCheck }
        return min(heldUntil, ledger?.nextCheck ?? heldUntil)
    }

    /// Takes one more event into account, the conversation's event of this version.
    mutating func apply(_ event: Event, version: Int) {
        switch event.fact {
        case .held(let message):
            heldUntil = message.until
        case .received(let inbound) where inbound.burst != nil:
            // Its requests have their answer lines already: what is said leaves by itself.
            heldUntil = nil
        case .received:
            isAnswering = true
        case .decided:
            isAnswering = nil
        case .undone:
            isAnswering = nil
            heldUntil = nil
            count(event)
        case .said where isAnswering == nil, .agentSaid:
            unheardFrom = unheardFrom ?? version
        case .delivered(let through):
            if let first = unheardFrom, first <= through { unheardFrom = nil }
        case .promised, .promiseChanged, .reportDeferred, .reported:
            count(event)
        default:
            break
        }
    }

    private mutating func count(_ event: Event) {
        var ledger = self.ledger ?? PromiseLedger()
        ledger.apply(event)
        self.ledger = ledger.isEmpty ? nil : ledger.withoutWords
    }
}
