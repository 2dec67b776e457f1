/// Finds names within texts: in templates, patterns, examples, expressions, targets and calls.
///
/// It is meant for texts that may be half written: what cannot be read is left out.
enum TextNames {
    struct Found: Hashable {
        var kind: NameKind
        var text: String
        /// The bytes of the text's value.
        var range: Range<Int>
        /// The flow whose slot or state it is, when it is not the one around it.
        var flow: String?
    }

    /// `{{slot|date}}` and `{{>partial}}`.
    static func inTemplate(_ text: String) -> [Found] {
        let bytes = Array(text.utf8)
        var found: [Found] = []
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            index += 2
            var kind = NameKind.slot
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ">") {
                if bytes[index] == UInt8(ascii: ">") { kind = .partial }
                index += 1
            }
            let start = index
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            if index > start, index >= bytes.count || bytes[index] != UInt8(ascii: ".") {
                found.append(name(kind, bytes, start..<index))
            }
        }
        return found
    }

    /// `{entity:role}`, `<rule>` and `~synonyms`.
    static func inPattern(_ text: String) -> [Found] {
        let bytes = Array(text.utf8)
        var found: [Found] = []
        var index = 0
        while index < bytes.count {
            let kind: NameKind? =
                switch bytes[index] {
                case UInt8(ascii: "{"): .entity
                case UInt8(ascii: "<"): .rule
                case UInt8(ascii: "~"): .synonyms
                default: nil
                }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            guard let kind else { continue }
            let start = index
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            if index > start { found.append(name(kind, bytes, start..<index)) }
        }
        return found
    }

    /// `[text](entity)`.
    static func inExample(_ text: String) -> [Found] {
        let bytes = Array(text.utf8)
        var found: [Found] = []
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "(") else {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            index += 2
            let start = index
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            if index > start { found.append(name(.entity, bytes, start..<index)) }
        }
        return found
    }

    /// Slots, and hours in `hours.open(orders)`.
    static func inExpression(_ text: String) -> [Found] {
        let bytes = Array(text.utf8)
        var found: [Found] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                index += 1
                while index < bytes.count, bytes[index] != byte { index += 1 }
                index += 1
            } else if isLetter(byte) {
                let start = index
                while index < bytes.count, isWord(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
                    index += 1
                }
                let word = bytes[start..<index]
                if !word.contains(UInt8(ascii: ".")),
                    index >= bytes.count || bytes[index] != UInt8(ascii: "(")
                {
                    found.append(name(.slot, bytes, start..<index))
                }
            } else {
                // The letters of a number such as 20EUR are none of a name.
                index += 1
                if isDigit(byte) { while index < bytes.count, isWord(bytes[index]) { index += 1 } }
            }
        }
        return found
    }

    /// `tell`, `details/size`, `handoff(queue)`, `flow(name)`, `resume(state)`.
    static func inTarget(_ text: String) -> [Found] {
        guard let call = Notation.call(text) else { return [] }
        let arguments = call.arguments.map(found)
        switch call.name.text {
        case "handoff": return arguments.prefix(1).map { $0(.queue) }
        case "flow": return arguments.map { $0(.flow) }
        case "resume": return arguments.flatMap { path($0(.state)) }
        case "end": return arguments.map { $0(.outcome) }
        case "stay", "pass": return []
        default: return call.arguments.isEmpty ? path(found(call.name)(.state)) : []
        }
    }

    /// `orders.find(order_number, customer.email)`, or `find_order(order_number, mail: customer.email)`.
    static func inCall(_ text: String, of kind: NameKind) -> [Found] {
        guard let call = Notation.call(text) else { return [] }
        var result = [found(call.name)(kind)]
        for argument in call.arguments {
            let bytes = Array(argument.text.utf8)
            var start = argument.range.lowerBound
            var value = bytes[...]
            if kind == .flow {
                let end = bytes.firstIndex { !isWord($0) } ?? bytes.count
                var slot = name(.slot, bytes, 0..<end)
                slot.range = start..<start + end
                slot.flow = call.name.text
                result.append(slot)
                if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) { value = bytes[(colon + 1)...] }
            }
            start += value.startIndex
            let lead = value.prefix { $0 == 0x20 }.count
            value = value.dropFirst(lead)
            guard let first = value.first, isLetter(first) else { continue }
            let word = value.prefix { isWord($0) }
            guard word.endIndex == value.endIndex else { continue }
            let range = start + lead..<start + lead + word.count
            result.append(Found(kind: .slot, text: String(decoding: word, as: UTF8.self), range: range))
        }
        return result
    }

    private static func found(_ part: Notation.Part) -> (NameKind) -> Found {
        { Found(kind: $0, text: part.text, range: part.range) }
    }

    /// The states of a path such as `details/size`.
    private static func path(_ state: Found) -> [Found] {
        var start = state.range.lowerBound
        return state.text.split(separator: "/", omittingEmptySubsequences: false).map { part in
            defer { start += part.utf8.count + 1 }
            return Found(kind: .state, text: String(part), range: start..<start + part.utf8.count)
        }
    }

    private static func name(_ kind: NameKind, _ bytes: [UInt8], _ range: Range<Int>) -> Found {
        Found(kind: kind, text: String(decoding: bytes[range], as: UTF8.self), range: range)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
    }
}
