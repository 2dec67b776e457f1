@testable import FrontdeskEvaluation
import Testing

@Suite("Evaluation details") struct DetailsTests {
    private static func judgement(
        _ text: String,
        _ truth: String?,
        _ predicted: String?,
        _ confidence: Double = 0.5
    ) -> Judgement {
        Judgement(
            text,
            truth: truth,
            guesses: predicted.map { [.init($0, confidence: confidence)] } ?? []
        )
    }

    /// Ten sentences: six in scope for `pay` and `ship`, four out of scope.
    private static let judgements = [
        judgement("pay one", "pay", "pay", 0.95), judgement("pay two", "pay", "pay", 0.55),
        judgement("pay three", "pay", "ship", 0.65), judgement("ship one", "ship", "ship", 0.85),
        judgement("ship two", "ship", "pay", 0.25), judgement("ship three", "ship", nil),
        judgement("moon", nil, "pay", 0.45), judgement("sun", nil, "ship", 0.15),
        judgement("star", nil, "ship", 0.05), judgement("void", nil, nil),
    ]

    @Test("Precision, recall and F1 count what was taken for an intent, out of scope from the threshold on")
    func intents() throws {
        let figures = IntentFigures.of(Self.judgements, threshold: 0.4)
        #expect(figures.map(\.intent) == ["pay", "ship"])
        // Taken for pay: two of its own, one of ship, and "moon", which is answered at 0.4.
        #expect(figures[0].precision == 2.0 / 4)
        #expect(figures[0].recall == 2.0 / 3)
        #expect(try #require(figures[0].f1) == 4.0 / 7)
        #expect(figures[1].precision == 1.0 / 2)
        #expect(figures[1].recall == 1.0 / 3)
        #expect(figures.map(\.support) == [3, 3])
        let strict = IntentFigures.of(Self.judgements, threshold: 0.5)
        #expect(strict[0].precision == 2.0 / 3)
    }

