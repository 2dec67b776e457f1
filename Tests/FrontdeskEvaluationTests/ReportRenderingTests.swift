import FrontdeskPages
import Testing

@testable import FrontdeskEvaluation

@Suite("Report rendering") struct ReportRenderingTests {
    private static let report = EvaluationReport(
        dataSet: "shop \"one\"\\\n",
        accuracy: 0.93456789,
        outOfScopeRecall: nil,
        outOfScopeAUROC: 0.5,
        calibrationError: 0,
        mixedCalibrationError: nil,
        threshold: 0.25,
        trainSeconds: 1.5,
        medianMicroseconds: 13.25,
        slowestPercentMicroseconds: 40,
        modelBytes: 1234,
        intentCount: 7,
        trainCount: 100,
        testCount: 50
    )

    @Test("The JSON form is one line with sorted keys and null for what is missing")
    func json() {
        #expect(
            Self.report.json() == #"{"accuracy":0.934568,"data_set":"shop \"one\"\\\n","ece":0.000000,"#
                + #""ece_mixed":null,"model_bytes":1234,"n_intents":7,"n_test":50,"n_train":100,"#
                + #""oos_auroc":0.500000,"oos_recall":null,"p50_us":13.250000,"p99_us":40.000000,"#
                + #""threshold":0.250000,"train_seconds":1.500000}"#
        )
    }

    @Test("The table has a head and one line for each set, columns aligned")
    func table() {
        var second = Self.report
        second.dataSet = "b"
        second.accuracy = nil
        var first = Self.report
        first.dataSet = "shop"
        let lines = EvaluationReport.table([first, second]).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(Set(lines.map(\.count)).count == 1)
        #expect(lines[0].hasPrefix("data set  intents"))
        #expect(lines[1].contains("93.46 %"))
        #expect(lines[2].contains(" - "))
    }

    @Test(
        "Decimals have a fixed count of places and never a minus before zero",
        arguments: [
            (0.0, 2, "0.00"), (1.005, 1, "1.0"), (0.999, 2, "1.00"), (12.5, 3, "12.500"), (-0.001, 2, "0.00"),
            (-1.5, 1, "-1.5"),
        ]
    )
    func decimals(_ number: Double, _ places: Int, _ text: String) {
        #expect(FigureText.decimal(number, places: places) == text)
    }

    @Test("What is no number is null", arguments: [Double.nan, .infinity, -.infinity])
    func notANumber(_ number: Double) {
        #expect(FigureText.decimal(number, places: 2) == "null")
    }
}
