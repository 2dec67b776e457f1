import FrontdeskCompiler
import FrontdeskMatching

// Other names for what is declared, in all files at once.
extension LanguageServer {
    mutating func prepareRename(_ params: JSONValue) throws(RequestError) -> JSONValue {
        let (assistant, name, cursor) = try renamed(params)
        guard
            let here = assistant.uses(of: name).first(where: {
                $0.path == cursor.name && $0.use.span.start <= cursor.offset
                    && cursor.offset <= $0.use.span.end
            })
        else { throw RequestError(-32803, "nothing here can be renamed") }
        return [
            "range": Self.range(here.use.span.start, here.use.span.end, cursor.document),
            "placeholder": .string(name.name),
        ]
    }

    mutating func rename(_ params: JSONValue) throws(RequestError) -> JSONValue {
        let (assistant, name, _) = try renamed(params)
        let new = params["newName"].string ?? ""
        guard name.kind.form.isName(new) else {
            throw RequestError(
                -32602,
                "'\(new)' cannot be the name of \(name.kind.articled): begin with a small letter; then small letters, digits, '_'"
                    + (name.kind.form == .dottedName ? " and '.'" : "")
            )
        }
        guard new != name.name else { return .null }
        var other = name
        other.name = new
        if let clash = assistant.declarations(of: other).first {
            let line = (assistant.document(clash.path)?.lineNumber(of: clash.use.span.start) ?? 0) + 1
            throw RequestError(
                -32803,
                "there is \(name.kind.articled) '\(new)' already, in \(clash.path):\(line)"
            )
        }
        var edits: [String: [NameUse]] = [:]
        for (path, use) in assistant.uses(of: name) { edits[path, default: []].append(use) }
        try check(edits, new, assistant)
        var changes: [String: JSONValue] = [:]
        for (path, uses) in edits {
            let document = assistant.document(path) ?? TextDocument([])
            changes[address(of: assistant.folder + "/" + path)] = .array(
                uses.map {
                    ["range": Self.range($0.span.start, $0.span.end, document), "newText": .string(new)]
                }
            )
        }
        return ["changes": .object(changes)]
    }

    private mutating func renamed(_ params: JSONValue) throws(RequestError) -> (
        OpenAssistant, NameUse, Cursor
    ) {
        guard let cursor = cursor(params), let assistant = cursor.assistant,
            let name = assistant.name(at: cursor.offset, in: cursor.name, cursor.document)
        else { throw RequestError(-32803, "nothing here can be renamed") }
        let broken = assistant.sources.map(\.path).filter { !assistant.isCurrent($0) }
        guard broken.isEmpty else {
            throw RequestError(-32803, "\(broken[0]) cannot be read as YAML; mend it first")
        }
        return (assistant, name, cursor)
    }

    /// Refuses what would break something: names also stand where only the whole assistant tells what they mean.
    private func check(_ edits: [String: [NameUse]], _ new: String, _ assistant: OpenAssistant)
        throws(RequestError)
    {
        let sources = assistant.sources
        let changed = sources.map { source -> SourceFile in
            var source = source
            for use in (edits[source.path] ?? []).sorted(by: { $0.span.start > $1.span.start }) {
                source.bytes.replaceSubrange(use.span.start..<use.span.end, with: Array(new.utf8))
            }
            return source
        }
        let before = assistant.diagnostics(of: sources)
        let after = assistant.diagnostics(of: changed)
        guard after.count > before.count else { return }
        let known = Set(before.map { "\($0.code) \($0.file) \($0.message)" })
        let first = after.first { !known.contains("\($0.code) \($0.file) \($0.message)") } ?? after[0]
        throw RequestError(
            -32803,
            "with this name there would be a mistake in \(first.file):\(first.line): \(first.message)"
        )
    }
}

extension TextForm {
    /// Whether a text can be a name of this form.
    func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let first = bytes.first, (0x61...0x7A).contains(first),
            parts.count == 1 || (self == .dottedName && parts.allSatisfy { !$0.isEmpty })
        else { return false }
        return parts.joined().allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        }
    }
}

extension NameKind {
    /// What it is, with its article.
    var articled: String {
        switch self {
        case .synonyms, .hours: described
        case .intent, .entity, .action, .outcome: "an \(described)"
        default: "a \(described)"
        }
    }
}
