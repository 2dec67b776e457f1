/// Turns values into bytes, in a form that is quick to read: texts once, keys by number, lengths in front.
///
/// JSON takes several times as long to read.
struct CompactEncoder {
    /// The bytes of a value; equal values give equal bytes.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let table = TextTable()
        var body = ByteWriter()
        try write(value, to: &body, table)
        return table.bytes(before: body.bytes)
    }

    /// Writes a value whose texts go to a table.
    static func write(_ value: some Encodable, to writer: inout ByteWriter, _ table: TextTable) throws {
        try node(of: value, table).write(to: &writer, table)
    }

    /// A value's node: with a table it is bytes at once, so that no tree of the whole is ever there.
    static func node(of value: some Encodable, _ table: TextTable?) throws -> CompactNode {
        if let string = value as? String { return .string(string) }
        // Texts are numbered by first use, and a dictionary's come in any order: it is sorted first.
        let isUnordered = value is any UnorderedKeys
        let slot = NodeSlot(table: isUnordered ? nil : table)
        try value.encode(to: NodeEncoder(slot: slot))
        let node = isUnordered ? slot.node.inOrder() : slot.node
        guard let table else { return node }
        var writer = ByteWriter()
        node.write(to: &writer, table)
        return .written(writer.bytes)
    }
}

/// A collection whose order means nothing.
private protocol UnorderedKeys {}
extension Dictionary: UnorderedKeys {}

/// Where an encoder puts what it is given.
private final class NodeSlot {
    private enum Part {
        case node(CompactNode)
        /// A container that may still be written to.
        case open(NodeSlot)

        var node: CompactNode {
            switch self {
            case .node(let node): node
            case .open(let slot): slot.node
            }
        }
    }

    private enum Content {
        case single
        case list
        case map
    }

    /// Numbers texts; without it values stay trees.
    let table: TextTable?
    private var content = Content.single
    private var single = CompactNode.null
    private var parts: [Part] = []
    private var keys: [String] = []

    init(table: TextTable?) { self.table = table }

    var node: CompactNode {
        switch content {
        case .single: single
        case .list: .list(parts.map(\.node))
        case .map: .map(zip(keys, parts).map { ($0, $1.node) })
        }
    }

    var count: Int { parts.count }

    func set(_ node: CompactNode) {
        content = .single
        single = node
    }

    func beginList() { content = .list }
    func beginMap() { content = .map }

    func append(_ node: CompactNode) { parts.append(.node(node)) }

    func add(_ key: String, _ node: CompactNode) {
        keys.append(key)
        parts.append(.node(node))
    }

    func appended() -> NodeSlot {
        let slot = NodeSlot(table: table)
        parts.append(.open(slot))
        return slot
    }

    func added(_ key: String) -> NodeSlot {
        keys.append(key)
        return appended()
    }
}

private struct NodeEncoder: Encoder {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.beginMap()
        return KeyedEncodingContainer(NodeMap<Key>(slot: slot))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.beginList()
        return NodeList(slot: slot)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { NodeValue(slot: slot) }
}

private struct NodeValue: SingleValueEncodingContainer {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { slot.set(.null) }
    func encode(_ value: Bool) { slot.set(.boolean(value)) }
    func encode(_ value: String) { slot.set(.string(value)) }
    func encode(_ value: Double) { slot.set(.number(value)) }
    func encode(_ value: Float) { slot.set(.number(Double(value))) }
    func encode(_ value: Int) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int8) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int16) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int32) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int64) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt8) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt16) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt32) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt64) { slot.set(.integer(Int64(truncatingIfNeeded: value))) }
    func encode<T: Encodable>(_ value: T) throws { slot.set(try CompactEncoder.node(of: value, slot.table)) }
}

private struct NodeList: UnkeyedEncodingContainer {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }
    var count: Int { slot.count }

    func encodeNil() { slot.append(.null) }
    func encode(_ value: Bool) { slot.append(.boolean(value)) }
    func encode(_ value: String) { slot.append(.string(value)) }
    func encode(_ value: Double) { slot.append(.number(value)) }
    func encode(_ value: Float) { slot.append(.number(Double(value))) }
    func encode(_ value: Int) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int8) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int16) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int32) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int64) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt8) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt16) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt32) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt64) { slot.append(.integer(Int64(truncatingIfNeeded: value))) }
    func encode<T: Encodable>(_ value: T) throws {
        slot.append(try CompactEncoder.node(of: value, slot.table))
    }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { NodeEncoder(slot: slot.appended()) }
}

private struct NodeMap<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }

    private func add(_ key: Key, _ node: CompactNode) { slot.add(key.stringValue, node) }

    func encodeNil(forKey key: Key) { add(key, .null) }
    func encode(_ value: Bool, forKey key: Key) { add(key, .boolean(value)) }
    func encode(_ value: String, forKey key: Key) { add(key, .string(value)) }
    func encode(_ value: Double, forKey key: Key) { add(key, .number(value)) }
    func encode(_ value: Float, forKey key: Key) { add(key, .number(Double(value))) }
    func encode(_ value: Int, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int8, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int16, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int32, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: Int64, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt8, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt16, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt32, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }
    func encode(_ value: UInt64, forKey key: Key) { add(key, .integer(Int64(truncatingIfNeeded: value))) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        add(key, try CompactEncoder.node(of: value, slot.table))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { NodeEncoder(slot: slot.added("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { NodeEncoder(slot: slot.added(key.stringValue)) }
}
