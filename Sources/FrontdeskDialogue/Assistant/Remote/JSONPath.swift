/// Where a value stands in a JSON document: `shipments[0].status`.
public struct JSONPath: Sendable, Hashable, Codable {
    /// A step from a value into it.
    public enum Step: Sendable, Hashable, Codable {
        /// The member of an object.
        case member(String)
        /// The element of a list, from 0.
        case element(Int)
    }

    /// The steps from the whole document; none is the document itself.
    public var steps: [Step]

    /// Makes a path of its steps.
    public init(_ steps: [Step]) {
        self.steps = steps
    }

    /// Reads `a.b[0]["odd name"]`, with or without a `$` for the whole document in front.
    ///
    /// - Returns: nil when the text is none.
    public init?(_ text: String) {
        var rest = Substring(text)
        var steps: [Step] = []
        if rest.first == "$" {
            rest.removeFirst()
            if rest.first == "." {
                rest.removeFirst()
            } else if !rest.isEmpty, rest.first != "[" {
                return nil
            }
        }
        while let next = rest.first {
            if next == "[" {
                guard let end = rest.firstIndex(of: "]") else { return nil }
                let inner = rest[rest.index(after: rest.startIndex)..<end]
                rest = rest[rest.index(after: end)...]
                guard let step = Self.bracketed(inner) else { return nil }
                steps.append(step)
            } else {
                let name = rest.prefix { $0 != "." && $0 != "[" }
                guard !name.isEmpty, !name.contains(where: { $0 == " " || $0 == "]" || $0 == "*" }) else {
                    return nil
                }
                steps.append(.member(String(name)))
                rest = rest.dropFirst(name.count)
            }
            if rest.first == "." {
                rest.removeFirst()
                guard let following = rest.first, following != "[" else { return nil }
            } else if let following = rest.first, following != "[" {
                return nil
            }
        }
        self.init(steps)
    }

    private static func bracketed(_ inner: Substring) -> Step? {
        if let quote = inner.first, quote == "\"" || quote == "'" {
            guard inner.count >= 2, inner.last == quote else { return nil }
            return .member(String(inner.dropFirst().dropLast()))
        }
        guard let number = Int(inner), number >= 0 else { return nil }
        return .element(number)
    }

    /// The path as people write it, `$` for the whole document.
    public var written: String {
        guard !steps.isEmpty else { return "$" }
        var text = ""
        for step in steps {
            switch step {
            case .member(let name) where name.utf8.allSatisfy(Self.isPlain) && !name.isEmpty:
                text += text.isEmpty ? name : ".\(name)"
            case .member(let name): text += "[\"\(name)\"]"
            case .element(let index): text += "[\(index)]"
            }
        }
        return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]")
    }
}
