import FrontdeskMatching

/// `{"kind": "slot", "name": "size"}`; a state has a `name` as well, a clarification and a change have `choices`, a
/// suggestion has `intents`, values to be remembered are `values`, what must be known of the customer has `fact`, a question about
/// the service `feedback`, and one about a low score `given`.
extension OpenQuestion: Codable {
    private enum Key: String, CodingKey { case kind, name, choices, intents, fact, feedback, given, values }
    private enum Kind: String, CodingKey, Codable {
        case slot, state, clarification, suggestion, contact, confirmation, change, customer, feedback
        case feedbackComment = "feedback_comment"
        case remembered, remembering
    }

    /// Writes the question.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        func put(_ kind: Kind) throws { try container.encode(kind, forKey: .kind) }
        switch self {
        case .slot(let name):
            try put(.slot)
            try container.encode(name, forKey: .name)
        case .state(let name):
            try put(.state)
            try container.encode(name, forKey: .name)
        case .clarification(let choices):
            try put(.clarification)
            try container.encode(choices, forKey: .choices)
        case .suggestion(let intents):
            try put(.suggestion)
            try container.encode(intents, forKey: .intents)
        case .contact: try put(.contact)
        case .confirmation: try put(.confirmation)
        case .change(let choices):
            try put(.change)
            try container.encode(choices, forKey: .choices)
        case .customer(let fact):
            try put(.customer)
            try container.encode(fact, forKey: .fact)
        case .feedback(let kind):
            try put(.feedback)
            try container.encode(kind, forKey: .feedback)
        case .feedbackComment(let given):
            try put(.feedbackComment)
            try container.encode(given, forKey: .given)
        case .remembered(let name):
            try put(.remembered)
            try container.encode(name, forKey: .name)
        case .remembering(let values):
            try put(.remembering)
            try container.encode(values, forKey: .values)
        }
    }

    /// Reads a question, also one that was stored as `{"slot": {"_0": "size"}}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard container.contains(.kind) else {
            self = try Self.former(try decoder.container(keyedBy: Kind.self))
            return
        }
        switch try container.decode(Kind.self, forKey: .kind) {
        case .slot: self = .slot(try container.decode(String.self, forKey: .name))
        case .state: self = .state(try container.decode(String.self, forKey: .name))
        case .clarification: self = .clarification(try container.decode([Choice].self, forKey: .choices))
        case .suggestion: self = .suggestion(try container.decode([String].self, forKey: .intents))
        case .contact: self = .contact
        case .confirmation: self = .confirmation
        case .change: self = .change(try container.decode([Choice].self, forKey: .choices))
        case .customer: self = .customer(try container.decode(NeededFact.self, forKey: .fact))
        case .feedback: self = .feedback(try container.decode(FeedbackKind.self, forKey: .feedback))
        case .feedbackComment: self = .feedbackComment(try container.decode(Feedback.self, forKey: .given))
        case .remembered: self = .remembered(try container.decode(String.self, forKey: .name))
        case .remembering:
            self = .remembering(try container.decode([RememberedValue].self, forKey: .values))
        }
    }

    private static func former(_ container: KeyedDecodingContainer<Kind>) throws -> OpenQuestion {
        switch container.allKeys.first {
        case .slot: return .slot(try container.content(.slot))
        case .state: return .state(try container.content(.state))
        case .clarification: return .clarification(try container.content(.clarification))
        case .suggestion: return .suggestion(try container.content(.suggestion))
        case .contact: return .contact
        case .confirmation: return .confirmation
        case .change: return .change(try container.content(.change))
        case .customer: return .customer(try container.content(.customer))
        case .feedback: return .feedback(try container.content(.feedback))
        case .feedbackComment: return .feedbackComment(try container.content(.feedbackComment))
        case .remembered: return .remembered(try container.content(.remembered))
        case .remembering: return .remembering(try container.content(.remembering))
        case nil: throw container.nothing("no question")
        }
    }
}
