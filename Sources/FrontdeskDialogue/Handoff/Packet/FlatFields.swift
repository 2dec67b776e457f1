import FrontdeskMatching

/// Named plain values in a fixed order, which encode to one flat JSON object.
public struct FlatFields: Sendable, Hashable {
    /// A plain value.
    public enum Scalar: Sendable, Hashable {
        case text(String)
        case number(Double)
        case boolean(Bool)
    }

    /// One named value.
    public struct Field: Sendable, Hashable {
        /// The name.
        public var key: String
        /// The value.
        public var value: Scalar

        /// Makes a field.
        public init(_ key: String, _ value: Scalar) {
            self.key = key
            self.value = value
        }
    }

    /// The fields, in order; names do not repeat.
    public private(set) var fields: [Field] = []

    /// Makes fields; of a name that comes twice, the first stays.
    public init(_ fields: [Field] = []) {
        var names: Set<String> = []
        self.fields = fields.filter { names.insert($0.key).inserted }
    }

    /// The value of a name.
    public subscript(_ key: String) -> Scalar? {
        fields.first { $0.key == key }?.value
    }

    /// No more bytes than this are needed to write the fields as a JSON object, however the writer escapes.
    public var jsonSizeBound: Int {
        fields.reduce(2) { $0 + Self.sizeBound(of: $1.key) + Self.sizeBound(of: $1.value) + 2 }
    }

    /// As many of the first fields as fit into so many bytes of JSON.
    public func prefix(jsonBytes limit: Int) -> FlatFields {
        var kept = FlatFields()
        var size = 2
        for field in fields {
            size += Self.sizeBound(of: field.key) + Self.sizeBound(of: field.value) + 2
            guard size <= limit else { break }
            kept.fields.append(field)
        }
        return kept
    }

    private static func sizeBound(of value: Scalar) -> Int {
        switch value {
        case .text(let text): sizeBound(of: text)
        case .number: 24
        case .boolean: 5
        }
    }

    /// A writer may escape everything outside ASCII as `\uXXXX`, and a slash as `\/`.
    private static func sizeBound(of text: String) -> Int {
        text.utf16.reduce(2) { size, unit in
            switch unit {
            case 0x22, 0x5C, 0x2F: size + 2
            case 0x20..<0x7F: size + 1
            default: size + 6
            }
        }
    }
}

extension FlatFields: Codable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    /// Writes one flat object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for field in fields { try container.encode(field.value, forKey: Key(stringValue: field.key)) }
    }

    /// Reads one flat object; its fields are then in the order of their names.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let names = container.allKeys.map(\.stringValue).sorted()
        self.init(
            try names.map { Field($0, try container.decode(Scalar.self, forKey: Key(stringValue: $0))) }
        )
    }
}

extension FlatFields.Scalar: Codable {
    /// Writes the bare value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .boolean(let flag): try container.encode(flag)
        case .number(let number):
            if let whole = Int(exactly: number) {
                try container.encode(whole)
            } else {
                try container.encode(number)
            }
        }
    }

    /// Reads a bare text, number or truth value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    /// A value of the conversation as a plain one: money as `49.90 EUR`, days, times, stretches and lengths
    /// of time in ISO 8601, nothing as "".
    public init(_ value: Value) {
        switch value {
        case .none: self = .text("")
        case .text(let text): self = .text(text)
        case .number(let number): self = number.isFinite ? .number(number) : .text(String(number))
        case .boolean(let flag): self = .boolean(flag)
        case .money(let money):
            let amount = NumberText.decimal(money.minorUnits, places: MoneyText.decimals(of: money.currency))
            self = .text("\(amount) \(money.currency)")
        case .date(let date): self = .text(date.iso)
        case .time(let time): self = .text(DateText.time(time))
        case .instant(let instant): self = .text(StampText.utc(instant))
        case .duration(let milliseconds): self = .text(TimeLength(milliseconds: milliseconds).plainText)
        case .quantity(let quantity): self = .text(quantity.plainText)
        case .days(let range): self = .text(range.iso)
        case .times(let range): self = .text("\(DateText.time(range.from))/\(DateText.time(range.until))")
        }
    }
}
