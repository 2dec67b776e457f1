/// How a regex entity's value is made of what matched: the `normalise` of an intent file.
///
/// `$0` is the whole match and `$1`, `$2` … its groups, as the customer wrote them; `$digits` is every digit of the
/// match; `$$` is a dollar sign. A group that took no part stands for nothing.
package struct EntityTemplate: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case group(Int)
        case digits
    }

    let parts: [Part]

    /// Whether the groups of the match are needed, besides the match itself.
    var usesGroups: Bool {
        parts.contains { part in
            if case .group(let number) = part { number > 0 } else { false }
        }
    }

    /// Reads a template for an expression with so many groups.
    ///
    /// - Throws: ``RegexError`` with an offset in the template, when it names something that is not there.
    package init(_ source: String, captureCount: Int) throws(RegexError) {
        let bytes = Array(source.utf8)
        var parts: [Part] = []
        var literal: [UInt8] = []
        var position = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "$") else {
                literal.append(bytes[position])
                position += 1
                continue
            }
            let start = position
            let name = bytes[(start + 1)...].prefix { ByteSet.wordCharacters.contains($0) }
            let number = name.prefix { ByteSet.digits.contains($0) }
            if bytes[(start + 1)...].first == UInt8(ascii: "$") {
                literal.append(UInt8(ascii: "$"))
                position += 2
                continue
            }
            if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
            literal.removeAll()
            if name.starts(with: "digits".utf8) {
                parts.append(.digits)
                position += 7
            } else if let group = Int(String(decoding: number, as: UTF8.self)) {
                guard group <= captureCount else {
                    throw RegexError(
                        message:
                            "$\(group) names a group that the expression does not have; it has \(captureCount)",
                        offset: start
                    )
                }
                parts.append(.group(group))
                position += 1 + number.count
            } else {
                throw RegexError(
                    message: "'$' begins $0, $1 … or $digits; write '$$' for the character itself",
                    offset: start
                )
            }
        }
        if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
        self.parts = parts
    }
}
