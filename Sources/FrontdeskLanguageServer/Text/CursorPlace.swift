import FrontdeskCompiler

/// Where in a file's structure a cursor stands, told from the lines alone: a file that is being written is rarely whole.
struct CursorPlace: Equatable {
    enum Step: Equatable {
        case key(String)
        case item
    }

    /// The keys and lists around the cursor, from the outside in.
    var path: [Step]
    /// Whether a key is being written, and not what stands behind one.
    var isKey: Bool
    /// What is written of it before the cursor.
    var prefix: String
    /// The keys that stand beside it.
    var siblings: [String]

    private struct Level {
        var indent: Int
        var step: Step
    }

    /// The place of a byte.
    init(_ document: TextDocument, at offset: Int) {
        let number = document.lineNumber(of: offset)
        var levels: [Level] = []
        // The indent of the key whose text block is being passed over.
        var block: Int?
        var flow = ""
        for earlier in 0..<number {
            let text = String(decoding: document.line(earlier), as: UTF8.self)
            let line = BlockLine(text)
            if let outer = block, line.isBlank || line.indent > outer { continue }
            block = nil
            guard !line.isBlank else { continue }
            if !flow.isEmpty {
                flow += " " + text
                if FlowText(flow).isClosed { flow = "" }
                continue
            }
            Self.enter(line, &levels)
            if line.beginsBlock { block = levels.last?.indent }
            if line.rest.hasPrefix("{") || line.rest.hasPrefix("["), !FlowText(line.rest).isClosed {
                flow = line.rest
            }
        }
        let start = document.lineStarts[number]
        let written = String(decoding: document.bytes[start..<max(start, offset)], as: UTF8.self)
        var line = BlockLine(written)
        if !flow.isEmpty {
            line = BlockLine("")
            line.rest = flow + " " + written
        } else if let outer = block, line.indent > outer {
            self.init(path: levels.map(\.step), isKey: false, prefix: written, siblings: [])
            return
        } else {
            Self.enter(line, &levels)
        }
        let path = levels.map(\.step)
        if line.rest.hasPrefix("{") || line.rest.hasPrefix("[") {
            let inside = FlowText(line.rest)
            self.init(
                path: path + inside.path,
                isKey: inside.isKey,
                prefix: inside.prefix,
                siblings: inside.siblings
            )
        } else if line.key == nil {
            let siblings = Self.siblings(of: number, indent: line.contentIndent, document)
            self.init(path: path, isKey: true, prefix: line.rest, siblings: siblings)
        } else {
            self.init(path: path, isKey: false, prefix: line.rest, siblings: [])
        }
    }

    private init(path: [Step], isKey: Bool, prefix: String, siblings: [String]) {
        self.path = path
        self.isKey = isKey
        self.prefix = prefix
        self.siblings = siblings
    }

    /// Leaves what a line closes, and enters what it opens.
    private static func enter(_ line: BlockLine, _ levels: inout [Level]) {
        for dash in line.dashes {
            while let last = levels.last, last.indent > dash || (last.indent == dash && last.step == .item) {
                levels.removeLast()
            }
            levels.append(Level(indent: dash, step: .item))
        }
        while let last = levels.last, last.indent >= line.contentIndent { levels.removeLast() }
        if let key = line.key { levels.append(Level(indent: line.contentIndent, step: .key(key))) }
    }

    /// The keys of the same part, above and below.
    private static func siblings(of number: Int, indent: Int, _ document: TextDocument) -> [String] {
        var found: [String] = []
        // A dash begins a part: above it stand the keys of others, below it those of the next one.
        func collect(_ lines: some Sequence<Int>, isAbove: Bool) {
            for number in lines {
                let line = BlockLine(String(decoding: document.line(number), as: UTF8.self))
                if line.isBlank || line.contentIndent > indent { continue }
                guard line.contentIndent == indent, isAbove || line.dashes.isEmpty else { return }
                if let key = line.key { found.append(key) }
                if !line.dashes.isEmpty { return }
            }
        }
        let here = BlockLine(String(decoding: document.line(number), as: UTF8.self))
        if here.dashes.isEmpty { collect((0..<number).reversed(), isAbove: true) }
        collect((number + 1)..<max(number + 1, document.lineStarts.count), isAbove: false)
        return found
    }

