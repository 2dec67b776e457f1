/// Reads what ``CompactEncoder`` wrote, in place: nothing is built but the value itself.
struct CompactDecoder {
    /// How deep values may lie in each other; a pattern's nesting is far below.
    static let depthLimit = 500
    /// The largest whole number of an assistant, in either direction; as milliseconds it is in the year 2527.
    ///
    /// Reckoning with what is larger would overflow.
    static let numberLimit: UInt64 = 1 << 44

    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: BundleBytes) throws -> Value {
        let source = try CompactSource(bytes)
        let value = try Value(from: CompactValue(source: source, position: source.start, depth: 0))
        guard try source.skip(source.start) == source.bytes.count else {
            throw BundleError.malformed(part: "contents", reason: "something follows the value")
        }
        return value
    }
}

/// The table of texts in front of a value.
///
/// It holds the number of texts, where each begins and the last one ends, and the letters of all.
struct CompactTexts: Sendable {
    let bytes: BundleBytes
    private let count: Int
    private let letters: Int
    /// Where the value begins.
    let end: Int

    init(_ bytes: BundleBytes) throws(BundleError) {
        var reader = ByteReader(bytes)
        count = Int(try reader.half())
        let length = Int(try reader.half())
        try reader.skip((count + 1) * 4)
        letters = reader.position
        try reader.skip(length)
        self.bytes = bytes
        end = reader.position
    }

    /// Where a text lies.
    func range(_ place: UInt64) throws(BundleError) -> Range<Int> {
        guard place < UInt64(count) else {
            throw .malformed(part: "contents", reason: "there is no text \(place)")
        }
        let line = 8 + Int(place) * 4
        let (first, last) = (
            Int(bytes.number(line, as: UInt32.self)), Int(bytes.number(line + 4, as: UInt32.self))
        )
        guard first <= last, letters + last <= end else {
            throw .malformed(part: "contents", reason: "text \(place) lies elsewhere")
        }
        return letters + first..<letters + last
    }
}

/// The bytes of a value, and the texts that it refers to.
final class CompactSource {
    let bytes: BundleBytes
    private let texts: CompactTexts
    /// Long texts, so that one that is used often is made once.
    private var longTexts: [UInt64: String] = [:]
    /// Where the value begins.
    var start: Int { texts.end }

    init(_ texts: CompactTexts) {
        self.texts = texts
        bytes = texts.bytes
    }

    convenience init(_ bytes: BundleBytes) throws(BundleError) {
        self.init(try CompactTexts(bytes))
    }

    func reader(at position: Int) -> ByteReader { ByteReader(bytes, at: position) }

    func text(_ place: UInt64) throws(BundleError) -> String {
        let range = try texts.range(place)
        if range.count > 64, let known = longTexts[place] { return known }
        guard let text = bytes.text(range) else {
            throw .malformed(part: "contents", reason: "a text is not UTF-8")
        }
        if range.count > 64 { longTexts[place] = text }
        return text
    }

    /// Whether a text is the one sought; quicker than making it.
    func isText(_ place: UInt64, _ sought: String) throws(BundleError) -> Bool {
        bytes.holds(sought, at: try texts.range(place))
    }

    /// The place behind a value.
    func skip(_ position: Int) throws(BundleError) -> Int {
        var reader = reader(at: position)
        switch CompactNode.Tag(rawValue: try reader.byte()) {
        case .null, .no, .yes: break
        case .integer, .string: _ = try reader.variable()
        case .number: _ = try reader.fixed()
        case .list, .map:
            _ = try reader.variable()
            try reader.skip(try reader.count())
        case nil: throw .malformed(part: "contents", reason: "an unknown kind of value")
        }
        return reader.position
    }
}

/// One value, read as what it is asked for.
struct CompactValue: Decoder, SingleValueDecodingContainer {
    let source: CompactSource
    let position: Int
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Reads the first byte, which must be the expected one.
    func body(_ tag: CompactNode.Tag, _ what: String) throws(BundleError) -> ByteReader {
        var reader = source.reader(at: position)
        guard try reader.byte() == tag.rawValue else {
            throw .malformed(part: "contents", reason: "\(what) is missing")
        }
        return reader
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try CompactMap<Key>(self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try CompactList(self) }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool {
        position < source.bytes.count && source.bytes.byte(position) == CompactNode.Tag.null.rawValue
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        var reader = source.reader(at: position)
        switch CompactNode.Tag(rawValue: try reader.byte()) {
        case .no: return false
        case .yes: return true
        default: throw BundleError.malformed(part: "contents", reason: "a yes or no is missing")
        }
    }

    func decode(_ type: String.Type) throws -> String {
        var reader = try body(.string, "a text")
        return try source.text(try reader.variable())
    }

    func decode(_ type: Double.Type) throws -> Double {
        var reader = try body(.number, "a number")
        return Double(bitPattern: try reader.fixed())
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        var reader = try body(.integer, "a whole number")
        let bits = try reader.variable()
        let integer = Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
        if Number.isSigned || Number.bitWidth < 64 {
            guard integer.magnitude <= CompactDecoder.numberLimit, let number = Number(exactly: integer)
            else {
                throw BundleError.malformed(part: "contents", reason: "a number is too large")
            }
            return number
        }
        return Number(truncatingIfNeeded: integer)
    }

    func decode(_ type: Int.Type) throws -> Int { try whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        guard depth < CompactDecoder.depthLimit else {
            throw BundleError.malformed(part: "contents", reason: "values lie too deep in each other")
        }
        return try T(from: CompactValue(source: source, position: position, depth: depth + 1))
    }
}
