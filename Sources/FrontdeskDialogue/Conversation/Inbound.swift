/// A message from a customer, card numbers and passwords already masked.
public struct Inbound: Sendable, Hashable, Codable {
    /// The message's id, unique within its conversation; nil when the channel has none.
    public var id: String?
    /// What was written.
    public var text: String
    /// The id of the button that was pressed, if one was.
    public var choice: String?
    /// Files that came with it.
    public var attachments: [Attachment]
    /// What was masked in the text.
    public var redactions: [Redaction.Kind]
    /// What was filled into a form; nil when none was sent.
    public var form: [FormValue]?
    /// What it is made of when the desk waited until the customer had stopped writing; nil: it was answered at once.
    public var burst: Burst?

    /// Makes a message.
    public init(
        id: String? = nil,
        text: String,
        choice: String? = nil,
        attachments: [Attachment] = [],
        redactions: [Redaction.Kind] = [],
        form: [FormValue]? = nil,
        burst: Burst? = nil
    ) {
        self.id = id
        self.text = text
        self.choice = choice
        self.attachments = attachments
        self.redactions = redactions
        self.form = form
        self.burst = burst
    }
}

/// What was filled into one field of a form.
public struct FormValue: Sendable, Hashable, Codable {
    /// The slot that the field is for.
    public var slot: String
    /// What was written, or the id of what was picked.
    public var text: String

    /// Makes a value.
    public init(slot: String, text: String) {
        self.slot = slot
        self.text = text
    }
}

/// A file a customer sent; the desk passes its reference on and never opens it.
public struct Attachment: Sendable, Hashable, Codable {
    /// The file's name.
    public var name: String
    /// Its media type, such as `image/png`.
    public var mediaType: String?
    /// Where the channel keeps it.
    public var url: String?

    /// Makes an attachment.
    public init(name: String, mediaType: String? = nil, url: String? = nil) {
        self.name = name
        self.mediaType = mediaType
        self.url = url
    }
}
