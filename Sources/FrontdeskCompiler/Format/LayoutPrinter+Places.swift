import FrontdeskMatching

// Where lines, dashes and texts begin and end.
extension LayoutPrinter {
    /// The dash of a list's item.
    func dash(of item: SyntaxNode, _ column: Int) throws(Unsure) -> Int {
        var start = lineStart(min(item.place.span.start, bytes.count))
        while true {
            if start + column < bytes.count, bytes[start + column] == UInt8(ascii: "-") {
                return start + column
            }
            guard start > 0 else { throw unsure(item) }
            start = lineStart(start - 1)
        }
    }

    /// Where the first key or text of an item stands.
    func firstText(of item: SyntaxNode) -> Int {
        guard item.style == .lines, !item.hasSign else { return 0 }
        switch item.kind {
        case .keys(let entries): return entries.first?.key.place.span.start ?? item.place.span.start
        default: return item.place.span.start
        }
    }

    func column(of offset: Int) -> Int { offset - lineStart(offset) }

    func lineStart(_ offset: Int) -> Int {
        var start = min(offset, bytes.count)
        while start > 0, bytes[start - 1] != .lineFeed { start -= 1 }
        return start
    }

    func lineEnd(_ offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != .lineFeed { end += 1 }
        if end > offset, bytes[end - 1] == .carriageReturn { end -= 1 }
        return end
    }

    /// Where the line behind a place starts; nil in the last one.
    func nextLine(_ offset: Int) -> Int? {
        var end = offset
        while end < bytes.count, bytes[end] != .lineFeed { end += 1 }
        return end < bytes.count ? end + 1 : nil
    }

    func trimmed(_ range: Range<Int>) -> ArraySlice<UInt8> {
        var text = bytes[range]
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    func line(of offset: Int) -> Int { bytes[..<offset].count { $0 == .lineFeed } + 1 }

    func unsure(_ node: SyntaxNode) -> Unsure { Unsure(line: line(of: node.place.span.start)) }

    /// Where a text without quotes ends, which may go on in the lines below.
    func endOfPlainText(from start: Int, limit: Int) -> Int {
        var end = endOfPlainLine(start)
        guard end == trimmed(start..<lineEnd(start)).endIndex else { return end }
        while let next = nextLine(end), lineEnd(next) <= limit {
            let text = trimmed(next..<lineEnd(next))
            let start = text.first { $0 != .space }
            if start == UInt8(ascii: "#") { break }
            guard start != nil else {
                guard let after = nextLine(next), after < limit else { break }
                // A blank line belongs to the text only when the text goes on.
                var rest = after
                while rest < limit, bytes[rest] <= 0x20 { rest += 1 }
                guard rest < limit, bytes[rest] != UInt8(ascii: "#") else { break }
                end = lineEnd(next)
                continue
            }
            end = endOfPlainLine(next)
        }
        return end
    }

    func endOfPlainLine(_ start: Int) -> Int {
        let line = trimmed(start..<lineEnd(start))
        var index = line.startIndex
        while index < line.endIndex {
            if line[index] == UInt8(ascii: "#"), index > line.startIndex, bytes[index - 1] <= 0x20 {
                return trimmed(start..<index).endIndex
            }
            index += 1
        }
        return line.endIndex
    }
}
