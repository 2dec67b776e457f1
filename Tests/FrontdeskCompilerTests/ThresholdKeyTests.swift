import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Thresholds, vectors and background in assistant.yaml")
struct ThresholdKeyTests {
    private func compilation(_ lines: String) -> Compilation {
        Compiler.compile([SourceFile(path: "assistant.yaml", text: "assistant: a\n\(lines)\n")])
    }

    private func remarks(_ lines: String) -> [String] {
        compilation(lines).diagnostics.map { diagnostic in
            let help = diagnostic.help.map { " (\($0))" } ?? ""
            return "\(diagnostic.code) \(diagnostic.line):\(diagnostic.column) \(diagnostic.message)\(help)"
        }
    }

    @Test(
        "A declared share of wrong answers arrives as a share",
        arguments: [
            ("thresholds: {wrong_answers: 3 %}", Thresholds(wrongAnswers: 0.03)),
            ("thresholds: {wrong_answers: 3%}", Thresholds(wrongAnswers: 0.03)),
            (
                "thresholds: {wrong_answers: 0.5 %, clarify: 0.7}",
                Thresholds(clarify: 0.7, wrongAnswers: 0.005)
            ),
            ("thresholds:\n  wrong_answers: 50 %\n  margin: 0.2", Thresholds(margin: 0.2, wrongAnswers: 0.5)),
            ("thresholds: {answer: 0.7}", Thresholds(answer: 0.7)),
            ("", Thresholds()),
        ]
    )
    func target(_ lines: String, _ expected: Thresholds) throws {
        #expect(remarks(lines) == [])
        #expect(try #require(compilation(lines).assistant).thresholds == expected)
    }

    private static let share = "'wrong_answers' is a share of the answers from 0.1 % to 50 %, not"
    private static let hint = "(write how many of a hundred answers may be wrong, such as 3 %)"

    @Test(
        "What is no share in per cent is refused",
        arguments: ["3", "0.03", "%", "0 %", "51 %", "three %", "-3 %", "3  %", "1e1 %", "inf %", "3 %%"]
    )
    func noShare(_ text: String) {
        let expected = "FD0035 2:29 \(Self.share) '\(text)' \(Self.hint)"
        #expect(remarks("thresholds: {wrong_answers: '\(text)'}") == [expected])
    }

    @Test(
        "Keys that contradict each other or do not exist are named",
        arguments: [
            (
                "thresholds: {answer: 0.7, wrong_answers: 3 %}",
                "FD0023 2:13 'thresholds' has both 'answer' and 'wrong_answers' (with 'wrong_answers' the answer "
                    + "threshold is chosen from the examples; leave one of them out)"
            ),
            (
                "thresholds: {wrong_answer: 3 %}",
                "FD0008 2:14 unknown key 'wrong_answer' (did you mean 'wrong_answers'?)"
            ),
            ("vectors: englsh", "FD0113 2:10 unknown value 'englsh' (did you mean 'english'?)"),
        ]
    )
    func mistakes(_ lines: String, _ expected: String) {
        #expect(remarks(lines) == [expected])
    }

    @Test(
        "Vectors are asked for by name, and only for English",
        arguments: [("vectors: english", "english"), ("", nil)]
    )
    func vectors(_ line: String, _ expected: String?) throws {
        let assistant = try #require(compilation(line + "\nlanguages: [en, es]").assistant)
        #expect(assistant.matching.vectors == expected)
        #expect(assistant.translations.map(\.matching.vectors) == [nil])
    }

    @Test(
        "Background sentences reach the matcher, each language its own",
        arguments: [
            ("background: sing me a song", ["sing me a song"]),
            (
                "background: [sing me a song, what is two plus two]",
                ["sing me a song", "what is two plus two"]
            ),
            ("", []),
        ]
    )
    func background(_ line: String, _ expected: [String]) throws {
        let sources = [
            SourceFile(path: "assistant.yaml", text: "assistant: a\nlanguages: [en, es]\n\(line)\n"),
            SourceFile(path: "a.es.yaml", text: "language: es\nbackground: [canta una canción]\n"),
        ]
        let compilation = Compiler.compile(sources)
        let assistant = try #require(compilation.assistant)
        #expect(assistant.matching.background.map(\.text) == expected)
        #expect(assistant.translations.map { $0.matching.background.map(\.text) } == [["canta una canción"]])
    }

