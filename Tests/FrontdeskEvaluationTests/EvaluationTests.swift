import Foundation
import FrontdeskEvaluation
import Testing

@Suite("Evaluation") struct EvaluationTests {
    /// Our own small data set: twelve intents of an internet provider's desk.
    private static func provider(train extra: String = "", valid: String? = nil) throws -> DataSet {
        let folder = try #require(Bundle.module.url(forResource: "Data/provider", withExtension: nil))
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        return try DataSet(
            name: "provider",
            train: text("train.tsv") + extra,
            valid: valid,
            test: text("test.tsv")
        )
    }

    @Test("A desk with twelve examples an intent answers most of what it was not trained on")
    func quality() throws {
        let report = Evaluation.run(try Self.provider(), options: .init(handOffBudget: 0.2, timingRuns: 1))
        #expect(try #require(report.accuracy) >= 0.8)
        #expect(try #require(report.outOfScopeAUROC) >= 0.9)
        #expect(try #require(report.outOfScopeRecall) >= 0.5)
        #expect(try #require(report.calibrationError) <= 0.15)
        #expect((report.intentCount, report.trainCount, report.testCount) == (12, 144, 72))
        #expect(report.modelBytes > 1000)
        #expect(report.trainSeconds > 0)
        #expect(report.medianMicroseconds > 0)
        #expect(report.slowestPercentMicroseconds >= report.medianMicroseconds)
    }

    @Test("Out-of-scope training lines are background, and can be dropped")
    func background() throws {
        let set = try Self.provider(train: "what is the weather like\toos\ntell me a story\toos\n")
        let with = Evaluation.run(set, options: .init(timingRuns: 1))
        let without = Evaluation.run(set, options: .init(usesBackground: false, timingRuns: 1))
        #expect(with.intentCount == 12)
        #expect(with.trainCount == 146)
        #expect(without.trainCount == 144)
        #expect(with.modelBytes != without.modelBytes)
    }

    @Test("A set without out-of-scope lines has no figures about them")
    func withoutOutOfScope() throws {
        let train = "a b\tone\nb a\tone\nc d\ttwo\nd c\ttwo"
        let report = Evaluation.run(try DataSet(name: "tiny", train: train, test: "a b\tone\nc\ttwo"))
        #expect(report.accuracy == 1)
        #expect(report.outOfScopeRecall == nil)
        #expect(report.outOfScopeAUROC == nil)
        #expect(report.mixedCalibrationError == nil)
        #expect(report.calibrationError != nil)
        #expect(report.json().contains(#""oos_recall":null"#))
    }

    @Test("The validation lines choose the threshold when there are any, else the examples do")
    func threshold() throws {
        let options = Evaluation.Options(handOffBudget: 1, timingRuns: 1)
        let valid = try Self.provider(valid: "my internet is down\toutage.report\nhow are you\toos\n")
        let easy = Evaluation.run(valid, options: options)
        let crossValidated = Evaluation.run(try Self.provider(), options: options)
        let none = Evaluation.run(try Self.provider(), options: .init(handOffBudget: 0, timingRuns: 1))
        #expect(easy.threshold != crossValidated.threshold)
        #expect(none.threshold < crossValidated.threshold)
        let recalls = (try #require(none.outOfScopeRecall), try #require(crossValidated.outOfScopeRecall))
        #expect(recalls.0 < recalls.1)
    }
}
