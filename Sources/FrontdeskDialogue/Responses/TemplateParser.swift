extension Template {
    /// Reads a template; `\{` is a brace.
    ///
    /// - Throws: ``TemplateError`` with the place of the first mistake.
    public init(parsing source: String) throws(TemplateError) {
        var parser = TemplateParser(source)
        self.init(segments: try parser.segments(), source: source)
    }

    /// Reads one of the engine's own templates, which the tests prove to be well formed.
    init(trusted source: String) {
        do {
            try self.init(parsing: source)
        } catch {
            preconditionFailure("a built-in text is malformed: \(error.message)")
        }
    }

    /// The paths of all fields, in order.
    public var fields: [FieldPath] {
        segments.compactMap { segment in
            guard case .field(let path, _) = segment else { return nil }
            return path
        }
    }
}

/// Why a template was refused.
public struct TemplateError: Error, Sendable, Hashable {
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// How to mend it, if there is a plain way.
    public var help: String?
    /// The byte offset of the mistake in the template.
    public var offset: Int
    /// How many bytes the mistake spans.
    public var length: Int
    /// The unknown word, when a wrong name is the mistake.
    public var unknown: String?
    /// The names it could be.
    public var known: [String] = []
    /// Whether a filter that has one form for each case has none for all others.
    public var lacksOther = false
}

struct TemplateParser {
    let bytes: [UInt8]
    var position = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
    }

    mutating func segments() throws(TemplateError) -> [Template.Segment] {
        var result: [Template.Segment] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { result.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\"), position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "{") || bytes[position + 1] == UInt8(ascii: "\\")
            {
                text.append(bytes[position + 1])
                position += 2
            } else if byte == UInt8(ascii: "{"), position + 1 < bytes.count, bytes[position + 1] == byte {
                flush()
                result.append(try field())
            } else {
                text.append(byte)
                position += 1
            }
        }
        flush()
        return result
    }

    private mutating func field() throws(TemplateError) -> Template.Segment {
        let start = position
        position += 2
        skipSpaces()
        if position < bytes.count, bytes[position] == UInt8(ascii: ">") { return try partial(from: start) }
        let path = try path(from: start)
        var filters: [Template.Filter] = []
        skipSpaces()
        while position < bytes.count, bytes[position] == UInt8(ascii: "|") {
            position += 1
            skipSpaces()
            filters.append(try filter())
            skipSpaces()
        }
        try close(from: start)
        return .field(path, filters)
    }

    private mutating func partial(from start: Int) throws(TemplateError) -> Template.Segment {
        position += 1
        skipSpaces()
        let name = word()
        guard !name.isEmpty else {
            throw TemplateError(
                message: "a partial's name is missing behind '{{>'",
                help: "write a name that is declared under 'partials:', such as {{>signature}}",
                offset: start,
                length: position - start
            )
        }
        skipSpaces()
        try close(from: start)
        return .partial(name)
    }

    private mutating func close(from start: Int) throws(TemplateError) {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "}"),
            bytes[position + 1] == UInt8(ascii: "}")
        else {
            throw TemplateError(
                message: "this '{{' is never closed",
                help: "close it with '}}', or write '\\{' for a brace",
                offset: start,
                length: 2
            )
        }
        position += 2
    }

    private mutating func path(from start: Int) throws(TemplateError) -> FieldPath {
        let nameStart = position
        let root = word()
        var field: String?
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            field = word()
        }
        guard !root.isEmpty, field != "" else {
            throw TemplateError(
                message: "a name is missing between '{{' and '}}'",
                help: "write a slot such as {{order_number}}, or a field such as {{customer.first_name}}",
                offset: start,
                length: max(2, position - start)
            )
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            throw TemplateError(
                message: "a path has at most one dot",
                help: nil,
                offset: nameStart,
                length: position - nameStart
            )
        }
        return FieldPath(root: root, field: field)
    }

    mutating func quoted() throws(TemplateError) -> String? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        let start = position
        position += 1
        var text: [UInt8] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count { position += 1 }
            text.append(bytes[position])
            position += 1
        }
        guard position < bytes.count else {
            throw TemplateError(
                message: "this text is never closed",
                help: "add a '\"'",
                offset: start,
                length: 1
            )
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    mutating func word() -> String {
        let start = position
        while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
}
