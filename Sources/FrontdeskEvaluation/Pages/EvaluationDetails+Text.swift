import FrontdeskPages

extension EvaluationDetails {
    /// The details as text for a terminal.
    ///
    /// - Parameters:
    ///   - intentLimit: How many intents are shown, the worst first.
    ///   - pairLimit: How many pairs of intents are shown.
    public func text(intentLimit: Int = 20, pairLimit: Int = 10) -> String {
        var parts = [
            headline + "\n", intentText(intentLimit), confusion.text, pairText(pairLimit), histogramText,
            curveText,
        ]
        if let learning { parts.append(Self.text(of: learning)) }
        if let comparison { parts.append(Self.text(of: comparison)) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What was measured and how well it did, in one line.
    public var headline: String {
        var line = "\(name), \(method): \(right) of \(FigureText.count(inScope, "sentence")) right"
        if let accuracy { line += " (\(FigureText.percent(accuracy)))" }
        if outOfScope > 0 { line += ", \(outOfScope) out of scope" }
        return line + ", answered from \(FigureText.confidence(threshold)) on"
    }

    // MARK: Intents

    /// The intents, the worst first.
    var worstIntents: [IntentFigures] {
        intents.sorted { one, other in
            let (left, right) = (one.f1 ?? 0, other.f1 ?? 0)
            return left == right ? one.intent < other.intent : left < right
        }
    }

    private func intentText(_ limit: Int) -> String {
        let shown = worstIntents.prefix(limit)
        let rows = shown.map { intent in
            [
                intent.intent, String(intent.support), FigureText.percent(intent.precision),
                FigureText.percent(intent.recall), FigureText.percent(intent.f1),
            ]
        }
        let rest = intents.count - shown.count
        return "Intents, the worst first\n"
            + TextTable.text([["intent", "sentences", "precision", "recall", "F1"]] + rows)
            + (rest > 0 ? "and \(rest) more\n" : "")
    }

    // MARK: Pairs

    private func pairText(_ limit: Int) -> String {
        guard !worstPairs.isEmpty else { return "" }
        return "Taken for each other\n"
            + worstPairs.prefix(limit).map { pair in
                "\(pair.truth) taken for \(pair.predicted): \(FigureText.count(pair.mistakes.count, "sentence"))\n"
                    + pair.mistakes.prefix(3).map { mistake in
                        let cause = mistake.cause.map { ", like \"\($0)\"" } ?? ""
                        return
                            "    \"\(mistake.text)\" \(FigureText.confidence(mistake.confidence))\(cause)\n"
                    }.joined()
            }.joined()
    }

    // MARK: Confidence

    private var histogramText: String {
        let most = max(1, histogram.bins.map(\.count).max() ?? 1)
        let rows = histogram.bins.map { bin in
            let bar =
                Self.bar("#", bin.right, most) + Self.bar("x", bin.wrong, most)
                + Self.bar("o", bin.outOfScope, most)
            return [
                FigureText.confidence(bin.from), String(bin.count), FigureText.percent(bin.accuracy), bar,
            ]
        }
        return "Confidence (# right, x wrong, o out of scope)\n"
            + TextTable.text([["from", "sentences", "right", ""]] + rows, left: [3])
    }

    /// At least one sign for what is not nothing.
    private static func bar(_ sign: String, _ count: Int, _ most: Int) -> String {
        String(repeating: sign, count: count == 0 ? 0 : max(1, count * 50 / most))
    }

    private var curveText: String {
        // Of thresholds that give the same, the highest is told: the others are below every sentence that is left.
        let telling = curve.points.indices.filter { place in
            guard place + 1 < curve.points.count else { return true }
            var next = curve.points[place + 1]
            next.threshold = curve.points[place].threshold
            return next != curve.points[place]
        }
        let rows = telling.map { curve.points[$0] }.map { point in
            [
                FigureText.decimal(point.threshold, places: 2), FigureText.percent(point.right),
                FigureText.percent(point.wrong), FigureText.percent(point.outOfScopeRecall),
                FigureText.percent(point.wrongAnswers),
            ]
        }
        let head = ["answer from", "right", "wrong", "out of scope kept off", "wrong answers"]
        return "Thresholds\n" + TextTable.text([head] + rows)
    }

    // MARK: More

    private static func text(of learning: LearningCurve) -> String {
        let rows = learning.points.map { point in
            [
                FigureText.percent(point.share, places: 0), String(point.trainCount),
                FigureText.percent(point.accuracy),
            ]
        }
        return "With a part of the examples\n"
            + TextTable.text([["part", "examples", "right"]] + rows, left: [])
    }

    private static func text(of comparison: Comparison) -> String {
        func list(_ changes: [Comparison.Change]) -> String {
            changes.map { change in
                let truth = change.truth ?? DataSet.outOfScope
                return "    \"\(change.text)\" (\(truth)): \(change.before ?? "no answer") -> "
                    + "\(change.after ?? "no answer")\n"
            }.joined()
        }
        return "Against the version before: \(comparison.shared) sentences in both, "
            + "\(comparison.better.count) better, \(comparison.worse.count) worse "
            + "(by chance alone: \(FigureText.percent(comparison.chance)))\n"
            + (comparison.better.isEmpty ? "" : "Better\n" + list(comparison.better))
            + (comparison.worse.isEmpty ? "" : "Worse\n" + list(comparison.worse))
    }
}
