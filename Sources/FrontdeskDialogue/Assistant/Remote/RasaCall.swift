/// An action that a Rasa action server runs.
public struct RasaCall: Sendable, Hashable, Codable {
    /// The server's webhook, such as `http://localhost:5055/webhook`.
    public var url: RequestText
    /// What the server calls the action.
    public var action: String
    /// Further headers.
    public var headers: [NamedText]
    /// The slots of the calling flow that its `slot` events may fill, with the types of their values.
    public var slots: [TypedField]
    /// On what terms it is asked.
    public var terms: RemoteTerms

    /// Makes a call.
    public init(
        url: RequestText,
        action: String,
        headers: [NamedText] = [],
        slots: [TypedField] = [],
        terms: RemoteTerms = RemoteTerms()
    ) {
        self.url = url
        self.action = action
        self.headers = headers
        self.slots = slots
        self.terms = terms
    }
}
