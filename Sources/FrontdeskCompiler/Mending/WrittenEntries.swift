import FrontdeskMatching

/// The keys and list items of a file as they are written, for edits that leave everything else as it is.
struct WrittenEntries {
    let bytes: [UInt8]
    /// What the file says; nil when it cannot be read.
    let root: SyntaxNode?

    /// One of the keys or items of a collection.
    private struct Spot {
        var collection: SyntaxNode
        var index: Int
    }

    init(_ source: SourceFile) {
        bytes = source.bytes
        let report = Reporter([source])
        guard SourceCheck.isReadable(source, file: 0, report) else {
            root = nil
            return
        }
        var reader = YAMLReader(file: 0, bytes: source.bytes, report: report)
        root = reader.read()
    }

    // MARK: Taking out

    /// Takes out the innermost key or item that an offset stands in, with all that belongs to it; with the last one of
    /// a collection goes what holds it.
    func takingOut(at offset: Int) -> SourceEdit? {
        let path = path(to: offset)
        if let last = path.last, let start = start(of: last), start > offset {
            return nil
        }
        // A key that stands twice is not in what was read.
        if path.isEmpty || !isMeant(path[path.count - 1], offset) { return takingOutLines(from: offset) }
        return takingOut(path[...])
    }

    /// Takes out a key beside the one that an offset stands in.
    func takingOut(_ key: String, beside offset: Int) -> SourceEdit? {
        var path = path(to: offset)
        while let spot = path.popLast() {
            guard case .keys(let entries) = spot.collection.kind,
                let index = entries.firstIndex(where: { $0.name.text == key })
            else { continue }
            return takingOut((path + [Spot(collection: spot.collection, index: index)])[...])
        }
        return nil
    }

    private func takingOut(_ path: ArraySlice<Spot>) -> SourceEdit? {
        guard let spot = path.last, let start = start(of: spot) else { return nil }
        if count(spot.collection) == 1, path.count > 1 { return takingOut(path.dropLast()) }
        guard spot.collection.style == .flow else {
            if case .list = spot.collection.kind { return takingOutLines(from: dash(before: start)) }
            return takingOutLines(from: start)
        }
        guard var end = end(of: spot) else { return nil }
        var begin = start
        if spot.index + 1 < count(spot.collection) {
            while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
            end += 1
            while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
        } else {
            while begin > 0, bytes[begin - 1] <= 0x20 { begin -= 1 }
            if begin > 0, bytes[begin - 1] == UInt8(ascii: ",") { begin -= 1 }
        }
        guard end <= bytes.count else { return nil }
        return SourceEdit(span: SourceSpan(begin, end), text: "")
    }

    /// Takes out the line on which a key or dash stands first, and the lines that belong to it.
    private func takingOutLines(from offset: Int?) -> SourceEdit? {
        guard let offset, let column = column(of: offset) else { return nil }
        let isItem = bytes[offset] == UInt8(ascii: "-")
        var end = lineEnd(offset)
        var next = end
        while next < bytes.count {
            let rest = lineEnd(next)
            let first = (next..<rest).first { bytes[$0] > 0x20 }
            guard let first, bytes[first] != UInt8(ascii: "#") else {
                next = rest
                continue
            }
            // The items of a key may stand right below it.
            let isOwnItem = !isItem && first - next == column && bytes[first] == UInt8(ascii: "-")
            guard first - next > column || isOwnItem else { break }
            next = rest
            end = rest
        }
        return SourceEdit(span: SourceSpan(offset - column, end), text: "")
    }

    // MARK: Adding

    /// Adds a key with its value behind the key that an offset stands in.
    func adding(_ entry: String, beside offset: Int) -> SourceEdit? {
        guard let spot = path(to: offset).last(where: { $0.collection.isKeys }) else { return nil }
        return adding([entry], behind: spot)
    }

    /// Adds keys with their values below a key beside the one that an offset stands in.
    func adding(_ entries: [String], below key: String, beside offset: Int) -> SourceEdit? {
        guard let spot = path(to: offset).last(where: { $0.collection.isKeys }),
            case .keys(let beside) = spot.collection.kind
        else { return nil }
        if let index = beside.firstIndex(where: { $0.name.text == key }) {
            guard case .keys(let below) = beside[index].value.kind, !below.isEmpty else { return nil }
            return adding(entries, behind: Spot(collection: beside[index].value, index: below.count - 1))
        }
        return adding(["\(key): {\(entries.joined(separator: ", "))}"], behind: spot)
    }

    /// Adds an item to the list of a key beside the one that an offset stands in.
    func adding(item: String, to key: String, beside offset: Int) -> SourceEdit? {
        for spot in path(to: offset).reversed() {
            guard case .keys(let entries) = spot.collection.kind,
                let entry = entries.first(where: { $0.name.text == key })
            else { continue }
            guard case .list(let items) = entry.value.kind, entry.value.style == .flow, !items.isEmpty,
                let end = end(of: Spot(collection: entry.value, index: items.count - 1))
            else { return nil }
            return SourceEdit(span: SourceSpan(end, end), text: ", \(item)")
        }
        return nil
    }

