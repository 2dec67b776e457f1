// Escapes and character classes.
extension RegexParser {
    /// What a backslash and a letter stand for inside and outside of a class.
    private enum Escaped {
        case character(Unicode.Scalar)
        case set(ByteSet)
        case complement(ByteSet)
        case wordBoundary
    }

    mutating func escape() throws(RegexError) -> RegexNode {
        switch try escaped() {
        case .character(let scalar): .literal(scalar)
        case .set(let set): .byte(set)
        case .complement(let set): .anyCharacter(except: set)
        case .wordBoundary: .wordBoundary
        }
    }

    private mutating func escaped() throws(RegexError) -> Escaped {
        let start = position
        position += 1
        guard let byte = next else {
            throw RegexError(message: "nothing follows the backslash", offset: start)
        }
        let scalar = nextScalar()
        switch scalar {
        case "d": return .set(.digits)
        case "w": return .set(.wordCharacters)
        case "s": return .set(.spaces)
        case "D": return .complement(.digits)
        case "W": return .complement(.wordCharacters)
        case "S": return .complement(.spaces)
        case "b": return .wordBoundary
        case "t": return .character("\t")
        case "n": return .character("\n")
        case "r": return .character("\r")
        case "0"..."9": throw RegexError(message: "back-references are not supported", offset: start)
        case "p", "P": throw RegexError(message: "Unicode properties are not supported", offset: start)
        case "A", "z", "Z", "G", "B":
            throw RegexError(message: "the anchor '\\\(scalar)' is not supported", offset: start)
        default:
            if ByteSet.letters.contains(byte) {
                throw RegexError(message: "the escape '\\\(scalar)' is not supported", offset: start)
            }
            return .character(scalar)
        }
    }

    mutating func characterClass() throws(RegexError) -> RegexNode {
        let start = position
        position += 1
        let isNegated = next == UInt8(ascii: "^")
        if isNegated { position += 1 }
        var set = ByteSet()
        var others: [Unicode.Scalar] = []
        while let byte = next, byte != UInt8(ascii: "]") {
            try member(into: &set, others: &others)
        }
        guard next == UInt8(ascii: "]") else {
            throw RegexError(message: "the class is not closed; ']' is missing", offset: start)
        }
        position += 1
        guard !set.isEmpty || !others.isEmpty else {
            throw RegexError(message: "the class is empty; write '\\]' for the character ']'", offset: start)
        }
        guard isNegated else {
            let literals = others.map { RegexNode.literal($0) }
            if literals.isEmpty { return .byte(set.ignoringCase) }
            return .alternatives((set.isEmpty ? [] : [.byte(set.ignoringCase)]) + literals)
        }
        guard others.isEmpty else {
            throw RegexError(message: "a negated class takes ASCII characters only", offset: start)
        }
        return .anyCharacter(except: set.ignoringCase)
    }

    /// One character, escape or range of a class.
    private mutating func member(into set: inout ByteSet, others: inout [Unicode.Scalar]) throws(RegexError) {
        let start = position
        if looksAt("[:") {
            throw RegexError(
                message: "POSIX classes are not supported; use \\d, \\w, \\s or a range",
                offset: start
            )
        }
        guard let low = try classCharacter(into: &set) else { return }
        guard next == UInt8(ascii: "-"), position + 1 < bytes.count, bytes[position + 1] != UInt8(ascii: "]")
        else {
            if low.isASCII { set.insert(UInt8(low.value)) } else { others.append(low) }
            return
        }
        position += 1
        guard let high = try classCharacter(into: &set) else {
            throw RegexError(message: "a range ends with one character, not with a class", offset: start)
        }
        guard low.isASCII, high.isASCII else {
            throw RegexError(
                message: "ranges take ASCII characters only; list the others one by one",
                offset: start
            )
        }
        guard low <= high else {
            throw RegexError(message: "the range '\(low)-\(high)' is out of order", offset: start)
        }
        set.insert(UInt8(low.value)...UInt8(high.value))
    }

    /// One character, or nil after an escape that put a whole set in.
    private mutating func classCharacter(into set: inout ByteSet) throws(RegexError) -> Unicode.Scalar? {
        let start = position
        guard next == UInt8(ascii: "\\") else { return nextScalar() }
        switch try escaped() {
        case .character(let scalar):
            return scalar
        case .set(let escapedSet):
            set.formUnion(escapedSet)
            return nil
        case .complement, .wordBoundary:
            throw RegexError(message: "this escape cannot stand in a class", offset: start)
        }
    }
}

extension RegexNode {
    /// One character in either case, folded as utterances are.
    static func literal(_ scalar: Unicode.Scalar) -> RegexNode {
        if scalar.isASCII { return .byte(ByteSet([UInt8(scalar.value)]).ignoringCase) }
        let folded = Array(scalar.properties.lowercaseMapping.utf8)
        return folded.count == 1
            ? .byte(ByteSet(folded).ignoringCase)
            : .sequence(folded.map { .byte(ByteSet([$0]).ignoringCase) })
    }

    /// Any one character but those of an ASCII set.
    ///
    /// The text is valid UTF-8: a first byte, then whatever continues it. Continuation bytes need no count, because
    /// nothing else can take them.
    static func anyCharacter(except set: ByteSet) -> RegexNode {
        var first = ByteSet.ascii
        first.subtract(set)
        first.insert(0xC2...0xF4)
        return .sequence([.byte(first), .repetition(.byte(ByteSet(0x80...0xBF)), min: 0, max: nil)])
    }
}