    @Test("The confusion matrix has every sentence once, and confusions come most frequent first")
    func confusion() {
        let matrix = ConfusionMatrix(Self.judgements, threshold: 0.4)
        #expect(matrix.cells.map(\.count).reduce(0, +) == Self.judgements.count)
        #expect(matrix.names == ["pay", "ship", "oos", "-"])
        let shown = matrix.cells.map { "\($0.truth)>\($0.predicted) \($0.count)" }
        #expect(
            shown == [
                "oos>- 3", "oos>pay 1", "pay>pay 2", "pay>ship 1", "ship>- 1", "ship>pay 1", "ship>ship 1",
            ]
        )
        #expect(
            matrix.confusions.map { "\($0.truth)>\($0.predicted)" } == [
                "oos>pay", "pay>ship", "ship>-", "ship>pay",
            ]
        )
    }

    @Test(
        "A pair names the example of the wrong intent that the sentence is most like, never the sentence itself"
    )
    func pairs() throws {
        let examples = [
            DataSet.Line("where does my parcel stay", intent: "ship"), .init("pay three", intent: "ship"),
            .init("can i pay three times", intent: "ship"), .init("pay now", intent: "pay"),
        ]
        let pairs = ConfusedPair.worst(of: Self.judgements, trainedOn: examples, threshold: 0.5)
        let pair = try #require(pairs.first { $0.truth == "pay" })
        #expect(pair.predicted == "ship")
        #expect(pair.mistakes.map(\.text) == ["pay three"])
        #expect(pair.mistakes[0].cause == "can i pay three times")
        // Nothing out of scope is answered at 0.5.
        #expect(!pairs.contains { $0.truth == DataSet.outOfScope })
    }

    @Test("The histogram counts each sentence in the bin of its confidence")
    func histogram() {
        let histogram = ConfidenceHistogram(Self.judgements, bins: 10)
        #expect(histogram.bins.map(\.count) == [3, 1, 1, 0, 1, 1, 1, 0, 1, 1])
        #expect(histogram.bins[9].right == 1)
        #expect(histogram.bins[6].wrong == 1)
        #expect(histogram.bins[4].outOfScope == 1)
        #expect(histogram.bins[3].accuracy == nil)
        #expect(histogram.bins[9].meanConfidence == 0.95)
        #expect(ConfidenceHistogram([Self.judgement("a", "a", "a", 1)], bins: 4).bins[3].right == 1)
    }

    @Test("The threshold curve goes from everything answered to nothing")
    func thresholds() throws {
        let curve = ThresholdCurve(Self.judgements, steps: 10)
        let (open, middle, shut) = (curve.points[0], curve.points[5], curve.points[10])
        #expect(open.right == 3.0 / 6)
        #expect(open.wrong == 2.0 / 6)
        #expect(open.outOfScopeRecall == 1.0 / 4)
        #expect(open.wrongAnswers == 5.0 / 8)
        #expect(middle.right == 3.0 / 6)
        #expect(middle.wrongAnswers == 1.0 / 4)
        #expect(shut.right == 0)
        #expect(shut.wrongAnswers == nil)
        #expect(curve.lowest(wrongAnswers: 0.3)?.threshold == 0.5)
        #expect(curve.lowest(wrongAnswers: 0)?.threshold == 0.7)
    }

    @Test("Folds share the lines of each label evenly, and every line is asked once")
    func folds() throws {
        let lines = (0..<23).map { DataSet.Line("line \($0)", intent: $0 % 3 == 0 ? nil : "i\($0 % 3)") }
        let folds = Evaluation.folds(of: lines, count: 4)
        #expect(folds.count == lines.count)
        for label in [nil, "i1", "i2"] {
            let sizes = (0..<4).map { fold in
                lines.indices.count { lines[$0].intent == label && folds[$0] == fold }
            }
            #expect(try #require(sizes.max()) - (try #require(sizes.min())) <= 1)
        }
    }

    @Test("Cross-validation asks every training line of a matcher that has not seen it")
    func crossValidation() throws {
        // Each word is known from one line only, so unseen lines cannot be told.
        let train = (0..<8).map { "w\($0)x q\($0)z\t\($0 % 2 == 0 ? "even" : "odd")" }.joined(separator: "\n")
        let set = try DataSet(name: "words", train: train, test: "w0x\teven")
        let judged = Evaluation.crossValidate(set, folds: 4).judgements
        #expect(judged.map(\.text) == set.train.map(\.text))
        #expect(judged.map(\.truth) == set.train.map(\.intent))
        #expect(judged.allSatisfy { $0.confidence < 0.9 })
        let seen = Evaluation.judge(try DataSet(name: "words", train: train, test: train)).judgements
        #expect(seen.count(where: \.isRight) == seen.count)
    }

    @Test("A part of the examples keeps one of each intent and spreads over the rest")
    func learning() {
        let lines = (0..<20).map { DataSet.Line("a\($0)", intent: $0 < 18 ? "big" : "small") }
        #expect(LearningCurve.part(of: lines, 1) == lines)
        let half = LearningCurve.part(of: lines, 0.5).map(\.text)
        #expect(half.count { $0 != "a18" && $0 != "a19" } == 10)
        #expect(half.contains("a18"))
        #expect(LearningCurve.part(of: lines, 0.01).map(\.text) == ["a0", "a18"])
    }

    @Test("A comparison lists what got better and worse, and how likely that is by chance")
    func comparison() {
        let before = Self.judgements
        var after = Self.judgements
        after[2] = Self.judgement("pay three", "pay", "pay", 0.8)
        after[3] = Self.judgement("ship one", "ship", "pay", 0.8)
        after[6] = Self.judgement("moon", nil, nil)
        after[9] = Self.judgement("new", nil, nil)
        let comparison = Comparison(before: (before, 0.4), after: (after, 0.4))
        #expect(comparison.shared == 9)
        #expect(comparison.better.map(\.text) == ["pay three", "moon"])
        #expect(comparison.better.map(\.before) == ["ship", "pay"])
        #expect(comparison.better.map(\.after) == ["pay", nil])
        #expect(comparison.worse.map(\.text) == ["ship one"])
        #expect(comparison.bothRight == 4)
        // Two of three one way is nothing: 2 * (1 + 3) / 8, at most 1.
        #expect(comparison.chance == 1)
        var many = comparison
        many.better = Array(repeating: comparison.better[0], count: 10)
        many.worse = []
        #expect(abs(many.chance - 2.0 / 1024) < 1e-12)
    }

    @Test("The page escapes what sentences hold, and its text form has all parts")
    func pages() throws {
        var judgements = Self.judgements
        judgements[2] = Self.judgement("<script>pay</script> & \"co\"", "pay", "ship", 0.65)
        var details = EvaluationDetails(
            name: "a <set>",
            method: "test lines",
            judged: (judgements, 0.4),
            trainedOn: [.init("pay <b>", intent: "ship")]
        )
        details.comparison = Comparison(before: (Self.judgements, 0.4), after: (judgements, 0.4))
        let html = EvaluationPage([details]).html
        #expect(!html.contains("<script>") && !html.contains("<b>") && !html.contains("a <set>"))
        #expect(html.contains("“&lt;script&gt;pay&lt;/script&gt; &amp; &quot;co&quot;”"))
        #expect(html.components("<svg") == 4)
        #expect(!html.contains("http"))
        let text = details.text()
        #expect(text.hasPrefix("a <set>, test lines: 3 of 6 sentences right (50.0 %), 4 out of scope"))
        for part in [
            "Intents, the worst first", "Taken for each other", "Confidence", "Thresholds", "Against",
        ] {
            #expect(text.contains(part))
        }
    }
}

extension String {
    /// How often a text occurs in it.
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
