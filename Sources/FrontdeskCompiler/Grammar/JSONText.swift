/// JSON whose members keep their order.
enum JSONText: Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case array([JSONText])
    case object([(String, JSONText)])

    /// The text, indented by two blanks a level; short lists and objects stand on one line.
    func written(indent: Int) -> String {
        let short = compact
        if short.utf8.count + indent <= 90 { return short }
        let inner = String(repeating: " ", count: indent + 2)
        let end = "\n" + String(repeating: " ", count: indent)
        switch self {
        case .array(let items):
            return "[\n" + items.map { inner + $0.written(indent: indent + 2) }.joined(separator: ",\n") + end
                + "]"
        case .object(let members):
            let lines = members.map {
                inner + Self.quoted($0.0) + ": " + $0.1.written(indent: indent + 2)
            }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        default: return short
        }
    }

    private var compact: String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .integer(let number): String(number)
        case .number(let number):
            number == number.rounded() ? String(Int(number)) : String(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .array(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.0) + ": " + $0.1.compact }.joined(separator: ", ") + "}"
        }
    }

    /// A text in quotes, with everything escaped that JSON wants escaped.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
