public import FrontdeskDialogue

/// What a store knows of a conversation without reading its events.
public struct ConversationHead: Sendable, Hashable, Codable {
    /// The conversation's id.
    public var conversation: String
    /// How many events it has.
    public var version = 0
    /// When the first event happened, in milliseconds since 1970.
    public var openedAt: Int64 = 0
    /// When the latest event happened, in milliseconds since 1970.
    public var updatedAt: Int64 = 0
    /// The channel it came through.
    public var channel = ""
    /// The assistant's name.
    public var assistant = ""
    /// The customer's id in the calling system.
    public var customer: String?
    /// The customer's e-mail address.
    public var email: String?
    /// The ticket that is open.
    public var ticket: String?
    /// Whether a turn has begun and not come to its end.
    public var isUnfinished = false
    /// What time will ask for, and what has not left yet.
    public var pending: PendingWork {
        get { pendingWork ?? PendingWork() }
        set { pendingWork = newValue.isEmpty ? nil : newValue }
    }
    private var pendingWork: PendingWork?

    /// The head of a conversation without events.
    public init(conversation: String) {
        self.conversation = conversation
    }

    /// Whether a restarted desk has to look after it.
    public var isUnsettled: Bool { ticket != nil || isUnfinished }

    /// When time asks for something next, in milliseconds since 1970; nil: it does not.
    public var dueAt: Int64? { pending.dueAt }

    /// The version of the first message to the customer that has not left yet; nil: all have.
    public var unheardFrom: Int? { pending.unheardFrom }

    /// Takes one more event into account.
    public mutating func apply(_ event: Event) {
        if version == 0 { openedAt = event.at }
        version += 1
        updatedAt = event.at
        pending.apply(event, version: version)
        switch event.fact {
        case .opened(let opening):
            channel = opening.channel
            assistant = opening.assistant
        case .profileChanged(let profile):
            customer = profile.id
            email = profile.email
        case .received, .actionRequested, .handoffRequested:
            isUnfinished = true
        case .decided, .undone:
            isUnfinished = false
        case .handedOff(let handoff):
            ticket = handoff.id
        case .ticketWithdrawn, .agentReturned, .agentClosed:
            ticket = nil
        default:
            break
        }
    }

    /// Whether the selection means this conversation.
    public func isSelected(by selection: ConversationSelection) -> Bool {
        switch selection {
        case .latest: true
        case .conversation(let id): conversation == id
        case .customer(let id): customer == id || email.map { $0.lowercased() == id.lowercased() } == true
        case .unsettled: isUnsettled
        case .page(let id, _): id.map { $0.utf8.lexicographicallyPrecedes(conversation.utf8) } ?? true
        case .due(let before): dueAt.map { $0 <= before } ?? false
        case .unheard: unheardFrom != nil
        }
    }
}
