import FrontdeskDialogue
import FrontdeskMatching

/// Writes JSON.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    /// Appends what is JSON already.
    mutating func raw(_ text: String) {
        bytes += text.utf8
    }

    /// Appends a text in quotes, with what must be escaped (RFC 8259, section 7) escaped.
    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20:
                bytes += "\\u00".utf8
                bytes += byte < 16 ? "0".utf8 : "".utf8
                bytes += String(byte, radix: 16).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends a value with its own type: numbers, amounts and lengths of time as numbers, all else as text.
    mutating func value(_ value: Value) {
        switch value {
        case .none: raw("null")
        case .boolean(let flag): raw(flag ? "true" : "false")
        case .number(let number) where number.isFinite: raw(NumberText.plain(number))
        case .quantity(let quantity) where quantity.inOwnUnit.isFinite:
            raw(NumberText.plain(quantity.inOwnUnit))
        case .money, .duration: raw(value.sent)
        default: string(value.sent)
        }
    }

    /// Appends `"name":`, behind a comma when another member stands before it.
    mutating func key(_ name: String, first: Bool = false) {
        if !first { raw(",") }
        string(name)
        raw(":")
    }

    /// Appends a member of an object.
    mutating func member(_ name: String, _ value: Value, first: Bool = false) {
        key(name, first: first)
        self.value(value)
    }
}
