import FrontdeskCompiler
import Testing

@testable import FrontdeskLanguageServer

/// A server over two assistants in memory.
struct Editor {
    var server: LanguageServer
    static let files = [
        "/a/assistant.yaml": "assistant: a\n",
        "/a/topic.yaml": """
        intents:
          hello.there: {patterns: [hello], answer: Hello., suggests: [bye]}
          bye: {patterns: [bye], flow: leave}
        flows:
          leave:
            slots: {why: {type: text, ask: Why?}}
            states:
              ask_more: {ask: "So {{why}}?", on: {yes: over, no: over}}
              over: {say: Bye., end: resolved}
        """,
        "/b/assistant.yaml": "assistant: b\n",
    ]

    init(format: LanguageServer.Formatter? = nil) {
        let files = WorkspaceFiles(
            exists: { Self.files[$0] != nil },
            sources: { folder in
                Self.files.filter { $0.key.hasPrefix(folder + "/") }.map {
                    SourceFile(path: String($0.key.dropFirst(folder.count + 1)), text: $0.value)
                }
            }
        )
        server = LanguageServer(files: files, format: format)
        _ = server.handle(["id": 1, "method": "initialize", "params": [:]])
    }

    mutating func open(_ path: String, _ text: String? = nil) {
        _ = server.handle([
            "method": "textDocument/didOpen",
            "params": [
                "textDocument": [
                    "uri": .string("file://" + path), "text": .string(text ?? Self.files[path] ?? ""),
                ]
            ],
        ])
    }

    mutating func ask(
        _ method: String,
        _ path: String,
        _ line: Int,
        _ character: Int,
        _ more: [String: JSONValue] = [:]
    )
        -> JSONValue
    {
        var params: [String: JSONValue] = [
            "textDocument": ["uri": .string("file://" + path)],
            "position": ["line": JSONValue(line), "character": JSONValue(character)],
        ]
        params.merge(more) { _, new in new }
        return server.handle([
            "id": 2, "method": .string("textDocument/" + method), "params": .object(params),
        ])[0]
    }
}

@Suite("The language server")
struct ServerTests {
    @Test(
        "A name is found where it is declared, whatever refers to it",
        arguments: [
            (1, 63, "bye"), (2, 32, "leave"), (7, 29, "why"), (7, 48, "over"),
        ]
    )
    func definitions(_ line: Int, _ character: Int, _ name: String) {
        var editor = Editor()
        editor.open("/a/topic.yaml")
        let hover =
            editor.ask("hover", "/a/topic.yaml", line, character)["result"]["contents"]["value"].string ?? ""
        #expect(hover.contains("`\(name)`"), "\(hover)")
        let places = editor.ask("definition", "/a/topic.yaml", line, character)["result"].items
        #expect(places.map { $0["uri"] } == ["file:///a/topic.yaml"])
    }

    static let renames: [(line: Int, character: Int, new: String, edits: Int?, refusal: String)] = [
        (1, 4, "good.day", 1, ""), (2, 3, "good_bye", 2, ""), (5, 13, "reason", 2, ""), (8, 8, "done", 3, ""),
        (1, 4, "bye", nil, "there is an intent 'bye' already, in topic.yaml:3"),
        (1, 4, "Bye", nil, "'Bye' cannot be the name of an intent"),
        (8, 8, "a.b", nil, "'a.b' cannot be the name of a state"),
        (8, 8, "handoff", nil, "with this name there would be a mistake in topic.yaml"),
        (8, 8, "ask_more", nil, "there is a state 'ask_more' already"),
        (0, 2, "x", nil, "nothing here can be renamed"), (1, 40, "x", nil, "nothing here can be renamed"),
    ]

    @Test("Renaming changes every place, or says why not", arguments: renames)
    func rename(_ row: (line: Int, character: Int, new: String, edits: Int?, refusal: String)) {
        var editor = Editor()
        editor.open("/a/topic.yaml")
        let answer = editor.ask(
            "rename",
            "/a/topic.yaml",
            row.line,
            row.character,
            ["newName": .string(row.new)]
        )
        let edits = answer["result"]["changes"]["file:///a/topic.yaml"].items
        #expect(edits.count == row.edits ?? 0)
        #expect((answer["error"]["message"].string ?? "").hasPrefix(row.refusal), "\(answer)")
        #expect((answer["error"] == .null) == (row.edits != nil))
    }

    @Test("Mistakes are told once for each change, of each file that has or had some")
    func publishing() {
        var editor = Editor()
        editor.open("/a/topic.yaml", "intents: {x: {patterns: [x], flow: gone}}\n")
        let first = editor.server.publications()
        #expect(first.map { $0["params"]["uri"] } == ["file:///a/topic.yaml"])
        #expect(first[0]["params"]["diagnostics"].items.map { $0["code"] } == ["FD0010"])
        #expect(!editor.server.isStale)
        #expect(editor.server.publications() == [])
        let closed = editor.server.handle([
            "method": "textDocument/didClose", "params": ["textDocument": ["uri": "file:///a/topic.yaml"]],
        ])
        #expect(closed.map { $0["params"]["diagnostics"] } == [[]])
        #expect(editor.server.assistants.isEmpty)
    }

    @Test("The buffer counts before the file, also while only assistant.yaml is open elsewhere")
    func buffers() {
        var editor = Editor()
        editor.open("/a/assistant.yaml", "assistant: a\nqueues: {orders: {}}\n")
        editor.open("/b/assistant.yaml", "assistant: b\nhandoff: {queue: orders}\n")
        let told = editor.server.publications()
        #expect(told.map { $0["params"]["uri"] } == ["file:///a/assistant.yaml", "file:///b/assistant.yaml"])
        #expect(told.map { $0["params"]["diagnostics"].items.count } == [0, 1])
    }

    @Test(
        "A formatter's text takes the whole file's place; without a change there is none, and without a formatter no method"
    )
    func formatting() {
        var editor = Editor { SourceFile(path: $0.path, text: "assistant: a\n").bytes }
        editor.open("/a/assistant.yaml", "assistant:   a\n\n")
        let edits = editor.ask("formatting", "/a/assistant.yaml", 0, 0)["result"].items
        #expect(edits.map { $0["newText"] } == ["assistant: a\n"])
        #expect(edits[0]["range"]["end"] == ["line": 2, "character": 0])
        editor.open("/a/assistant.yaml", "assistant: a\n")
        #expect(editor.ask("formatting", "/a/assistant.yaml", 0, 0)["result"] == [])
        var plain = Editor()
        plain.open("/a/assistant.yaml")
        #expect(plain.ask("formatting", "/a/assistant.yaml", 0, 0)["error"]["code"] == -32601)
    }
}
