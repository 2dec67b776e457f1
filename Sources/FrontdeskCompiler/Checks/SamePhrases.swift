import FrontdeskDialogue
import FrontdeskMatching

/// No pattern and no example belongs to two intents.
enum SamePhrases: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        var patterns: [PatternNode: (intent: String, place: Place)] = [:]
        // A pattern's hash is costly: it must not be taken again whenever the table grows.
        patterns.reserveCapacity(program.intents.reduce(0) { $0 + $1.patterns.count })
        var examples: [[String]: (intent: String, place: Place)] = [:]
        let controls = controlPatterns(of: program)
        for intent in program.intents {
            for pattern in intent.patterns {
                let root = pattern.pattern.root
                if let control = controls[root] {
                    report.report(
                        .samePattern,
                        pattern.place,
                        "the built-in control '\(control.rawValue)' has the same pattern",
                        help: "take it out: controls work everywhere, and customers rely on them",
                        mends: [.takeOut]
                    )
                }
                guard let other = patterns[root] else {
                    patterns[root] = (intent.name.text, pattern.place)
                    continue
                }
                guard other.intent != intent.name.text else { continue }
                report.report(
                    .samePattern,
                    pattern.place,
                    "the intent '\(other.intent)' has the same pattern",
                    help:
                        "take it out of one of the two; otherwise customers are always asked which one they mean",
                    mends: [.takeOut],
                    notes: [("the other one is here", other.place)]
                )
            }
            for example in intent.examples {
                let words = Tokenizer.tokenize(example.example.text).map(\.text)
                guard let other = examples[words] else {
                    examples[words] = (intent.name.text, example.place)
                    continue
                }
                guard other.intent != intent.name.text else { continue }
                report.report(
                    .sameExample,
                    example.place,
                    "the intent '\(other.intent)' has the same example",
                    help: "keep it where it fits better",
                    mends: [.takeOut],
                    notes: [("the other one is here", other.place)]
                )
            }
        }
    }

    private static func controlPatterns(of program: Program) -> [PatternNode: Control] {
        var controls: [PatternNode: Control] = [:]
        for control in program.controlsInUse {
            for pattern in BuiltInControls.patterns(control, in: program.language) {
                controls[pattern.root] = control
            }
        }
        return controls
    }
}
