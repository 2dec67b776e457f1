/// `{"from": day, "until": day}`, `{"weeks": 1}`, `{"weekends": 0}`, `{"months": -1}`, `{"years": 0}`, or a month of the
/// calendar as `{"month": 5}` with its `year` where one was said.
extension DateRangeExpression: Codable {
    private enum Key: String, CodingKey { case from, until, weeks, weekends, months, years, year, month }

    /// Writes the stretch.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .between(let first, let last):
            try container.encode(first, forKey: .from)
            try container.encode(last, forKey: .until)
        case .weeks(let count): try container.encode(count, forKey: .weeks)
        case .weekends(let count): try container.encode(count, forKey: .weekends)
        case .months(let count): try container.encode(count, forKey: .months)
        case .years(let count): try container.encode(count, forKey: .years)
        case .calendarMonth(let year, let month):
            try container.encodeIfPresent(year, forKey: .year)
            try container.encode(month, forKey: .month)
        }
    }

    /// Reads a stretch.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func count(_ key: Key) throws -> Int? { try container.decodeIfPresent(Int.self, forKey: key) }
        if let month = try count(.month) {
            self = .calendarMonth(year: try count(.year), month: month)
        } else if let count = try count(.weeks) {
            self = .weeks(count)
        } else if let count = try count(.weekends) {
            self = .weekends(count)
        } else if let count = try count(.months) {
            self = .months(count)
        } else if let count = try count(.years) {
            self = .years(count)
        } else {
            self = .between(
                try container.decode(DateExpression.self, forKey: .from),
                try container.decode(DateExpression.self, forKey: .until)
            )
        }
    }
}
