import FrontdeskCompiler
import FrontdeskMatching

// What something means.
extension LanguageServer {
    mutating func hover(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params) else { return .null }
        if let assistant = cursor.assistant,
            let name = assistant.name(at: cursor.offset, in: cursor.name, cursor.document),
            let declared = assistant.declarations(of: name).first
        {
            return content(Self.description(of: declared.use, declared.path, assistant))
        }
        return key(cursor).map { key in
            content("**\(key.name)**: \(key.meaning)" + (key.isRequired ? " Must be there." : ""))
        } ?? .null
    }

    private func content(_ markdown: String) -> JSONValue {
        ["contents": ["kind": "markdown", "value": .string(markdown)]]
    }

    /// The first lines of a definition.
    private static let lineLimit = 6

    private static func description(of use: NameUse, _ path: String, _ assistant: OpenAssistant) -> String {
        let document = assistant.document(path) ?? TextDocument([])
        let first = document.lineNumber(of: use.span.start)
        let last = document.lineNumber(of: max(use.span.start, use.end - 1))
        let shown = first...min(last, first + lineLimit - 1)
        let indent = document.line(first).prefix { $0 == 0x20 }.count
        var lines = shown.map { String(decoding: document.line($0).dropFirst(indent), as: UTF8.self) }
        if last > shown.upperBound { lines.append("  …") }
        let owner = use.scope.isEmpty ? "" : " of the flow `\(use.scope)`"
        return "\(use.kind.described) `\(use.name)`\(owner), \(path):\(first + 1)\n```yaml\n"
            + lines.joined(separator: "\n") + "\n```"
    }

    /// The key under the cursor, when a part has it.
    private func key(_ cursor: Cursor) -> PartKey? {
        let word = Word(around: cursor.offset, in: cursor.document)
        let bytes = cursor.document.bytes
        let behind = bytes[word.end...].first { $0 != 0x22 && $0 != 0x27 }
        guard !word.text.isEmpty, behind == UInt8(ascii: ":") else { return nil }
        let place = CursorPlace(cursor.document, at: word.start)
        guard place.isKey, case .part(let part) = place.shape(in: cursor.file)?.shape.ofEntries else {
            return nil
        }
        return part.key(word.text)
    }
}
