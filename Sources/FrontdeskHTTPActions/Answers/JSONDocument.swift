import FoundationEssentials
import FrontdeskDialogue

/// A JSON document that another system sent.
enum JSONDocument: Hashable, Decodable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONDocument])
    case object([String: JSONDocument])

    /// Reads bytes; nil when they are no JSON.
    init?(_ bytes: [UInt8]) {
        guard let document = try? JSONDecoder().decode(JSONDocument.self, from: Data(bytes)) else {
            return nil
        }
        self = document
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let items = try? container.decode([JSONDocument].self) {
            self = .list(items)
        } else {
            self = .object(try container.decode([String: JSONDocument].self))
        }
    }

    /// What stands at a place; nil when nothing does.
    subscript(_ path: JSONPath) -> JSONDocument? {
        var current = self
        for step in path.steps {
            switch (step, current) {
            case (.member(let name), .object(let members)):
                guard let next = members[name] else { return nil }
                current = next
            case (.element(let index), .list(let items)):
                guard items.indices.contains(index) else { return nil }
                current = items[index]
            default:
                return nil
            }
        }
        return current
    }

    /// The member of an object.
    subscript(_ name: String) -> JSONDocument? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The value, when it is a single one.
    var value: Value? {
        switch self {
        case .null: Value.none
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .number(Double(number))
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .list, .object: nil
        }
    }

    /// The text, when it is one; a whole number is one, too, with all of its digits.
    var text: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }

    /// What it is, for the log; never what it holds.
    var described: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .integer, .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
