import Testing

@testable import FrontdeskPipe

@Suite("Lines of a stream")
struct LineSplitterTests {
    /// All lines of an input that comes in blocks of the given sizes.
    private func lines(of input: [UInt8], limit: Int, blocks: [Int]) -> [LineSplitter.Line] {
        var splitter = LineSplitter(limit: limit)
        var result: [LineSplitter.Line] = []
        var start = 0
        var turn = 0
        while start < input.count {
            let end = min(input.count, start + max(1, blocks[turn % blocks.count]))
            input[start..<end].withUnsafeBytes { block in splitter.take(block) { result.append($0) } }
            start = end
            turn += 1
        }
        splitter.finish { result.append($0) }
        return result
    }

    /// The naive way: the whole input at once.
    private func oracle(_ input: [UInt8], limit: Int) -> [LineSplitter.Line] {
        var parts = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
            Array.init
        )
        if parts.last?.isEmpty == true { parts.removeLast() }
        return parts.enumerated().map { index, part in
            var line = part
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if line.count > limit {
                return .init(number: index + 1, content: .tooLong(byteCount: part.count))
            }
            return .init(number: index + 1, content: .bytes(line))
        }
    }

    private func isSame(_ left: LineSplitter.Line, _ right: LineSplitter.Line) -> Bool {
        switch (left.content, right.content) {
        case (.bytes(let left), .bytes(let right)): left == right
        case (.tooLong(let left), .tooLong(let right)): abs(left - right) <= 1
        default: false
        }
    }

    @Test("Blocks of any size give the lines that the whole input gives", arguments: 0..<300)
    func anyBlocks(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let input = (0..<random.next() % 200).map { _ in
            [UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "a"), 0xC3, 0][Int(random.next() % 5)]
        }
        let blocks = (0..<4).map { _ in Int(random.next() % 9) }
        let limit = Int(random.next() % 6)
        let found = lines(of: input, limit: limit, blocks: blocks)
        let expected = oracle(input, limit: limit)
        #expect(found.count == expected.count)
        #expect(found.map(\.number) == expected.map(\.number))
        #expect(zip(found, expected).allSatisfy(isSame))
    }

    @Test("A line of ten million bytes is passed over and the next one is read")
    func overlong() {
        let input = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000) + Array("\nnext\n".utf8)
        let found = lines(of: input, limit: 1 << 20, blocks: [1 << 16])
        #expect(found.count == 2)
        #expect(found[0] == .init(number: 1, content: .tooLong(byteCount: 10_000_000)))
        #expect(found[1] == .init(number: 2, content: .bytes(Array("next".utf8))))
    }
}
