// What is wrong with a pattern, and how to mend it.
extension PatternReader {
    func outsideOfBrackets(_ sign: UInt8, at index: Int) -> PatternError {
        let isOrder = sign == UInt8(ascii: ";")
        return PatternError(
            message: "'\(character(sign))' outside of brackets",
            help: isOrder
                ? "put the parts that come in any order in ( ), or write '\\;' for the character itself"
                : "put the alternatives in ( ), or write two patterns",
            span: SourceSpan(index, index + 1)
        )
    }

    func mixedSeparators(at index: Int) -> PatternError {
        PatternError(
            message: "'|' and ';' stand in the same brackets",
            help: "put the alternatives in brackets of their own: ((a|b);c)",
            span: SourceSpan(index, index + 1)
        )
    }

    func tooManyParts(_ count: Int, _ span: SourceSpan) -> PatternError {
        PatternError(
            message: "\(count) parts in any order; the limit is \(PatternParser.permutationLimit)",
            help: "put parts that always come in the same order together, or write several patterns",
            span: span
        )
    }

    func checkNoWord(before index: Int) throws(PatternError) {
        guard index > 0, isWordByte(bytes[index - 1]) else { return }
        throw insideWord(index)
    }

    func checkNoWord(at index: Int) throws(PatternError) {
        guard index < bytes.count, isWordByte(bytes[index]) else { return }
        throw insideWord(index - 1)
    }

    func insideWord(_ index: Int) -> PatternError {
        PatternError(
            message: "'\(character(bytes[index]))' inside a word",
            help: "~=".utf8.contains(bytes[index])
                ? "put a space in front of it, or write '\\\(character(bytes[index]))' for the character itself"
                : "brackets hold whole words: write (order|orders), not order[s]",
            span: SourceSpan(index, index + 1)
        )
    }

    func unclosed(_ index: Int) -> PatternError {
        let open = bytes[index]
        let close = ["(": ")", "[": "]", "{": "}"][character(open)] ?? ">"
        return PatternError(
            message: "'\(character(open))' is never closed",
            help: "add '\(close)', or write '\\\(character(open))' for the character itself",
            span: SourceSpan(index, index + 1)
        )
    }

    func unmatched(_ byte: UInt8, at index: Int) -> PatternError {
        PatternError(
            message: "'\(character(byte))' closes nothing",
            help: "remove it, or write '\\\(character(byte))' for the character itself",
            span: SourceSpan(index, index + 1)
        )
    }

    func emptyPart(_ open: UInt8, _ partStart: Int, group: Int) -> PatternError {
        let separators = "|;".utf8
        if partStart == group, !separators.contains(bytes[index]) {
            return PatternError(
                message: "nothing stands between the brackets",
                help: "write words between them, or remove them",
                span: SourceSpan(group, index + 1)
            )
        }
        if bytes[index] == UInt8(ascii: ";") || bytes[partStart] == UInt8(ascii: ";") {
            return PatternError(
                message: "nothing stands beside the ';'",
                help: "write a part on each side of it, or remove it",
                span: SourceSpan(partStart, index + 1)
            )
        }
        let help =
            open == UInt8(ascii: "(")
            ? "write [ ] instead of ( ) for what may be left out"
            : "remove the '|': [ ] already allow nothing"
        return PatternError(
            message: "an empty alternative",
            help: help,
            span: SourceSpan(partStart, index + 1)
        )
    }

    func isWordByte(_ byte: UInt8) -> Bool {
        isNameByte(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: ".") || byte >= 0xC3
    }

    func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
