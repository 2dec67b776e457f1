extension JSON {
    /// Reads one JSON value (RFC 8259) that fills the whole text.
    ///
    /// Stricter than the standard asks in two places: a key may come once only in an object, and nesting ends at
    /// ``depthLimit``. Half a surrogate pair (`"\ud83d"`, as JavaScript writes a text that was cut inside an emoji)
    /// is read as U+FFFD. A number with neither point nor exponent that fits 64 bits is an integer.
    ///
    /// - Parameter bytes: Valid UTF-8.
    public init(reading bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes)
        self = try reader.document()
    }
}

/// Reads a JSON text from front to back.
struct JSONReader {
    /// Up to how many keys of an object a new one is compared with each.
    private static let comparedKeys = 16

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONError) -> JSON {
        skipSpaces()
        guard position < bytes.count else { throw failure("there is nothing but spaces") }
        let value = try value(depth: 0)
        skipSpaces()
        guard position == bytes.count else {
            throw failure("there is \(shown(position)) behind the end of the value; write one object a line")
        }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth < JSON.depthLimit else {
            throw failure("lists and objects are nested more than \(JSON.depthLimit) deep")
        }
        guard position < bytes.count else { throw failure("the text ends where a value should be") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw failure("a value was expected here, not \(shown(position))")
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSON {
        position += 1
        var members: [JSON.Member] = []
        var keys: Set<String> = []
        skipSpaces()
        if take("}") { return .object(members) }
        while true {
            skipSpaces()
            guard position < bytes.count else { throw failure("the object is not closed with '}'") }
            guard bytes[position] == UInt8(ascii: "\"") else {
                throw failure("a key in double quotes was expected, not \(shown(position))")
            }
            let start = position
            let key = try string()
            // Few keys are compared faster than hashed; many would be compared for minutes.
            if members.count == Self.comparedKeys { keys = Set(members.map(\.key)) }
            let isKnown =
                members.count < Self.comparedKeys
                ? members.contains { $0.key == key } : !keys.insert(key).inserted
            guard !isKnown else {
                throw failure("the key \"\(key)\" comes twice", at: start)
            }
            skipSpaces()
            guard take(":") else { throw failure("a ':' was expected behind the key \"\(key)\"") }
            skipSpaces()
            members.append(JSON.Member(key, try value(depth: depth + 1)))
            skipSpaces()
            if take("}") { return .object(members) }
            guard take(",") else { throw failure("a ',' or '}' was expected, not \(shown(position))") }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSON {
        position += 1
        var elements: [JSON] = []
        skipSpaces()
        if take("]") { return .array(elements) }
        while true {
            skipSpaces()
            elements.append(try value(depth: depth + 1))
            skipSpaces()
            if take("]") { return .array(elements) }
            guard take(",") else { throw failure("a ',' or ']' was expected, not \(shown(position))") }
        }
    }

    private mutating func string() throws(JSONError) -> String {
        let opening = position
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: bytes[start..<position - 1], as: UTF8.self)
            case UInt8(ascii: "\\"):
                return try escapedString(from: start, opening: opening)
            case 0..<0x20:
                throw failure("a control character in a text must be written as an escape such as \\n")
            default:
                position += 1
            }
        }
        throw failure("the text that begins here is not closed with '\"'", at: opening)
    }

    private mutating func escapedString(from start: Int, opening: Int) throws(JSONError) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try appendEscape(to: &text)
            case 0..<0x20:
                throw failure("a control character in a text must be written as an escape such as \\n")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw failure("the text that begins here is not closed with '\"'", at: opening)
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
        guard position + 1 < bytes.count else { throw failure("the text ends inside an escape") }
        let letter = bytes[position + 1]
        if letter == UInt8(ascii: "u") {
            text.append(contentsOf: Array(String(Character(try unicodeEscape())).utf8))
            return
        }
        let meaning: UInt8
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): meaning = letter
        case UInt8(ascii: "n"): meaning = 0x0A
        case UInt8(ascii: "t"): meaning = 0x09
        case UInt8(ascii: "r"): meaning = 0x0D
        case UInt8(ascii: "b"): meaning = 0x08
        case UInt8(ascii: "f"): meaning = 0x0C
        default: throw failure("'\\' cannot be followed by \(shown(position + 1))")
        }
        text.append(meaning)
        position += 2
    }

    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let afterFirst = position
        if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count,
            bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            let second = try codeUnit()
            if (0xDC00..<0xE000).contains(second) {
                let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                return Unicode.Scalar(value) ?? "\u{FFFD}"
            }
            position = afterFirst
        }
        return "\u{FFFD}"
    }

    /// The four hexadecimal digits of the `\uXXXX` at the position.
    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        guard position + 6 <= bytes.count else { throw failure("four hexadecimal digits must follow '\\u'") }
        var value: UInt32 = 0
        for index in position + 2..<position + 6 {
            guard let digit = Self.hexadecimal(bytes[index]) else {
                throw failure("four hexadecimal digits must follow '\\u'")
            }
            value = value << 4 | digit
        }
        position += 6
        return value
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    private mutating func number() throws(JSONError) -> JSON {
        let start = position
        var isWhole = true
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") {
            isWhole = false
            try digits()
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let value = Int(text) { return .integer(value) }
        guard let value = Double(text), value.isFinite else {
            throw failure("the number \(text) is too large", at: start)
        }
        return .number(value)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        guard position > start else { throw failure("a digit was expected here, not \(shown(position))") }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let length = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { expected in
            position + length <= bytes.count && bytes[position..<position + length].elementsEqual(expected)
        }
        guard matches else { throw failure("this word is none of true, false and null") }
        position += length
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private func shown(_ position: Int) -> String {
        guard position < bytes.count else { return "the end" }
        let byte = bytes[position]
        return byte > 0x20 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
    }

    private func failure(_ message: String, at position: Int? = nil) -> JSONError {
        JSONError(message: message, byte: (position ?? self.position) + 1)
    }
}