    @Test("What nothing of the assistant means is not taken for an intent once it stands under background")
    func backgroundTrains() throws {
        let topic = """
            intents:
              weather.delay:
                examples: [is my parcel late because of the snow, does the storm delay my parcel, is delivery slow in bad weather]
                answer: A.
              hours:
                examples: [when do you open, until when are you open, is the shop open on sunday]
                answer: B.
            """
        func confidence(_ background: String) throws -> Double {
            let assistant = "assistant: a\n\(background)\n"
            let compiled = Compiler.compile([
                SourceFile(path: "assistant.yaml", text: assistant), SourceFile(path: "x.yaml", text: topic),
            ])
            let matcher = Matcher.training(try #require(compiled.assistant))
            let result = matcher.match("will the weather be bad on sunday")
            return result.candidates.first { !$0.intent.hasPrefix("control.") }?.confidence ?? 0
        }
        let without = try confidence("")
        let with = try confidence(
            "background: [will the weather be bad tomorrow, how bad is the weather, will it rain on sunday, is it sunny today]"
        )
        #expect(with < without)
    }

    @Test(
        "The desk takes the threshold that its examples allow",
        arguments: [(0.5, true), (0.2, true), (0.001, false)]
    )
    func chosen(_ limit: Double, _ hasEnough: Bool) throws {
        let sources = SmallTarget.sources(wrongAnswers: "\(limit * 100) %")
        let assistant = try #require(Compiler.compile(sources).assistant)
        let curve = Matcher.training(assistant).answerCurve
        let settled = assistant.takingThreshold(from: curve)
        let choice = try #require(assistant.thresholdChoice(from: curve))
        guard hasEnough else {
            #expect(choice == .tooFew(sentences: 40, needed: 1000))
            #expect(settled.thresholds.answer == 0.6)
            #expect(Diagnostic.missedTarget(limit, choice, in: sources)?.severity == .warning)
            return
        }
        guard case .met(let point) = choice else {
            Issue.record("no threshold was found: \(choice)")
            return
        }
        #expect(settled.thresholds.answer == point.threshold)
        #expect(try #require(point.wrongAnswers) <= limit)
        #expect(Diagnostic.missedTarget(limit, choice, in: sources) == nil)
    }

    @Test("A target that no threshold meets is warned of, with what was reached")
    func unmet() {
        let sources = SmallTarget.sources(wrongAnswers: "3 %")
        let point = AnswerCurve.Point(threshold: 0.99, answered: 40, wrong: 3)
        let diagnostic = Diagnostic.missedTarget(0.03, .unmet(point), in: sources)
        #expect(
            diagnostic?.message
                == "no threshold keeps wrong answers within 3 %; it is set to 99 %, with 7.5 % of 40 answers wrong"
        )
        #expect(diagnostic.map { "\($0.file):\($0.line):\($0.column)" } == "assistant.yaml:3:3")
    }
}

/// An assistant with four intents of ten examples that are easy to tell apart.
private enum SmallTarget {
    static func sources(wrongAnswers: String) -> [SourceFile] {
        let topics = [
            ("hours", "open"), ("parcel", "track"), ("refund", "refund"), ("password", "password"),
        ]
        let objects = [
            "the shop", "my order", "a lamp", "the cup", "my bag", "this coat", "it all", "a ring", "them",
            "us",
        ]
        let intents = topics.map { name, word in
            let examples = objects.map { "\(word) for \($0) \(name) \(word)" }.joined(separator: ", ")
            return "  \(name):\n    examples: [\(examples)]\n    answer: A.\n"
        }
        return [
            SourceFile(
                path: "assistant.yaml",
                text: "assistant: a\nthresholds:\n  wrong_answers: \(wrongAnswers)\n"
            ),
            SourceFile(path: "x.yaml", text: "intents:\n" + intents.joined()),
        ]
    }
}
