/// An entity type of an assistant: a name and how its values are found.
public struct EntityType: Sendable, Hashable, Codable {
    /// How values of an entity type are recognised.
    public enum Recognition: Sendable, Hashable, Codable {
        /// A recogniser that comes with the engine.
        case builtIn(BuiltInEntity)
        /// Phone numbers as people of a country write them; values are in the form of E.164 where they are theirs.
        case phone(PhoneCountry)
        /// A regular expression (the linear-time subset of ``RegexPattern``); `normalise` is a template over
        /// `$0`, `$1` … and `$digits` (all digits of the match), or nil to keep the text as written.
        case regex(RegexPattern, normalise: String?)
        /// A closed list of values with their synonyms.
        case gazetteer([GazetteerEntry])
        /// A closed list of values with their synonyms, whose words may be mistyped: one letter from five letters on, two
        /// from nine. Words that the assistant's patterns and examples know, and words with digits, are never taken so.
        case fuzzyGazetteer([GazetteerEntry])

        /// The values of a gazetteer; nil for other recognitions, which cannot be given any.
        package var entries: [GazetteerEntry]? {
            get {
                switch self {
                case .gazetteer(let entries), .fuzzyGazetteer(let entries): entries
                case .builtIn, .phone, .regex: nil
                }
            }
            set {
                switch self {
                case .gazetteer: self = .gazetteer(newValue ?? [])
                case .fuzzyGazetteer: self = .fuzzyGazetteer(newValue ?? [])
                case .builtIn, .phone, .regex: break
                }
            }
        }
    }

    /// The name used in patterns (`{name}`), slots and annotations.
    public var name: String
    /// How its values are found.
    public var recognition: Recognition
    /// A value to show to people, such as `A-10021`.
    public var example: String?

    /// Makes an entity type.
    public init(name: String, recognition: Recognition, example: String? = nil) {
        self.name = name
        self.recognition = recognition
        self.example = example
    }
}

/// One value of a gazetteer.
public struct GazetteerEntry: Sendable, Hashable, Codable {
    /// The canonical value.
    public var value: String
    /// Other ways to say it; the value itself always counts.
    public var synonyms: [String]

    /// Makes an entry.
    public init(value: String, synonyms: [String] = []) {
        self.value = value
        self.synonyms = synonyms
    }
}

/// The entity types that come with the engine.
public enum BuiltInEntity: String, Sendable, Hashable, Codable, CaseIterable {
    case number, ordinal, date, time, money, email, phone, url
    case personName = "person_name"
    case duration, percentage, weight, length, area, volume, temperature
    case dataSize = "data_size"
    case dateRange = "date_range"
    case timeRange = "time_range"
    case iban
    case paymentCard = "payment_card"
    case address

    /// Whether it is found in every utterance; the others only when an assistant's ``MatcherDefinition/entityTypes``
    /// name them, so that they cost nothing elsewhere.
    public var isAlwaysFound: Bool {
        switch self {
        case .number, .ordinal, .date, .time, .money, .email, .phone, .url, .personName: true
        default: false
        }
    }
}
