import FrontdeskMatching
import FrontdeskPages
import Testing

@testable import FrontdeskEvaluation

@Suite("The table of answer thresholds")
struct ThresholdTableTests {
    /// 200 answers: 100 at 0.9 (2 wrong), 60 at 0.62 (20 wrong), 40 at 0.1 (all wrong, half of them out of scope).
    private static let curve: AnswerCurve = {
        var curve = AnswerCurve()
        for number in 0..<100 { curve.add(confidence: 0.9, isRight: number >= 2, isInScope: true) }
        for number in 0..<60 { curve.add(confidence: 0.62, isRight: number >= 20, isInScope: true) }
        for number in 0..<40 { curve.add(confidence: 0.1, isRight: false, isInScope: number % 2 == 0) }
        return curve
    }()

    private static func lines(answer: Double, clarify: Double, target: Double?) -> [String] {
        ThresholdTable(curve, answer: answer, clarify: clarify, target: target).text()
            .split(separator: "\n").map(String.init)
    }

    @Test(
        "Each line says what a threshold gives, and one is marked",
        arguments: [
            (0.63, 0.25, 0.03, "→ 0.63      50 %        30 %            20 %          2.0 %"),
            (0.63, 0.25, 0.03, "  0.60      80 %         0 %            20 %         13.8 %"),
            (0.63, 0.25, 0.03, "  0.99       0 %        80 %            20 %              -"),
            (0.6, 0.05, nil, "→ 0.60      80 %        20 %             0 %         13.8 %"),
            (0.6, 0.05, nil, "  0.05     100 %         0 %             0 %         31.0 %"),
        ] as [(Double, Double, Double?, String)]
    )
    func line(_ answer: Double, _ clarify: Double, _ target: Double?, _ expected: String) {
        let lines = Self.lines(answer: answer, clarify: clarify, target: target)
        #expect(lines.contains { $0.split(separator: " ") == expected.split(separator: " ") })
        #expect(lines.count { $0.hasPrefix("→ ") && $0.contains("%  ") } == 1)
    }

    @Test("The table says how many sentences there were, and why the threshold applies")
    func words() {
        let text = ThresholdTable(Self.curve, answer: 0.63, clarify: 0.25, target: 0.03).text()
        #expect(text.contains("by 200 examples"))
        #expect(text.contains("20 of them mean nothing"))
        #expect(text.contains("at most 3.0 % of the answers are wrong"))
        let missed = ThresholdTable(Self.curve, answer: 0.99, clarify: 0.25, target: 0.01).text()
        #expect(missed.contains("not shown to keep wrong answers within 1.0 %"))
        let none = ThresholdTable(AnswerCurve(), answer: 0.6, clarify: 0.25, target: nil).text()
        #expect(none.hasPrefix("Thresholds: there are no examples"))
    }

    @Test("As JSON it is one object with a point for each line")
    func json() {
        let json = ThresholdTable(Self.curve, answer: 0.63, clarify: 0.95, target: nil).json()
        #expect(
            json == "{\"sentences\":200,\"out_of_scope\":20,\"target\":null,\"points\":["
                + "{\"threshold\":0.6300,\"answered\":0.5000,\"asked_back\":0.0000,\"not_understood\":0.5000,"
                + "\"wrong_answers\":0.0200,\"applies\":true},"
                + "{\"threshold\":0.9500,\"answered\":0.0000,\"asked_back\":0.0000,\"not_understood\":1.0000,"
                + "\"wrong_answers\":null,\"applies\":false},"
                + "{\"threshold\":0.9900,\"answered\":0.0000,\"asked_back\":0.0000,\"not_understood\":1.0000,"
                + "\"wrong_answers\":null,\"applies\":false}]}"
        )
    }
}

@Suite("Details for a terminal")
struct DetailsTextTests {
    private static let judgements: [Judgement] = [
        Judgement("a one", truth: "a", guesses: [.init("a", confidence: 0.9)]),
        Judgement("a two", truth: "a", guesses: [.init("b", confidence: 0.7)]),
        Judgement("b one", truth: "b", guesses: [.init("b", confidence: 0.8)]),
        Judgement("what", truth: nil, guesses: [.init("a", confidence: 0.1)]),
    ]

    private static func details(_ judgements: [Judgement]) -> EvaluationDetails {
        EvaluationDetails(name: "set", method: "test lines", judged: (judgements, 0.5), trainedOn: [])
    }

    @Test("A few intents stand in a matrix, what is not answered in a column of its own")
    func matrix() {
        let lines = Self.details(Self.judgements).confusion.text.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.dropFirst() == ["intent 1 2 3 4", "1 a 1 1 . .", "2 b . 1 . .", "3 oos . . . 1"])
        #expect(lines.first?.hasSuffix("4 is no answer)") == true)
    }

    @Test("Many intents have no matrix in a terminal, the page has it")
    func manyIntents() {
        let many = (0..<20).map { number in
            Judgement("x \(number)", truth: "i\(number)", guesses: [.init("i\(number)", confidence: 0.9)])
        }
        #expect(Self.details(many).confusion.text == "")
    }

    @Test("Thresholds that give the same stand in one line")
    func curve() {
        let text = Self.details(Self.judgements).text()
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("0.") || $0.hasPrefix("1.") }
            .filter { $0.contains("%") }.map { $0.prefix(4) }
        #expect(rows.suffix(5) == ["0.10", "0.70", "0.80", "0.90", "1.00"])
    }

    @Test("A learning curve is told in whole per cent")
    func learning() throws {
        let set = try DataSet(
            name: "set",
            train: "open on sunday\ta\nopen today\ta\nwhere is it\tb\ntrack it\tb\n",
            test: "open now\ta\ntrack now\tb\n"
        )
        var details = Self.details(Self.judgements)
        details.learning = LearningCurve(of: set, shares: [0.5, 1])
        let rows = details.text().split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(rows.contains { $0.hasPrefix("50 % 4 ") })
        #expect(rows.contains("100 % 4 100.0 %"))
    }

    @Test(
        "Numbers are rounded to the places asked for",
        arguments: [(0.256, 0, "0"), (25.6, 0, "26"), (-0.4, 0, "0"), (-1.5, 0, "-2"), (0.256, 2, "0.26")]
    )
    func decimal(_ number: Double, _ places: Int, _ expected: String) {
        #expect(FigureText.decimal(number, places: places) == expected)
    }
}
