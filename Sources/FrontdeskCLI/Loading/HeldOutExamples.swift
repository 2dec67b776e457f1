import FrontdeskDialogue
import FrontdeskEvaluation
import FrontdeskMatching

/// Makes a data set of an assistant's own examples.
enum HeldOutExamples {
    /// Every so many-th example of an intent is held out; an intent with fewer gives none.
    static let step = 5

    /// The examples of an assistant's intents, and its background as out of scope, some of each held out to be asked.
    ///
    /// - Parameter isWhole: Whether none is held out, so that all of them can be cut into folds.
    static func dataSet(of origin: AssistantPlace, isWhole: Bool) throws(CommandFailure) -> DataSet {
        let (name, matching, _) = try AssistantLoader.definition(
            of: origin,
            consequence: "nothing was measured"
        )
        var train = ""
        var test = ""
        func add(_ examples: [Example], as label: String) {
            for (index, example) in examples.enumerated() {
                let line =
                    "\(example.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))\t\(label)\n"
                let isHeldOut = !isWhole && index % step == step - 1
                if isHeldOut { test += line } else { train += line }
            }
        }
        for intent in matching.intents { add(intent.examples, as: intent.name) }
        add(matching.background, as: DataSet.outOfScope)
        do {
            return try DataSet(name: name, train: train, test: isWhole ? train : test)
        } catch {
            throw CommandFailure(
                message:
                    "\(origin.path) has too few examples to hold some out: an intent needs \(step). \(error)"
            )
        }
    }
}
