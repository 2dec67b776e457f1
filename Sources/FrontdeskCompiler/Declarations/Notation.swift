/// Reads the short notation `name(argument, argument)`.
enum Notation {
    struct Part {
        var text: String
        /// The bytes of the whole text.
        var range: Range<Int>
    }

    /// The name and the arguments; nil when the brackets do not fit.
    static func call(_ text: String) -> (name: Part, arguments: [Part])? {
        let bytes = Array(text.utf8)
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")) else {
            guard !bytes.contains(UInt8(ascii: ")")) else { return nil }
            return (part(bytes, 0..<bytes.count), [])
        }
        let whole = part(bytes, 0..<bytes.count)
        guard bytes[whole.range.upperBound - 1] == UInt8(ascii: ")") else { return nil }
        let inside = open + 1..<whole.range.upperBound - 1
        guard !bytes[inside].contains(UInt8(ascii: "(")), !bytes[inside].contains(UInt8(ascii: ")")) else {
            return nil
        }
        let name = part(bytes, 0..<open)
        guard !name.text.isEmpty else { return nil }
        if part(bytes, inside).text.isEmpty { return (name, []) }
        var arguments: [Part] = []
        var start = inside.lowerBound
        for index in inside where bytes[index] == UInt8(ascii: ",") {
            arguments.append(part(bytes, start..<index))
            start = index + 1
        }
        arguments.append(part(bytes, start..<inside.upperBound))
        return (name, arguments)
    }

    /// A stretch without the spaces around it.
    private static func part(_ bytes: [UInt8], _ range: Range<Int>) -> Part {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return Part(text: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end)
    }
}
