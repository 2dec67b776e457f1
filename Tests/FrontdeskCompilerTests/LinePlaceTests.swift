import Testing

@testable import FrontdeskCompiler

@Suite("Places on lines")
struct LinePlaceTests {
    /// The offset of a line's character, by walking along the line.
    private static func naive(_ bytes: [UInt8], from start: Int, _ column: Int) -> Int {
        var index = start
        var left = column - 1
        while left > 0, index < bytes.count {
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            left -= 1
        }
        return min(index, bytes.count)
    }

    /// The end of a line behind a place, by walking along the line.
    private static func naiveEnd(_ bytes: [UInt8], after start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return end
    }

    private static let texts = [
        "", "\n", "a", "é", "a\n", "\n\n", "ab\ncdé\r\n\r ü  \n👍👍 x", "a\u{2028}b\u{85}é\u{2029}", "  \n   ",
        String(repeating: "é", count: 63) + "x\n" + String(repeating: "ab👍 ", count: 100) + "   \nend",
        String(repeating: "x", count: 64), String(repeating: "\n", count: 130) + "é",
    ]

    @Test("are those found by walking along the line", arguments: texts)
    func oracle(text: String) {
        let bytes = Array(text.utf8)
        let lines = LineIndex(bytes, breaks: .yaml)
        var line = 1
        while line == 1 || lines.range(ofLine: line).lowerBound < bytes.count {
            let start = lines.range(ofLine: line).lowerBound
            for column in 0..<(bytes.count + 3) {
                #expect(
                    lines.offset(line: line, scalar: column, in: bytes)
                        == Self.naive(bytes, from: start, column)
                )
            }
            line += 1
        }
        #expect(lines.offset(line: line + 5, scalar: 3, in: bytes) == bytes.count)
        let ends = LineEnds(bytes)
        for place in 0...bytes.count {
            #expect(ends.end(after: place) == Self.naiveEnd(bytes, after: place))
        }
    }
}
