import FrontdeskMatching

/// What expressions are evaluated against.
public protocol ExpressionScope: TemplateScope {
    /// The clock's reading, in the customer's zone.
    var moment: Moment { get }
    /// The channel's name.
    var channel: String { get }
    /// The language tag of the conversation.
    var language: String { get }
    /// How many messages the customer has written.
    var turns: Int { get }
    /// Whether the business hours of a queue are open now; a queue without hours always is.
    func isOpen(queue: String) -> Bool
    /// The flow in which it is evaluated; nil: none is under way.
    var flowName: String? { get }
}

extension ExpressionScope {
    /// Evaluated in no flow.
    public var flowName: String? { nil }

    /// The part of the day now.
    var partOfDay: PartOfDay {
        PartOfDay(hour: moment.time.hour, language: language)
    }
}
