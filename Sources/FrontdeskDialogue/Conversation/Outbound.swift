/// One message of the desk to a customer.
public struct Outbound: Sendable, Hashable, Codable {
    /// What kind of message it is; measures and tests tell them apart.
    public enum Kind: String, Sendable, Hashable, Codable {
        case greeting, answer, question, reprompt, fallback, clarification, notice, handoff
        /// Leads back to an interrupted flow and asks its question again.
        case resumption
    }

    /// What is said.
    public var text: String
    /// What can be picked in answer.
    public var choices: [Choice]
    /// Links, pictures, cards and a form, as far as the channel shows them; the others are lines of the text.
    public var content: RichContent<String>?
    /// The text in the channel's markup, when it has one.
    public var marked: MarkedText?
    /// What kind of message it is.
    public var kind: Kind
    /// What it was made from: an intent, `flow/state`, `flow/slot`, or one of the engine's own texts.
    public var origin: String
    /// Which of the response's variants it is, from 0.
    public var variant: Int
    /// Where it goes; nil: into the conversation.
    public var route: MessageRoute?
    /// Whether it says the customer's name; nil: it does not.
    public var saysName: Bool?

    /// Makes a message.
    public init(
        text: String,
        choices: [Choice] = [],
        content: RichContent<String>? = nil,
        marked: MarkedText? = nil,
        kind: Kind,
        origin: String,
        variant: Int = 0,
        route: MessageRoute? = nil
    ) {
        self.text = text
        self.choices = choices
        self.content = content
        self.marked = marked
        self.kind = kind
        self.origin = origin
        self.variant = variant
        self.route = route
    }

    /// The text with links, pictures, cards and forms as lines of it, without the choices.
    public var readableText: String {
        ([text] + (content?.readableLines ?? [])).joined(separator: "\n")
    }
}

/// An address outside of the conversation that a message goes to.
public struct MessageRoute: Sendable, Hashable, Codable {
    /// What carries it.
    public enum Carrier: String, Sendable, Hashable, Codable, CaseIterable {
        case email, phone
    }

    /// What carries it.
    public var carrier: Carrier
    /// The e-mail address or phone number.
    public var address: String

    /// The route to an address: by e-mail when it has an `@`, else by phone.
    public init(address: String) {
        carrier = address.contains("@") ? .email : .phone
        self.address = address
    }
}
