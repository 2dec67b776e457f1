/// What is known of a customer from the channel, the store or the conversation.
public struct CustomerProfile: Sendable, Hashable, Codable {
    /// The customer's id in the calling system.
    public var id: String?
    /// The full name.
    public var name: String?
    /// The e-mail address.
    public var email: String?
    /// The phone number.
    public var phone: String?
    /// A BCP 47 language tag.
    public var language: String?
    /// A tz database name.
    public var zone: String?
    /// The customer's standing, such as `vip`.
    public var tier: String?
    /// How the customer wishes to be addressed, such as `female`, `male` or `other`.
    public var gender: String?
    /// What the customer wishes to be told of without asking, such as `orders`; nil: nobody asked.
    public var consent: [String]?
    /// What the customer prefers, by names that the calling system and the intent files share, such as `size` or
    /// `contact`; nil: nothing is known.
    public var preferences: [String: String]?
    /// Whether the calling system proved who this is; otherwise it is only what was said.
    public var isVerified: Bool

    /// Makes a profile; what is nil is not known.
    public init(
        id: String? = nil,
        name: String? = nil,
        email: String? = nil,
        phone: String? = nil,
        language: String? = nil,
        zone: String? = nil,
        tier: String? = nil,
        gender: String? = nil,
        consent: [String]? = nil,
        preferences: [String: String]? = nil,
        isVerified: Bool = false
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
        self.zone = zone
        self.tier = tier
        self.gender = gender
        self.consent = consent
        self.preferences = preferences
        self.isVerified = isVerified
    }

    /// The first word of the name.
    public var firstName: String? {
        name?.split(separator: " ").first.map(String.init)
    }

    /// The names of the fields that templates and prefills can read, as in `customer.email`.
    public static let fieldNames = [
        "name", "first_name", "email", "phone", "id", "language", "tier", "gender",
    ]

    /// The names of the fields that earlier conversations tell, as in `customer.last_topic`, and of those that follow
    /// from others.
    public static let knownNames = [
        "called", "conversations", "last_contact", "last_topic", "last_outcome", "promise", "promise_due",
    ]

    /// The value of a field, or nil when it is not known or there is none of that name.
    public subscript(field name: String) -> String? {
        switch name {
        case "name": self.name
        case "first_name": firstName
        case "email": email
        case "phone": phone
        case "id": id
        case "language": language
        case "tier": tier
        case "gender": gender
        default: Self.preference(name).flatMap { preferences?[$0] }
        }
    }

    /// What stands before the name of a preference in a field's name, as in `customer.prefers_size`.
    public static let preferencePrefix = "prefers_"

    /// The preference that a field's name means; nil when it means another field.
    public static func preference(_ field: String) -> String? {
        guard field.hasPrefix(preferencePrefix), field.count > preferencePrefix.count else { return nil }
        return String(field.dropFirst(preferencePrefix.count))
    }

    /// Takes over what the other profile knows; what it does not know stays.
    public mutating func merge(_ other: CustomerProfile) {
        id = other.id ?? id
        name = other.name ?? name
        email = other.email ?? email
        phone = other.phone ?? phone
        language = other.language ?? language
        zone = other.zone ?? zone
        tier = other.tier ?? tier
        gender = other.gender ?? gender
        consent = other.consent ?? consent
        if let more = other.preferences { preferences = (preferences ?? [:]).merging(more) { _, new in new } }
        isVerified = other.isVerified || isVerified
    }
}
