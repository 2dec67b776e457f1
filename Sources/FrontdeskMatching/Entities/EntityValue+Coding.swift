/// `{"text": "red"}`, `{"number": 2}`, `{"ordinal": -1}`, `{"money": …}`, `{"date": …}`, `{"time": …}`, `{"duration": …}`,
/// `{"quantity": …}`, `{"date_range": …}`, `{"time_range": …}`.
extension EntityValue: Codable {
    private enum Kind: String, CodingKey {
        case text, number, ordinal, money, date, time, duration, quantity
        case dateRange
        case timeRange
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Kind.self)
        switch self {
        case .text(let text): try container.encode(text, forKey: .text)
        case .number(let number): try container.encode(number, forKey: .number)
        case .ordinal(let ordinal): try container.encode(ordinal, forKey: .ordinal)
        case .money(let money): try container.encode(money, forKey: .money)
        case .date(let date): try container.encode(date, forKey: .date)
        case .time(let time): try container.encode(time, forKey: .time)
        case .duration(let length): try container.encode(length, forKey: .duration)
        case .quantity(let quantity): try container.encode(quantity, forKey: .quantity)
        case .dateRange(let range): try container.encode(range, forKey: .dateRange)
        case .timeRange(let range): try container.encode(range, forKey: .timeRange)
        }
    }

    /// Reads a value, also one that was stored as `{"text": {"_0": "red"}}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Kind.self)
        switch container.allKeys.first {
        case .text: self = .text(try container.content(.text))
        case .number: self = .number(try container.content(.number))
        case .ordinal: self = .ordinal(try container.content(.ordinal))
        case .money: self = .money(try container.content(.money))
        case .date: self = .date(try container.content(.date))
        case .time: self = .time(try container.content(.time))
        case .duration: self = .duration(try container.content(.duration))
        case .quantity: self = .quantity(try container.content(.quantity))
        case .dateRange: self = .dateRange(try container.content(.dateRange))
        case .timeRange: self = .timeRange(try container.content(.timeRange))
        case nil: throw container.nothing("no entity's value")
        }
    }
}

/// `{"days": 1}`, `{"months": 1}`, `{"weekday": 3, "reading": "next"}`, `{"day_of_month": 5}`,
/// `{"working_days": 3}`, or a day of the calendar as
/// `{"month": 2, "day": 29}` with its `year` where one was said.
extension DateExpression: Codable {
    private enum Key: String, CodingKey {
        case year, month, day, days, months, weekday, reading, dayOfMonth, workingDays
    }
    private enum FormerKey: String, CodingKey { case calendar, weekday }

    private struct Calendar: Decodable {
        var year: Int?
        var month: Int
        var day: Int
    }

    private struct Weekday: Decodable {
        var number: Int
        var reading: WeekdayReading

        private enum CodingKeys: String, CodingKey { case number = "_0", reading = "_1" }
    }

    /// Writes the day.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .calendar(let year, let month, let day):
            try container.encodeIfPresent(year, forKey: .year)
            try container.encode(month, forKey: .month)
            try container.encode(day, forKey: .day)
        case .days(let days): try container.encode(days, forKey: .days)
        case .months(let months): try container.encode(months, forKey: .months)
        case .weekday(let number, let reading):
            try container.encode(number, forKey: .weekday)
            try container.encode(reading, forKey: .reading)
        case .dayOfMonth(let day): try container.encode(day, forKey: .dayOfMonth)
        case .workingDays(let days): try container.encode(days, forKey: .workingDays)
        }
    }

    /// Reads a day, also one that was stored as `{"days": {"_0": 1}}`.
    public init(from decoder: any Decoder) throws {
        let former = try decoder.container(keyedBy: FormerKey.self)
        if former.contains(.calendar) {
            let date = try former.decode(Calendar.self, forKey: .calendar)
            self = .calendar(year: date.year, month: date.month, day: date.day)
            return
        }
        if let weekday = try? former.decode(Weekday.self, forKey: .weekday) {
            self = .weekday(weekday.number, weekday.reading)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        if container.contains(.days) {
            self = .days(try container.content(.days))
        } else if container.contains(.months) {
            self = .months(try container.content(.months))
        } else if container.contains(.dayOfMonth) {
            self = .dayOfMonth(try container.content(.dayOfMonth))
        } else if container.contains(.workingDays) {
            self = .workingDays(try container.decode(Int.self, forKey: .workingDays))
        } else if container.contains(.weekday) {
            let reading = try container.decode(WeekdayReading.self, forKey: .reading)
            self = .weekday(try container.decode(Int.self, forKey: .weekday), reading)
        } else {
            self = .calendar(
                year: try container.decodeIfPresent(Int.self, forKey: .year),
                month: try container.decode(Int.self, forKey: .month),
                day: try container.decode(Int.self, forKey: .day)
            )
        }
    }
}

/// What a case held in the form that the compiler makes by itself: `{"_0": …}`.
private struct FormerContent<Content: Decodable>: Decodable {
    var content: Content

    private enum CodingKeys: String, CodingKey { case content = "_0" }
}

extension KeyedDecodingContainer {
    /// What stands under a key, also in the form in which it was stored formerly.
    package func content<Content: Decodable>(_ key: Key) throws -> Content {
        // What stands there now never has a `_0` of its own.
        if let former = try? decode(FormerContent<Content>.self, forKey: key) { return former.content }
        return try decode(Content.self, forKey: key)
    }

    /// None of the keys is there.
    package func nothing(_ what: String) -> DecodingError {
        DecodingError.dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: what))
    }
}
