/// The elements of a list, one after the other.
struct CompactList: UnkeyedDecodingContainer {
    private let source: CompactSource
    private let depth: Int
    private let total: Int
    private var position: Int
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { total }
    var isAtEnd: Bool { currentIndex >= total }

    init(_ value: CompactValue) throws(BundleError) {
        var reader = try value.body(.list, "a list")
        total = Int(clamping: try reader.variable())
        // Every element takes at least one byte.
        guard try reader.count() >= total else {
            throw .malformed(part: "contents", reason: "a list is too short")
        }
        position = reader.position
        source = value.source
        depth = value.depth
    }

    /// The next element; moves on behind it.
    private mutating func next() throws(BundleError) -> CompactValue {
        guard !isAtEnd else { throw .malformed(part: "contents", reason: "a list has too few elements") }
        let value = CompactValue(source: source, position: position, depth: depth)
        position = try source.skip(position)
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, CompactValue(source: source, position: position, depth: depth).decodeNil() else {
            return false
        }
        _ = try next()
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }
    mutating func decode(_ type: String.Type) throws -> String { try next().decode(type) }
    mutating func decode(_ type: Double.Type) throws -> Double { try next().decode(type) }
    mutating func decode(_ type: Float.Type) throws -> Float { try next().decode(type) }
    mutating func decode(_ type: Int.Type) throws -> Int { try next().decode(type) }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().decode(type) }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().decode(type) }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().decode(type) }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().decode(type) }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try next().decode(type) }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().decode(type) }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().decode(type) }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().decode(type) }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().decode(type) }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().decode(type) }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<
        Key
    > {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try CompactList(try next())
    }
    mutating func superDecoder() throws -> any Decoder { try next() }
}

/// The entries of a map.
///
/// Keys are mostly asked for in the order in which they were written: the search begins behind the latest one found.
struct CompactMap<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let source: CompactSource
    private let depth: Int
    private let total: Int
    private let start: Int
    private let cursor: Cursor
    var codingPath: [any CodingKey] { [] }

    /// Where the search goes on; the protocol's methods change nothing, so it lies apart.
    private final class Cursor {
        var index = 0
        var position: Int

        init(_ position: Int) {
            self.position = position
        }
    }

    init(_ value: CompactValue) throws(BundleError) {
        var reader = try value.body(.map, "a record")
        total = Int(clamping: try reader.variable())
        guard try reader.count() >= total else {
            throw .malformed(part: "contents", reason: "a record is too short")
        }
        start = reader.position
        cursor = Cursor(start)
        source = value.source
        depth = value.depth
    }

    var allKeys: [Key] {
        var keys: [Key] = []
        var position = start
        for _ in 0..<total {
            var reader = source.reader(at: position)
            guard let text = try? source.text(try reader.variable()),
                let next = try? source.skip(reader.position)
            else { return keys }
            if let key = Key(stringValue: text) { keys.append(key) }
            position = next
        }
        return keys
    }

    /// Finds a key's value; once around at most.
    private func find(_ key: Key) throws -> CompactValue? {
        let sought = key.stringValue
        for _ in 0..<total {
            if cursor.index == total {
                cursor.index = 0
                cursor.position = start
            }
            var reader = source.reader(at: cursor.position)
            let isFound = try source.isText(try reader.variable(), sought)
            if isFound { return CompactValue(source: source, position: reader.position, depth: depth) }
            cursor.position = try source.skip(reader.position)
            cursor.index += 1
        }
        return nil
    }

    private func value(_ key: Key) throws -> CompactValue {
        guard let value = try find(key) else {
            throw BundleError.malformed(part: "contents", reason: "'\(key.stringValue)' is missing")
        }
        return value
    }

    func contains(_ key: Key) -> Bool { (try? find(key)) ?? nil != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).decode(type) }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try value(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try CompactList(try value(key))
    }

    func superDecoder() throws -> any Decoder {
        CompactValue(source: source, position: start, depth: depth)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}
