import Testing

@testable import FrontdeskLanguageServer

@Suite("Messages of the protocol")
struct MessageReaderTests {
    private func pieces(_ bytes: [UInt8], at once: Int) -> [MessageReader.Piece] {
        var reader = MessageReader()
        var found: [MessageReader.Piece] = []
        var index = 0
        while index < bytes.count {
            let end = min(index + once, bytes.count)
            reader.add(bytes[index..<end])
            while let piece = reader.next() { found.append(piece) }
            index = end
        }
        return found
    }

    @Test("Messages are put together from pieces of any size", arguments: [1, 2, 7, 100, 10_000])
    func anySize(_ once: Int) {
        let messages: [JSONValue] = [
            ["id": 1, "method": "a", "params": ["x": [true, .null, "é😀\n\""]]], ["id": 2], [:],
        ]
        let bytes = messages.flatMap { MessageReader.framed($0) }
        #expect(pieces(bytes, at: once) == messages.map { .message($0) })
    }

    static let broken: [(bytes: String, count: Int)] = [
        ("Content-Type: x\r\n\r\n{}", 1), ("Content-Length: -1\r\n\r\n", 1),
        ("Content-Length: 99999999999\r\n\r\n", 1),
        ("Content-Length: 2\r\n\r\n{x", 1), ("\r\n\r\n", 1), ("Content-Length: 0\r\n\r\n", 1),
    ]

    @Test("After what cannot be read the next message is", arguments: broken)
    func goesOn(_ row: (bytes: String, count: Int)) {
        let next: JSONValue = ["id": 9]
        let found = pieces(Array(row.bytes.utf8) + MessageReader.framed(next), at: 10_000)
        #expect(found.count == row.count + 1)
        #expect(found.last == .message(next))
        #expect(found.dropLast().allSatisfy { if case .broken = $0 { true } else { false } })
    }

    @Test("Header lines come in any case and order, and bytes without end are given up")
    func headers() {
        let bytes = Array("Content-Type: application/x; charset=utf-8\r\ncontent-length:2\r\n\r\n{}".utf8)
        #expect(pieces(bytes, at: 3) == [.message([:])])
        #expect(
            pieces(Array(repeating: 0x41, count: 9000), at: 9000) == [.broken("no header within 8,192 bytes")]
        )
    }
}
