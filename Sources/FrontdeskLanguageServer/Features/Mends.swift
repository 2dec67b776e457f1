import FrontdeskCompiler

// Mends of mistakes, and the usual form of a file.
extension LanguageServer {
    /// "did you mean" as a change of the text.
    mutating func codeActions(_ params: JSONValue) -> JSONValue {
        guard let cursor = cursor(params) else { return [] }
        let actions = params["context"]["diagnostics"].items.compactMap { diagnostic -> JSONValue? in
            guard diagnostic["source"] == "frontdesk", let message = diagnostic["message"].string,
                let meant = Self.meant(message), let start = Self.position(diagnostic["range"]["start"]),
                let end = Self.position(diagnostic["range"]["end"])
            else { return nil }
            let written = cursor.document.bytes[
                cursor.document.offset(
                    start
                )..<max(cursor.document.offset(start), cursor.document.offset(end))
            ]
            return [
                "title": .string("Write '\(meant)'"), "kind": "quickfix", "isPreferred": true,
                "diagnostics": [diagnostic],
                "edit": [
                    "changes": .object([
                        address(of: cursor.path): [
                            [
                                "range": diagnostic["range"],
                                "newText": .string(Self.quoted(meant, as: written)),
                            ]
                        ]
                    ])
                ],
            ]
        }
        return .array(actions)
    }

    /// What stands between the quotes of "did you mean '…'?".
    static func meant(_ message: String) -> String? {
        guard let start = message.firstRange(of: "did you mean '"), message.hasSuffix("'?") else {
            return nil
        }
        let meant = message[start.upperBound...].dropLast(2)
        return meant.isEmpty ? nil : String(meant)
    }

    /// In the quotes in which it stood.
    private static func quoted(_ text: String, as written: ArraySlice<UInt8>) -> String {
        guard let first = written.first, first == 0x22 || first == 0x27, written.last == first else {
            return text
        }
        let quote = String(decoding: [first], as: UTF8.self)
        return quote + text + quote
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
