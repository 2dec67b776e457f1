import FrontdeskDialogue
public import FrontdeskMatching

/// What only training shows about declared thresholds.
extension Diagnostic {
    /// The declared share of wrong answers cannot be kept to; nil when it can.
    ///
    /// - Parameters:
    ///   - limit: The declared share, 0…1.
    ///   - choice: What came of it.
    public static func missedTarget(
        _ limit: Double,
        _ choice: AnswerCurve.Choice,
        in sources: [SourceFile]
    ) -> Diagnostic? {
        let message: String
        let help: String
        switch choice {
        case .met: return nil
        case .tooFew(let sentences, let needed):
            let usual = percent(Thresholds().answer)
            message =
                "\(sentences) examples are too few to tell whether \(percent(limit)) of the answers are wrong; "
                + "the answer threshold stays at \(usual)"
            help = "write at least \(needed) examples, or a threshold: answer: \(Thresholds().answer)"
        case .unmet(let point):
            let reached =
                point.wrongAnswers.map { ", with \(percent($0)) of \(point.answered) answers wrong" }
                ?? ", which no example reaches"
            message =
                "no threshold keeps wrong answers within \(percent(limit)); "
                + "it is set to \(percent(point.threshold))\(reached)"
            help =
                "write more examples of the intents that are taken for each other ('frontdesk eval DIR --folds 5' "
                + "names them), or allow more; 'frontdesk check DIR --thresholds' shows what each threshold gives"
        }
        let files = sources.filter(\.isAssistantFile)
        let inner = place(ofKey: "wrong_answers", in: files)
        let place = inner.span.end > 0 ? inner : place(ofKey: "thresholds", in: files)
        return Diagnostic(.targetMissed, message, at: place, help: help)
    }

    /// 0.035 as `3.5 %`.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}
