import FoundationEssentials

/// Takes messages out of a stream of bytes: `Content-Length: N`, an empty line, N bytes of JSON.
struct MessageReader {
    /// The largest message that is read, in bytes.
    static let sizeLimit = 64 << 20

    enum Piece: Equatable {
        case message(JSONValue)
        /// What stood there was none; reading goes on at the next header.
        case broken(String)
    }

    private var bytes: [UInt8] = []

    mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

    /// The next message; nil while its last byte is still to come.
    mutating func next() -> Piece? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
            guard bytes.count > 8192 else { return nil }
            bytes = []
            return .broken("no header within 8,192 bytes")
        }
        let header = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        var length: Int?
        for line in header.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == "content-length" {
                length = Int(parts[1].filter { $0 != " " })
            }
        }
        guard let length, (0...Self.sizeLimit).contains(length) else {
            // The content of unknown length is skipped as far as the next header.
            let rest = bytes[end.upperBound...]
            bytes =
                rest.firstRange(of: Array("Content-Length:".utf8)).map { Array(rest[$0.lowerBound...]) } ?? []
            return .broken("a header without a Content-Length from 0 to \(Self.sizeLimit)")
        }
        guard bytes.count >= end.upperBound + length else { return nil }
        let content = bytes[end.upperBound..<end.upperBound + length]
        bytes.removeFirst(end.upperBound + length)
        do {
            return .message(try JSONDecoder().decode(JSONValue.self, from: Data(content)))
        } catch {
            return .broken("the content is not JSON")
        }
    }

    /// A message with its header.
    static func framed(_ message: JSONValue) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = (try? encoder.encode(message)) ?? Data("null".utf8)
        return Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
    }
}
