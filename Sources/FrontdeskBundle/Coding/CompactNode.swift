/// A value on its way to bytes.
indirect enum CompactNode {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case list([CompactNode])
    case map([(key: String, value: CompactNode)])
    /// The bytes of a value whose texts are in the table already.
    case written([UInt8])

    /// The first byte of a value.
    enum Tag: UInt8 {
        case null, no, yes, integer, number, string, list, map
    }

    /// The bytes: a table of all texts, then the value, which refers to it.
    func bytes() -> [UInt8] {
        let table = TextTable()
        var body = ByteWriter()
        write(to: &body, table)
        return table.bytes(before: body.bytes)
    }

    func write(to writer: inout ByteWriter, _ table: TextTable) {
        switch self {
        case .written(let bytes):
            writer.write(bytes)
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
            for element in elements { element.write(to: &body, table) }
            writer.write(byte: Tag.list.rawValue)
            writer.write(count: elements.count)
            writer.write(count: body.bytes.count)
            writer.write(body.bytes)
        case .map(let entries):
            var body = ByteWriter()
            for entry in entries {
                body.write(count: table.place(of: entry.key))
                entry.value.write(to: &body, table)
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
final class TextTable {
    private var texts: [String] = []
    private var places: [String: Int] = [:]

    func place(of text: String) -> Int {
        if let known = places[text] { return known }
        places[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// The table's bytes, and behind them a value's.
    func bytes(before body: [UInt8]) -> [UInt8] {
        let length = texts.reduce(0) { $0 + $1.utf8.count }
        var writer = ByteWriter()
        writer.reserve(12 + 4 * texts.count + length + body.count)
        writer.write(half: UInt32(texts.count))
        writer.write(half: UInt32(length))
        var place: UInt32 = 0
        for text in texts {
            writer.write(half: place)
            place += UInt32(text.utf8.count)
        }
        writer.write(half: place)
        for text in texts { writer.write(text.utf8) }
        writer.write(body)
        return writer.bytes
    }
}
