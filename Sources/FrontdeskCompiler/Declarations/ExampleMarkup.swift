import FrontdeskMatching

/// Why an example's markup was refused.
struct MarkupError: Error {
    var message: String
    var help: String?
    /// The stretch of the example that is wrong, in bytes.
    var span: SourceSpan
}

/// Reads the markup of examples: `[A-10021](order_number)`; `\` takes a sign as it stands.
enum ExampleMarkup {
    /// The sentence without markup, and the entity types it names with their places in the text as written.
    static func parse(
        _ text: String
    ) throws(MarkupError) -> (example: Example, types: [(name: String, span: SourceSpan)]) {
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var annotations: [Example.Annotation] = []
        var types: [(name: String, span: SourceSpan)] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
                "[]()\\".utf8.contains(bytes[index + 1])
            {
                plain.append(bytes[index + 1])
                index += 2
            } else if bytes[index] == UInt8(ascii: "["), let mark = mark(bytes, index) {
                let start = plain.count
                plain += bytes[index + 1..<mark.close]
                guard plain.count > start else {
                    throw MarkupError(
                        message: "no words are marked between '[' and ']'",
                        help: "write [the words](entity_type)",
                        span: SourceSpan(index, mark.end)
                    )
                }
                let span = SourceSpan(mark.close + 2, mark.end - 1)
                let parts = bytes[span.start..<span.end].split(separator: UInt8(ascii: ":"), maxSplits: 1)
                guard let first = parts.first, parts.allSatisfy({ $0.allSatisfy(isNameByte) }) else {
                    throw MarkupError(
                        message:
                            "'\(String(decoding: bytes[span.start..<span.end], as: UTF8.self))' is not an entity type",
                        help: "write [the words](entity_type), or '\\[' for a bracket",
                        span: span
                    )
                }
                let name = String(decoding: first, as: UTF8.self)
                types.append((name, SourceSpan(span.start, span.start + first.count)))
                let role = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
                annotations.append(.init(span: SourceSpan(start, plain.count), type: name, role: role))
                index = mark.end
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return (Example(String(decoding: plain, as: UTF8.self), annotations: annotations), types)
    }

    /// The `]` and the end of `[…](…)` when markup begins here; other brackets are text.
    private static func mark(_ bytes: [UInt8], _ start: Int) -> (close: Int, end: Int)? {
        guard
            let close = bytes[(start + 1)...].firstIndex(where: {
                $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[")
            }),
            bytes[close] == UInt8(ascii: "]"), close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "("),
            let end = bytes[(close + 2)...].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return (close, end + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
    }
}
