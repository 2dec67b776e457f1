import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskEvaluation
import FrontdeskMatching

/// Makes a data set of an assistant's own examples.
enum HeldOutExamples {
    /// Every so many-th example of an intent is held out; an intent with fewer gives none.
    static let step = 5

    /// The examples of an assistant's intents, and its background as out of scope, some of each held out to be asked.
    static func dataSet(of folder: AssistantFolder) throws(CommandFailure) -> DataSet {
        let sources = try folder.sources()
        let compilation = Compiler.compile(sources)
        guard let assistant = compilation.assistant else {
            Terminal.error(DiagnosticRenderer.text(compilation.diagnostics, sources: sources))
            throw CommandFailure(message: "\(folder.path) does not compile; nothing was measured.")
        }
        var train = ""
        var test = ""
        func add(_ examples: [Example], as label: String) {
            for (index, example) in examples.enumerated() {
                let line =
                    "\(example.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))\t\(label)\n"
                if index % step == step - 1 { test += line } else { train += line }
            }
        }
        for intent in assistant.matching.intents { add(intent.examples, as: intent.name) }
        add(assistant.matching.background, as: DataSet.outOfScope)
        do {
            return try DataSet(name: assistant.name, train: train, test: test)
        } catch {
            throw CommandFailure(
                message:
                    "\(folder.path) has too few examples to hold some out: an intent needs \(step). \(error)"
            )
        }
    }
}
