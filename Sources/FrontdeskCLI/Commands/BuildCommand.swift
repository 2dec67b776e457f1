import ArgumentParser
import Foundation
import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// `frontdesk build`: one file of everything an assistant needs.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract:
            "Build a bundle: one checked file that starts at once, also on a machine without the folder.",
        discussion: """
            Every command takes a bundle where it takes a folder.

              frontdesk build Intents/shop -o shop.fdk
              frontdesk pipe shop.fdk

            The bundle holds the trained model and the SQL script of 'database: {seed: ...}'. A database under
            'database: {file: ...}' stays a file of its own: its path counts from where the bundle lies.

            The same files give the same bytes. A bundle that is there already is replaced by renaming, so that a running
            pipe keeps the old one until it is told to reload; do not copy over a bundle that is in use. Another version of
            Frontdesk wants its bundles built again, and says so. Exit code 1: the files have errors; nothing was written.
            """
    )

    @Argument(help: "The assistant's folder.")
    var assistant = "."

    @Option(name: .shortAndLong, help: "The bundle to write. [default: NAME.fdk in this folder]")
    var output: String?

    func run() throws {
        guard case .folder(let folder) = try AssistantPlace(assistant) else {
            throw CommandFailure(
                message: "\(assistant) is a bundle already; give the folder that it is to be built of."
            )
        }
        let sources = try folder.sources()
        var (compiled, warnings) = try compile(folder, sources)
        let mistakes = MachineCheck.statements(of: compiled.assistant, folder: folder, sources)
        let all = warnings + mistakes
        if !all.isEmpty { Terminal.error(DiagnosticRenderer.text(all, sources: sources)) }
        guard !mistakes.contains(where: { $0.severity == .error }) else {
            throw CommandFailure(
                message: "\(folder.path) has \(counted(mistakes.count, "error")); nothing was written.",
                exitCode: 1
            )
        }
        if case .seed(let file)? = compiled.assistant.database?.origin {
            compiled.seed = try DataActions.read(folder.path(of: file))
        }
        let path = output ?? "\(compiled.assistant.name).fdk"
        try Self.refuseToReplaceOther(path)
        do {
            let size = try compiled.write(to: path)
            Terminal.write("\(path): \(Self.contents(compiled)), \(counted(size, "byte"))\n")
        } catch {
            throw CommandFailure(error, path: path)
        }
    }

    private func compile(
        _ folder: AssistantFolder,
        _ sources: [SourceFile]
    ) throws(CommandFailure) -> (compiled: CompiledAssistant, warnings: [Diagnostic]) {
        do {
            return try AssistantLoader.compile(folder, sources)
        } catch {
            var failure = error.shown(.folder(folder), consequence: "nothing was written")
            if case .mistakes = error { failure.exitCode = 1 }
            throw failure
        }
    }

    /// A slip of the hand must not cost an intent file.
    private static func refuseToReplaceOther(_ path: String) throws(CommandFailure) {
        guard FileManager.default.fileExists(atPath: path), !AssistantPlace.beginsLikeBundle(path) else {
            return
        }
        throw CommandFailure(
            message: "\(path) is there and is no bundle; it was left as it is. Give another name."
        )
    }

    private static func contents(_ compiled: CompiledAssistant) -> String {
        let definition = compiled.assistant.matching
        let patterns = definition.intents.reduce(0) { $0 + $1.patterns.count }
        let examples = definition.intents.reduce(0) { $0 + $1.examples.count }
        return [
            counted(definition.intents.count, "intent"), counted(patterns, "pattern"),
            counted(examples, "example"), compiled.model == nil ? "no model" : "trained model",
        ].joined(separator: ", ")
    }
}