    private func adding(_ entries: [String], behind spot: Spot) -> SourceEdit? {
        guard let start = start(of: spot) else { return nil }
        if spot.collection.style == .flow {
            guard let end = end(of: spot) else { return nil }
            return SourceEdit(span: SourceSpan(end, end), text: entries.map { ", \($0)" }.joined())
        }
        guard case .keys(let beside) = spot.collection.kind,
            let column = beside.lazy.compactMap({ self.column(of: $0.key.place.span.start) }).first
                ?? itemColumn(of: start),
            let end = takingOutLines(from: column == self.column(of: start) ? start : nil)?.span.end
                ?? itemEnd(of: start)
        else { return nil }
        let indent = String(repeating: " ", count: column)
        let isOpenEnd = end > 0 && bytes[end - 1] != .lineFeed
        let lines = entries.map { "\(indent)\($0)\n" }.joined()
        return SourceEdit(span: SourceSpan(end, end), text: isOpenEnd ? "\n" + lines.dropLast() : lines)
    }

    /// The column of a key that stands behind the dash of a list item.
    private func itemColumn(of offset: Int) -> Int? {
        guard dash(before: offset) != nil else { return nil }
        return offset - lineStart(offset)
    }

    /// Where the lines of a key behind a dash end that have none but its own.
    private func itemEnd(of offset: Int) -> Int? {
        dash(before: offset) == nil ? nil : lineEnd(offset)
    }

    // MARK: Finding

    /// The keys and items that an offset stands in, from the outside in.
    private func path(to offset: Int) -> [Spot] {
        var path: [Spot] = []
        var node = root
        while let collection = node, !collection.hasSign {
            guard let index = collection.starts.lastIndex(where: { $0 <= offset }) else { break }
            path.append(Spot(collection: collection, index: index))
            node =
                switch collection.kind {
                case .keys(let entries):
                    entries[index].value.place.span.start <= offset ? entries[index].value : nil
                case .list(let items): items[index]
                case .text: nil
                }
        }
        return path
    }

    /// Whether an offset stands on a key or in a text, and not just behind them.
    private func isMeant(_ spot: Spot, _ offset: Int) -> Bool {
        func holds(_ node: SyntaxNode) -> Bool {
            (node.place.span.start..<max(node.place.span.end, node.place.span.start + 1)).contains(offset)
        }
        switch spot.collection.kind {
        case .keys(let entries): return holds(entries[spot.index].key) || holds(entries[spot.index].value)
        case .list(let items): return holds(items[spot.index])
        case .text: return false
        }
    }

    private func count(_ node: SyntaxNode) -> Int { node.starts.count }

    private func start(of spot: Spot) -> Int? {
        let starts = spot.collection.starts
        return starts.indices.contains(spot.index) ? starts[spot.index] : nil
    }

    /// Where a key or item within brackets ends.
    private func end(of spot: Spot) -> Int? {
        let value: SyntaxNode
        switch spot.collection.kind {
        case .keys(let entries):
            value = entries[spot.index].value
            if value.isAbsent { return entries[spot.index].key.place.span.end }
        case .list(let items): value = items[spot.index]
        case .text: return nil
        }
        guard !value.hasSign else { return nil }
        return value.text == nil ? Brackets.end(of: value.place.span.start, in: bytes) : value.place.span.end
    }

    /// The dash of the list item that begins at an offset; nil when it stands elsewhere.
    private func dash(before offset: Int) -> Int? {
        let start = lineStart(offset)
        guard let first = (start..<offset).first(where: { bytes[$0] > 0x20 }),
            bytes[first] == UInt8(ascii: "-"), !(first + 1..<offset).contains(where: { bytes[$0] > 0x20 })
        else { return nil }
        return first
    }

    /// How far from the left a key or dash stands; nil when something stands before it on its line.
    private func column(of offset: Int) -> Int? {
        let start = lineStart(offset)
        guard (start..<offset).allSatisfy({ bytes[$0] == .space }) else { return nil }
        return offset - start
    }

    private func lineStart(_ offset: Int) -> Int {
        (bytes[..<offset].lastIndex(of: .lineFeed) ?? -1) + 1
    }

    /// The offset behind the line's end.
    private func lineEnd(_ offset: Int) -> Int {
        (bytes[offset...].firstIndex(of: .lineFeed) ?? bytes.count - 1) + 1
    }
}

extension SyntaxNode {
    fileprivate var isKeys: Bool {
        if case .keys = kind { true } else { false }
    }

    /// Where its keys or items begin.
    fileprivate var starts: [Int] {
        switch kind {
        case .keys(let entries): entries.map(\.key.place.span.start)
        case .list(let items): items.map(\.place.span.start)
        case .text: []
        }
    }
}
