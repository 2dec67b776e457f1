import Testing

@testable import FrontdeskMatching

@Suite("What each answer threshold gives")
struct AnswerCurveTests {
    private struct Answer {
        var confidence: Double
        var isRight: Bool
        var isInScope = true
    }

    /// Answers that are right the more often, the surer they are; every tenth is out of scope.
    private static let answers: [Answer] = (0..<400).map { number in
        let confidence = Double(number % 101) / 100
        let isInScope = number % 10 != 3
        return Answer(
            confidence: confidence,
            isRight: isInScope && Double(number * 37 % 101) / 100 <= confidence,
            isInScope: isInScope
        )
    }

    private static func curve(_ answers: [Answer]) -> AnswerCurve {
        var curve = AnswerCurve()
        for answer in answers {
            curve.add(confidence: answer.confidence, isRight: answer.isRight, isInScope: answer.isInScope)
        }
        return curve
    }

    @Test("Each step gives what counting every answer gives", arguments: 0...100)
    func sameAsCounting(_ step: Int) {
        let threshold = Double(step) / 100
        let point = Self.curve(Self.answers).point(at: threshold)
        let answered = Self.answers.filter { $0.confidence >= threshold }
        #expect(point.threshold == threshold)
        #expect(point.answered == answered.count)
        #expect(point.wrong == answered.count { !$0.isRight })
    }

    @Test(
        "The lowest threshold that keeps to the share is chosen, or it is said why there is none",
        arguments: [
            // (right at 0.9, wrong at 0.9, right at 0.5, wrong at 0.5, limit, from, expected)
            (
                100, 0, 0, 0, 0.03, 0.25,
                AnswerCurve.Choice.met(.init(threshold: 0.25, answered: 100, wrong: 0))
            ),
            (97, 3, 0, 0, 0.03, 0.25, .met(.init(threshold: 0.25, answered: 100, wrong: 3))),
            (100, 0, 50, 50, 0.03, 0.25, .met(.init(threshold: 0.51, answered: 100, wrong: 0))),
            (100, 0, 50, 50, 0.03, 0.7, .met(.init(threshold: 0.7, answered: 100, wrong: 0))),
            (100, 0, 50, 50, 0.25, 0, .met(.init(threshold: 0, answered: 200, wrong: 50))),
            // Thirty answers without a mistake do not show that three in a hundred is kept to.
            (30, 0, 50, 50, 0.03, 0.25, .unmet(.init(threshold: 0.99, answered: 0, wrong: 0))),
            (90, 10, 0, 0, 0.03, 0.25, .unmet(.init(threshold: 0.99, answered: 0, wrong: 0))),
            (33, 0, 0, 0, 0.03, 0.25, .tooFew(sentences: 33, needed: 34)),
            (0, 0, 0, 0, 0.5, 0.25, .tooFew(sentences: 0, needed: 2)),
        ]
    )
    func choice(
        _ sure: Int,
        _ sureWrong: Int,
        _ unsure: Int,
        _ unsureWrong: Int,
        _ limit: Double,
        _ lowest: Double,
        _ expected: AnswerCurve.Choice
    ) {
        var answers: [Answer] = []
        func add(_ count: Int, _ confidence: Double, _ isRight: Bool) {
            answers += [Answer](repeating: Answer(confidence: confidence, isRight: isRight), count: count)
        }
        add(sure, 0.9, true)
        add(sureWrong, 0.9, false)
        add(unsure, 0.5, true)
        add(unsureWrong, 0.5, false)
        #expect(Self.curve(answers).choice(wrongAnswers: limit, from: lowest) == expected)
    }

    @Test("Two languages count together")
    func sum() {
        var sum = Self.curve(Array(Self.answers.prefix(150)))
        sum.add(Self.curve(Array(Self.answers.dropFirst(150))))
        #expect(sum == Self.curve(Self.answers))
    }

    @Test("A trained model has a curve of its examples and background, without those of controls")
    func trained() throws {
        var definition = DeskExamples.definition
        let own = definition.intents.reduce(0) { $0 + $1.examples.count }
        definition.intents.append(
            IntentDefinition(
                name: "control.human",
                title: "A human",
                examples: [Example("let me talk to somebody"), Example("a real person please")]
            )
        )
        let background = ["what is the capital of france", "tell me a joke about cats", "sing me a song"]
        definition.background = background.map { Example($0) }
        let model = try #require(IntentModel.train(definition))
        #expect(model.answerCurve.sentences == own + background.count)
        #expect(model.answerCurve.outOfScope >= background.count)
        let again = try IntentModel(decoding: model.encoded())
        #expect(again.answerCurve == model.answerCurve)
    }
}
