/// What is known of a customer from the channel, the store or the conversation.
///
/// It is handed around at every turn, so that all it holds lies behind one reference.
public struct CustomerProfile: Sendable, Hashable {
    private struct Fields: Sendable, Hashable, Codable {
        var id: String?
        var name: String?
        var email: String?
        var phone: String?
        var language: String?
        var zone: String?
        var tier: String?
        var gender: String?
        var consent: [String]?
        var preferences: [String: String]?
        var isUnsubscribed: Bool?
        var isVerified: Bool = false
    }

    /// Of whom nothing is known.
    public static let unknown = CustomerProfile()

    @Shared private var fields: Fields

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
        isUnsubscribed: Bool? = nil,
        isVerified: Bool = false
    ) {
        fields = Fields(
            id: id,
            name: name,
            email: email,
            phone: phone,
            language: language,
            zone: zone,
            tier: tier,
            gender: gender,
            consent: consent,
            preferences: preferences,
            isUnsubscribed: isUnsubscribed,
            isVerified: isVerified
        )
    }

    /// The first word of the name.
    public var firstName: String? {
        name.flatMap { name in
            name.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1).first.map { String(Substring($0)) }
        }
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
        guard other != .unknown else { return }
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
        isUnsubscribed = other.isUnsubscribed ?? isUnsubscribed
        isVerified = other.isVerified || isVerified
    }
}

extension CustomerProfile {
    /// The customer's id in the calling system.
    public var id: String? {
        _read { yield fields.id }
        _modify { yield &fields.id }
    }

    /// The full name.
    public var name: String? {
        _read { yield fields.name }
        _modify { yield &fields.name }
    }

    /// The e-mail address.
    public var email: String? {
        _read { yield fields.email }
        _modify { yield &fields.email }
    }

    /// The phone number.
    public var phone: String? {
        _read { yield fields.phone }
        _modify { yield &fields.phone }
    }

    /// A BCP 47 language tag.
    public var language: String? {
        _read { yield fields.language }
        _modify { yield &fields.language }
    }

    /// A tz database name.
    public var zone: String? {
        _read { yield fields.zone }
        _modify { yield &fields.zone }
    }

    /// The customer's standing, such as `vip`.
    public var tier: String? {
        _read { yield fields.tier }
        _modify { yield &fields.tier }
    }

    /// How the customer wishes to be addressed, such as `female`, `male` or `other`.
    public var gender: String? {
        _read { yield fields.gender }
        _modify { yield &fields.gender }
    }

    /// What the customer wishes to be told of without asking, such as `orders`; nil: nobody asked.
    public var consent: [String]? {
        _read { yield fields.consent }
        _modify { yield &fields.consent }
    }

    /// What the customer prefers, by names that the calling system and the intent files share, such as `size` or
    /// `contact`; nil: nothing is known.
    public var preferences: [String: String]? {
        _read { yield fields.preferences }
        _modify { yield &fields.preferences }
    }

    /// Whether the customer has said to be written to no more, which counts more than ``consent``; nil: nothing was said.
    public var isUnsubscribed: Bool? {
        _read { yield fields.isUnsubscribed }
        _modify { yield &fields.isUnsubscribed }
    }

    /// Whether the calling system proved who this is; otherwise it is only what was said.
    public var isVerified: Bool {
        _read { yield fields.isVerified }
        _modify { yield &fields.isVerified }
    }
}

extension CustomerProfile: Codable {
    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        fields = try Fields(from: decoder)
    }

    /// Writes the fields, as if nothing were around them.
    public func encode(to encoder: any Encoder) throws {
        try fields.encode(to: encoder)
    }
}
