import FrontdeskPages

/// The details of one or several evaluations as one page that needs nothing else.
public struct EvaluationPage: Sendable {
    private let details: [EvaluationDetails]

    /// Makes a page.
    public init(_ details: [EvaluationDetails]) {
        self.details = details
    }

    /// The page as HTML 5, with its style and its plots (SVG) in it.
    public var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>How well the matcher does</title>
        <style>\(PageStyle.css)</style>
        </head>
        <body>
        <h1>How well the matcher does</h1>
        \(details.map(Self.section).joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private static func section(_ details: EvaluationDetails) -> String {
        var parts = [
            "<section><h2>\(HTML.escaped(details.name))</h2><p>\(HTML.escaped(details.headline)).</p>",
            "<div class=\"plots\">", histogram(details), reliability(details), thresholds(details),
        ]
        if let learning = details.learning { parts.append(plot(of: learning)) }
        parts += [
            "</div>", "<h3>What was taken for what</h3>", ConfusionPicture(details.confusion).svg,
            pairs(details), intents(details),
        ]
        if let comparison = details.comparison { parts.append(changes(comparison)) }
        return parts.joined(separator: "\n") + "</section>"
    }

    private static func figure(_ caption: String, _ svg: String, _ keys: [(style: String, name: String)])
        -> String
    {
        let legend = keys.map { "<span class=\"key \($0.style)\"></span>\(HTML.escaped($0.name))" }
        return "<figure><figcaption>\(HTML.escaped(caption))</figcaption>\(svg)"
            + "<p class=\"legend\">\(legend.joined(separator: " "))</p></figure>"
    }

    // MARK: Plots

    private static func histogram(_ details: EvaluationDetails) -> String {
        let bins = details.histogram.bins
        let all = Double(max(1, bins.map(\.count).max() ?? 1))
        var plot = Plot("How sure the matcher was", x: "confidence", y: "of the fullest bar")
        for (place, bin) in bins.enumerated() {
            let end = place + 1 < bins.count ? bins[place + 1].from : 1
            plot.bar(
                from: bin.from,
                to: end,
                [
                    (Double(bin.right) / all, "right", "\(bin.right) right"),
                    (Double(bin.wrong) / all, "wrong", "\(bin.wrong) wrong"),
                    (Double(bin.outOfScope) / all, "stray", "\(bin.outOfScope) out of scope"),
                ]
            )
        }
        plot.mark(details.threshold, "answered")
        return figure(
            "How sure the matcher was",
            plot.svg,
            [("right", "right"), ("wrong", "wrong"), ("stray", "out of scope")]
        )
    }

    private static func reliability(_ details: EvaluationDetails) -> String {
        var plot = Plot("Whether it is as right as it is sure", x: "confidence", y: "right")
        plot.diagonal()
        let points = details.histogram.bins.compactMap { bin in
            bin.meanConfidence.flatMap { mean in bin.accuracy.map { (x: mean, y: $0) } }
        }
        plot.draw([.init(name: "right", style: "right", points: points)])
        return figure("Whether it is as right as it is sure", plot.svg, [("right", "right, by confidence")])
    }

    private static func thresholds(_ details: EvaluationDetails) -> String {
        func points(_ value: (ThresholdCurve.Point) -> Double?) -> [(x: Double, y: Double)] {
            details.curve.points.compactMap { point in value(point).map { (x: point.threshold, y: $0) } }
        }
        var plot = Plot("What each threshold gives", x: "answer threshold", y: "share")
        plot.mark(details.threshold, "now")
        plot.draw([
            .init(name: "answered rightly", style: "right", points: points(\.right)),
            .init(name: "answered wrongly", style: "wrong", points: points(\.wrong)),
            .init(name: "out of scope kept off", style: "stray", points: points(\.outOfScopeRecall)),
        ])
        return figure(
            "What each threshold gives",
            plot.svg,
            [
                ("right", "answered rightly"), ("wrong", "answered wrongly"),
                ("stray", "out of scope kept off"),
            ]
        )
    }

    private static func plot(of learning: LearningCurve) -> String {
        var plot = Plot("What more examples give", x: "part of the examples", y: "right")
        let points = learning.points.compactMap { point in point.accuracy.map { (x: point.share, y: $0) } }
        plot.draw([.init(name: "right", style: "right", points: points)])
        return figure("What more examples give", plot.svg, [("right", "right")])
    }

    // MARK: Tables

    private static func pairs(_ details: EvaluationDetails) -> String {
        guard !details.worstPairs.isEmpty else { return "" }
        let rows = details.worstPairs.map { pair in
            [
                HTML.escaped(pair.truth), HTML.escaped(pair.predicted), String(pair.mistakes.count),
                pair.mistakes.prefix(5).map { mistake in
                    let cause = mistake.cause.map { " <small>like “\(HTML.escaped($0))”</small>" } ?? ""
                    return
                        "“\(HTML.escaped(mistake.text))” \(FigureText.confidence(mistake.confidence))\(cause)"
                }.joined(separator: "<br>"),
            ]
        }
        return "<h3>Taken for each other</h3>"
            + HTML.table(
                ["belongs to", "taken for", "sentences", "which, how sure, and like which example"],
                rows
            )
    }

    private static func intents(_ details: EvaluationDetails) -> String {
        let rows = details.worstIntents.map { intent in
            [
                HTML.escaped(intent.intent), String(intent.support), FigureText.percent(intent.precision),
                FigureText.percent(intent.recall), FigureText.percent(intent.f1),
            ]
        }
        return "<h3>Intents, the worst first</h3>"
            + HTML.table(["intent", "sentences", "precision", "recall", "F1"], rows)
    }

    private static func changes(_ comparison: Comparison) -> String {
        func rows(_ changes: [Comparison.Change], _ word: String) -> [[String]] {
            changes.map { change in
                [
                    word, HTML.escaped(change.text), HTML.escaped(change.truth ?? DataSet.outOfScope),
                    HTML.escaped(change.before ?? "no answer"), HTML.escaped(change.after ?? "no answer"),
                ]
            }
        }
        return "<h3>Against the version before</h3><p>\(comparison.shared) sentences in both: "
            + "\(comparison.better.count) better, \(comparison.worse.count) worse; by chance alone: "
            + "\(FigureText.percent(comparison.chance)).</p>"
            + HTML.table(
                ["", "sentence", "belongs to", "before", "now"],
                rows(comparison.worse, "worse") + rows(comparison.better, "better")
            )
    }
}
