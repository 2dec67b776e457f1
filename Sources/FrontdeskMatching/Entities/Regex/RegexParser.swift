/// Reads the notation of ``RegexPattern`` into a ``RegexNode``.
struct RegexParser {
    private static let nestingLimit = 100
    private static let repetitionLimit = 1000

    let bytes: [UInt8]
    var position = 0
    private(set) var captures = 0
    private var depth = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    func looksAt(_ text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    /// The whole expression.
    mutating func parse() throws(RegexError) -> RegexNode {
        let node = try alternatives()
        if position < bytes.count {
            throw RegexError(message: "')' closes a group that was never opened", offset: position)
        }
        return node
    }

    private mutating func alternatives() throws(RegexError) -> RegexNode {
        var parts = [try sequence()]
        while next == UInt8(ascii: "|") {
            position += 1
            parts.append(try sequence())
        }
        return parts.count == 1 ? parts[0] : .alternatives(parts)
    }

    private mutating func sequence() throws(RegexError) -> RegexNode {
        var parts: [RegexNode] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            let part = try atom()
            parts.append(try repeated(part))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(RegexError) -> RegexNode {
        let start = position
        guard let byte = next else { return .sequence([]) }
        switch byte {
        case UInt8(ascii: "("):
            return try group()
        case UInt8(ascii: "["):
            return try characterClass()
        case UInt8(ascii: "\\"):
            return try escape()
        case UInt8(ascii: "."):
            position += 1
            return .anyCharacter(except: ByteSet("\n\r".utf8))
        case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"):
            let sign = Character(UnicodeScalar(byte))
            throw RegexError(
                message:
                    "there is nothing to repeat before '\(sign)'; write '\\\(sign)' for the character itself",
                offset: start
            )
        case UInt8(ascii: "^"), UInt8(ascii: "$"):
            let sign = Character(UnicodeScalar(byte))
            throw RegexError(
                message:
                    "'\(sign)' is not supported: a match always begins and ends at a word's edge; leave it out, "
                    + "or write '\\\(sign)' for the character itself",
                offset: start
            )
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            position += 1
            return .byte(ByteSet([byte]))
        default:
            return literal()
        }
    }

    /// One character that stands for itself, in either case.
    private mutating func literal() -> RegexNode {
        .literal(nextScalar())
    }

    /// Takes one character off the source.
    mutating func nextScalar() -> Unicode.Scalar {
        var end = position + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        position = end
        return text.unicodeScalars.first ?? "\u{FFFD}"
    }
}

// MARK: - Groups

extension RegexParser {
    private static let unsupportedGroups = [
        ("(?=", "look-ahead is not supported"),
        ("(?!", "look-ahead is not supported"),
        ("(?<=", "look-behind is not supported"),
        ("(?<!", "look-behind is not supported"),
        ("(?<", "named groups are not supported; write '(…)' and use $1, $2 … in the template"),
        ("(?P", "named groups are not supported; write '(…)' and use $1, $2 … in the template"),
        ("(?'", "named groups are not supported; write '(…)' and use $1, $2 … in the template"),
        ("(?>", "atomic groups are not supported; nothing here ever backtracks, write '(?:…)'"),
        ("(?#", "comments are not supported"),
        ("(?", "flags are not supported; letters match in either case as it is"),
    ]

    private mutating func group() throws(RegexError) -> RegexNode {
        let start = position
        var number: Int?
        if looksAt("(?:") {
            position += 3
        } else {
            for (opening, message) in Self.unsupportedGroups where looksAt(opening) {
                throw RegexError(message: message, offset: start)
            }
            position += 1
            captures += 1
            number = captures
        }
        depth += 1
        if depth > Self.nestingLimit {
            throw RegexError(message: "groups are nested deeper than \(Self.nestingLimit)", offset: start)
        }
        let node = try alternatives()
        depth -= 1
        guard next == UInt8(ascii: ")") else {
            throw RegexError(message: "the group is not closed; ')' is missing", offset: start)
        }
        position += 1
        return number.map { .capture($0, node) } ?? node
    }
}

// MARK: - Repetitions

extension RegexParser {
    private mutating func repeated(_ part: RegexNode) throws(RegexError) -> RegexNode {
        guard let bounds = try repetition() else { return part }
        let second = position
        switch next {
        case UInt8(ascii: "?"):
            throw RegexError(
                message: "lazy repetition is not supported: the longest match always wins",
                offset: second
            )
        case UInt8(ascii: "+"):
            throw RegexError(
                message: "possessive repetition is not supported: nothing here ever backtracks",
                offset: second
            )
        case UInt8(ascii: "*"), UInt8(ascii: "{"):
            throw RegexError(
                message: "a repetition cannot be repeated; put '(?:…)' around it",
                offset: second
            )
        default:
            return .repetition(part, min: bounds.min, max: bounds.max)
        }
    }

    private mutating func repetition() throws(RegexError) -> (min: Int, max: Int?)? {
        switch next {
        case UInt8(ascii: "?"):
            position += 1
            return (0, 1)
        case UInt8(ascii: "*"):
            position += 1
            return (0, nil)
        case UInt8(ascii: "+"):
            position += 1
            return (1, nil)
        case UInt8(ascii: "{"):
            return try bounds()
        default:
            return nil
        }
    }

    private mutating func bounds() throws(RegexError) -> (min: Int, max: Int?) {
        let start = position
        let malformed = RegexError(
            message:
                "'{' begins a repetition such as {3}, {2,4} or {2,}; write '\\{' for the character itself",
            offset: start
        )
        position += 1
        guard let low = try count() else { throw malformed }
        var high: Int? = low
        if next == UInt8(ascii: ",") {
            position += 1
            high = try count()
        }
        guard next == UInt8(ascii: "}") else { throw malformed }
        position += 1
        if let high, high < low {
            throw RegexError(message: "the bounds {\(low),\(high)} are out of order", offset: start)
        }
        if high == 0 {
            throw RegexError(message: "a repetition of zero times matches nothing", offset: start)
        }
        return (low, high)
    }

    private mutating func count() throws(RegexError) -> Int? {
        let start = position
        var value: Int?
        while let byte = next, ByteSet.digits.contains(byte) {
            value = (value ?? 0) * 10 + Int(byte - 48)
            position += 1
            if let value, value > Self.repetitionLimit {
                throw RegexError(
                    message: "a repetition goes up to \(Self.repetitionLimit) times",
                    offset: start
                )
            }
        }
        return value
    }
}
