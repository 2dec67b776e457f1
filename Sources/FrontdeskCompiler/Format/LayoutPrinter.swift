import FrontdeskMatching

/// Prints the parts of a file in order, each text as it was written, with what stood between them.
struct LayoutPrinter {
    /// A place that cannot be laid out.
    struct Unsure: Error {
        /// Counted from 1.
        let line: Int
    }

    /// How far a level was indented, and is now.
    private struct Level {
        var column: Int
        var indent: Int
    }

    let bytes: [UInt8]
    private var out: [UInt8] = []
    /// Everything before it is printed.
    private var position = 0
    /// The levels around what was printed last, outermost first.
    private var levels: [Level] = []
    /// Whether a blank line would come first in its level.
    private var isFirst = true

    /// The end of the last text whose blank lines at the end belong to it.
    private var keptEnd = 0

    /// How much each level is indented.
    private static let step = 2

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Prints a file.
    mutating func print(_ root: SyntaxNode?) throws(Unsure) -> [UInt8] {
        if let root {
            if root.style == .lines {
                try block(root, indent: 0, limit: bytes.count, isInline: false)
            } else {
                between(to: root.place.span.start, column: 0, indent: 0)
                try value(root, indent: -Self.step, column: 0, limit: bytes.count)
            }
        }
        between(to: bytes.count, column: 0, indent: 0)
        while out.last == .lineFeed, out.count > keptEnd { out.removeLast() }
        if !out.isEmpty, out.last != .lineFeed { out.append(.lineFeed) }
        return out
    }

    // MARK: Levels

    private mutating func block(
        _ node: SyntaxNode,
        indent: Int,
        limit: Int,
        isInline: Bool
    ) throws(Unsure) {
        switch node.kind {
        case .keys(let entries):
            let column = entries.first.map { self.column(of: $0.key.place.span.start) } ?? 0
            for (index, entry) in entries.enumerated() {
                let next = index + 1 < entries.count ? entries[index + 1].key.place.span.start : limit
                if index > 0 || !isInline {
                    between(to: entry.key.place.span.start, column: column, indent: indent)
                    write(spaces: indent)
                } else {
                    enter(column, indent)
                }
                try key(entry, indent: indent, column: column, limit: next)
            }
        case .list(let items):
            let column = self.column(of: WrittenText.skipSigns(node.place.span.start, bytes))
            for (index, item) in items.enumerated() {
                let next = index + 1 < items.count ? try dash(of: items[index + 1], column) : limit
                let own = try dash(of: item, column)
                if index > 0 || !isInline {
                    between(to: max(own, firstText(of: item)), column: column, indent: indent)
                    write(spaces: indent)
                } else {
                    enter(column, indent)
                }
                out.append(UInt8(ascii: "-"))
                position = max(position, own + 1)
                if item.style == .lines, !item.hasSign {
                    out.append(.space)
                    position = max(position, firstText(of: item))
                    try block(item, indent: indent + Self.step, limit: next, isInline: true)
                } else {
                    try value(item, indent: indent, column: column, limit: next)
                }
            }
        case .text:
            throw unsure(node)
        }
    }

    private mutating func key(
        _ entry: SyntaxNode.Entry,
        indent: Int,
        column: Int,
        limit: Int
    ) throws(Unsure) {
        let span = entry.key.place.span
        guard span.start >= position, span.end > span.start else { throw unsure(entry.key) }
        write(bytes[span.start..<span.end])
        var colon = span.end
        while colon < limit, bytes[colon] == .space { colon += 1 }
        guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { throw unsure(entry.key) }
        out.append(bytes[colon])
        position = colon + 1
        try value(entry.value, indent: indent, column: column, limit: limit)
    }

    // MARK: Values

    /// Prints what stands behind a key or a dash.
    private mutating func value(
        _ node: SyntaxNode,
        indent: Int,
        column: Int,
        limit: Int
    ) throws(Unsure) {
        if try sign(limit) { return }
        if node.isAbsent { return }
        if node.style == .lines {
            isFirst = true
            return try block(node, indent: indent + Self.step, limit: limit, isInline: false)
        }
        let start = WrittenText.skipSigns(node.place.span.start, bytes)
        guard start >= position, !bytes[position..<start].contains(UInt8(ascii: "#")) else {
            throw unsure(node)
        }
        if out.last.map({ $0 != .lineFeed && $0 != .space }) == true { out.append(.space) }
        position = start
        switch node.style {
        case .literal, .folded: try textBlock(indent: indent, column: column, limit: limit)
        case .flow: try brackets(indent: indent, column: column)
        case .singleQuoted, .doubleQuoted: fold(to: node.place.span.end, indent: indent)
        default: fold(to: endOfPlainText(from: start, limit: limit), indent: indent)
        }
        isFirst = false
    }

