import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// An assistant ready to run, and what its author should know.
struct LoadedAssistant: Sendable {
    var assistant: Assistant
    var matcher: Matcher
    var warnings: [Diagnostic]
    var sources: [SourceFile]
}

/// Makes assistants of folders.
enum AssistantLoader {
    /// The files of a folder do not compile.
    struct Mistakes: Error {
        var diagnostics: [Diagnostic]
        var sources: [SourceFile]

        /// The diagnostics as people read them.
        var text: String { DiagnosticRenderer.text(diagnostics, sources: sources) }

        /// How many errors there are, in words.
        var count: String {
            let count = diagnostics.count { $0.severity == .error }
            return count == 1 ? "1 error" : "\(count) errors"
        }
    }

    /// Why a folder gave no assistant.
    enum Failure: Error {
        case mistakes(Mistakes)
        case command(CommandFailure)

        /// The failure as the end of a command: the diagnostics are shown, then one sentence.
        func shown(_ folder: AssistantFolder) -> CommandFailure {
            switch self {
            case .command(let failure): return failure
            case .mistakes(let mistakes):
                Terminal.error(mistakes.text)
                return CommandFailure(message: "\(folder.path) has \(mistakes.count); nothing was started.")
            }
        }
    }

    /// Loads a folder: from the cache when its files are unchanged, else by compiling and training.
    static func load(_ folder: AssistantFolder) throws(Failure) -> LoadedAssistant {
        let sources: [SourceFile]
        do { sources = try folder.sources() } catch { throw .command(error) }
        if let cached = BundleCache.read(sources) {
            try checkZone(of: cached.assistant, sources)
            return cached
        }
        let compilation = Compiler.compile(sources)
        guard let assistant = compilation.assistant else {
            throw .mistakes(Mistakes(diagnostics: compilation.diagnostics, sources: sources))
        }
        try checkZone(of: assistant, sources)
        let model = IntentModel.train(assistant.matching)
        let loaded = LoadedAssistant(
            assistant: assistant,
            matcher: Matcher(assistant.matching, model: model),
            warnings: compilation.diagnostics,
            sources: sources
        )
        BundleCache.write(loaded, model: model)
        return loaded
    }

    private static func checkZone(of assistant: Assistant, _ sources: [SourceFile]) throws(Failure) {
        guard let mistake = MachineCheck.zone(of: assistant, sources) else { return }
        throw .mistakes(Mistakes(diagnostics: [mistake], sources: sources))
    }
}