    /// What may stand at the cursor, and the flow around it.
    func shape(in file: Part) -> (shape: Shape, flow: String)? {
        var shape = Shape.part(file)
        var flow = ""
        for step in path {
            switch step {
            case .item:
                guard let inner = shape.ofItems else { return nil }
                shape = inner
            case .key(let name):
                switch shape.ofEntries {
                case .part(let part):
                    guard let inner = part.key(name)?.shape ?? part.table.further?.shape else { return nil }
                    shape = inner
                case .map(let rule, let inner):
                    if rule == .declares(.flow) || rule == .refers(.flow) { flow = name }
                    shape = inner
                default: return nil
                }
            }
        }
        return (shape, flow)
    }
}

/// A line of a file: its indent, the dashes of lists, a key, and what stands behind it.
struct BlockLine {
    var indent = 0
    /// The column of each dash.
    var dashes: [Int] = []
    /// Where the content begins, behind the dashes.
    var contentIndent = 0
    var key: String?
    /// The content behind the key, or all of it.
    var rest = ""
    var isBlank = false

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var index = 0
        func skipBlanks() { while index < bytes.count, bytes[index] == 0x20 { index += 1 } }
        skipBlanks()
        indent = index
        while index < bytes.count, bytes[index] == UInt8(ascii: "-"),
            index + 1 == bytes.count || bytes[index + 1] == 0x20
        {
            dashes.append(index)
            index += 1
            skipBlanks()
        }
        contentIndent = index
        let content = Array(bytes[index...])
        isBlank = (content.isEmpty && dashes.isEmpty) || content.first == UInt8(ascii: "#")
        guard let first = content.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
            rest = String(decoding: content, as: UTF8.self)
            return
        }
        let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        let from = isQuoted ? (content.dropFirst().firstIndex(of: first) ?? content.count) : 0
        let colon = content.indices.first { position in
            position >= from && content[position] == UInt8(ascii: ":")
                && (position + 1 == content.count || content[position + 1] == 0x20)
        }
        guard let colon, colon + 1 <= content.count else {
            rest = String(decoding: content, as: UTF8.self)
            return
        }
        let name = isQuoted ? content[1..<min(from, colon)] : content[..<colon]
        key = String(decoding: name, as: UTF8.self)
        rest = String(decoding: content[(colon + 1)...].drop { $0 == 0x20 }, as: UTF8.self)
    }

    /// Whether a text of several lines follows.
    var beginsBlock: Bool {
        guard let first = rest.utf8.first else { return false }
        return first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
    }
}

/// Braces and brackets up to a cursor.
struct FlowText {
    private struct Level {
        var isList: Bool
        var key: String?
        var keys: [String] = []
    }

    private var levels: [Level] = []
    /// What is written since the last sign.
    private(set) var prefix = ""

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var word: [UInt8] = []
        var quote: UInt8?
        for index in bytes.indices {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
                word.append(byte)
                continue
            }
            let isEmpty = word.allSatisfy { $0 == 0x20 }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isEmpty { quote = byte }
                word.append(byte)
            case UInt8(ascii: "{") where isEmpty, UInt8(ascii: "[") where isEmpty:
                levels.append(Level(isList: byte == UInt8(ascii: "[")))
                word = []
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if !levels.isEmpty { levels.removeLast() }
                word = []
            case UInt8(ascii: ",") where !levels.isEmpty:
                levels[levels.count - 1].key = nil
                word = []
            case UInt8(ascii: ":")
            where levels.last?.isList == false && levels.last?.key == nil
                && (index + 1 == bytes.count || bytes[index + 1] == 0x20):
                let key = String(decoding: word.filter { ![0x20, 0x22, 0x27].contains($0) }, as: UTF8.self)
                levels[levels.count - 1].key = key
                levels[levels.count - 1].keys.append(key)
                word = []
            default: word.append(byte)
            }
        }
        prefix = String(decoding: word.drop { $0 == 0x20 }, as: UTF8.self)
    }

    /// Whether every brace and bracket is closed.
    var isClosed: Bool { levels.isEmpty }
    var isKey: Bool { levels.last.map { !$0.isList && $0.key == nil } ?? false }
    var siblings: [String] { levels.last?.keys ?? [] }

    var path: [CursorPlace.Step] {
        levels.compactMap { $0.isList ? .item : $0.key.map { .key($0) } }
    }
}
