/// Finds where a key stands a second time, so that the rest of the file can still be read.
enum DuplicateKeys {
    /// The bytes of the next key of the same name at the same indentation, or nil when it cannot be told.
    static func second(of key: String, after first: Int, in bytes: [UInt8], lines: LineIndex) -> Range<Int>? {
        let position = lines.position(of: first)
        let quoted = first < bytes.count && (bytes[first] == 0x22 || bytes[first] == 0x27)
        let written = quoted ? [bytes[first]] + Array(key.utf8) + [bytes[first]] : Array(key.utf8)
        let indent = position.column - 1
        var line = position.line + 1
        while true {
            let range = lines.range(ofLine: line)
            guard !range.isEmpty else { return nil }
            let content = bytes[range]
            let spaces = content.prefix { $0 == 0x20 }.count
            let first = range.lowerBound + spaces
            if spaces == indent, bytes[first...].starts(with: written) {
                let end = first + written.count
                if end < bytes.count, bytes[end] == UInt8(ascii: ":") { return first..<end }
            }
            let isBlank =
                first >= range.upperBound || bytes[first] < 0x20 || bytes[first] == UInt8(ascii: "#")
            if spaces < indent, !isBlank { return nil }
            line += 1
        }
    }

    /// A key of the same length that nobody writes, to put in place of a duplicate.
    static func mask(_ number: Int, length: Int) -> [UInt8] {
        let digits = Array(String(number, radix: 36).utf8)
        guard length > digits.count else { return [] }
        return Array(repeating: UInt8(ascii: "~"), count: length - digits.count) + digits
    }
}
