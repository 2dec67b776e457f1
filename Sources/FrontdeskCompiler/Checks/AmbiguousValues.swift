import FrontdeskMatching

/// A word stands for one value of an entity type.
enum AmbiguousValues: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for entity in program.entities {
            var values: [[String]: (value: String, place: Place)] = [:]
            for (word, value) in entity.values {
                let key = Tokenizer.tokenize(word.text).map(\.text)
                guard let other = values[key] else {
                    values[key] = (value, word.place)
                    continue
                }
                guard other.value != value else { continue }
                report.report(
                    .ambiguousValue,
                    word.place,
                    "'\(word.text)' stands for '\(value)' and for '\(other.value)'",
                    help: "keep it under one of them",
                    mends: [.takeOut],
                    notes: [("the other one is here", other.place)]
                )
            }
        }
    }
}
