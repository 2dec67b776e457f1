import FrontdeskPipe

/// JSON in logs.
enum LogJSON {
    /// The whole text as one value.
    static func value(_ bytes: [UInt8], path: String) throws(LogError) -> JSON {
        do {
            return try JSON(reading: bytes)
        } catch {
            let line = 1 + bytes.prefix(max(0, error.byte - 1)).count { $0 == 0x0A }
            throw LogError(path: path, line: line, message: "the file is not JSON: \(error.message).")
        }
    }

    /// The object that the text begins with, alone or on its first line; nil when there is none.
    static func firstObject(of bytes: [UInt8]) -> JSON? {
        if let whole = try? JSON(reading: bytes), case .object = whole { return whole }
        let start = bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? bytes.endIndex
        let line = bytes[start...].prefix { $0 != 0x0A }
        guard let value = try? JSON(reading: Array(line)), case .object = value else { return nil }
        return value
    }
}

extension JSON {
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var list: [JSON]? {
        if case .array(let list) = self { list } else { nil }
    }

    var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    var int: Int? {
        if case .integer(let number) = self { number } else { nil }
    }
}
