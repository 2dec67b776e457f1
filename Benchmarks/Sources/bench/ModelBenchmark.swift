import Foundation
import FrontdeskEvaluation
import FrontdeskMatching
import FrontdeskVectors

/// What the classifier costs: to train, to load, and for an utterance; on sentences, and by the number of intents.
enum ModelBenchmark {
    static let runs = 7
    static let vectors = "english"
    static let fewIntents = 150
    static let manyIntents = 10_000

    /// What was measured of one classifier.
    private struct Figures {
        var trained: Int64
        var bytes: Int
        var decoded: Int64
        var match: Sample
        /// How often the first candidate was the right one.
        var right: Int
        /// How often memory was asked for.
        var allocations: String
    }

    /// Sentences to learn from, and others to ask.
    struct Questions {
        var definition: MatcherDefinition
        var asked: [(text: String, intent: String?)]
    }

    /// Measures on the data set in a folder, if one is given, and on made-up intents.
    static func report(_ folder: String?) throws {
        print("Classifier (CPU time of this thread; an utterance: best of \(runs) runs)")
        if let folder { try report(try read(folder), "the data set") }
        let few = made(fewIntents)
        let small = try report(few, "made up")
        let many = made(manyIntents)
        head(many, "made up")
        let large = try measure(many.definition, many.asked)
        line("everything on", large, of: many.asked.count)
        let ratio = Double(large.match.percentile(0.5)) / Double(max(1, small.match.percentile(0.5)))
        print(
            "  an utterance over \(manyIntents) intents: "
                + "\(String(format: "%.2f", ratio)) times the median of \(fewIntents)"
        )
    }

    @discardableResult
    private static func report(_ questions: Questions, _ name: String) throws -> Figures {
        head(questions, name)
        let all = try measure(questions.definition, questions.asked)
        line("everything on", all, of: questions.asked.count)
        var words = questions.definition
        words.vectors = nil
        line("without vectors", try measure(words, questions.asked), of: questions.asked.count)
        let reader = Matcher(MatcherDefinition(intents: []), model: nil)
        print("    \(padded("lower bound: reading the words")) \(times(time(reader, questions.asked)))")
        walk(questions)
        return all
    }

    private static func head(_ questions: Questions, _ name: String) {
        let examples = questions.definition.intents.reduce(0) { $0 + $1.examples.count }
        print("  \(name): \(questions.definition.intents.count) intents, \(examples) examples")
    }

    private static func line(_ name: String, _ figures: Figures, of asked: Int) {
        print(
            """
                \(padded(name)) \(times(figures.match))
                  train \(milliseconds(figures.trained))   decode \(milliseconds(figures.decoded))   \
            model \(figures.bytes / 1024) KiB   right \(figures.right) of \(asked)
                  \(figures.allocations)
            """
        )
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 36 - name.count))
    }

    private static func times(_ sample: Sample) -> String {
        "p50 \(microseconds(sample.percentile(0.5)))   p99 \(microseconds(sample.percentile(0.99)))"
            + "   mean \(microseconds(sample.total / Int64(max(1, sample.count))))"
    }

    private static func measure(
        _ definition: MatcherDefinition,
        _ asked: [(text: String, intent: String?)]
    ) throws -> Figures {
        var start = Stopwatch.thread
        guard let model = IntentModel.train(definition, vectors: .bundled) else {
            throw BenchmarkError(message: "No intent has an example.")
        }
        let trained = Stopwatch.thread - start
        let bytes = model.encoded()
        var decoded = Int64.max
        for _ in 0..<runs {
            start = Stopwatch.thread
            let again = try IntentModel(decoding: bytes)
            decoded = min(decoded, Stopwatch.thread - start)
            precondition(again.vectorTable == definition.vectors, "a model is read as it was written")
        }
        let matcher = Matcher(definition, model: model)
        let right = asked.count { question in
            question.intent != nil && matcher.match(question.text).candidates.first?.intent == question.intent
        }
        return Figures(
            trained: trained,
            bytes: bytes.count,
            decoded: decoded,
            match: time(matcher, asked),
            right: right,
            allocations: AllocationBenchmark.line(matcher, asked.flatMap { [$0.text, slipped($0.text)] })
        )
    }

    /// A text that lost the letter in its middle.
    static func slipped(_ text: String) -> String {
        var letters = Array(text)
        if letters.count > 2 { letters.remove(at: letters.count / 2) }
        return String(letters)
    }

    private static func time(_ matcher: Matcher, _ asked: [(text: String, intent: String?)]) -> Sample {
        var workspace = Matcher.Workspace()
        let clock = Stopwatch.threadCost
        return (0..<runs).map { _ in
            Sample(
                asked.map { question in
                    let start = Stopwatch.thread
                    let result = matcher.match(question.text, using: &workspace)
                    let time = max(0, Stopwatch.thread - start - clock)
                    return withExtendedLifetime(result) { time }
                }
            )
        }
        .min { $0.percentile(0.5) < $1.percentile(0.5) } ?? Sample([])
    }

    /// The examples in a trie in C: what cutting a sentence and looking it up costs at least.
    private static func walk(_ questions: Questions) {
        let examples = questions.definition.intents.flatMap(\.examples).map(\.text)
        let some = stride(from: 0, to: examples.count, by: max(1, examples.count / 200)).map { examples[$0] }
        guard let walk = ScaleBenchmark.walk(examples, some) else { return }
        print("    \(padded("and a walk of a trie in C")) p50 \(walk.percentile(0.5)) ns")
    }

    static func made(_ count: Int) -> Questions {
        let assistant = ScaleAssistant(intentCount: count)
        return Questions(
            definition: assistant.learned(vectors: vectors),
            asked: assistant.questions.map { ($0.text, $0.intent) }
        )
    }

    static func read(_ folder: String) throws -> Questions {
        let train = try String(contentsOfFile: "\(folder)/train.tsv", encoding: .utf8)
        let test = try String(contentsOfFile: "\(folder)/test.tsv", encoding: .utf8)
        let data = try DataSet(name: "data", train: train, test: test)
        let intents = data.intents.map { name in
            let lines = data.train.filter { $0.intent == name }
            return IntentDefinition(name: name, title: name, examples: lines.map { Example($0.text) })
        }
        let background = data.train.filter { $0.intent == nil }.map { Example($0.text) }
        return Questions(
            definition: MatcherDefinition(intents: intents, background: background, vectors: vectors),
            asked: data.test.map { ($0.text, $0.intent) }
        )
    }
}
