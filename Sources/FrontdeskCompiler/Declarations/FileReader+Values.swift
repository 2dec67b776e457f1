import FrontdeskDialogue
import FrontdeskMatching

// Plain values: names, texts, lists, numbers.
extension FileReader {
    /// The keys of a part, or nil, reported, when it has none.
    func keys(_ node: SyntaxNode, _ part: Part, _ what: String) -> Keys? {
        switch node.kind {
        case .keys(let entries):
            return Keys(entries, of: part, place: node.place, isFlow: node.style == .flow, report: report)
        case .text where node.isAbsent: return Keys([], of: part, place: node.place, report: report)
        default:
            report.report(
                .wrongShape,
                node.place,
                "\(what) has keys and values, but here stands \(node.described)",
                help: "write 'key: value' lines, indented below"
            )
            return nil
        }
    }

    /// The entries of a part that is a list of named things.
    func entries(_ node: SyntaxNode?, _ what: String) -> [SyntaxNode.Entry] {
        guard let node, !node.isAbsent else { return [] }
        guard case .keys(let entries) = node.kind else {
            report.report(
                .wrongShape,
                node.place,
                "'\(what)' has a name and ':' for each of them, but here stands \(node.described)",
                help: "write 'name:' and what belongs to it, indented below"
            )
            return []
        }
        return entries.filter { entry in
            if entry.key.text != nil { return true }
            report.report(
                .wrongShape,
                entry.key.place,
                "a name must be a plain word",
                help: "write one word and ':'"
            )
            return false
        }
    }

    /// A text, or nil, reported, when there is none.
    func text(_ node: SyntaxNode, _ what: String) -> String? {
        guard let text = node.text else {
            if node.style == .flow { return quoteMissing(node) }
            report.report(
                .wrongShape,
                node.place,
                "\(what) is a text, but here \(node.text == nil && isList(node) ? "stands" : "stand") \(node.described)",
                help: "write it on one line; put it in quotes if it holds ': '"
            )
            return nil
        }
        guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
            report.report(
                .emptyText,
                node.place,
                "\(what) is empty",
                help: "write something, or leave the key out"
            )
            return nil
        }
        return text
    }

    /// Reports a text that YAML read as a list or keys because of its brackets or braces.
    func quoteMissing(_ node: SyntaxNode) -> String? {
        report.report(
            .mustBeQuoted,
            node.place,
            "YAML reads this text as \(node.described) because it begins with '\(isList(node) ? "[" : "{")'",
            help: "put the whole text in quotes",
            mends: [.quote]
        )
        return nil
    }

    func isList(_ node: SyntaxNode) -> Bool {
        if case .list = node.kind { true } else { false }
    }

    /// A name that refers to something.
    func name(_ node: SyntaxNode, _ what: String) -> Name? {
        text(node, what).map { Name(text: $0, place: node.place) }
    }

    /// One name or a list of them.
    func names(_ node: SyntaxNode?, _ what: String) -> [Name] {
        guard let node, !node.isAbsent else { return [] }
        if case .list(let items) = node.kind { return items.compactMap { name($0, what) } }
        return name(node, what).map { [$0] } ?? []
    }

    /// One text or a list of them, each with its place.
    func texts(_ node: SyntaxNode?, _ what: String) -> [SyntaxNode] {
        guard let node, !node.isAbsent else { return [] }
        if case .list(let items) = node.kind { return items.filter { text($0, what) != nil } }
        return text(node, what) == nil ? [] : [node]
    }

    /// A name that is being declared; nil, reported, when it cannot be one.
    func declaredName(_ name: Name, _ what: String, dots: Bool = false) -> Name? {
        let bytes = Array(name.text.utf8)
        let isLetter = bytes.first.map { (0x61...0x7A).contains($0) } ?? false
        let isFine = bytes.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
                || (dots && byte == UInt8(ascii: "."))
        }
        if isLetter, isFine, bytes.last != UInt8(ascii: "."), !name.text.contains("..") { return name }
        report.report(
            .badName,
            name.place,
            "'\(name.text)' cannot be the name of \(what)",
            help: "begin with a small letter; then small letters, digits, '_'\(dots ? " and '.'" : "")",
            mends: Self.likeName(bytes).map { [.write($0)] } ?? []
        )
        return nil
    }

    /// The same words as a name: small letters and digits, '_' between them; nil when no letter comes first.
    private static func likeName(_ bytes: [UInt8]) -> String? {
        var name: [UInt8] = []
        for byte in bytes {
            let lower = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
            if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) {
                name.append(lower)
            } else if byte >= 0x80 {
                return nil
            } else if name.last != UInt8(ascii: "_") {
                name.append(UInt8(ascii: "_"))
            }
        }
        while name.last == UInt8(ascii: "_") { name.removeLast() }
        guard let first = name.first, (0x61...0x7A).contains(first) else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    /// A number within a range, or nil, reported.
    func number(_ node: SyntaxNode, _ what: String, _ range: ClosedRange<Double>) -> Double? {
        guard let text = text(node, "'\(what)'") else { return nil }
        if let number = Double(text), range.contains(number) { return number }
        let limits = "\(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
        report.report(.badNumber, node.place, "'\(what)' is a number from \(limits), not '\(text)'")
        return nil
    }

    /// A whole number within a range, or nil, reported.
    func integer(_ node: SyntaxNode, _ what: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(node, "'\(what)'") else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        report.report(
            .badNumber,
            node.place,
            "'\(what)' is a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'"
        )
        return nil
    }

    /// True or false, or nil, reported.
    func flag(_ node: SyntaxNode, _ what: String) -> Bool? {
        guard let text = text(node, "'\(what)'") else { return nil }
        switch text {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            let name = Name(text: text, place: node.place)
            report.reportUnknown(.unknownWord, "value for '\(what)'", name, known: ["true", "false"])
            return nil
        }
    }

    /// One of some words, or nil, reported.
    func word<Word: RawRepresentable & CaseIterable>(_ name: Name, _ what: String, as _: Word.Type) -> Word?
    where Word.RawValue == String {
        if let word = Word(rawValue: name.text) { return word }
        report.reportUnknown(.unknownWord, what, name, known: Word.allCases.map(\.rawValue))
        return nil
    }

    /// A missing key.
    func missing(_ key: String, of what: String, _ place: Place, help: String) {
        report.report(.missingKey, place, "\(what) has no '\(key)'", help: help)
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded(.towardZero) ? String(Int(number)) : String(number)
    }

    /// The name with spaces for its dots and underscores, its first letter large if wanted.
    static func title(_ name: String, capitalised: Bool) -> String {
        var bytes = Array(name.utf8).map {
            [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0) ? 0x20 : $0
        }
        if capitalised, let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first - 0x20 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
