/// A text with positions as editors count them: lines from 0, and within a line UTF-16 units from 0.
struct TextDocument: Sendable, Hashable {
    struct Position: Sendable, Hashable {
        var line: Int
        var character: Int
    }

    private(set) var bytes: [UInt8]
    /// The offset of each line's first byte.
    private(set) var lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = Self.starts(bytes)
    }

    private static func starts(_ bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for index in bytes.indices {
            let isCarriage = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if bytes[index] == 0x0A || isCarriage { starts.append(index + 1) }
        }
        return starts
    }

    /// The bytes of a line without its end.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        guard lineStarts.indices.contains(number) else { return [] }
        let start = lineStarts[number]
        var end = number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return bytes[start..<end]
    }

    /// The line of a byte.
    func lineNumber(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The byte at a position; one beyond a line's end is its end, one within a character its beginning.
    func offset(_ position: Position) -> Int {
        guard position.line >= 0 else { return 0 }
        guard position.line < lineStarts.count else { return bytes.count }
        let line = line(position.line)
        var units = 0
        var index = line.startIndex
        while index < line.endIndex {
            let (width, count) = Self.width(line[index])
            guard units + count <= position.character else { break }
            units += count
            index = min(index + width, line.endIndex)
        }
        return index
    }

    /// The position of a byte.
    func position(_ offset: Int) -> Position {
        let offset = min(max(0, offset), bytes.count)
        let line = lineNumber(of: offset)
        var index = lineStarts[line]
        var units = 0
        while index < offset {
            let (width, count) = Self.width(bytes[index])
            guard index + width <= offset else { break }
            units += count
            index += width
        }
        return Position(line: line, character: units)
    }

    /// Replaces what stands between two positions.
    mutating func replace(from start: Position, to end: Position, with text: String) {
        let (first, last) = (offset(start), offset(end))
        bytes.replaceSubrange(min(first, last)..<max(first, last), with: Array(text.utf8))
        lineStarts = Self.starts(bytes)
    }

    /// How many bytes a character has, and how many UTF-16 units, by its first byte.
    private static func width(_ first: UInt8) -> (bytes: Int, units: Int) {
        switch first {
        case 0xF0...: (4, 2)
        case 0xE0...: (3, 1)
        case 0xC0...: (2, 1)
        default: (1, 1)
        }
    }
}
