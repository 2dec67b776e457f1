/// Finds web addresses: with a scheme, with `www.`, or bare under a well-known top-level domain (`example.com/returns`).
///
/// The value is as written. Punctuation at the end and a closing parenthesis without its partner are left out.
enum URLRecognizer {
    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        let bytes = words.bytes
        var position = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: " ") {
                position += 1
                continue
            }
            let end = bytes[position...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
            if let range = address(in: position..<end, of: bytes) {
                let tokens = words.tokens(in: range)
                readings.append(
                    EntityReading(
                        .url,
                        .url,
                        tokens: tokens,
                        bytes: range,
                        value: .text(words.originalText(range))
                    )
                )
            }
            position = end
        }
    }

    private static func address(in chunk: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
        var start = chunk.lowerBound
        while start < chunk.upperBound, "\"'(<[{".utf8.contains(bytes[start]) { start += 1 }
        let end = trimmed(start..<chunk.upperBound, of: bytes)
        for scheme in ["https://", "http://"] where bytes[start..<end].starts(with: scheme.utf8) {
            let host = host(in: start + scheme.utf8.count..<end, of: bytes)
            return EmailRecognizer.isDomain(host) ? start..<end : nil
        }
        let host = host(in: start..<end, of: bytes)
        guard EmailRecognizer.isDomain(host), !bytes[start..<end].contains(UInt8(ascii: "@")),
            host.allSatisfy({ ByteSet.insideWord.contains($0) || ".-".utf8.contains($0) || $0 >= 0x80 })
        else { return nil }
        if host.starts(with: "www.".utf8) { return start..<end }
        let domain = String(decoding: host.suffix(while: { $0 != UInt8(ascii: ".") }), as: UTF8.self)
        return topLevelDomains.contains(domain) ? start..<end : nil
    }

    private static func host(in range: Range<Int>, of bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes[range].prefix { !"/?#:".utf8.contains($0) }
    }

    private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Int {
        if let cut = bytes[range].firstIndex(where: { "<>\"".utf8.contains($0) }) {
            return trimmed(range.lowerBound..<cut, of: bytes)
        }
        var end = range.upperBound
        while end > range.lowerBound {
            let last = bytes[end - 1]
            if last == UInt8(ascii: ")") {
                let stretch = bytes[range.lowerBound..<end]
                let isPaired = stretch.count { $0 == UInt8(ascii: "(") } >= stretch.count { $0 == last }
                if isPaired { break }
            } else if !".,;:!?']}".utf8.contains(last) {
                break
            }
            end -= 1
        }
        return end
    }

    /// Domains that are no English words, so that a missing space ("sure.it works") makes no address.
    private static let topLevelDomains: Set<String> = [
        "com", "org", "net", "io", "de", "uk", "eu", "fr", "nl", "ch", "app", "dev", "shop", "store", "info",
        "biz",
        "edu", "gov", "ca", "au", "pl", "se", "dk", "es",
    ]
}

extension ArraySlice<UInt8> {
    /// The longest end of the stretch in which every byte meets the condition.
    fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let edge = lastIndex { !condition($0) }
        return edge.map { self[($0 + 1)...] } ?? self
    }
}
