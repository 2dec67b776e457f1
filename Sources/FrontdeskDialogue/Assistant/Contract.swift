/// What must be known of the customer before an intent is served.
public enum CustomerNeed: String, Sendable, Hashable, Codable, CaseIterable {
    /// What the customer is called.
    case name = "customer.name"
    /// An e-mail address.
    case email = "customer.email"
    /// A telephone number.
    case phone = "customer.phone"
    /// That the channel has proved who the customer is; it cannot be asked for.
    case verified = "customer.verified"

    /// Where texts and expressions find it.
    public var path: FieldPath {
        let parts = rawValue.split(separator: ".").map(String.init)
        return FieldPath(root: parts[0], field: parts[1])
    }

    /// Whether a profile has it.
    public func isMet(by customer: CustomerProfile) -> Bool {
        switch self {
        case .name: customer.name != nil
        case .email: customer.email != nil
        case .phone: customer.phone != nil
        case .verified: customer.isVerified
        }
    }
}

/// What a ticket of some reason must say.
public enum RequiredField: Sendable, Hashable, Codable {
    /// A fact about the customer.
    case customer(CustomerNeed)
    /// A slot of the flow that hands over.
    case slot(String)

    /// As it is written in intent files.
    public var name: String {
        switch self {
        case .customer(let need): need.rawValue
        case .slot(let name): name
        }
    }
}

/// A question for something that must be known of the customer, and what is done once it is.
public struct NeededFact: Sendable, Hashable, Codable {
    /// What is asked for.
    public var need: CustomerNeed
    /// The intent that waits for it.
    public var intent: String
    /// The message that led to the intent: what it said need not be said again.
    public var message: UnclearMessage
    /// How often it was asked for, from 1.
    public var attempt: Int
    /// The flow under way that waits for it; nil: the intent does.
    public var flow: String?

    /// Makes a question.
    public init(
        need: CustomerNeed,
        intent: String,
        message: UnclearMessage,
        attempt: Int = 1,
        flow: String? = nil
    ) {
        self.need = need
        self.intent = intent
        self.message = message
        self.attempt = attempt
        self.flow = flow
    }

    /// Whether another one waits for the same.
    func isAbout(_ other: NeededFact) -> Bool {
        flow == other.flow && (flow != nil || intent == other.intent)
    }
}

extension AnswerSource {
    /// Whether the answer was to be reviewed before this day, so that nobody knows whether it still holds.
    public func isOverdue(on day: CivilDate) -> Bool {
        reviewBy.map { $0 < day } ?? false
    }
}
