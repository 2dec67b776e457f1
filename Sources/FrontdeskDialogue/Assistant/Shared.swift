/// Keeps a large value behind one reference, so that whatever holds it is copied quickly.
///
/// Several may hold the same value; whoever changes it changes a copy of its own, unless nobody else holds it.
@propertyWrapper
public struct Shared<Value: Sendable>: Sendable {
    /// An array of one: it is copied when it is changed, and only if somebody else holds it.
    private var storage: [Value]

    /// Makes a place for a value.
    public init(wrappedValue: Value) {
        storage = [wrappedValue]
    }

    /// The value.
    public var wrappedValue: Value {
        // Through the span, which lends the element where the array itself would copy it.
        _read { yield storage.span[0] }
        _modify { yield &storage[0] }
    }
}

extension Shared: Equatable where Value: Equatable {
    /// Two are equal when their values are.
    public static func == (one: Self, other: Self) -> Bool {
        one.storage == other.storage
    }
}

extension Shared: Hashable where Value: Hashable {
    /// Feeds the value into a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(wrappedValue)
    }
}

extension Shared: Encodable where Value: Encodable {
    /// Writes the value, as if nothing were around it.
    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.encode(to: encoder)
    }
}

extension Shared: Decodable where Value: Decodable {
    /// Reads the value.
    public init(from decoder: any Decoder) throws {
        self.init(wrappedValue: try Value(from: decoder))
    }
}

extension KeyedDecodingContainer {
    /// Reads a shared value that older files may lack.
    func decode<Value: Decodable & Sendable>(
        _ type: Shared<Value?>.Type,
        forKey key: Key
    ) throws -> Shared<Value?> {
        try decodeIfPresent(type, forKey: key) ?? Shared(wrappedValue: nil)
    }
}
