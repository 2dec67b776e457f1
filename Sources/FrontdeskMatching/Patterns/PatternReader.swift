/// Reads one pattern from left to right.
struct PatternReader {
    let bytes: [UInt8]
    var index = 0
    private var depth = 0

    init(_ source: String) {
        bytes = Array(source.utf8)
    }

    /// Reads the whole pattern.
    mutating func readPattern() throws(PatternError) -> PatternNode {
        let root = try readSequence(inside: nil)
        let whole = SourceSpan(0, bytes.count)
        guard let root else {
            throw PatternError(
                message: "the pattern has no words",
                help: "write what a customer says, such as: where is my order",
                span: whole
            )
        }
        if root.acceptsEmpty {
            throw PatternError(
                message: "the pattern accepts an utterance without words",
                help: "take at least one part out of [ ], or write + instead of *",
                span: whole
            )
        }
        return root
    }

    /// Reads up to a `|`, the closing bracket or the end; nil when nothing stood there.
    private mutating func readSequence(inside open: UInt8?) throws(PatternError) -> PatternNode? {
        var nodes: [PatternNode] = []
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["):
                nodes.append(try readGroup())
            case UInt8(ascii: "{"), UInt8(ascii: "<"):
                nodes.append(try readReference())
            case UInt8(ascii: "*"), UInt8(ascii: "+"):
                nodes.append(try readGap())
            case UInt8(ascii: "~"):
                nodes.append(try readSynonyms())
            case UInt8(ascii: "="):
                nodes += try readExact()
            case UInt8(ascii: "|"), UInt8(ascii: ";"):
                guard open == nil else { return .joining(nodes) }
                throw outsideOfBrackets(bytes[index], at: index)
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                guard open == nil else { return .joining(nodes) }
                throw unmatched(bytes[index], at: index)
            case UInt8(ascii: "}"), UInt8(ascii: ">"):
                throw unmatched(bytes[index], at: index)
            default:
                nodes += try readWords()
            }
        }
        return .joining(nodes)
    }

    private mutating func readGroup() throws(PatternError) -> PatternNode {
        let start = index
        let open = bytes[index]
        let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        try checkNoWord(before: index)
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.nestingLimit else {
            throw PatternError(
                message: "brackets nest deeper than \(PatternParser.nestingLimit) levels",
                help: "move an inner part into a rule and write <its_name>",
                span: SourceSpan(start, start + 1)
            )
        }
        let choice = try readParts(open: open, start: start)
        guard bytes[index] == close else {
            throw PatternError(
                message: "'\(character(open))' is closed by '\(character(bytes[index]))'",
                help: "write '\(character(close))' here",
                span: SourceSpan(index, index + 1)
            )
        }
        index += 1
        try checkNoWord(at: index)
        return open == UInt8(ascii: "(") ? choice : .optional(choice)
    }

    /// Reads parts between `|`, or between `;`, up to the closing bracket, which must be there.
    private mutating func readParts(open: UInt8, start: Int) throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        var separator: UInt8?
        repeat {
            let partStart = index
            index += 1
            let part = try readSequence(inside: open)
            guard index < bytes.count else { throw unclosed(start) }
            let next = bytes[index]
            guard let part else { throw emptyPart(open, partStart, group: start) }
            parts.append(part)
            if next == UInt8(ascii: "|") || next == UInt8(ascii: ";") {
                if let separator, separator != next { throw mixedSeparators(at: index) }
                separator = next
            }
        } while bytes[index] == separator
        guard separator == UInt8(ascii: ";") else {
            return parts.count == 1 ? parts[0] : .alternatives(parts)
        }
        guard parts.count <= PatternParser.permutationLimit else {
            throw tooManyParts(parts.count, SourceSpan(start, index + 1))
        }
        return .permutation(parts)
    }

    /// Reads `{type}`, `{type:role}` or `<rule>`.
    private mutating func readReference() throws(PatternError) -> PatternNode {
        let start = index
        let isEntity = bytes[start] == UInt8(ascii: "{")
        guard let end = bytes[start...].firstIndex(of: isEntity ? UInt8(ascii: "}") : UInt8(ascii: ">"))
        else {
            throw unclosed(start)
        }
        index = end + 1
        let parts = bytes[start + 1..<end].split(
            separator: UInt8(ascii: ":"),
            maxSplits: isEntity ? 1 : 0,
            omittingEmptySubsequences: false
        ).map(text)
        try checkNames(parts, isEntity: isEntity, SourceSpan(start, end + 1))
        guard isEntity else { return .rule(parts[0]) }
        return .entity(parts[0], role: parts.count > 1 ? parts[1] : nil)
    }

    private func checkNames(_ parts: [String], isEntity: Bool, _ span: SourceSpan) throws(PatternError) {
        if parts[0].isEmpty {
            throw PatternError(
                message: "no \(isEntity ? "entity type" : "rule") is named here",
                help: "write its name, such as \(isEntity ? "{number} or {city:from}" : "<greeting>")",
                span: span
            )
        }
        if parts.count > 1, parts[1].isEmpty {
            throw PatternError(
                message: "the role behind ':' is missing",
                help: "write {\(parts[0]):role}, or leave out the ':'",
                span: span
            )
        }
        for part in parts where !part.utf8.allSatisfy(isNameByte) {
            throw PatternError(
                message: "'\(part)' is no name of \(isEntity ? "an entity type or role" : "a rule")",
                help: "names are letters, digits, '_', '-' and '.'",
                span: span
            )
        }
    }

    /// By byte whether it ends plain text.
    private static let isSign: [Bool] = (0..<256).map { "()[]{}<>|;*+~=".utf8.contains(UInt8($0)) }

    /// Reads plain text up to the next sign and cuts it into words as an utterance is cut.
    private mutating func readWords() throws(PatternError) -> [PatternNode] {
        let followsReference = index > 0 && "}>".utf8.contains(bytes[index - 1])
        var written: [UInt8] = []
        while index < bytes.count, !Self.isSign[Int(bytes[index])] {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 1
                guard index < bytes.count else {
                    throw PatternError(
                        message: "nothing follows the '\\'",
                        help: "write '\\\\' for the character itself",
                        span: SourceSpan(index - 1, index)
                    )
                }
            }
            written.append(bytes[index])
            index += 1
        }
        var normalized = NormalizedText(text(written[...])).text
        // A possessive 's vanishes behind an entity as it does behind a word.
        if followsReference, normalized == "'s" || normalized.hasPrefix("'s ") { normalized.removeFirst(2) }
        return Tokenizer.tokenize(normalized).map { .word($0.text) }
    }
}
