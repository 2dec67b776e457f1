import FrontdeskDialogue

// Texts of requests: `{{argument}}` and `${VARIABLE}`.
extension FileReader {
    /// A text of a request; nil, reported, when it cannot be read.
    func requestText(_ node: SyntaxNode, _ what: String, takes: [Name]) -> RequestText? {
        guard let text = text(node, what) else { return nil }
        var pieces: [RequestText.Piece] = []
        let bytes = Array(text.utf8)
        var start = 0
        var index = 0
        func flush(to end: Int) {
            guard end > start else { return }
            pieces.append(.text(String(decoding: bytes[start..<end], as: UTF8.self)))
        }
        while index < bytes.count {
            let isArgument = bytes[index...].starts(with: "{{".utf8)
            guard isArgument || bytes[index...].starts(with: "${".utf8) else {
                index += 1
                continue
            }
            flush(to: index)
            let closing = Array((isArgument ? "}}" : "}").utf8)
            guard let end = Self.find(closing, in: bytes, from: index + 2) else {
                let missing = isArgument ? "'{{' has no '}}'" : "'${' has no '}'"
                report.report(.badRequestText, inner(node, index, index + 2), missing)
                return nil
            }
            let inside = String(decoding: bytes[index + 2..<end], as: UTF8.self)
            let place = inner(node, index, end + closing.count)
            guard let piece = isArgument ? argument(inside, place, takes: takes) : variable(inside, place)
            else { return nil }
            pieces.append(piece)
            index = end + closing.count
            start = index
        }
        flush(to: bytes.count)
        return RequestText(pieces)
    }

    private func argument(_ inside: String, _ place: Place, takes: [Name]) -> RequestText.Piece? {
        let name = inside.split(separator: " ").joined(separator: " ")
        if takes.contains(where: { $0.text == name }) { return .argument(name) }
        let near = Spelling.nearest(to: name, among: takes.map(\.text))
        report.report(
            .badRequestText,
            place,
            "'{{\(name)}}' is not among the arguments under 'takes'",
            help: near.map { "did you mean '{{\($0)}}'?" }
                ?? "add '\(name)' to 'takes'; requests are filled from arguments alone",
            mends: near.map { [.write("{{\($0)}}")] } ?? []
        )
        return nil
    }

    private func variable(_ name: String, _ place: Place) -> RequestText.Piece? {
        if Self.isVariable(name) { return .environment(name) }
        report.report(
            .badRequestText,
            place,
            "'${\(name)}' is no name of an environment variable",
            help: "write capital letters, digits and '_': ${CARRIER_TOKEN}"
        )
        return nil
    }

    private static func find(_ sought: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= sought.count else { return nil }
        var index = start
        while index + sought.count <= bytes.count {
            if bytes[index...].starts(with: sought) { return index }
            index += 1
        }
        return nil
    }

    /// A JSON document written as YAML: what stands unquoted and is a number, true, false or null is one in JSON, too.
    func requestJSON(_ node: SyntaxNode, takes: [Name]) -> RequestJSON? {
        switch node.kind {
        case .list(let items):
            return .list(items.compactMap { requestJSON($0, takes: takes) })
        case .keys(let entries):
            return .object(
                entries.compactMap { entry in
                    guard let name = entry.key.text else { return nil }
                    return requestJSON(entry.value, takes: takes).map { RequestJSON.Member(name, $0) }
                }
            )
        case .text(let text):
            if node.isAbsent { return .null }
            if text.isEmpty { return .text(RequestText([])) }
            if node.style == .plain {
                switch text {
                case "null": return .null
                case "true": return .boolean(true)
                case "false": return .boolean(false)
                default: if Self.isJSONNumber(text) { return .number(text) }
                }
            }
            guard let value = requestText(node, "a value", takes: takes) else { return nil }
            if case .argument(let name)? = value.pieces.first, value.pieces.count == 1 {
                return .argument(name)
            }
            return .text(value)
        }
    }

    /// Whether a text is a number in the notation of JSON (RFC 8259, section 6).
    static func isJSONNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        func digits(_ rest: inout Substring.UTF8View) -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest.removeFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let leading = rest.first
        let whole = digits(&rest)
        guard whole > 0, whole == 1 || leading != UInt8(ascii: "0") else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard digits(&rest) > 0 else { return false }
        }
        if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            guard digits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }
}
