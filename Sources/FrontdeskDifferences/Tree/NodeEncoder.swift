import FrontdeskDialogue
import FrontdeskMatching

/// Turns values into trees, by what they store.
enum NodeEncoder {
    /// The tree of a value.
    static func node(of value: some Encodable) throws -> Node {
        if let text = value as? String { return .word(text) }
        if let plain = Node(plain: value) { return plain }
        if let date = value as? CivilDate { return .word(date.iso) }
        if let time = value as? TimeOfDay { return .word(DateText.time(time)) }
        if let hours = value as? BusinessCalendar.Hours {
            return .word("\(DateText.time(hours.opens))–\(DateText.time(hours.closes))")
        }
        if let shared = value as? any SharedContent { return try node(of: shared.content) }
        if let part = Part(value) { return .part(part) }
        let slot = NodeSlot()
        try value.encode(to: TreeEncoder(slot: slot))
        return value is any TextKeys ? slot.node.paired() : slot.node
    }
}

/// A place for a value that stands behind a reference.
private protocol SharedContent {
    associatedtype Content: Encodable
    var content: Content { get }
}

extension Shared: SharedContent where Value: Encodable {
    fileprivate var content: Value { wrappedValue }
}

/// A dictionary, whose keys may be written as elements of a list.
private protocol TextKeys {}
extension Dictionary: TextKeys {}

extension Node {
    /// A dictionary's tree: one whose keys are no texts is written as a list of keys and values in turns.
    fileprivate func paired() -> Node {
        guard case .list(let elements) = self, elements.count.isMultiple(of: 2) else { return self }
        var map: [String: Node] = [:]
        for place in stride(from: 0, to: elements.count, by: 2) {
            guard case .word(let key) = elements[place].node else { return self }
            map[key] = elements[place + 1].node
        }
        return .map(map)
    }
}

/// Where an encoder puts what it is given.
private final class NodeSlot {
    private enum Content {
        case single(Node)
        case list([(name: String?, slot: NodeSlot)])
        case map([(key: String, slot: NodeSlot)])
    }

    private var content = Content.single(.null)

    init() {}
    private init(_ node: Node) { content = .single(node) }

    var node: Node {
        switch content {
        case .single(let node): node
        case .list(let elements): .list(elements.map { Node.Element(name: $0.name, node: $0.slot.node) })
        case .map(let entries):
            .map(Dictionary(entries.map { ($0.key, $0.slot.node) }) { first, _ in first })
        }
    }

    var count: Int {
        if case .list(let elements) = content { elements.count } else { 0 }
    }

    func set(_ node: Node) { content = .single(node) }
    func beginList() { if case .list = content { return } else { content = .list([]) } }
    func beginMap() { if case .map = content { return } else { content = .map([]) } }

    func appended(_ node: Node = .null, name: String? = nil) -> NodeSlot {
        let slot = NodeSlot(node)
        guard case .list(var elements) = content else { return slot }
        content = .single(.null)
        elements.append((name, slot))
        content = .list(elements)
        return slot
    }

    func added(_ key: String, _ node: Node = .null) -> NodeSlot {
        let slot = NodeSlot(node)
        guard case .map(var entries) = content else { return slot }
        content = .single(.null)
        entries.append((key, slot))
        content = .map(entries)
        return slot
    }
}

private struct TreeEncoder: Encoder {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.beginMap()
        return KeyedEncodingContainer(TreeMap<Key>(slot: slot))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.beginList()
        return TreeList(slot: slot)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { TreeValue(slot: slot) }
}

extension Node {
    /// The tree of a number, or of yes or no, which encode themselves as one value.
    fileprivate init?(plain value: some Encodable) {
        switch value {
        case let value as Bool: self = .word(value ? "yes" : "no")
        case let value as Int: self = .word(String(value))
        case let value as Double: self = .word(NumberText.plain(value))
        case let value as Int64: self = .word(String(value))
        case let value as UInt64: self = .word(String(value))
        case let value as Int32: self = .word(String(value))
        case let value as UInt32: self = .word(String(value))
        case let value as Int16: self = .word(String(value))
        case let value as UInt16: self = .word(String(value))
        case let value as Int8: self = .word(String(value))
        case let value as UInt8: self = .word(String(value))
        case let value as UInt: self = .word(String(value))
        case let value as Float: self = .word(NumberText.plain(Double(value)))
        default: return nil
        }
    }
}

private struct TreeValue: SingleValueEncodingContainer {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { slot.set(.null) }
    func encode<T: Encodable>(_ value: T) throws { slot.set(try NodeEncoder.node(of: value)) }
}

private struct TreeList: UnkeyedEncodingContainer {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }
    var count: Int { slot.count }

    func encodeNil() { _ = slot.appended() }
    func encode<T: Encodable>(_ value: T) throws {
        _ = slot.appended(try NodeEncoder.node(of: value), name: Node.name(of: value))
    }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { TreeEncoder(slot: slot.appended()) }
}

private struct TreeMap<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: NodeSlot
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { _ = slot.added(key.stringValue) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        _ = slot.added(key.stringValue, try NodeEncoder.node(of: value))
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

    func superEncoder() -> any Encoder { TreeEncoder(slot: slot.added("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { TreeEncoder(slot: slot.added(key.stringValue)) }
}
