public import FrontdeskCompiler

/// What an editor asks about intent files, answered; it reads and writes nothing by itself.
///
/// It speaks the Language Server Protocol 3.17. One message in, its answers out; mistakes are told when ``publish()`` is
/// called, so that the caller decides how long to wait for more typing.
public struct LanguageServer {
    /// Gives a file's content in its usual form; nil when it cannot be read.
    public typealias Formatter = (SourceFile) -> [UInt8]?

    enum Phase: Equatable { case new, running, shutDown }

    let files: WorkspaceFiles
    let format: Formatter?
    var phase = Phase.new
    /// The assistants with open files, by folder.
    var assistants: [String: OpenAssistant] = [:]
    /// Open files that belong to no assistant, by path.
    var strays: [String: TextDocument] = [:]
    /// The address under which the editor knows each open file.
    var addresses: [String: String] = [:]
    /// Whether the client has asked to end the process.
    public private(set) var hasEnded = false
    /// The exit code once it has ended: 0 after an orderly shutdown, otherwise 1.
    public var exitCode: Int32 { phase == .shutDown ? 0 : 1 }

    /// Makes a server.
    public init(files: WorkspaceFiles, format: Formatter? = nil) {
        self.files = files
        self.format = format
    }

    /// Whether mistakes are to be looked for.
    public var isStale: Bool { assistants.values.contains(where: \.isStale) }

    /// Answers one message.
    mutating func handle(_ message: JSONValue) -> [JSONValue] {
        let id = message["id"]
        guard let method = message["method"].string else {
            // An answer to something that was never asked, or nothing at all.
            return id == .null || message["result"] != .null || message["error"] != .null
                ? [] : [Self.failure(id, -32600, "a message needs a 'method'")]
        }
        if method == "exit" {
            hasEnded = true
            return []
        }
        guard id != .null else { return notify(method, message["params"]) }
        if let refusal = refusal(of: method) { return [Self.failure(id, refusal.code, refusal.message)] }
        do throws(RequestError) {
            return [["jsonrpc": "2.0", "id": id, "result": try answer(method, message["params"])]]
        } catch {
            return [Self.failure(id, error.code, error.message)]
        }
    }

    private func refusal(of method: String) -> RequestError? {
        switch (phase, method) {
        case (.new, "initialize"), (.running, _): nil
        case (.new, _): RequestError(-32002, "the first request must be 'initialize'")
        case (.shutDown, _): RequestError(-32600, "the server was shut down; only 'exit' may follow")
        }
    }

    private mutating func answer(_ method: String, _ params: JSONValue) throws(RequestError) -> JSONValue {
        switch method {
        case "initialize":
            guard phase == .new else { throw RequestError(-32600, "'initialize' came before") }
            phase = .running
            return capabilities
        case "shutdown":
            phase = .shutDown
            return .null
        case "textDocument/completion": return completion(params)
        case "textDocument/hover": return hover(params)
        case "textDocument/definition": return definition(params)
        case "textDocument/references": return references(params)
        case "textDocument/prepareRename": return try prepareRename(params)
        case "textDocument/rename": return try rename(params)
        case "textDocument/documentSymbol": return symbols(params)
        case "textDocument/codeAction": return codeActions(params)
        case "textDocument/formatting" where format != nil: return formatting(params)
        default: throw RequestError(-32601, "there is no method '\(method)'")
        }
    }

    private mutating func notify(_ method: String, _ params: JSONValue) -> [JSONValue] {
        guard phase == .running else { return [] }
        switch method {
        case "textDocument/didOpen": return open(params["textDocument"])
        case "textDocument/didChange": change(params)
        case "textDocument/didClose": return close(params["textDocument"])
        case "textDocument/didSave", "workspace/didChangeWatchedFiles": readAgain()
        default: break
        }
        return []
    }

    private var capabilities: JSONValue {
        var can: [String: JSONValue] = [
            "textDocumentSync": ["openClose": true, "change": 2, "save": true],
            "positionEncoding": "utf-16",
            "completionProvider": ["triggerCharacters": [" ", "{", "<", "~", "(", ">"]],
            "hoverProvider": true, "definitionProvider": true, "referencesProvider": true,
            "renameProvider": ["prepareProvider": true], "documentSymbolProvider": true,
            "codeActionProvider": ["codeActionKinds": ["quickfix"]],
        ]
        if format != nil { can["documentFormattingProvider"] = true }
        return ["capabilities": .object(can), "serverInfo": ["name": "frontdesk"]]
    }

    static func failure(_ id: JSONValue, _ code: Int, _ message: String) -> JSONValue {
        ["jsonrpc": "2.0", "id": id, "error": ["code": JSONValue(code), "message": .string(message)]]
    }

    static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "method": .string(method), "params": params]
    }
}

/// Why a request is not answered.
struct RequestError: Error {
    var code: Int
    var message: String

    init(_ code: Int, _ message: String) {
        self.code = code
        self.message = message
    }
}
