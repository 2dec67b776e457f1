/// A value on its way to bytes.
indirect enum CompactNode {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case list([CompactNode])
    case map([(key: String, value: CompactNode)])

    /// The first byte of a value.
    enum Tag: UInt8 {
        case null, no, yes, integer, number, string, list, map
    }

    /// The bytes: a table of all texts, then the value, which refers to it.
    func bytes() -> [UInt8] {
        var table = TextTable()
        var body = ByteWriter()
        write(to: &body, &table)
        var writer = ByteWriter()
        writer.write(half: UInt32(table.texts.count))
        writer.write(half: UInt32(table.texts.reduce(0) { $0 + $1.utf8.count }))
        var place: UInt32 = 0
        for text in table.texts {
            writer.write(half: place)
            place += UInt32(text.utf8.count)
        }
        writer.write(half: place)
        for text in table.texts { writer.write(Array(text.utf8)) }
        writer.write(body.bytes)
        return writer.bytes
    }

    private func write(to writer: inout ByteWriter, _ table: inout TextTable) {
        switch self {
        case .null:
            writer.write(byte: Tag.null.rawValue)
        case .boolean(let boolean):
            writer.write(byte: (boolean ? Tag.yes : Tag.no).rawValue)
        case .integer(let integer):
            writer.write(byte: Tag.integer.rawValue)
            writer.write(variable: UInt64(bitPattern: (integer << 1) ^ (integer >> 63)))
        case .number(let number):
            writer.write(byte: Tag.number.rawValue)
            writer.write(fixed: number.bitPattern)
        case .string(let string):
            writer.write(byte: Tag.string.rawValue)
            writer.write(count: table.place(of: string))
        case .list(let elements):
            var body = ByteWriter()
            for element in elements { element.write(to: &body, &table) }
            writer.write(byte: Tag.list.rawValue)
            writer.write(count: elements.count)
            writer.write(count: body.bytes.count)
            writer.write(body.bytes)
        case .map(let entries):
            var body = ByteWriter()
            for entry in entries {
                body.write(count: table.place(of: entry.key))
                entry.value.write(to: &body, &table)
            }
            writer.write(byte: Tag.map.rawValue)
            writer.write(count: entries.count)
            writer.write(count: body.bytes.count)
            writer.write(body.bytes)
        }
    }

    /// A dictionary's entries in the order of their keys: its own order changes from run to run.
    func inOrder() -> CompactNode {
        switch self {
        case .map(let entries):
            return .map(entries.sorted { $0.key < $1.key })
        case .list(let elements):
            let pairs = stride(from: 0, to: elements.count - 1, by: 2).map {
                (elements[$0], elements[$0 + 1])
            }
            let sorted = pairs.sorted { $0.0.bytes().lexicographicallyPrecedes($1.0.bytes()) }
            return .list(sorted.flatMap { [$0.0, $0.1] })
        default:
            return self
        }
    }
}

/// Every text once, by first use.
private struct TextTable {
    private(set) var texts: [String] = []
    private var places: [String: Int] = [:]

    mutating func place(of text: String) -> Int {
        if let known = places[text] { return known }
        places[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }
}
