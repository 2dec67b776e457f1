import FrontdeskCompiler
import FrontdeskMatching

// Mends of mistakes, and the usual form of a file.
extension LanguageServer {
    /// The mends of what is wrong in the range, as changes of the text.
    mutating func codeActions(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params), var assistant = cursor.assistant else { return [] }
        let source = SourceFile(path: cursor.name, bytes: cursor.document.bytes)
        let asked = params["context"]["diagnostics"].items
        var actions: [JSONValue] = []
        for diagnostic in assistant.diagnostics() where diagnostic.file == cursor.name {
            let range = Self.range(diagnostic.span.start, diagnostic.span.end, cursor.document)
            let told = asked.first { $0["range"] == range && $0["code"] == .string(diagnostic.code) }
            guard let told else { continue }
            for (place, mend) in diagnostic.mends.enumerated() {
                guard let edit = mend.edit(at: diagnostic.span, in: source) else { continue }
                actions.append([
                    "title": .string(mend.title), "kind": "quickfix",
                    "isPreferred": place == 0 ? true : false,
                    "diagnostics": [told],
                    "edit": [
                        "changes": .object([
                            address(of: cursor.path): [
                                [
                                    "range": Self.range(edit.span.start, edit.span.end, cursor.document),
                                    "newText": .string(edit.text),
                                ]
                            ]
                        ])
                    ],
                ])
            }
        }
        return .array(actions)
    }

    mutating func formatting(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params), let format,
            let formatted = format(SourceFile(path: cursor.name, bytes: cursor.document.bytes)),
            formatted != cursor.document.bytes
        else { return [] }
        return [
            [
                "range": Self.range(0, cursor.document.bytes.count, cursor.document),
                "newText": .string(String(decoding: formatted, as: UTF8.self)),
            ]
        ]
    }
}
