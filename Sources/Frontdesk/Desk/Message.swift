public import FrontdeskDialogue

/// A customer's message, as a channel hands it in.
public struct Message: Sendable, Hashable {
    /// The conversation's id; an unknown one opens a conversation.
    public var conversation: String
    /// The message's id, unique within its conversation; without one a message delivered twice is answered twice.
    public var id: String?
    /// What was written.
    public var text: String
    /// The id of the button that was pressed, if one was; one of more than 256 bytes counts as none.
    public var choice: String?
    /// What the channel knows of the customer.
    public var customer: CustomerProfile?
    /// Proof of the customer's id, as the calling system made it; see ``IdentityVerifier``.
    public var userHash: String?
    /// What was filled into a form; nil when none was sent.
    public var form: [FormValue]?
    /// Files that came with it.
    public var attachments: [Attachment]
    /// When it was written, in milliseconds since 1970; nil: now, by the desk's clock.
    public var at: Int64?
    /// The channel's name.
    public var channel: String
    /// The language it is written in, a BCP 47 tag, if the channel knows.
    public var language: String?

    /// Makes a message.
    public init(
        _ text: String,
        conversation: String,
        id: String? = nil,
        choice: String? = nil,
        customer: CustomerProfile? = nil,
        userHash: String? = nil,
        form: [FormValue]? = nil,
        attachments: [Attachment] = [],
        at: Int64? = nil,
        channel: String = "library",
        language: String? = nil
    ) {
        self.conversation = conversation
        self.id = id
        self.text = text
        self.choice = choice
        self.customer = customer
        self.userHash = userHash
        self.form = form
        self.attachments = attachments
        self.at = at
        self.channel = channel
        self.language = language
    }
}
