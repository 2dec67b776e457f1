/// A checked formula over slots, results, the customer and the clock: a guard, a rule, a computed value.
///
/// The compiler makes expressions from text and knows their types; evaluating one cannot fail.
///
/// ```swift
/// // order.delivered + 30 days >= today
/// expression.evaluate(in: scope)   // .boolean(true)
/// ```
public indirect enum Expression: Sendable, Hashable, Codable {
    /// A value that was written down.
    case constant(ExpressionValue)
    /// A slot, or a field of a result, the customer or the assistant.
    case field(FieldPath)
    /// What is true of the conversation or the clock.
    case circumstance(Circumstance)
    /// Whether the business hours of a queue are open now.
    case isOpen(queue: String)
    /// A value read as one of a type; missing when it cannot be.
    case converted(Expression, to: ExpressionType)
    /// The opposite of a yes or no.
    case not(Expression)
    /// A number, an amount or a duration with its sign turned.
    case negative(Expression)
    /// Two values and what joins them.
    case operation(Operator, Expression, Expression)
    /// Whether there is a value.
    case isKnown(Expression)
    /// Whether a value lies between two others, both included.
    case between(Expression, Expression, Expression)
    /// Values in a row.
    case list([Expression])
    /// A function of some values.
    case call(Function, [Expression])
    /// One of two values, by a condition.
    case choice(condition: Expression, then: Expression, otherwise: Expression)

    /// What is true of the conversation or the clock, by the word that stands for it.
    public enum Circumstance: String, Sendable, Hashable, Codable, CaseIterable {
        /// This instant.
        case now
        /// This day, in the customer's zone.
        case today
        /// The channel's name.
        case channel
        /// The language tag of the conversation.
        case language
        /// How many messages the customer has written.
        case turns = "conversation.turns"
        /// The part of the day, in the customer's zone and as the language has it; see ``PartOfDay``.
        case partOfDay = "time.part_of_day"
    }

    /// What joins two values, by the word that stands for it.
    public enum Operator: String, Sendable, Hashable, Codable, CaseIterable {
        case or, and
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case within = "in"
        case contains
        case startsWith = "starts with"
        case endsWith = "ends with"
        case fallback = "default"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
    }

    /// A function, by its name.
    public enum Function: String, Sendable, Hashable, Codable, CaseIterable {
        /// The number of characters of a text.
        case length
        /// A text in small letters.
        case lower
        /// The number of values in a list.
        case count
        /// The sum of a list of numbers, amounts or durations.
        case sum
        /// The first value of a list.
        case first
        /// The least, or the greatest, of some values.
        case min, max
        /// A number without decimals, or with so many.
        case round
        /// A number, an amount or a duration without its sign.
        case abs
        /// How many days, or hours, a duration has.
        case days, hours
        /// The English name of a date's day of the week, in small letters.
        case weekday
        /// The year, the month 1…12, or the day of the month of a date.
        case year, month, day
        /// The day, or the time of day, of an instant.
        case date, time
        /// A text read as a number.
        case number
    }
}
