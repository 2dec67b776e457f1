import FrontdeskDialogue

// How sure the desk must be, as numbers or as what may go wrong.
extension FileReader {
    func readThresholds(_ node: SyntaxNode, into thresholds: inout Thresholds) {
        guard var keys = keys(node, .thresholds, "'thresholds'") else { return }
        let answer = keys["answer"]
        if let answer { thresholds.answer = number(answer, "answer", 0...1) ?? thresholds.answer }
        if let value = keys["wrong_answers"] {
            thresholds.wrongAnswers = share(value, "wrong_answers")
            if answer != nil {
                report.report(
                    .chooseOne,
                    node.place,
                    "'thresholds' has both 'answer' and 'wrong_answers'",
                    help:
                        "with 'wrong_answers' the answer threshold is chosen from the examples; leave one of them out"
                )
            }
        }
        if let value = keys["clarify"] {
            thresholds.clarify = number(value, "clarify", 0...1) ?? thresholds.clarify
        }
        if let value = keys["margin"] {
            thresholds.margin = number(value, "margin", 0...1) ?? thresholds.margin
        }
        keys.finish("in 'thresholds'")
        if thresholds.wrongAnswers == nil, thresholds.clarify > thresholds.answer {
            report.report(
                .badNumber,
                node.place,
                "'clarify' is larger than 'answer'",
                help: "what is good enough for an answer must be good enough to ask about"
            )
        }
    }

    /// A share in per cent such as `3 %`, as 0.03, or nil, reported.
    private func share(_ node: SyntaxNode, _ what: String) -> Double? {
        guard let text = text(node, "'\(what)'") else { return nil }
        let written = text.last == "%" ? text.dropLast() : ""
        let digits = written.last == " " ? written.dropLast() : written
        let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        if isPlain, let percent = Double(digits), (0.1...50).contains(percent) { return percent / 100 }
        report.report(
            .badNumber,
            node.place,
            "'\(what)' is a share of the answers from 0.1 % to 50 %, not '\(text)'",
            help: "write how many of a hundred answers may be wrong, such as 3 %"
        )
        return nil
    }
}
