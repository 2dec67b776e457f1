/// Lists and keys within brackets, as they are written.
enum Brackets {
    /// The offset behind the bracket that closes the one at an offset; nil when none does.
    static func end(of start: Int, in bytes: [UInt8]) -> Int? {
        var scan = Scan(bytes[start...])
        var depth = 0
        while let token = scan.next() {
            switch token.kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return token.range.upperBound }
            case .comma, .colon, .text, .comment: break
            }
        }
        return nil
    }

    /// Brackets on one line with one space behind commas and colons, and none else.
    static func spaced(_ written: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var scan = Scan(written)
        while let token = scan.next() {
            switch token.kind {
            case .comma, .colon, .close:
                if out.last == .space, token.kind == .close { out.removeLast() }
                out += written[token.range]
                if token.kind != .close { out.append(.space) }
            case .open, .text, .comment:
                out += written[token.range]
            }
        }
        return out
    }

    private struct Token {
        enum Kind { case open, close, comma, colon, text, comment }
        var kind: Kind
        var range: Range<Int>
    }

    /// Reads one sign or text after the other.
    private struct Scan {
        let bytes: ArraySlice<UInt8>
        var index: Int
        /// Whether a colon may follow at once, as behind a key in quotes.
        var isAfterQuote = false

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            index = bytes.startIndex
        }

        mutating func next() -> Token? {
            while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
            guard index < bytes.endIndex else { return nil }
            let start = index
            let wasAfterQuote = isAfterQuote
            isAfterQuote = false
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): return sign(.open)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                defer { isAfterQuote = true }
                return sign(.close)
            case UInt8(ascii: ","): return sign(.comma)
            case UInt8(ascii: ":") where wasAfterQuote || isColon(index): return sign(.colon)
            case UInt8(ascii: "#") where start == bytes.startIndex || bytes[start - 1] <= 0x20:
                while index < bytes.endIndex, bytes[index] != .lineFeed { index += 1 }
                return Token(kind: .comment, range: start..<index)
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                skipQuoted()
                isAfterQuote = true
                return Token(kind: .text, range: start..<index)
            default:
                skipPlain()
                var end = index
                while end > start + 1, bytes[end - 1] <= 0x20 { end -= 1 }
                return Token(kind: .text, range: start..<end)
            }
        }

        private mutating func sign(_ kind: Token.Kind) -> Token {
            index += 1
            return Token(kind: kind, range: index - 1..<index)
        }

        private mutating func skipQuoted() {
            let quote = bytes[index]
            index += 1
            while index < bytes.endIndex {
                if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                    index += 1
                } else if bytes[index] == quote {
                    guard quote == UInt8(ascii: "'"), index + 1 < bytes.endIndex, bytes[index + 1] == quote
                    else {
                        index += 1
                        return
                    }
                    index += 1
                }
                index += 1
            }
            index = min(index, bytes.endIndex)
        }

        private mutating func skipPlain() {
            while index < bytes.endIndex {
                switch bytes[index] {
                case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
                    UInt8(ascii: ","):
                    return
                case UInt8(ascii: ":") where isColon(index): return
                case UInt8(ascii: "#") where bytes[index - 1] <= 0x20: return
                default: index += 1
                }
            }
        }

        /// Whether a colon stands between a key and its value.
        private func isColon(_ index: Int) -> Bool {
            guard index + 1 < bytes.endIndex else { return true }
            return bytes[index + 1] <= 0x20
                || [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[index + 1])
        }
    }
}