    /// Prints anchors and tags in front of a value.
    ///
    /// - Returns: Whether an alias was the whole value.
    private mutating func sign(_ limit: Int) throws(Unsure) -> Bool {
        var index = position
        while index < limit {
            while index < limit, bytes[index] == .space { index += 1 }
            guard index < limit,
                [UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "*")].contains(bytes[index])
            else { return false }
            let start = index
            while index < limit, bytes[index] > 0x20 { index += 1 }
            out.append(.space)
            write(bytes[start..<index])
            position = index
            if bytes[start] == UInt8(ascii: "*") { return true }
        }
        return false
    }

    /// A text over several lines that are read as one, or a single line.
    private mutating func fold(to end: Int, indent: Int) {
        var isContinued = false
        for line in bytes[position..<end].split(separator: .lineFeed, omittingEmptySubsequences: false) {
            var line = line[...]
            if line.last == .carriageReturn { line.removeLast() }
            if isContinued {
                out.append(.lineFeed)
                line = line.drop { $0 == .space || $0 == .tab }
                if !line.isEmpty { write(spaces: indent + Self.step) }
            }
            write(line)
            isContinued = true
        }
        position = end
    }

    /// A text under `|` or `>`: its lines keep their distance from each other.
    private mutating func textBlock(indent: Int, column: Int, limit: Int) throws(Unsure) {
        let header = lineEnd(position)
        write(trimmed(position..<header))
        let isKept = bytes[position..<header].prefix { $0 > 0x20 }.contains(UInt8(ascii: "+"))
        guard
            !bytes[position..<header].prefix(while: { $0 > 0x20 }).contains(where: {
                (0x31...0x39).contains($0)
            })
        else { throw Unsure(line: line(of: position)) }
        var lines: [Range<Int>] = []
        var start = header
        var used = 0
        while let next = nextLine(start), next < bytes.count {
            let end = lineEnd(next)
            let depth = bytes[next..<end].prefix { $0 == .space }.count
            let isBlank = depth == end - next
            guard isBlank || depth > column || (column == 0 && indent < 0) else { break }
            lines.append(next..<end)
            if !isBlank || isKept { used = lines.count }
            start = end
        }
        let text = lines.prefix(used)
        let depths = text.map { line in (line, bytes[line].prefix { $0 == .space }.count) }
        let least = depths.filter { $0.1 < $0.0.count }.map(\.1).min() ?? 0
        for (line, depth) in depths {
            out.append(.lineFeed)
            let rest = line.lowerBound + min(depth, least)..<line.upperBound
            // Spaces at the end of a line belong to the text; a line of nothing else does not need them.
            if depth == line.count, depth <= least { continue }
            write(spaces: indent + Self.step)
            write(bytes[rest])
        }
        if isKept, out.last == .lineFeed { out.append(.lineFeed) }
        position = text.last?.upperBound ?? header
        if isKept { keptEnd = out.count }
    }

    /// Keys or a list within brackets.
    private mutating func brackets(indent: Int, column: Int) throws(Unsure) {
        guard let end = Brackets.end(of: position, in: bytes) else { throw Unsure(line: line(of: position)) }
        let written = bytes[position..<end]
        if !written.contains(.lineFeed) {
            write(Brackets.spaced(written)[...])
        } else {
            var isContinued = false
            for line in written.split(separator: .lineFeed, omittingEmptySubsequences: false) {
                var line = line[...]
                while let last = line.last, last == .space || last == .carriageReturn { line.removeLast() }
                if isContinued {
                    let depth = line.prefix { $0 == .space }.count
                    out.append(.lineFeed)
                    line = line.dropFirst(depth)
                    if !line.isEmpty { write(spaces: max(indent + 1, depth + indent - column)) }
                }
                write(line)
                isContinued = true
            }
        }
        position = end
    }

    // MARK: Comments and blank lines

    /// Prints the comments and blank lines before what comes next.
    private mutating func between(to end: Int, column: Int, indent: Int) {
        let end = max(position, end)
        var isSameLine = position > 0
        var hasBlank = false
        for line in bytes[position..<end].split(separator: .lineFeed, omittingEmptySubsequences: false) {
            let isWhole = line.endIndex < end
            let comment = line.firstIndex(of: UInt8(ascii: "#")).map { trimmed($0..<line.endIndex) }
            if let comment {
                if isSameLine {
                    out += [.space, .space]
                } else {
                    if !out.isEmpty, out.last != .lineFeed { out.append(.lineFeed) }
                    if hasBlank, !isFirst { out.append(.lineFeed) }
                    write(spaces: self.indent(of: comment.startIndex, column, indent))
                }
                write(comment: comment)
                out.append(.lineFeed)
                (hasBlank, isFirst) = (false, false)
            } else if !isSameLine, isWhole, line.allSatisfy({ $0 <= 0x20 }) {
                hasBlank = true
            }
            isSameLine = false
        }
        if !out.isEmpty, out.last != .lineFeed { out.append(.lineFeed) }
        if hasBlank, !isFirst, end < bytes.count { out.append(.lineFeed) }
        isFirst = false
        position = end
        enter(column, indent)
    }

    /// A comment goes with what follows, unless it stands deeper: then it belongs to what came before, where that is of
    /// the same level or a deeper one.
    private func indent(of comment: Int, _ column: Int, _ indent: Int) -> Int {
        let own = self.column(of: comment)
        guard own > column else { return indent }
        return levels.last { $0.column <= own && $0.column >= column }?.indent ?? indent
    }

    private mutating func write(comment: ArraySlice<UInt8>) {
        out.append(UInt8(ascii: "#"))
        let rest = comment.dropFirst()
        if let first = rest.first, first > 0x20, first != UInt8(ascii: "#"), first != UInt8(ascii: "!") {
            out.append(.space)
        }
        write(rest)
    }

    private mutating func enter(_ column: Int, _ indent: Int) {
        levels.removeAll { $0.column >= column }
        levels.append(Level(column: column, indent: indent))
    }

    // MARK: Writing

    private mutating func write(_ text: ArraySlice<UInt8>) { out += text }

    private mutating func write(spaces: Int) { out += repeatElement(.space, count: max(0, spaces)) }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
}
