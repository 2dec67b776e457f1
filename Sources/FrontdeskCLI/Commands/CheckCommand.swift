import ArgumentParser
import FrontdeskCompiler
import FrontdeskDialogue

/// `frontdesk check`: every mistake in an assistant's files.
struct CheckCommand: ParsableCommand {
    /// How diagnostics are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find every mistake in an assistant's files.",
        discussion: """
            Nothing is trained or started. Exit code 0: no errors (there may be warnings), 1: errors, 2: the folder
            could not be read. 'frontdesk explain --code FD0007' tells more about a mistake.
            """
    )

    @Argument(help: "The assistant's folder.")
    var assistant = "."

    @Option(help: "text for people, json for editors.")
    var format = Format.text

    func run() throws {
        let folder = try AssistantFolder(assistant)
        let sources = try folder.sources()
        let compilation = Compiler.compile(sources)
        switch format {
        case .json:
            Terminal.write(DiagnosticRenderer.json(compilation.diagnostics))
        case .text:
            Terminal.write(Self.coloured(DiagnosticRenderer.text(compilation.diagnostics, sources: sources)))
            Terminal.write(Self.summary(compilation, files: sources.count, folder: folder) + "\n")
        }
        if compilation.errorCount > 0 { throw CommandFailure.problemsFound }
    }

    private static func summary(_ compilation: Compilation, files: Int, folder: AssistantFolder) -> String {
        let warnings = compilation.diagnostics.count - compilation.errorCount
        let counts = [(compilation.errorCount, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { counted($0.0, $0.1) }.joined(separator: ", ")
        let found = counts.isEmpty ? "no mistakes found" : counts
        guard let assistant = compilation.assistant else { return "\(folder.path): \(found)" }
        let parts = [
            counted(files, "file"),
            counted(assistant.intents.count { !$0.name.hasPrefix("control.") }, "intent"),
            counted(assistant.flows.count, "flow"),
        ]
        return "\(folder.path): \(found) (\(parts.joined(separator: ", ")))"
    }

    private static func coloured(_ text: String) -> String {
        let style = Style()
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.contains(": error[FD") { return style.bold(String(line)) }
            if line.hasPrefix("help: ") { return style.cyan(String(line)) }
            return String(line)
        }.joined(separator: "\n")
    }
}

/// A number and what it counts: "1 file", "2 files".
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
