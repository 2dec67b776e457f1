@testable import FrontdeskEvaluation
import FrontdeskMatching
import Testing

@Suite("The goals of the matcher") struct GoalTests {
    private static func judgement(_ truth: String?, _ guess: String, _ confidence: Double) -> Judgement {
        Judgement("x", truth: truth, guesses: [.init(guess, confidence: confidence)])
    }

    private let judgements = [
        judgement("a", "a", 0.9), judgement("a", "a", 0.8), judgement("b", "a", 0.7),
        judgement("b", "b", 0.3), judgement(nil, "a", 0.5), judgement(nil, "b", 0.2),
    ]

    @Test("The figures are those worked out by hand")
    func figures() throws {
        #expect(Figures.accuracy(judgements) == 0.75)
        #expect(Figures.answered(judgements, at: 0.5) == 0.5)
        #expect(Figures.recall(judgements, at: 0.5) == 0.5)
        #expect(Figures.recall(judgements, losing: 0) == 0.5)
        #expect(Figures.recall(judgements, losing: 0.25) == 1)
        #expect(Figures.auroc(judgements) == 7.0 / 8)
        #expect(Figures.accuracy([]) == nil)
        #expect(Figures.recall([], losing: 0.1) == nil)
    }

    @Test("None counts as a miss or a false alarm, and never as right")
    func f1() {
        let lines = [
            Self.judgement("None", "None", 0.9), Self.judgement("None", "a", 0.9),
            Self.judgement("a", "None", 0.9),
            Self.judgement("a", "a", 0.9), Self.judgement("b", "b", 0.9), Self.judgement("b", "a", 0.9),
        ]
        // Two right of four claimed and four meant.
        #expect(Figures.f1(lines, without: "None") == 0.5)
    }

    @Test("A figure reaches a bound that it misses by no more than a standard error")
    func standing() {
        func goal(_ value: Double, isLessBetter: Bool = false) -> Goal.Standing {
            let bounds = isLessBetter ? (0.04, 0.02) : (0.8, 0.9)
            return Goal(
                name: "x",
                value: value,
                standardError: 0.01,
                floor: bounds.0,
                goal: bounds.1,
                isLessBetter: isLessBetter
            ).standing
        }
        #expect([0.7, 0.795, 0.85, 0.895, 0.95].map { goal($0) } == [.missed, .floor, .floor, .goal, .goal])
        #expect(
            [0.06, 0.045, 0.029, 0.01].map { goal($0, isLessBetter: true) } == [
                .missed, .floor, .goal, .goal,
            ]
        )
    }

    @Test("The bootstrap's error of a share is that of the binomial")
    func bootstrap() {
        let items = (0..<400).map { $0 % 4 == 0 }
        let error = Bootstrap.standardError(of: items) { sample in
            Double(sample.count { $0 }) / Double(sample.count)
        }
        #expect(abs(error - (0.25 * 0.75 / 400).squareRoot()) < 0.004)
        #expect(Bootstrap.standardError(of: [true]) { _ in 1 } == 0)
    }

    @Test(
        "The interval of a share is Wilson's",
        arguments: [
            // right, of, from, to: worked out by hand with the deviate 1.96.
            (8, 10, 0.4902, 0.9433), (0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (85, 100, 0.7672, 0.9069),
            (84, 100, 0.7558, 0.8990), (0, 0, 0, 1),
        ]
    )
    func wilson(_ right: Int, _ count: Int, _ from: Double, _ to: Double) {
        let interval = Metrics.wilsonInterval(right, of: count)
        #expect(abs(interval.lowerBound - from) < 1e-4)
        #expect(abs(interval.upperBound - to) < 1e-4)
    }

    @Test("Sure answers keep the promise as long as chance may explain what is missing")
    func sureAnswers() {
        #expect(SureAnswers(name: "x", count: 100, right: 85).isKept == true)
        #expect(SureAnswers(name: "x", count: 100, right: 84).isKept == false)
        #expect(SureAnswers(name: "x", count: 99, right: 1).isKept == nil)
        let counted = SureAnswers("x", judgements)
        #expect((counted.count, counted.right) == (1, 1))
    }

    @Test("A short sentence gets one slip and a long one two, the same for the same seed")
    func edits() {
        for text in ["where is my order", "i would like to know where on earth my order is by now"] {
            var lengths: Set<Int> = []
            for seed in 1...50 {
                var draws = SeededGenerator(seed: UInt64(seed))
                var again = draws
                let edited = RandomEdits.edited(text, using: &draws)
                #expect(edited == RandomEdits.edited(text, using: &again))
                lengths.insert(edited.count - text.count)
            }
            #expect(lengths == (text.count < 40 ? [-1, 0, 1] : [-2, -1, 0, 1, 2]))
        }
        var draws = SeededGenerator(seed: 1)
        #expect(RandomEdits.edited("", using: &draws) == "")
    }

    @Test("The table names each goal, its bounds and where it stands")
    func table() throws {
        let lines = (0..<12).map { "word\($0 % 2) thing\($0)\tintent\($0 % 2)\n" }.joined()
        let dataSet = try DataSet(
            name: "clinc_fewshot5",
            train: lines,
            test: "word0\tintent0\nword1\tintent1\n"
        )
        let table = GoalTable([dataSet], options: .init(timingRuns: 1))
        #expect(table.goals.map(\.standing) == [.goal])
        #expect(table.text().contains("clinc_fewshot5: accuracy"))
        #expect(table.text().contains("goal reached"))
    }
}
