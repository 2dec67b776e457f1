import FrontdeskPages
package import FrontdeskMatching

/// What each answer threshold gives on an assistant's own examples, as a support lead reads it.
package struct ThresholdTable {
    private let curve: AnswerCurve
    private let answer: Double
    private let clarify: Double
    private let target: Double?

    /// Makes a table of an assistant's curve.
    ///
    /// - Parameters:
    ///   - answer: The answer threshold that applies; its line is marked.
    ///   - clarify: From where on the desk asks back.
    ///   - target: The declared share of wrong answers, if there is one.
    package init(_ curve: AnswerCurve, answer: Double, clarify: Double, target: Double?) {
        self.curve = curve
        self.answer = answer
        self.clarify = clarify
        self.target = target
    }

    /// One line of the table; shares of all sentences, but for the last.
    private struct Line {
        var threshold: Double
        var answered: Double
        var askedBack: Double
        var notUnderstood: Double
        var wrongAnswers: Double?
        var isChosen: Bool
    }

    /// Every twentieth from the asking threshold on, the surest, and the one that applies.
    private var lines: [Line] {
        guard curve.sentences > 0 else { return [] }
        let chosen = curve.point(at: answer).threshold
        let rough = (0..<20).map { Double($0) / 20 } + [AnswerCurve.surest]
        let thresholds = Set((rough + [clarify]).filter { $0 >= clarify } + [chosen]).sorted()
        let understood = curve.point(at: clarify).answered
        func share(_ count: Int) -> Double { Double(count) / Double(curve.sentences) }
        return thresholds.map { threshold in
            let point = curve.point(at: threshold)
            return Line(
                threshold: point.threshold,
                answered: share(point.answered),
                askedBack: share(max(understood - point.answered, 0)),
                notUnderstood: share(curve.sentences - max(understood, point.answered)),
                wrongAnswers: point.wrongAnswers,
                isChosen: point.threshold == chosen
            )
        }
    }

    /// The table with a heading and what its columns mean.
    package func text() -> String {
        guard curve.sentences > 0 else {
            return "Thresholds: there are no examples to try them on; patterns alone are sure in any case.\n"
        }
        let heading = ["  threshold", "answered", "asked back", "not understood", "wrong answers"]
        let rows = lines.map { line in
            [
                (line.isChosen ? "→ " : "  ") + FigureText.decimal(line.threshold, places: 2),
                FigureText.percent(line.answered, places: 0),
                FigureText.percent(line.askedBack, places: 0),
                FigureText.percent(line.notUnderstood, places: 0),
                FigureText.percent(line.wrongAnswers),
            ]
        }
        let strangers =
            curve.outOfScope == 0 ? "" : "; \(curve.outOfScope) of them mean nothing that it knew then"
        return """
            What each answer threshold gives, by \(FigureText.count(curve.sentences, "example")), each asked unseen\(strangers).
            \(TextTable.text([heading] + rows))\
            → applies, \(reason). Wrong answers are a share of the answers,
            the rest shares of the examples. Asked back: the desk asks which of several intents is meant. Messages that a
            pattern covers are answered in any case and not counted here.

            """
    }

    /// Why the threshold applies that applies.
    private var reason: String {
        guard let target else { return "as it is written under 'thresholds', or the usual one" }
        let limit = FigureText.percent(target)
        if case .met = curve.choice(wrongAnswers: target, from: clarify) {
            return "chosen so that at most \(limit) of the answers are wrong"
        }
        return "though it is not shown to keep wrong answers within \(limit)"
    }

    /// The same as one JSON object, its members in a fixed order.
    package func json() -> String {
        func number(_ value: Double) -> String { FigureText.decimal(value, places: 4) }
        let points = lines.map { line in
            "{\"threshold\":\(number(line.threshold)),\"answered\":\(number(line.answered)),"
                + "\"asked_back\":\(number(line.askedBack)),\"not_understood\":\(number(line.notUnderstood)),"
                + "\"wrong_answers\":\(line.wrongAnswers.map(number) ?? "null"),\"applies\":\(line.isChosen)}"
        }
        return "{\"sentences\":\(curve.sentences),\"out_of_scope\":\(curve.outOfScope),"
            + "\"target\":\(target.map(number) ?? "null"),\"points\":[\(points.joined(separator: ","))]}"
    }
}
