import FrontdeskPages

extension EvaluationReport {
    /// The report as one JSON object on one line, keys sorted, missing figures `null`.
    public func json() -> String {
        var members = figures.map { key, value in
            let text: String =
                switch value {
                case .real(let number): FigureText.decimal(number, places: 6)
                case .whole(let number): String(number)
                case nil: "null"
                }
            return (key: key, text: text)
        }
        members.append((key: "data_set", text: Self.quoted(dataSet)))
        members.sort { $0.key < $1.key }
        return "{" + members.map { "\"\($0.key)\":\($0.text)" }.joined(separator: ",") + "}"
    }

    /// Several reports as a table for people, one a line below a head.
    public static func table(_ reports: [EvaluationReport]) -> String {
        let head = [
            "data set", "intents", "train", "test", "accuracy", "oos recall", "oos AUROC", "ECE", "ECE mixed",
            "threshold", "train s", "p50 us", "p99 us", "bytes",
        ]
        return TextTable.text([head] + reports.map(\.cells))
    }

    private var cells: [String] {
        func percent(_ share: Double?) -> String { FigureText.percent(share, places: 2) }
        return [
            dataSet, String(intentCount), String(trainCount), String(testCount), percent(accuracy),
            percent(outOfScopeRecall), outOfScopeAUROC.map { FigureText.decimal($0, places: 4) } ?? "-",
            percent(calibrationError), percent(mixedCalibrationError),
            FigureText.decimal(threshold, places: 3),
            FigureText.decimal(trainSeconds, places: 2), FigureText.decimal(medianMicroseconds, places: 1),
            FigureText.decimal(slowestPercentMicroseconds, places: 1), String(modelBytes),
        ]
    }

    private static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case let control where control.value < 0x20:
                let digits = String(control.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
