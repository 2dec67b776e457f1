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
        let files = WorkspaceFiles(
            exists: { FileManager.default.fileExists(atPath: $0) },
            sources: Self.sources
        )
        var loop = ServerLoop(LanguageServer(files: files) { try? SourceFormat.formatted($0) })
        let code = loop.run()
        guard code == 0 else { throw CommandFailure(message: "", exitCode: code) }
    }

    private static func sources(in folder: String) -> [SourceFile] {
        (try? AssistantFolder(folder).sources()) ?? []
    }
}
