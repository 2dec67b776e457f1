/// What a channel can show, and what it takes a text for.
public struct Channel: Sendable, Hashable, Codable {
    /// A piece of a message besides its text.
    public enum Piece: String, Sendable, Hashable, Codable, CaseIterable {
        case choices, links, images, cards, forms
    }

    /// The channel's name, as conversations carry it.
    public var name: String
    /// What it takes a message's text for.
    public var markup: Markup
    /// The pieces it shows; all others become lines of the text.
    public var shows: [Piece]
    /// How long the desk waits for what may follow a message before it answers, in milliseconds; nil: not at all.
    public var burst: Int?

    /// Makes a channel.
    public init(
        name: String,
        markup: Markup = .plain,
        shows: [Piece] = Piece.allCases,
        burst: Int? = nil
    ) {
        self.name = name
        self.markup = markup
        self.shows = shows
        self.burst = burst
    }

    /// The longest time that a burst of messages may be given, in milliseconds.
    public static let longestBurst = 30_000
    /// After so many windows, counted from the first message, a customer who writes on is answered.
    public static let burstWindows = 3

    /// The channels that are known without being declared.
    public static let builtIn = [
        Channel(name: "chat"), Channel(name: "pipe"), Channel(name: "web"), Channel(name: "email", shows: []),
        Channel(name: "sms", shows: []), Channel(name: "voice", shows: []),
    ]
}

/// What a response is on one channel.
public struct ChannelForm: Sendable, Hashable, Codable {
    /// The channel's name.
    public var channel: String
    /// What is said there, with all that it keeps of the general response.
    public var response: Response
    /// Whether its texts are written for the channel, and so in its markup.
    public var hasOwnText: Bool

    /// Makes a form.
    public init(channel: String, response: Response, hasOwnText: Bool) {
        self.channel = channel
        self.response = response
        self.hasOwnText = hasOwnText
    }
}

/// A text in a channel's markup.
public struct MarkedText: Sendable, Hashable, Codable {
    /// The markup.
    public var markup: Markup
    /// The text, ready to be shown: what customers and actions contributed is escaped.
    public var text: String

    /// Makes a text.
    public init(markup: Markup, text: String) {
        self.markup = markup
        self.text = text
    }
}
