// Gaps, sets of synonyms and exact words.
extension PatternReader {
    /// Reads `*`, `+`, `*N`, `+N`, `*M-N` or `+M-N`.
    mutating func readGap() throws(PatternError) -> PatternNode {
        let start = index
        let sign = bytes[index]
        index += 1
        let first = readDigits()
        var last: String?
        if !first.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "-") {
            index += 1
            last = readDigits()
        }
        let span = SourceSpan(start, index)
        let before = start == 0 ? UInt8(ascii: " ") : bytes[start - 1]
        let after = index == bytes.count ? UInt8(ascii: " ") : bytes[index]
        guard " \t\n([|;".utf8.contains(before), " \t\n)]|;,.?!".utf8.contains(after) else {
            throw PatternError(
                message:
                    "'\(character(sign))' stands for words of its own, it does not belong to its neighbour",
                help: "put spaces around it, or write '\\\(character(sign))' for the character itself",
                span: span
            )
        }
        let least = sign == UInt8(ascii: "+") ? 1 : 0
        if let last { return try range(sign, first, last, least: least, span) }
        guard let max = first.isEmpty ? PatternParser.defaultGap : Int(first),
            (1...PatternParser.gapLimit).contains(max)
        else {
            throw PatternError(
                message: "a gap of \(first) words",
                help: "the limit behind '\(character(sign))' is 1 to \(PatternParser.gapLimit)",
                span: span
            )
        }
        return .gap(min: least, max: max)
    }

    private func range(
        _ sign: UInt8,
        _ first: String,
        _ last: String,
        least: Int,
        _ span: SourceSpan
    ) throws(PatternError) -> PatternNode {
        let limits = least...PatternParser.gapLimit
        guard let min = Int(first), let max = Int(last), min <= max, limits.contains(min), max > 0,
            limits.contains(max)
        else {
            throw PatternError(
                message: "a gap of \(first)-\(last) words",
                help: "write the smaller number first; behind '\(character(sign))' both are "
                    + "\(least) to \(PatternParser.gapLimit), such as \(character(sign))2-5",
                span: span
            )
        }
        return .gap(min: min, max: max)
    }

    private mutating func readDigits() -> String {
        let digits = bytes[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        index = digits.endIndex
        return text(digits)
    }

    /// Reads `~name`.
    mutating func readSynonyms() throws(PatternError) -> PatternNode {
        let start = index
        try checkNoWord(before: index)
        index += 1
        let name = bytes[index...].prefix {
            isNameByte($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".")
        }
        index = name.endIndex
        guard !name.isEmpty else {
            throw PatternError(
                message: "no set of synonyms is named behind '~'",
                help: "write its name right behind it, such as ~parcel, or '\\~' for the character itself",
                span: SourceSpan(start, index)
            )
        }
        return .synonyms(text(name))
    }

    /// Reads `=word`: what stands up to the next space or sign, each of its words as written.
    mutating func readExact() throws(PatternError) -> [PatternNode] {
        let start = index
        try checkNoWord(before: index)
        index += 1
        let word = bytes[index...].prefix { $0 > 0x20 && !"()[]{}<>|;*+~=\\".utf8.contains($0) }
        index = word.endIndex
        let folded = NormalizedText(text(word))
        var nodes: [PatternNode] = []
        var span: SourceSpan?
        for token in Tokenizer.tokenize(folded) where token.span != span {
            span = token.span
            nodes.append(.exact(folded.written(folded.foldedRange(token.span))))
        }
        guard !nodes.isEmpty else {
            throw PatternError(
                message: "no word stands behind '='",
                help: "write the word right behind it, such as =ur, or '\\=' for the character itself",
                span: SourceSpan(start, index)
            )
        }
        return nodes
    }
}
