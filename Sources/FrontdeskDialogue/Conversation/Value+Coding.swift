import FrontdeskMatching

/// Texts, numbers, true, false and null stand for themselves; `{"money": …}`, `{"date": …}`, `{"time": …}` and
/// `{"instant": milliseconds}`, `{"duration": milliseconds}`, `{"quantity": …}`, `{"date_range": …}` and `{"time_range": …}`
/// say what they are.
extension Value: Codable {
    private enum Kind: String, CodingKey {
        case none, text, number, boolean, money, date, time, instant, duration, quantity
        // Exports write names with underscores of themselves, and read them so.
        case days = "dateRange"
        case times = "timeRange"
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .none:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .boolean(let flag):
            var container = encoder.singleValueContainer()
            try container.encode(flag)
        case .money(let money): try Self.encode(money, as: .money, to: encoder)
        case .date(let date): try Self.encode(date, as: .date, to: encoder)
        case .time(let time): try Self.encode(time, as: .time, to: encoder)
        case .instant(let instant): try Self.encode(instant, as: .instant, to: encoder)
        case .duration(let length): try Self.encode(length, as: .duration, to: encoder)
        case .quantity(let quantity): try Self.encode(quantity, as: .quantity, to: encoder)
        case .days(let range): try Self.encode(range, as: .days, to: encoder)
        case .times(let range): try Self.encode(range, as: .times, to: encoder)
        }
    }

    private static func encode(_ content: some Encodable, as kind: Kind, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Kind.self)
        try container.encode(content, forKey: kind)
    }

    /// Reads a value, also one that was stored in the former way.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Most values are texts, and a failed attempt costs more than one that succeeds.
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let tagged = try? decoder.container(keyedBy: Kind.self) {
            self = try Self.tagged(tagged)
        } else if container.decodeNil() {
            self = .none
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }

    private static func tagged(_ container: KeyedDecodingContainer<Kind>) throws -> Value {
        switch container.allKeys.first {
        case .some(.none): return .none
        case .text: return .text(try container.content(.text))
        case .number: return .number(try container.content(.number))
        case .boolean: return .boolean(try container.content(.boolean))
        case .money: return .money(try container.content(.money))
        case .date: return .date(try container.content(.date))
        case .time: return .time(try container.content(.time))
        case .instant: return .instant(try container.content(.instant))
        case .duration: return .duration(try container.content(.duration))
        case .quantity: return .quantity(try container.content(.quantity))
        case .days: return .days(try container.content(.days))
        case .times: return .times(try container.content(.times))
        case nil: throw container.nothing("no value")
        }
    }
}
