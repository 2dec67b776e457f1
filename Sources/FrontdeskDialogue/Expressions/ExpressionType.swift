/// What kind of value an expression has.
public indirect enum ExpressionType: Sendable, Hashable, Codable {
    case text, number, boolean, date
    /// A time of day.
    case time
    /// An instant.
    case moment
    /// A length of time in days, hours and minutes.
    case duration
    /// A length of time in calendar months or years, which can only be added to a day or an instant.
    case months
    /// An amount; the currency when it is known beforehand, as an ISO 4217 code.
    case money(currency: String?)
    /// One of a few texts.
    case choice([String])
    /// Values of one type in a row.
    case list(ExpressionType)
    /// Any text, number or yes or no: a field whose type nobody declared.
    case any

    /// Whether values of the type are texts.
    public var isText: Bool {
        switch self {
        case .text, .choice: true
        default: false
        }
    }

    /// Whether a slot can hold such a value.
    public var fitsSlot: Bool {
        switch self {
        case .duration, .months, .list: false
        default: true
        }
    }
}

/// A field of an action's row whose type the files declare.
public struct TypedField: Sendable, Hashable, Codable {
    /// The field's name.
    public var name: String
    /// Its type.
    public var type: ExpressionType
    /// Whether a row may come without it; else a row without it counts as `failed`.
    public var isOptional: Bool

    /// Makes a field.
    public init(name: String, type: ExpressionType, isOptional: Bool = false) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
    }
}
