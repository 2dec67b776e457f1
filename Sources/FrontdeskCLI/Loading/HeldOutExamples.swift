import FrontdeskBundle
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskEvaluation
import FrontdeskMatching

/// Makes a data set of an assistant's own examples.
enum HeldOutExamples {
    /// Every so many-th example of an intent is held out; an intent with fewer gives none.
    static let step = 5

    /// The examples of an assistant's intents, and its background as out of scope, some of each held out to be asked.
    static func dataSet(of origin: AssistantPlace) throws(CommandFailure) -> DataSet {
        let (name, matching) = try definition(of: origin)
        var train = ""
        var test = ""
        func add(_ examples: [Example], as label: String) {
            for (index, example) in examples.enumerated() {
                let line =
                    "\(example.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))\t\(label)\n"
                if index % step == step - 1 { test += line } else { train += line }
            }
        }
        for intent in matching.intents { add(intent.examples, as: intent.name) }
        add(matching.background, as: DataSet.outOfScope)
        do {
            return try DataSet(name: name, train: train, test: test)
        } catch {
            throw CommandFailure(
                message:
                    "\(origin.path) has too few examples to hold some out: an intent needs \(step). \(error)"
            )
        }
    }

    /// What an assistant's matcher matches with, and the assistant's name.
    private static func definition(
        of origin: AssistantPlace
    ) throws(CommandFailure) -> (name: String, matching: MatcherDefinition) {
        switch origin {
        case .bundle(let path):
            do {
                let bundle = try BundleFile(path: path)
                return (bundle.about.assistant, try bundle.definition())
            } catch {
                throw CommandFailure(error, path: path)
            }
        case .folder(let folder):
            let sources = try folder.sources()
            let compilation = Compiler.compile(sources)
            guard let assistant = compilation.assistant else {
                Terminal.error(DiagnosticRenderer.text(compilation.diagnostics, sources: sources))
                throw CommandFailure(message: "\(folder.path) does not compile; nothing was measured.")
            }
            return (assistant.name, assistant.matching)
        }
    }
}
