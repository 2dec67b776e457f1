/// Where the lines of a file begin, to turn byte offsets into lines and columns and back.
struct LineIndex {
    /// What ends a line.
    enum Breaks {
        /// Only a line feed, as editors count.
        case lineFeed
        /// Everything that ends a line in YAML 1.1: also CR, U+0085, U+2028 and U+2029.
        case yaml
    }

    /// The byte offset of each line's first byte.
    private let starts: [Int]
    private let length: Int
    /// Of every 64th character of a file that is read by characters, the byte offset: a line may be as long as the file.
    private let checkpoints: [Int]
    /// The number of the character that begins each line, from 0.
    private let firstCharacters: [Int]
    private static let stride = 64

    init(_ bytes: [UInt8], breaks: Breaks = .lineFeed) {
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let width = breaks == .yaml ? Self.breakWidth(bytes, index) : (bytes[index] == 0x0A ? 1 : 0)
            if width > 0 { starts.append(index + width) }
            index += max(1, width)
        }
        self.starts = starts
        length = bytes.count
        (checkpoints, firstCharacters) = breaks == .yaml ? Self.characters(of: bytes, starts) : ([], [])
    }

    /// The line and column of a byte, both from 1; the column counts bytes.
    func position(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, offset - starts[low] + 1)
    }

    /// The bytes of a line, from 1, its end included.
    func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return length..<length }
        return starts[line - 1]..<(line < starts.count ? starts[line] : length)
    }

    /// The byte offset of a line's character, both from 1, characters counted as Unicode scalars.
    func offset(line: Int, scalar column: Int, in bytes: [UInt8]) -> Int {
        guard line >= 1, line <= firstCharacters.count else {
            return Self.offset(after: range(ofLine: line).lowerBound, characters: column - 1, in: bytes)
        }
        let character = firstCharacters[line - 1] + max(0, column - 1)
        guard character / Self.stride < checkpoints.count else { return bytes.count }
        let checkpoint = checkpoints[character / Self.stride]
        return Self.offset(after: checkpoint, characters: character % Self.stride, in: bytes)
    }

    private static func characters(of bytes: [UInt8], _ starts: [Int]) -> (checkpoints: [Int], first: [Int]) {
        var checkpoints: [Int] = []
        var first: [Int] = []
        var number = 0
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
            if number % stride == 0 { checkpoints.append(index) }
            while first.count < starts.count, starts[first.count] <= index { first.append(number) }
            number += 1
        }
        // A line that begins where the file ends.
        while first.count < starts.count { first.append(number) }
        return (checkpoints, first)
    }

    private static func offset(after start: Int, characters count: Int, in bytes: [UInt8]) -> Int {
        var index = start
        var left = count
        while left > 0, index < bytes.count {
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            left -= 1
        }
        return min(index, bytes.count)
    }

    private static func breakWidth(_ bytes: [UInt8], _ index: Int) -> Int {
        switch bytes[index] {
        case 0x0A: return 1
        case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
            return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}
