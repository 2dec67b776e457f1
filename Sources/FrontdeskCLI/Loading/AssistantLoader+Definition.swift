import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

extension AssistantLoader {
    /// What an assistant's matcher matches with, as it was written, and the assistant's name and answer threshold; nothing is trained.
    ///
    /// The threshold is nil when it is only known after training.
    ///
    /// - Parameter consequence: What did not happen when there is none, for the message.
    static func definition(
        of origin: AssistantPlace,
        consequence: String
    ) throws(CommandFailure) -> (name: String, matching: MatcherDefinition, answer: Double?) {
        switch origin {
        case .bundle(let path):
            do {
                let bundle = try BundleFile(path: path)
                let answer = try bundle.assistant().thresholds.answer
                return (bundle.about.assistant, try bundle.definition(), answer)
            } catch {
                throw CommandFailure(error, path: path)
            }
        case .folder(let folder):
            let assistant = try compile(folder, consequence: consequence)
            let thresholds = assistant.thresholds
            return (
                assistant.name, assistant.matching, thresholds.wrongAnswers == nil ? thresholds.answer : nil
            )
        }
    }

    /// An assistant with what its matchers match with as it was written: for whoever draws sentences from it.
    ///
    /// - Parameter consequence: What did not happen when there is none, for the message.
    static func whole(of origin: AssistantPlace, consequence: String) throws(CommandFailure) -> Assistant {
        switch origin {
        case .bundle(let path):
            do {
                return try BundleFile(path: path).compiled().assistant
            } catch {
                throw CommandFailure(error, path: path)
            }
        case .folder(let folder):
            return try compile(folder, consequence: consequence)
        }
    }

    private static func compile(
        _ folder: AssistantFolder,
        consequence: String
    ) throws(CommandFailure) -> Assistant {
        let sources = try folder.sources()
        let compilation = Compiler.compile(sources)
        guard let assistant = compilation.assistant else {
            Terminal.error(DiagnosticRenderer.text(compilation.diagnostics, sources: sources))
            throw CommandFailure(message: "\(folder.path) does not compile; \(consequence).")
        }
        return assistant
    }
}
