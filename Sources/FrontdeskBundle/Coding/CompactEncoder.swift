/// Turns values into bytes, in a form that is quick to read: texts once, keys by number, lengths in front.
///
/// JSON takes several times as long to read.
struct CompactEncoder {
    /// The bytes of a value; equal values give equal bytes.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        try node(of: value, at: []).bytes()
    }

    static func node(of value: some Encodable, at path: [any CodingKey]) throws -> CompactNode {
        if let string = value as? String { return .string(string) }
        let slot = NodeSlot()
        try value.encode(to: NodeEncoder(slot: slot, codingPath: path))
        return value is any UnorderedKeys ? slot.node.inOrder() : slot.node
    }
}

/// A collection whose order means nothing.
private protocol UnorderedKeys {}
extension Dictionary: UnorderedKeys {}

/// Where an encoder puts what it is given.
private final class NodeSlot {
    private enum Content {
        case single(CompactNode)
        case list([NodeSlot])
        case map([(key: String, value: NodeSlot)])
    }

    private var content = Content.single(.null)

    var node: CompactNode {
        switch content {
        case .single(let node): node
        case .list(let slots): .list(slots.map(\.node))
        case .map(let entries): .map(entries.map { ($0.key, $0.value.node) })
        }
    }

    var count: Int {
        if case .list(let slots) = content { slots.count } else { 0 }
    }

    func set(_ node: CompactNode) {
        content = .single(node)
    }

    func beginList() {
        if case .list = content { return }
        content = .list([])
    }

    func beginMap() {
        if case .map = content { return }
        content = .map([])
    }

    func appended() -> NodeSlot {
        let slot = NodeSlot()
        if case .list(var slots) = content {
            content = .single(.null)
            slots.append(slot)
            content = .list(slots)
        }
        return slot
    }

    func added(_ key: String) -> NodeSlot {
        let slot = NodeSlot()
        if case .map(var entries) = content {
            content = .single(.null)
            entries.append((key, slot))
            content = .map(entries)
        }
        return slot
    }
}

private struct NodeEncoder: Encoder {
    let slot: NodeSlot
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.beginMap()
        return KeyedEncodingContainer(NodeMap<Key>(slot: slot, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.beginList()
        return NodeList(slot: slot, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        NodeValue(slot: slot, codingPath: codingPath)
    }
}

private struct NodeValue: SingleValueEncodingContainer {
    let slot: NodeSlot
    let codingPath: [any CodingKey]

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

    func encode<T: Encodable>(_ value: T) throws {
        slot.set(try CompactEncoder.node(of: value, at: codingPath))
    }
}

private struct NodeList: UnkeyedEncodingContainer {
    let slot: NodeSlot
    let codingPath: [any CodingKey]
    var count: Int { slot.count }

    private var next: NodeValue { NodeValue(slot: slot.appended(), codingPath: codingPath) }

    func encodeNil() { next.encodeNil() }
    func encode(_ value: Bool) { next.encode(value) }
    func encode(_ value: String) { next.encode(value) }
    func encode(_ value: Double) { next.encode(value) }
    func encode(_ value: Float) { next.encode(value) }
    func encode(_ value: Int) { next.encode(value) }
    func encode(_ value: Int8) { next.encode(value) }
    func encode(_ value: Int16) { next.encode(value) }
    func encode(_ value: Int32) { next.encode(value) }
    func encode(_ value: Int64) { next.encode(value) }
    func encode(_ value: UInt) { next.encode(value) }
    func encode(_ value: UInt8) { next.encode(value) }
    func encode(_ value: UInt16) { next.encode(value) }
    func encode(_ value: UInt32) { next.encode(value) }
    func encode(_ value: UInt64) { next.encode(value) }
    func encode<T: Encodable>(_ value: T) throws { try next.encode(value) }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { NodeEncoder(slot: slot.appended(), codingPath: codingPath) }
}

private struct NodeMap<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: NodeSlot
    let codingPath: [any CodingKey]

    private func value(_ key: Key) -> NodeValue {
        NodeValue(slot: slot.added(key.stringValue), codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) { value(key).encodeNil() }
    func encode(_ value: Bool, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: String, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: Double, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: Float, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: Int, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: Int8, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: Int16, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: Int32, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: Int64, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: UInt, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: UInt8, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: UInt16, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: UInt32, forKey key: Key) { self.value(key).encode(value) }
    func encode(_ value: UInt64, forKey key: Key) { self.value(key).encode(value) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try self.value(key).encode(value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        NodeEncoder(slot: slot.added("super"), codingPath: codingPath)
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        NodeEncoder(slot: slot.added(key.stringValue), codingPath: codingPath + [key])
    }
}
