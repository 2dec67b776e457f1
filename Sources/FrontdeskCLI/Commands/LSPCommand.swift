import ArgumentParser
import Foundation
import FrontdeskCompiler
import FrontdeskLanguageServer

/// `frontdesk lsp`: intent files in an editor.
struct LSPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Serve editors: mistakes while you type, completion, definitions, renaming.",
        discussion: """
            Speaks the Language Server Protocol on standard input and output. An editor starts it by itself; the guide \
            "Editors" says how in VS Code, Neovim, Helix and Emacs. Each file belongs to the nearest folder above it that \
            has an assistant.yaml. Exit code 0: the editor shut it down, 1: the editor went away.

              frontdesk lsp
            """
    )

    @Flag(help: "Accepted because many editors add it; there is no other way.")
    var stdio = false

    func run() throws {
        let files = WorkspaceFiles(folder: Self.folder, sources: Self.sources)
        var loop = ServerLoop(LanguageServer(files: files) { try? SourceFormat.formatted($0) })
        let code = loop.run()
        guard code == 0 else { throw CommandFailure(message: "", exitCode: code) }
    }

    /// The nearest folder above a file that has an assistant.yaml; what lies under `data` or a hidden folder has none.
    private static func folder(of path: String) -> String? {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        while !parts.isEmpty {
            let folder = parts.joined(separator: "/")
            for name in ["assistant.yaml", "assistant.yml"]
            where FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
                return folder
            }
            if let last = parts.last, last == "data" || last.hasPrefix(".") { return nil }
            parts.removeLast()
        }
        return nil
    }

    private static func sources(in folder: String) -> [SourceFile] {
        (try? AssistantFolder(folder).sources()) ?? []
    }
}
