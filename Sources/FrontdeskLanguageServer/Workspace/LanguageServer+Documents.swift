import FrontdeskCompiler
import FrontdeskMatching

// What is open, and what is wrong with it.
extension LanguageServer {
    mutating func open(_ item: JSONValue) -> [JSONValue] {
        guard let address = item["uri"].string, let path = FileAddress.path(address) else { return [] }
        addresses[path] = address
        let document = TextDocument(Array((item["text"].string ?? "").utf8))
        guard let folder = folder(of: path) else {
            strays[path] = document
            let message = "\(path) belongs to no assistant: there is no assistant.yaml beside or above it. "
            return [
                Self.notification(
                    "window/logMessage",
                    ["type": 3, "message": .string(message + "Its keys are completed, nothing is checked.")]
                )
            ]
        }
        if assistants[folder] == nil {
            assistants[folder] = OpenAssistant(folder: folder, saved: files.sources(folder))
        }
        assistants[folder]?.open[Self.relative(path, to: folder)] = document
        assistants[folder]?.isStale = true
        // A new assistant.yaml takes in the files beside it that were open before.
        if path == folder + "/assistant.yaml" {
            for stray in strays.keys where stray.hasPrefix(folder + "/") {
                assistants[folder]?.open[Self.relative(stray, to: folder)] = strays[stray]
                strays[stray] = nil
            }
        }
        return []
    }

    mutating func change(_ params: JSONValue) {
        guard let path = params["textDocument"]["uri"].string.flatMap({ FileAddress.path($0) }),
            var document = document(path)
        else { return }
        for change in params["contentChanges"].items {
            let text = change["text"].string ?? ""
            if let start = Self.position(change["range"]["start"]),
                let end = Self.position(change["range"]["end"])
            {
                document.replace(from: start, to: end, with: text)
            } else {
                document = TextDocument(Array(text.utf8))
            }
        }
        if let (folder, name) = place(path) {
            assistants[folder]?.open[name] = document
            assistants[folder]?.isStale = true
        } else {
            strays[path] = document
        }
    }

    mutating func close(_ item: JSONValue) -> [JSONValue] {
        guard let address = item["uri"].string, let path = FileAddress.path(address) else { return [] }
        addresses[path] = nil
        strays[path] = nil
        guard let (folder, name) = place(path) else { return [] }
        assistants[folder]?.open[name] = nil
        guard let assistant = assistants[folder], assistant.open.isEmpty else {
            readAgain()
            return []
        }
        assistants[folder] = nil
        return assistant.told.sorted().map { published(folder + "/" + $0, []) }
    }

    /// Reads the files on the disk again.
    mutating func readAgain() {
        for folder in assistants.keys {
            assistants[folder]?.saved = files.sources(folder)
            assistants[folder]?.isStale = true
        }
    }

    /// Tells the mistakes of every assistant that changed: of each file that has some, or had some.
    public mutating func publish() -> [[UInt8]] {
        publications().map { MessageReader.framed($0) }
    }

    mutating func publications() -> [JSONValue] {
        var messages: [JSONValue] = []
        for folder in assistants.keys.sorted() {
            guard var assistant = assistants[folder], assistant.isStale else { continue }
            let found = Dictionary(grouping: assistant.diagnostics(), by: \.file)
            let files = Set(found.keys).union(assistant.told).union(assistant.open.keys)
            let contents = Dictionary(
                assistant.sources.map { ($0.path, $0.bytes) },
                uniquingKeysWith: { first, _ in first }
            )
            for file in files.sorted() {
                let document = assistant.open[file] ?? TextDocument(contents[file] ?? [])
                let items = (found[file] ?? []).map { lsp($0, document, folder) }
                messages.append(published(folder + "/" + file, items))
            }
            assistant.told = Set(found.keys)
            assistants[folder] = assistant
        }
        return messages
    }

    private func published(_ path: String, _ items: [JSONValue]) -> JSONValue {
        Self.notification(
            "textDocument/publishDiagnostics",
            ["uri": .string(address(of: path)), "diagnostics": .array(items)]
        )
    }

    private func lsp(_ diagnostic: Diagnostic, _ document: TextDocument, _ folder: String) -> JSONValue {
        var members: [String: JSONValue] = [
            "range": Self.range(diagnostic.span.start, diagnostic.span.end, document),
            "severity": diagnostic.severity == .error ? 1 : 2,
            "code": .string(diagnostic.code), "source": "frontdesk",
            "message": .string(diagnostic.message + (diagnostic.help.map { "\nhelp: \($0)" } ?? "")),
        ]
        if ["FD0057", "FD0058", "FD0059"].contains(diagnostic.code) { members["tags"] = [1] }
        let notes = diagnostic.notes.map { note -> JSONValue in
            let place: JSONValue = [
                "line": JSONValue(note.line - 1), "character": JSONValue(note.column - 1),
            ]
            return [
                "location": [
                    "uri": .string(address(of: folder + "/" + note.file)),
                    "range": ["start": place, "end": place],
                ],
                "message": .string(note.message),
            ]
        }
        if !notes.isEmpty { members["relatedInformation"] = .array(notes) }
        return .object(members)
    }

    // MARK: Places

    /// The folder of the assistant a file belongs to, one that is open in the editor alone included.
    private func folder(of path: String) -> String? {
        if let folder = files.folder(of: path) { return folder }
        if path.hasSuffix("/assistant.yaml") { return String(path.dropLast("/assistant.yaml".utf8.count)) }
        return assistants.keys.filter { path.hasPrefix($0 + "/") }.max { $0.utf8.count < $1.utf8.count }
    }

    static func relative(_ path: String, to folder: String) -> String {
        String(path.dropFirst(folder.count + 1))
    }

    /// The assistant's folder and the path within it of an open file.
    func place(_ path: String) -> (folder: String, name: String)? {
        for (folder, assistant) in assistants where path.hasPrefix(folder + "/") {
            let name = Self.relative(path, to: folder)
            if assistant.open[name] != nil { return (folder, name) }
        }
        return nil
    }

    func document(_ path: String) -> TextDocument? {
        if let (folder, name) = place(path) { return assistants[folder]?.open[name] }
        return strays[path]
    }

    func address(of path: String) -> String { addresses[path] ?? FileAddress.address(path) }

    static func position(_ value: JSONValue) -> TextDocument.Position? {
        guard let line = value["line"].integer, let character = value["character"].integer, line >= 0,
            character >= 0
        else { return nil }
        return TextDocument.Position(line: line, character: character)
    }

    static func range(_ start: Int, _ end: Int, _ document: TextDocument) -> JSONValue {
        let (first, last) = (document.position(start), document.position(end))
        return [
            "start": ["line": JSONValue(first.line), "character": JSONValue(first.character)],
            "end": ["line": JSONValue(last.line), "character": JSONValue(last.character)],
        ]
    }
}
