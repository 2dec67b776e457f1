public import FrontdeskMatching

/// What an expression comes to.
public enum ExpressionValue: Sendable, Hashable, Codable {
    /// Nothing: what is not known, or a division by zero.
    case missing
    case text(String)
    /// A number within ±10^15; results of a calculation have at most nine decimals.
    case number(Double)
    case boolean(Bool)
    case date(CivilDate)
    case time(TimeOfDay)
    /// An instant, in milliseconds since 1970-01-01T00:00:00Z.
    case moment(Int64)
    /// A length of time, in milliseconds.
    case duration(Int64)
    /// So many calendar months.
    case months(Int)
    case money(Money)
    case list([ExpressionValue])

    /// What a slot or a row holds, as an expression sees it; an empty text counts as missing.
    public init(_ value: Value?) {
        switch value {
        case nil, .some(.none): self = .missing
        case .text(let text): self = text.isEmpty ? .missing : .text(text)
        case .number(let number): self = .number(Limits.settled(number))
        case .boolean(let flag): self = .boolean(flag)
        case .money(let money): self = .money(Limits.settled(money))
        case .date(let date): self = .date(Limits.settled(date))
        case .time(let time): self = .time(time)
        case .instant(let instant): self = .moment(Limits.settled(instant))
        case .duration(let milliseconds): self = .duration(milliseconds)
        case .quantity(let quantity): self = .number(Limits.settled(quantity.inOwnUnit))
        case .days(let range):
            self = .list([.date(Limits.settled(range.first)), .date(Limits.settled(range.last))])
        case .times(let range): self = .list([.time(range.from), .time(range.until)])
        }
    }

    /// The value as slots and texts hold it; nil for what is missing, a length of time, and a list.
    public var value: Value? {
        switch self {
        case .missing, .months, .duration, .list: nil
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .date(let date): .date(date)
        case .time(let time): .time(time)
        case .moment(let instant): .instant(instant)
        case .money(let money): .money(money)
        }
    }

    /// Whether the value is one of the given type; what is missing is one of none.
    public func isOne(of type: ExpressionType) -> Bool {
        switch (self, type) {
        case (.text, .text), (.number, .number), (.boolean, .boolean), (.date, .date), (.time, .time),
            (.moment, .moment), (.duration, .duration), (.months, .months), (.text, .any),
            (.number, .any), (.boolean, .any):
            true
        case (.text(let text), .choice(let texts)): texts.contains(text)
        case (.money(let money), .money(let currency)): currency == nil || money.currency == currency
        case (.list(let values), .list(let element)): values.allSatisfy { $0.isOne(of: element) }
        default: false
        }
    }
}
