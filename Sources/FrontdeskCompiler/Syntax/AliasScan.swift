/// Finds keys that are aliases or whole lists: the parser compares keys with each other, which takes for ever when
/// aliases repeat aliases.
enum AliasScan {
    /// The first such key of a file that uses anchors, or nil.
    static func aliasKey(_ bytes: [UInt8]) -> Range<Int>? {
        guard hasAnchor(bytes) else { return nil }
        var index = 0
        // The brackets that are open, as far as they can be told without reading the file.
        var open: [UInt8] = []
        // The latest byte that is no white space: what stands first behind "{" or "," in braces is a key.
        var latest: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isKey =
                open.last == UInt8(ascii: "{") && (latest == UInt8(ascii: "{") || latest == UInt8(ascii: ","))
            defer { if byte > 0x20 { latest = byte } }
            if byte == UInt8(ascii: "*"), startsToken(bytes, index) {
                var end = index + 1
                while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
                if end > index + 1, isKey || isColonNext(bytes, end) { return index..<end }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), startsToken(bytes, index) {
                index = endOfQuote(bytes, index)
                continue
            } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                if byte == UInt8(ascii: "["), isKey { return index..<index + 1 }
                open.append(byte)
            } else if byte == UInt8(ascii: "?"), !open.isEmpty, startsToken(bytes, index),
                index + 1 < bytes.count, bytes[index + 1] <= 0x20
            {
                return index..<index + 1
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}"), isColonNext(bytes, index + 1) {
                return index..<index + 1
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                _ = open.popLast()
            } else if byte == UInt8(ascii: "?"), startsToken(bytes, index), index + 1 < bytes.count,
                bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A, opensLine(bytes, index)
            {
                return index..<index + 1
            }
            index += 1
        }
        return nil
    }

    private static func hasAnchor(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "&") {
            if startsToken(bytes, index), isNameByte(bytes[index + 1]) { return true }
        }
        return false
    }

    private static func isColonNext(_ bytes: [UInt8], _ start: Int) -> Bool {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
        // Within brackets a sign of theirs ends a key as well.
        return index + 1 >= bytes.count || bytes[index + 1] <= 0x20 || ",]}[{".utf8.contains(bytes[index + 1])
    }

    /// The place behind a text in quotes, or behind its first quote when nothing closes it on the same line.
    private static func endOfQuote(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != 0x0A {
            if bytes[index] == bytes[start] { return index + 1 }
            index += bytes[index] == UInt8(ascii: "\\") && bytes[start] == UInt8(ascii: "\"") ? 2 : 1
        }
        return start + 1
    }

    private static func opensLine(_ bytes: [UInt8], _ index: Int) -> Bool {
        var position = index
        while position > 0, bytes[position - 1] == 0x20 || bytes[position - 1] == UInt8(ascii: "-") {
            position -= 1
        }
        return position == 0 || bytes[position - 1] == 0x0A
    }

    private static func startsToken(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = bytes[index - 1]
        return before <= 0x20 || before == UInt8(ascii: "[") || before == UInt8(ascii: "{")
            || before == UInt8(ascii: ",")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }
}
