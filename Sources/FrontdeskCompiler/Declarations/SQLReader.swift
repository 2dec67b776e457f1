/// Reads off an SQL statement what the compiler must know; the database itself checks the rest.
struct SQLReader {
    /// Named parameters in order of first use, with the offset of their colon.
    private(set) var parameters: [(name: String, offset: Int)] = []
    /// Where something stands behind the first statement's semicolon.
    private(set) var secondStatement: Int?
    /// The word that says what the statement does, as written, and its offset.
    private(set) var verb = ""
    private(set) var verbOffset = 0
    /// Whether it changes data.
    private(set) var writes = false
    /// The names of the columns of a SELECT; empty when they cannot be told simply.
    private(set) var columns: [String] = []

    private enum Piece {
        case word(String, Int)
        case sign(UInt8, Int)
    }

    private static let writing = [
        "insert", "update", "delete", "replace", "create", "drop", "alter", "attach", "detach", "pragma",
        "vacuum",
        "reindex", "truncate", "begin", "commit",
    ]

    init(_ statement: String) {
        var pieces: [Piece] = []
        var hasEnded = false
        var scanner = SQLScanner(statement)
        while let token = scanner.next() {
            if hasEnded, secondStatement == nil { secondStatement = token.offset }
            switch token.kind {
            case .parameter:
                if !parameters.contains(where: { $0.name == token.text }) {
                    parameters.append((token.text, token.offset))
                }
                pieces.append(.sign(UInt8(ascii: ":"), token.offset))
            case .word, .quoted: pieces.append(.word(token.text, token.offset))
            case .sign(let byte):
                if byte == UInt8(ascii: ";") {
                    hasEnded = true
                } else {
                    pieces.append(.sign(byte, token.offset))
                }
            }
        }
        readVerb(pieces)
        if verb.lowercased() == "select" { columns = Self.columns(pieces) }
    }

    /// The verb is the first word; behind a WITH clause, the first verb outside brackets.
    private mutating func readVerb(_ pieces: [Piece]) {
        var depth = 0
        for piece in pieces {
            switch piece {
            case .sign(UInt8(ascii: "("), _): depth += 1
            case .sign(UInt8(ascii: ")"), _): depth -= 1
            case .word(let word, let offset):
                let small = word.lowercased()
                if verb.isEmpty { (verb, verbOffset) = (word, offset) }
                if small != "with", verb.lowercased() != "with" {
                    writes = Self.writing.contains(verb.lowercased())
                    return
                }
                if depth == 0, Self.writing.contains(small) || small == "select" {
                    (verb, verbOffset) = (word, offset)
                }
                if depth == 0, Self.writing.contains(small) { writes = true }
                if verb.lowercased() != "with" { return }
            default: break
            }
        }
    }

    private static func columns(_ pieces: [Piece]) -> [String] {
        var lists: [[Piece]] = [[]]
        var depth = 0
        loop: for piece in pieces.dropFirst() {
            switch piece {
            case .sign(UInt8(ascii: "("), _): depth += 1
            case .sign(UInt8(ascii: ")"), _): depth -= 1
            case .sign(UInt8(ascii: ","), _) where depth == 0:
                lists.append([])
                continue
            case .word(let word, _) where depth == 0 && word.lowercased() == "from": break loop
            case .word(let word, _) where depth == 0 && word.lowercased() == "distinct": continue
            default: break
            }
            lists[lists.count - 1].append(piece)
        }
        var names: [String] = []
        for list in lists {
            guard let name = columnName(list) else { return [] }
            names.append(name)
        }
        return names
    }

    /// The last word, if it stands behind AS, behind a dot, or alone.
    private static func columnName(_ pieces: [Piece]) -> String? {
        guard case .word(let name, _)? = pieces.last else { return nil }
        guard pieces.count > 1 else { return name }
        switch pieces[pieces.count - 2] {
        case .word(let word, _) where word.lowercased() == "as": return name
        case .sign(UInt8(ascii: "."), _) where pieces.count == 3: return name
        default: return nil
        }
    }
}

/// Cuts SQL into words, signs and parameters; texts and comments are passed over.
struct SQLScanner {
    enum Kind {
        case word, quoted, parameter
        case sign(UInt8)
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ statement: String) {
        bytes = Array(statement.utf8)
    }

    mutating func next() -> (kind: Kind, text: String, offset: Int)? {
        skip()
        guard index < bytes.count else { return nil }
        let start = index
        let byte = bytes[index]
        if byte == UInt8(ascii: "'") {
            quoted(byte)
            return (.sign(byte), "", start)
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
            quoted(byte)
            let end = max(start + 1, index - 1)
            return (.quoted, String(decoding: bytes[start + 1..<end], as: UTF8.self), start)
        }
        if byte == UInt8(ascii: ":"), index + 1 < bytes.count, Self.isWord(bytes[index + 1]) {
            index += 1
            return (.parameter, word(), start)
        }
        if Self.isWord(byte) { return (.word, word(), start) }
        index += 1
        return (.sign(byte), "", start)
    }

    private mutating func skip() {
        while index < bytes.count {
            if bytes[index] <= 0x20 {
                index += 1
            } else if bytes[index...].starts(with: "--".utf8) {
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            } else if bytes[index...].starts(with: "/*".utf8) {
                index += 2
                while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
                index = min(index + 2, bytes.count)
            } else {
                return
            }
        }
    }

    private mutating func word() -> String {
        let start = index
        while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Passes over a quoted text; a doubled quote inside is part of it.
    private mutating func quoted(_ quote: UInt8) {
        index += 1
        while index < bytes.count {
            if bytes[index] == quote {
                index += 1
                if index >= bytes.count || bytes[index] != quote { return }
            }
            index += 1
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }
}
