/// A text of a request to another system, with places that arguments and environment variables fill.
///
/// For example `Bearer ${CARRIER_TOKEN}` or `/parcels/{{number}}`. What fills a place is escaped for where it stands.
public struct RequestText: Sendable, Hashable, Codable {
    /// A stretch of the text.
    public enum Piece: Sendable, Hashable, Codable {
        /// Sent as it is.
        case text(String)
        /// The value of an argument that the action takes.
        case argument(String)
        /// The value of an environment variable, read when the request is made and never shown.
        case environment(String)
    }

    /// The stretches, in order.
    public var pieces: [Piece]

    /// Makes a text of its stretches.
    public init(_ pieces: [Piece]) {
        self.pieces = pieces
    }

    /// Makes a text without places to fill.
    public init(text: String) {
        pieces = text.isEmpty ? [] : [.text(text)]
    }

    /// The text as its author wrote it: safe to show, for it holds names and no values.
    public var written: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .argument(let name): "{{\(name)}}"
            case .environment(let name): "${\(name)}"
            }
        }.joined()
    }

    /// The arguments it uses, in order.
    public var arguments: [String] {
        pieces.compactMap { if case .argument(let name) = $0 { name } else { nil } }
    }
}

/// A text of a request under a name: a header, or a part of the query.
public struct NamedText: Sendable, Hashable, Codable {
    /// The name.
    public var name: String
    /// What is sent under it.
    public var text: RequestText

    /// Makes a named text.
    public init(_ name: String, _ text: RequestText) {
        self.name = name
        self.text = text
    }
}

/// A JSON document with places to fill; a value that fills one is written as JSON and never pasted in.
public indirect enum RequestJSON: Sendable, Hashable, Codable {
    case null
    case boolean(Bool)
    /// A number as its author wrote it, in the notation of JSON.
    case number(String)
    /// A text with places to fill.
    case text(RequestText)
    /// An argument's value with its own type: a number stays a number, what is missing is `null`.
    case argument(String)
    case list([RequestJSON])
    case object([Member])

    /// A named value.
    public struct Member: Sendable, Hashable, Codable {
        /// The name.
        public var name: String
        /// The value.
        public var value: RequestJSON

        /// Makes a member.
        public init(_ name: String, _ value: RequestJSON) {
            self.name = name
            self.value = value
        }
    }

    /// The arguments it uses, in order.
    public var arguments: [String] {
        switch self {
        case .null, .boolean, .number: []
        case .text(let text): text.arguments
        case .argument(let name): [name]
        case .list(let items): items.flatMap(\.arguments)
        case .object(let members): members.flatMap(\.value.arguments)
        }
    }
}
