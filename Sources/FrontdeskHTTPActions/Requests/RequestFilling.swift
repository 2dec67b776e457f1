import FrontdeskDialogue

/// Fills the places of a request's texts with arguments and environment variables.
struct RequestFilling: Sendable {
    let arguments: Record
    let environment: @Sendable (String) -> String?

    /// The text with each argument changed by a function; environment variables are taken as they are.
    func text(
        _ text: RequestText,
        argument change: (String) throws(RequestProblem) -> String
    ) throws(RequestProblem) -> String {
        var result = ""
        for piece in text.pieces {
            switch piece {
            case .text(let text): result += text
            case .argument(let name): result += try change(arguments[name]?.sent ?? "")
            case .environment(let name): result += try variable(name)
            }
        }
        return result
    }

    /// The value of an environment variable.
    func variable(_ name: String) throws(RequestProblem) -> String {
        guard let value = environment(name), !value.isEmpty else {
            throw RequestProblem("the environment variable \(name) is not set")
        }
        return value
    }

    /// The address: what fills a place is one part of the path, or of the query, and nothing more.
    func url(_ text: RequestText, query: [NamedText]) throws(RequestProblem) -> String {
        var url = try self.text(text) { (value) throws(RequestProblem) in
            // An empty part or one of dots would lead to another address.
            guard !value.isEmpty, value != ".", value != ".." else {
                throw RequestProblem("an argument of the address is empty or '..'")
            }
            return Self.percentEncoded(value)
        }
        guard !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
            throw RequestProblem("the address holds a space or a control character")
        }
        let parts = try query.map { (part) throws(RequestProblem) in
            let value = try self.text(part.text) { (value) throws(RequestProblem) in value }
            return "\(Self.percentEncoded(part.name))=\(Self.percentEncoded(value))"
        }
        if !parts.isEmpty { url += (url.contains("?") ? "&" : "?") + parts.joined(separator: "&") }
        return url
    }

    /// The headers; a value with a line end would be a second header, so it is refused.
    func headers(_ headers: [NamedText]) throws(RequestProblem) -> [OutgoingRequest.Header] {
        try headers.map { (header) throws(RequestProblem) in
            let value = try text(header.text) { (value) throws(RequestProblem) in value }
            guard !value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
                throw RequestProblem("the header \(header.name) would hold a control character")
            }
            return OutgoingRequest.Header(header.name, value)
        }
    }

    /// A JSON document as bytes.
    func json(_ json: RequestJSON) throws(RequestProblem) -> [UInt8] {
        var writer = JSONBytes()
        try write(json, to: &writer)
        return writer.bytes
    }

    private func write(_ json: RequestJSON, to writer: inout JSONBytes) throws(RequestProblem) {
        switch json {
        case .null: writer.raw("null")
        case .boolean(let flag): writer.raw(flag ? "true" : "false")
        case .number(let number): writer.raw(number)
        case .text(let text): writer.string(try self.text(text) { (value) throws(RequestProblem) in value })
        case .argument(let name): writer.value(arguments[name] ?? .none)
        case .list(let items):
            writer.raw("[")
            for (index, item) in items.enumerated() {
                if index > 0 { writer.raw(",") }
                try write(item, to: &writer)
            }
            writer.raw("]")
        case .object(let members):
            writer.raw("{")
            for (index, member) in members.enumerated() {
                if index > 0 { writer.raw(",") }
                writer.string(member.name)
                writer.raw(":")
                try write(member.value, to: &writer)
            }
            writer.raw("}")
        }
    }

    /// The text with all bytes but the unreserved ones (RFC 3986, section 2.3) as `%` and two digits.
    static func percentEncoded(_ text: String) -> String {
        var result: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            if isLetter || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
