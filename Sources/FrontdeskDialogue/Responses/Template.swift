/// A text with places to fill in.
///
/// For example `Your order {{order_number}} arrives on {{order.eta|date}}.`
public struct Template: Sendable, Hashable, Codable {
    /// A stretch of a template.
    public enum Segment: Sendable, Hashable, Codable {
        /// Said as it is.
        case text(String)
        /// A value, shown through its filters from left to right.
        case field(FieldPath, [Filter])
        /// A text that is declared once under `partials:` and said here.
        case partial(String)
    }

    /// What changes a value on its way into a text.
    public enum Filter: Sendable, Hashable, Codable {
        /// Put in front of a value that is there; a missing value stays empty.
        case prefix(String)
        /// Put behind a value that is there.
        case suffix(String)
        /// Said when the value is missing or empty.
        case fallback(String)
        /// A date in words, "Tuesday 24 November".
        case date
        /// A date in another style.
        case dateStyle(DateStyle)
        /// "tomorrow" where the language has a word for the day, else the date in words.
        case relative
        /// A time of day, "14:30".
        case time
        /// An amount with its currency; a plain number takes the currency given here.
        case money(String?)
        /// A number with group separators, "1,234.5".
        case number
        /// A share of one as a percentage: 0.15 is "15%".
        case percent
        /// A length of time in words, "2 hours 30 minutes"; a number counts the given units.
        case duration(DurationUnit)
        /// Members separated by `;`, line ends or else `,`, as "A, B and C".
        case list
        /// The form that a number asks for; `{}` in it is the number.
        case plural([Form])
        /// The form for a word such as `female`; the one named `other` for all else.
        case choose([Form])
        /// All letters small.
        case lower
        /// All letters large.
        case upper
        /// The first word alone.
        case first
    }

    /// How a date is written.
    public enum DateStyle: String, Sendable, Hashable, Codable, CaseIterable {
        /// With its year, "Tuesday 24 November 2026".
        case long
        /// In digits, in the region's order.
        case short
        /// The day's name alone.
        case weekday
    }

    /// What a number that becomes a length of time counts.
    public enum DurationUnit: String, Sendable, Hashable, Codable, CaseIterable {
        case minutes, hours, days
    }

    /// One of several forms of a stretch of text.
    public struct Form: Sendable, Hashable, Codable {
        /// When it is said: a plural category such as `one`, or a word such as `female`.
        public var name: String
        /// What is said.
        public var text: String

        /// Makes a form.
        public init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The stretches, in order.
    public var segments: [Segment]
    /// The template as its author wrote it.
    public var source: String

    /// Makes a template from its parts; the compiler makes them from text.
    public init(segments: [Segment], source: String) {
        self.segments = segments
        self.source = source
    }

    /// A template without places to fill in.
    public init(text: String) {
        self.init(segments: [.text(text)], source: text)
    }
}

/// Where a value comes from: `order_number`, `order.status`, `customer.first_name`.
public struct FieldPath: Sendable, Hashable, Codable {
    /// A slot, the name of an action's result, or `customer`, `assistant`, `queue`, `agent`, `now`.
    public var root: String
    /// The field of a record, when the root is one.
    public var field: String?

    /// Makes a path.
    public init(root: String, field: String? = nil) {
        self.root = root
        self.field = field
    }
}

/// What the desk says: one of several wordings of the same thing, with the choices it offers.
public struct Response: Sendable, Hashable, Codable {
    /// The wordings; never empty.
    ///
    /// One is picked by conversation and turn, another each time in a row.
    public var variants: [Template]
    /// Buttons to answer with.
    public var choices: [Choice]
    /// The same in further languages, by tag.
    public var translations: [String: Response]
    /// Links, pictures, cards and a form.
    public var content: RichContent<Template>?
    /// What it is on channels that need it otherwise.
    public var channels: [ChannelForm]?
    /// When each of the wordings is said, in their order; nil: all of them at any time.
    public var terms: [VariantTerms]?

    /// Makes a response.
    public init(
        variants: [Template],
        choices: [Choice] = [],
        translations: [String: Response] = [:],
        content: RichContent<Template>? = nil,
        channels: [ChannelForm]? = nil,
        terms: [VariantTerms]? = nil
    ) {
        precondition(!variants.isEmpty, "a response has at least one variant")
        self.variants = variants
        self.choices = choices
        self.translations = translations
        self.content = content
        self.channels = channels
        self.terms = terms
    }

    /// Reads a response; one that was stored before there were translations has none.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        variants = try values.decode([Template].self, forKey: .variants)
        guard !variants.isEmpty else {
            throw DecodingError.dataCorruptedError(
                forKey: .variants,
                in: values,
                debugDescription: "a response has no wording"
            )
        }
        choices = try values.decode([Choice].self, forKey: .choices)
        translations = try values.decodeIfPresent([String: Response].self, forKey: .translations) ?? [:]
        content = try values.decodeIfPresent(RichContent<Template>.self, forKey: .content)
        channels = try values.decodeIfPresent([ChannelForm].self, forKey: .channels)
        terms = try values.decodeIfPresent([VariantTerms].self, forKey: .terms)
    }
}

/// Something a customer can pick instead of typing.
public struct Choice: Sendable, Hashable, Codable {
    /// What comes back when it is picked, unique among the choices of one message.
    public var id: String
    /// What the customer reads.
    public var title: String

    /// Makes a choice.
    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
