import FrontdeskCompiler
import FrontdeskMatching

/// Where a request asks about something.
struct Cursor {
    var path: String
    var document: TextDocument
    var offset: Int
    /// The assistant, its names up to date; nil for a file outside any.
    var assistant: OpenAssistant?
    /// The path within the assistant's folder.
    var name: String

    /// The kind of the file.
    var file: Part {
        if let assistant { return assistant.kind(name) }
        return name.hasSuffix("assistant.yaml") ? .assistantFile : .topicFile
    }
}

extension LanguageServer {
    /// The place that a request names; nil when the file is not open.
    mutating func cursor(_ params: JSONValue) -> Cursor? {
        guard let path = params["textDocument"]["uri"].string.flatMap({ FileAddress.path($0) }),
            let document = document(path)
        else { return nil }
        let position = Self.position(params["position"]) ?? TextDocument.Position(line: 0, character: 0)
        var cursor = Cursor(
            path: path,
            document: document,
            offset: document.offset(position),
            assistant: nil,
            name: path
        )
        if let (folder, name) = place(path) {
            assistants[folder]?.update()
            cursor.assistant = assistants[folder]
            cursor.name = name
        }
        return cursor
    }

    /// A name's place as the protocol has it.
    func location(_ path: String, _ use: NameUse, _ assistant: OpenAssistant) -> JSONValue {
        let document = assistant.document(path) ?? TextDocument([])
        return [
            "uri": .string(address(of: assistant.folder + "/" + path)),
            "range": Self.range(use.span.start, use.span.end, document),
        ]
    }
}
