/// What an assistant keeps of customers across conversations.
public struct MemoryPolicy: Sendable, Hashable, Codable {
    /// Who says whether values may be kept.
    public enum ConsentRule: String, Sendable, Hashable, Codable, CaseIterable {
        /// The customer is asked, once.
        case ask
        /// The profile's `consent` holds the word `memory`; nobody is asked.
        case profile
    }

    /// Who says whether values may be kept.
    public var consent: ConsentRule

    /// Makes a policy.
    public init(consent: ConsentRule = .ask) {
        self.consent = consent
    }

    /// The word in a profile's `consent` that allows values to be kept.
    public static let consentWord = "memory"
}

/// How long a slot's value is remembered.
public struct RememberRule: Sendable, Hashable, Codable {
    /// How long it is used at all, in seconds.
    public var keptFor: Int
    /// From what age on the customer is asked whether it still holds, in seconds.
    public var confirmAfter: Int

    /// Makes a rule.
    public init(keptFor: Int, confirmAfter: Int) {
        self.keptFor = keptFor
        self.confirmAfter = confirmAfter
    }
}
