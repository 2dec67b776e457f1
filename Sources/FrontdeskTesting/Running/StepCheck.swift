import FrontdeskDialogue
import FrontdeskMatching

/// Compares what came of a step with what its transcript says.
struct StepCheck {
    let step: Transcript.Step
    let outcome: StepOutcome
    let zone: Zone

    var differences: [Difference] {
        if let failure = outcome.failure { return [Difference(line: step.line, summary: failure)] }
        var found = replyDifferences.map { difference in
            var difference = difference
            difference.isAboutDeskLine = true
            return difference
        }
        for expectation in step.expectations {
            let actual = ExpectationCheck(condition: expectation.condition, outcome: outcome, zone: zone)
                .mismatch
            guard (actual == nil) == expectation.isNegated else { continue }
            found.append(
                Difference(
                    line: expectation.line,
                    summary: "the expectation does not hold",
                    expected: expectation.source,
                    actual: actual ?? "it is so"
                )
            )
        }
        if !found.isEmpty { found[found.count - 1].context = context }
        return found
    }

    // MARK: Messages

    private var replyDifferences: [Difference] {
        let texts = outcome.messages.map(\.text)
        if ReplyMatch(step.replies, texts).succeeds { return [] }
        var line = step.line
        return ReplyAlignment(step.replies, texts).misfits.map { slot, message in
            let reply = slot.map { step.replies[$0] }
            line = max(line, reply?.line ?? line)
            return Difference(
                line: line,
                summary: reply == nil
                    ? "the desk said more than expected"
                    : message == nil ? "the desk did not say this" : "the desk said something else",
                expected: reply.map { "< \($0.source)" },
                actual: message.map { "< \(LinePattern.escape(texts[$0]))" }
            )
        }
    }

    // MARK: Why

    private var context: [String] {
        guard let turn = outcome.turn else { return [] }
        var lines = ["decision \(turn.decision.rawValue) by \(turn.rule.rawValue)"]
        if let intent = turn.intent { lines[0] += ", intent \(intent)" }
        if let confidence = turn.confidence { lines[0] += " \(Self.percent(confidence))" }
        lines[0] += ", state \(turn.state ?? "none"), owner \(turn.owner)"
        let candidates =
            outcome.events.compactMap { event -> [Candidate]? in
                if case .understood(let understanding) = event.fact { understanding.candidates } else { nil }
            }.last ?? []
        if !candidates.isEmpty {
            let list = candidates.prefix(3).map { "\($0.intent) \(Self.percent($0.confidence))" }
            lines.append("candidates \(list.joined(separator: ", "))")
        }
        return lines
    }

    static func percent(_ confidence: Double) -> String {
        NumberText.decimal(Int((confidence * 100).rounded()), places: 2)
    }
}

/// Whether messages fit lines, where `...` alone takes one or more.
struct ReplyMatch {
    private let replies: [Transcript.ExpectedReply]
    private let texts: [String]

    init(_ replies: [Transcript.ExpectedReply], _ texts: [String]) {
        self.replies = replies
        self.texts = texts
    }

    var succeeds: Bool {
        // reachable[j]: the lines so far can have taken the first j messages.
        var reachable = [true] + Array(repeating: false, count: texts.count)
        for reply in replies {
            var next = Array(repeating: false, count: texts.count + 1)
            for taken in 0..<texts.count {
                if let pattern = reply.pattern {
                    next[taken + 1] = reachable[taken] && pattern.matches(texts[taken])
                } else {
                    next[taken + 1] = reachable[taken] || next[taken]
                }
            }
            reachable = next
        }
        return reachable[texts.count]
    }
}
