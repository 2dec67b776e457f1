/// Keeps a large value behind one reference, so that whatever holds it is copied quickly.
///
/// Intents, flows and states are read at every turn and written only when they are compiled. Changing the value makes
/// a new one; nobody else who holds it sees the change.
@propertyWrapper
public struct Shared<Value: Sendable>: Sendable {
    private final class Storage: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var storage: Storage

    /// Makes a place for a value.
    public init(wrappedValue: Value) {
        storage = Storage(wrappedValue)
    }

    /// The value.
    public var wrappedValue: Value {
        get { storage.value }
        set { storage = Storage(newValue) }
    }
}

extension Shared: Equatable where Value: Equatable {
    /// Two are equal when their values are.
    public static func == (one: Self, other: Self) -> Bool {
        one.storage === other.storage || one.wrappedValue == other.wrappedValue
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
