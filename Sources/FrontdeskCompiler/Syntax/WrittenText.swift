import FrontdeskMatching

/// The way from a text's value back to the bytes it was written with.
enum WrittenText {
    /// The bytes of a text as written, quotes included, anchor and tag left out.
    static func range(
        of value: String,
        _ style: SyntaxNode.Style,
        from start: Int,
        in bytes: [UInt8]
    ) -> Range<Int> {
        let start = skipSigns(start, bytes)
        switch style {
        case .plain:
            let written = Array(value.utf8)
            if bytes[min(start, bytes.count)...].starts(with: written) {
                return start..<start + written.count
            }
            return start..<lineEnd(start, bytes)
        case .singleQuoted, .doubleQuoted:
            return start..<closingQuote(start, bytes)
        default:
            return start..<lineEnd(start, bytes)
        }
    }

    /// For each byte of a text's value, and its end, the offset of the byte it was written with; nil when the text
    /// was written in a way that has no simple answer.
    static func offsets(of node: SyntaxNode, in source: [UInt8]) -> [Int]? {
        guard let value = node.text else { return nil }
        let start = node.place.span.start
        switch node.style {
        case .plain: return plain(Array(value.utf8), start, source)
        case .singleQuoted: return quoted(Array(value.utf8), start + 1, source, quote: UInt8(ascii: "'"))
        case .doubleQuoted: return quoted(Array(value.utf8), start + 1, source, quote: UInt8(ascii: "\""))
        case .literal: return literal(Array(value.utf8), start, source)
        default: return nil
        }
    }

    private static func plain(_ value: [UInt8], _ start: Int, _ source: [UInt8]) -> [Int]? {
        guard start <= source.count, source[start...].starts(with: value) else { return nil }
        return Array(start...start + value.count)
    }

    private static func quoted(_ value: [UInt8], _ start: Int, _ source: [UInt8], quote: UInt8) -> [Int]? {
        var offsets: [Int] = []
        var index = start
        for byte in value {
            guard index < source.count else { return nil }
            offsets.append(index)
            if quote == UInt8(ascii: "'") {
                guard source[index] == byte else { return nil }
                index += byte == quote ? 2 : 1
            } else if source[index] == UInt8(ascii: "\\") {
                // Only escapes that stand for one byte.
                guard index + 1 < source.count, "\"\\/ tnr".utf8.contains(source[index + 1]) else {
                    return nil
                }
                index += 2
            } else {
                guard source[index] == byte else { return nil }
                index += 1
            }
        }
        offsets.append(index)
        return offsets
    }

    private static func literal(_ value: [UInt8], _ start: Int, _ source: [UInt8]) -> [Int]? {
        var line = nextLine(start, source)
        var indent = 0
        while line + indent < source.count, source[line + indent] == 0x20 { indent += 1 }
        var offsets: [Int] = []
        var index = line + indent
        for byte in value {
            guard index < source.count else { return offsets.count == value.count ? offsets + [index] : nil }
            if byte == 0x0A {
                offsets.append(index)
                line = nextLine(index, source)
                index = line
                var left = indent
                while left > 0, index < source.count, source[index] == 0x20 {
                    index += 1
                    left -= 1
                }
                continue
            }
            guard source[index] == byte else { return nil }
            offsets.append(index)
            index += 1
        }
        return offsets + [index]
    }

    private static func nextLine(_ start: Int, _ bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return min(index + 1, bytes.count)
    }

    /// The offset behind an anchor or a tag.
    static func skipSigns(_ start: Int, _ bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
            while index < bytes.count, bytes[index] > 0x20 { index += 1 }
            while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        }
        return index
    }

    /// Where the text of a line ends, spaces at its end left out.
    static func lineEnd(_ start: Int, _ bytes: [UInt8]) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return end
    }

    private static func closingQuote(_ start: Int, _ bytes: [UInt8]) -> Int {
        guard start < bytes.count else { return start }
        let quote = bytes[start]
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
            } else if bytes[index] == quote {
                guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote else {
                    return index + 1
                }
                index += 2
            } else {
                index += 1
            }
        }
        return bytes.count
    }
}
